/** What a cell is called in the array it comes from: `A_prev[0, 2, 5, 1]`. */
import { sizeOf } from '../../core/array/NdArray';
import type { CellAddress } from '../../core/step/Frame';

/** The element's index in the flat array; undefined for padding and after the end of a wrapped vector. */
export function elementIndex(address: CellAddress | undefined, row: number, col: number): number | undefined {
  if (!address) return undefined;
  const dataRow = row - address.rowOrigin;
  const dataCol = col - address.colOrigin;
  if (dataRow < 0 || dataCol < 0 || dataRow >= address.rows || dataCol >= address.cols) return undefined;
  const index = address.offset + dataRow * address.rowStride + dataCol * address.colStride;
  return index < sizeOf(address.shape) ? index : undefined;
}

export function elementName({ name, shape }: CellAddress, index: number): string {
  const indices: number[] = [];
  let rest = index;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    indices.unshift(rest % shape[axis]!);
    rest = Math.floor(rest / shape[axis]!);
  }
  return `${name}[${indices.join(', ')}]`;
}

/** The cell that shows an element, if the map does; the reverse of `elementIndex`. */
export function cellOfElement(address: CellAddress, index: number): { row: number; col: number } | undefined {
  for (let row = 0; row < address.rows; row++) {
    const rest = index - address.offset - row * address.rowStride;
    const col = address.colStride === 0 ? 0 : rest / address.colStride;
    if (Number.isInteger(col) && col >= 0 && col < address.cols) {
      return { row: row + address.rowOrigin, col: col + address.colOrigin };
    }
  }
  return undefined;
}
