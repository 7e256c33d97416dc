/** Axes behind the second one in a matrix of Julia: `[1 2; 3 4;;; 5 6; 7 8]` has two planes. */
import type { Nested } from '../types/Nested';
import { reordered } from './transposed';

/** Where a plane ends: the rows before it, and the semicolons, as many as the axis behind which it ends. */
export interface PlaneEnd {
  readonly rows: number;
  readonly axis: number;
}

/** The extents of the axes from the third on; undefined where the planes do not fill them. `rows`: of all planes. */
export function extentsOfPlanes(ends: readonly PlaneEnd[], rows: number): readonly number[] | undefined {
  const planes = ends.length + 1;
  const height = rows / planes;
  if (ends.some((end, index) => end.rows !== (index + 1) * height)) return undefined;
  const extents: number[] = [];
  const last = Math.max(...ends.map(({ axis }) => axis));
  let group = 1;
  for (let axis = 3; axis <= last; axis++) {
    const next = ends.findIndex((end) => end.axis > axis) + 1;
    const size = (next === 0 ? planes : next) / group;
    extents.push(size);
    group *= size;
  }
  const axisOf = (count: number): number => {
    let [axis, size] = [3, 1];
    while (count % (size * extents[axis - 3]!) === 0 && axis < last) size *= extents[axis++ - 3]!;
    return axis;
  };
  const areFull = group === planes && extents.every(Number.isInteger);
  return areFull && ends.every(({ axis }, index) => axis === axisOf(index + 1)) ? extents : undefined;
}

/** The numbers, written plane by plane, with rows and columns as the first axes. */
export function withPlanes(nested: Nested, rows: number, cols: number, extents: readonly number[]): Nested {
  const planes = extents.reduce((product, extent) => product * extent, 1);
  // The axis behind the columns varies fastest in the text, the last one in the array.
  const planeOf = (k: number): number => {
    let [rest, stride, plane] = [k % planes, planes, 0];
    for (let axis = extents.length - 1; axis >= 0; axis--) {
      stride /= extents[axis]!;
      plane += (rest % extents[axis]!) * stride;
      rest = Math.floor(rest / extents[axis]!);
    }
    return plane;
  };
  const order = (k: number): number => planeOf(k) * rows * cols + Math.floor(k / planes);
  return { ...nested, ...reordered(nested.array.data, nested.ranges, [rows, cols, ...extents], order) };
}
