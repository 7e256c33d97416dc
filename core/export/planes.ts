/** The planes of an array over its last two axes, for formats that can show only tables. */
import type { NdArray } from '../array/NdArray';

export interface TablePlane {
  /** Index along each axis before the last two. */
  readonly index: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/** One axis is one row; a 0-d array is one cell. */
export function tablePlanes({ shape, data }: NdArray): TablePlane[] {
  const cols = shape.at(-1) ?? 1;
  const rows = shape.at(-2) ?? 1;
  const outer = shape.slice(0, -2);
  const count = data.length === 0 ? 0 : data.length / (rows * cols);
  return Array.from({ length: count }, (_, plane) => {
    let rest = plane;
    const index = outer.map(() => 0);
    for (let axis = outer.length - 1; axis >= 0; axis--) {
      index[axis] = rest % outer[axis]!;
      rest = Math.floor(rest / outer[axis]!);
    }
    const start = plane * rows * cols;
    const row = (k: number) => Array.from(data.subarray(start + k * cols, start + (k + 1) * cols));
    return { index, rows: Array.from({ length: rows }, (_unused, k) => row(k)) };
  });
}

/** `[0, 2, :, :]`. */
export function planeSubscript({ index }: TablePlane): string {
  return `[${[...index, ':', ':'].join(', ')}]`;
}
