/** NumPy's .npz format: a zip archive with one .npy file an array. */
import { zipSync } from 'fflate';
import type { ExportedArray } from '../ExportFormat';
import { writeNpy } from './writeNpy';

/** Arrays of the same name, or without one, are numbered: `W`, `W_2`, `arr_0`. */
export function writeNpz(sources: readonly ExportedArray[]): Uint8Array {
  const entries: Record<string, Uint8Array> = {};
  sources.forEach((source, index) => {
    const wanted = source.name?.replace(/[/\\]+/g, '_') || `arr_${index}`;
    let name = wanted;
    for (let k = 2; `${name}.npy` in entries; k++) name = `${wanted}_${k}`;
    entries[`${name}.npy`] = writeNpy(source);
  });
  // A fixed time: the same arrays give the same bytes.
  return zipSync(entries, { mtime: new Date(1980, 0, 1) });
}
