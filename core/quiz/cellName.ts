/** The name of the array element that a cell shows: `Z[0, 1, 2, 2]`. */
import { unravelIndex } from '../array/NdArray';
import type { MapView } from '../step/Frame';

/** A cell without an address is named by the map's title, row and column. */
export function cellName({ title, address }: MapView, row: number, col: number): string {
  if (!address) return `${title}[${row}, ${col}]`;
  const { name, shape, offset, rowStride, colStride, rowOrigin, colOrigin } = address;
  const flat = offset + (row - rowOrigin) * rowStride + (col - colOrigin) * colStride;
  return `${name}[${unravelIndex(shape, flat).join(', ')}]`;
}
