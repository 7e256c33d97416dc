/** Which element of a 4-D array the cells of one of its planes are. */
import { tuple4 } from '../../tuples';
import type { ArrayRole, CellAddress } from '../Frame';

/** The plane [i, :, :, c] of an array (m, n_H, n_W, n_C). */
export function planeAddress(
  role: ArrayRole,
  name: string,
  shape: readonly number[],
  i: number,
  c: number,
): CellAddress {
  const [, rows, cols, channels] = tuple4(shape);
  return {
    role,
    name,
    shape,
    offset: i * rows * cols * channels + c,
    rowStride: cols * channels,
    colStride: channels,
    rowOrigin: 0,
    colOrigin: 0,
    rows,
    cols,
  };
}

/** The plane [:, :, channel, c] of a filter (f_H, f_W, n_C_prev, n_C). */
export function filterAddress(
  role: ArrayRole,
  name: string,
  shape: readonly number[],
  channel: number,
  c: number,
): CellAddress {
  const [rows, cols, channels, filters] = tuple4(shape);
  return {
    role,
    name,
    shape,
    offset: channel * filters + c,
    rowStride: cols * channels * filters,
    colStride: channels * filters,
    rowOrigin: 0,
    colOrigin: 0,
    rows,
    cols,
  };
}

/** The flat index of a map's cell; undefined in the padding. */
export function flatIndexOf(address: CellAddress, row: number, col: number): number | undefined {
  const sourceRow = row - address.rowOrigin;
  const sourceCol = col - address.colOrigin;
  if (sourceRow < 0 || sourceCol < 0 || sourceRow >= address.rows || sourceCol >= address.cols) return undefined;
  return address.offset + sourceRow * address.rowStride + sourceCol * address.colStride;
}
