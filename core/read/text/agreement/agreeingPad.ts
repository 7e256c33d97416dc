/** A matrix whose result is the same with a border of zeros. */
import type { NdArray } from '../../../array/NdArray';
import { padOf } from './padOf';
import type { Agreeing } from './agreeingLayer';

export function agreeingPad(x: NdArray, result: NdArray): Agreeing | undefined {
  if (x.shape.length !== 2 || result.shape.length !== 2 || x.data.every((value) => value === 0)) return undefined;
  const pad = padOf(x, result);
  if (pad === 0) return undefined;
  return {
    operation: 'zero_pad',
    arrays: { X: { shape: [1, ...x.shape, 1], data: x.data } },
    options: { pad },
    layout: 'nhwc',
  };
}
