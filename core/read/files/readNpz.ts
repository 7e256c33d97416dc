/** NumPy's .npz files: zip archives of .npy members. */
import type { NdArray } from '../../array/NdArray';
import { LensError, msg } from '../../message';
import { DEFAULT_MAX_BYTES, readNpy, type FileOptions } from './readNpy';
import { readNpyHeader } from './npyHeader';
import { listZip, unpackBeginning, unpackEntry, type ZipEntry } from './zip';

export interface NpzEntry {
  readonly name: string;
  /** Bytes when unpacked. */
  readonly size: number;
  /** Absent where the member's header cannot be read: `readNpz` reports the reason. */
  readonly shape?: readonly number[];
  /** NumPy's name: `float64`. */
  readonly dtype?: string;
}

/** Bytes of a member that hold its header: those of version 1.0 cannot be longer. */
const longestHeader = 65546;

/** Every array by its name without `.npy`. Throws a LensError that names the fault; checks the whole size before it unpacks. */
export function readNpz(
  bytes: Uint8Array,
  { maxBytes = DEFAULT_MAX_BYTES }: FileOptions = {},
): Record<string, NdArray> {
  const entries = listMembers(bytes);
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

/** What the archive holds, without unpacking more than the headers. */
export function listNpz(bytes: Uint8Array): NpzEntry[] {
  return listMembers(bytes).map((entry) => ({
    name: entry.name.replace(/\.npy$/, ''),
    size: entry.size,
    ...headerOf(bytes, entry),
  }));
}

/** Entries of folders, which zip tools add, are left out. */
function listMembers(bytes: Uint8Array): ZipEntry[] {
  return listZip(bytes).filter(({ name, size }) => !(name.endsWith('/') && size === 0));
}

function headerOf(bytes: Uint8Array, entry: ZipEntry): Pick<NpzEntry, 'shape' | 'dtype'> {
  try {
    const { shape, dtype } = readNpyHeader(unpackBeginning(bytes, entry, longestHeader));
    return { shape, dtype };
  } catch (error) {
    if (error instanceof LensError) return {};
    throw error;
  }
}

function member(content: Uint8Array, name: string, maxBytes: number): NdArray {
  try {
    return readNpy(content, { maxBytes });
  } catch (error) {
    if (error instanceof LensError) throw new LensError(msg('{0} in the archive: {1}', name, error.detail));
    throw error;
  }
}
