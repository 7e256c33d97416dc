/** Max pooling that keeps the index of each maximum, for a backward pass without another search. */
import type { NdArray } from '../array/NdArray';
import { newLike, requireFilled } from './arrays';
import { poolShape } from './engine/pooling';
import { outputShape, pool2dGeometry } from './geometry';
import type { Pool2dOptions } from './options';
import * as pool32 from './typescript/pool32.generated';
import * as pool64 from './typescript/pool64';

/** The maxima, and for each its flat index in x; of tied cells the first (of NaNs the last). Throws a LensError. */
export function maxPool2dWithIndices(
  x: NdArray,
  options: Omit<Pool2dOptions, 'mode' | 'ties'>,
): { a: NdArray; indices: Int32Array } {
  requireFilled('input', x);
  const all = { ...options, mode: 'max' } as const;
  const geometry = pool2dGeometry(x.shape, all);
  const a = newLike(outputShape(geometry), x);
  const indices = new Int32Array(a.data.length);
  const shape = poolShape(geometry, all);
  if (x.data instanceof Float64Array) pool64.maxPool(shape, x.data, a.data as Float64Array, indices);
  else pool32.maxPool(shape, x.data, a.data as Float32Array, indices);
  return { a, indices };
}

/** The gradient of `maxPool2dWithIndices`: dA of the output's shape → dX of `xShape`. */
export function maxPool2dBackwardFromIndices(dA: NdArray, indices: Int32Array, xShape: readonly number[]): NdArray {
  requireFilled('gradient', dA);
  const dX = newLike(xShape, dA);
  if (dA.data instanceof Float64Array) pool64.spreadToIndices(indices, dA.data, dX.data as Float64Array);
  else pool32.spreadToIndices(indices, dA.data, dX.data as Float32Array);
  return dX;
}
