/** The name of the array element that a cell shows: `Z[0, 1, 2, 2]`. */
import type { MapView } from '../step/Frame';

/** A cell without an address is named by the map's title, row and column. */
export function cellName({ title, address }: MapView, row: number, col: number): string {
  if (!address) return `${title}[${row}, ${col}]`;
  const { name, shape, offset, rowStride, colStride, rowOrigin, colOrigin } = address;
  let rest = offset + (row - rowOrigin) * rowStride + (col - colOrigin) * colStride;
  const indices = shape.map(() => 0);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    indices[axis] = rest % shape[axis]!;
    rest = Math.floor(rest / shape[axis]!);
  }
  return `${name}[${indices.join(', ')}]`;
}
