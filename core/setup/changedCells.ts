/** What differs from the values that an array had when it was read before: as cells of a map, and as a number. */
import type { FloatData } from '../array/NdArray';
import type { CellAddress, CellChange } from '../step/Frame';
import { flatIndexOf } from '../step/shared/address';

/** More marks than these are not drawn: only their count is shown. */
const mostMarked = 20_000;

interface Cells {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
}

/** `before`: the old value of the element at a flat index of the map's array. */
export function changedCells(
  { rows, cols, values }: Cells,
  address: CellAddress,
  before: (flat: number) => number | undefined,
): readonly CellChange[] {
  const changes: CellChange[] = [];
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const flat = flatIndexOf(address, row, col);
      const old = flat === undefined ? undefined : before(flat);
      if (old === undefined || isSame(old, values[row * cols + col]!)) continue;
      if (changes.length === mostMarked) return [];
      changes.push({ row, col, before: old });
    }
  }
  return changes;
}

export function countChanges(now: FloatData, before: FloatData): number {
  let count = 0;
  for (let k = 0; k < now.length; k++) if (!isSame(now[k]!, before[k]!)) count++;
  return count;
}

function isSame(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
