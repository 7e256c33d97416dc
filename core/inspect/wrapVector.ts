/** A long vector as rows of equal length: in one row its numbers would be outside of the panel. */
import type { Slice } from './axes';
import { filledKinds } from '../step/shared/stage';

/** Longer vectors are wrapped: a panel of 525 px has space for as many numbers in a row. */
const longestRow = 24;

/** The slice of a vector as rows of 10, 20, 30, … 50, 100, 200, … elements; cells after the last element are empty. Other slices as they are. */
export function wrapVector(slice: Slice): Slice {
  const { rows, cols: length, values, address } = slice;
  if (address.shape.length !== 1 || rows !== 1 || length <= longestRow) return slice;
  const cols = rowLength(length);
  const wrappedRows = Math.ceil(length / cols);
  const size = wrappedRows * cols;
  const wrapped = new Float64Array(size).fill(NaN);
  wrapped.set(values);
  const cells = filledKinds(size, length);
  return {
    rows: wrappedRows,
    cols,
    values: wrapped,
    ...(cells && { cells }),
    wrap: cols,
    address: { ...address, rowStride: cols, rows: wrappedRows, cols },
  };
}

/** The smallest round number of columns that gives at most as many rows. */
function rowLength(length: number): number {
  for (let power = 10; ; power *= 10) {
    const cols = [1, 2, 3, 4, 5].map((factor) => factor * power).find((each) => Math.ceil(length / each) <= each);
    if (cols !== undefined) return cols;
  }
}
