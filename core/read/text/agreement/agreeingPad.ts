/** A matrix, also as a flat list, whose result is the same with a border of zeros. */
import type { NdArray } from '../../../array/NdArray';
import type { Agreeing } from './agreeingLayer';
import { imagesOf, type StatedSizes } from './layouts';
import { padOf } from './padOf';

export function agreeingPad(x: NdArray, result: NdArray, sizes: StatedSizes): Agreeing | undefined {
  if (x.shape.length > 2 || result.shape.length > 2 || x.data.every((value) => value === 0)) return undefined;
  for (const { array: X } of imagesOf(x, sizes)) {
    const [, rows = 0, cols = 0, channels] = X.shape;
    if (channels !== 1 || rows < 2) continue;
    // The sides grow by as much: (rows + side) (cols + side) = size.
    const side = (Math.sqrt((rows - cols) ** 2 + 4 * result.data.length) - rows - cols) / 2;
    const shape = result.shape.length === 1 ? [rows + side, cols + side] : result.shape;
    if (!shape.every(Number.isInteger)) continue;
    const pad = padOf({ shape: [rows, cols], data: X.data }, { shape, data: result.data });
    if (pad > 0) return { operation: 'zero_pad', arrays: { X }, options: { pad }, layout: 'nhwc' };
  }
  return undefined;
}
