/** Pooling, backward: each gradient goes to the maxima of the window, or in equal shares to its cells. */
import type { NdArray } from '../array/NdArray';
import { requireFilled, requireGradient } from './arrays';
import { chooseEngine } from './chooseEngine';
import type { Engine } from './engine/Engine';
import { poolBackward } from './engine/pooling';
import { outputShape, pool2dGeometry } from './geometry';
import type { Pool2dOptions } from './options';

/**
 * dA (m, out_H, out_W, n_C) → dX like x. Of several maxima all get the gradient or the first in row-major order; of several
 * NaNs all or, as in PyTorch, the last. Throws a LensError.
 */
export function pool2dBackward(
  dA: NdArray,
  x: NdArray,
  options: Pool2dOptions,
  engine: Engine = chooseEngine(),
): NdArray {
  requireFilled('input', x);
  const geometry = pool2dGeometry(x.shape, options);
  requireGradient(dA, outputShape(geometry));
  return poolBackward(engine, geometry, dA, x, options);
}
