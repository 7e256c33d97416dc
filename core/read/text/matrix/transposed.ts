/** Rows and columns of a scanned matrix swapped, each number keeping its place in the text. */
import type { Nested } from '../types/Nested';

/** A vector becomes one row. */
export function transposed(nested: Nested, vector: boolean): Nested {
  const { array, ranges } = nested;
  if (vector) return { ...nested, array: { shape: [1, array.data.length], data: array.data } };
  const [rows = 0, cols = 0] = array.shape;
  const order = (k: number): number => (k % rows) * cols + Math.floor(k / rows);
  return { ...nested, ...reordered(array.data, ranges, [cols, rows], order) };
}

/** The elements in another order: element k of the result is element `order(k)`. */
export function reordered(
  data: ArrayLike<number>,
  ranges: Uint32Array,
  shape: readonly number[],
  order: (k: number) => number,
): {
  readonly array: { readonly shape: readonly number[]; readonly data: Float64Array };
  readonly ranges: Uint32Array;
} {
  const moved = new Float64Array(data.length);
  const places = new Uint32Array(ranges.length);
  for (let k = 0; k < data.length; k++) {
    const from = order(k);
    moved[k] = data[from]!;
    places[2 * k] = ranges[2 * from]!;
    places[2 * k + 1] = ranges[2 * from + 1]!;
  }
  return { array: { shape, data: moved }, ranges: places };
}
