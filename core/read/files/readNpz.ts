/** NumPy's .npz files: zip archives of .npy members. */
import type { NdArray } from '../../array/NdArray';
import { LensError, msg } from '../../message';
import { DEFAULT_MAX_BYTES, readNpy, type FileOptions } from './readNpy';
import { listZip, unpackEntry } from './zip';

/** Every array by its name without `.npy`. Throws a LensError that says what is wrong; checks the whole size before it unpacks. */
export function readNpz(
  bytes: Uint8Array,
  { maxBytes = DEFAULT_MAX_BYTES }: FileOptions = {},
): Record<string, NdArray> {
  const entries = listZip(bytes);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > maxBytes)
    throw new LensError(msg('the archive unpacks to {0} bytes, more than the limit of {1}', total, maxBytes));
  const foreign = entries.find(({ name }) => !name.endsWith('.npy'));
  if (foreign) throw new LensError(msg('{0} in the archive is not an array', foreign.name));
  return Object.fromEntries(
    entries.map((entry) => {
      const content = unpackEntry(bytes, entry);
      return [entry.name.slice(0, -'.npy'.length), member(content, entry.name, maxBytes)];
    }),
  );
}

/** The arrays' names and sizes in bytes, without unpacking. */
export function listNpz(bytes: Uint8Array): { name: string; size: number }[] {
  return listZip(bytes).map(({ name, size }) => ({ name: name.replace(/\.npy$/, ''), size }));
}

function member(content: Uint8Array, name: string, maxBytes: number): NdArray {
  try {
    return readNpy(content, { maxBytes });
  } catch (error) {
    if (error instanceof LensError) throw new LensError(msg('{0} in the archive: {1}', name, error.message));
    throw error;
  }
}
