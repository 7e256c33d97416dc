/** Convolution, forward: Z[i, h, w, c] = Σ window ⊙ W[…, c] + b[c]. */
import type { NdArray } from '../array/NdArray';
import { requireBias, requireFilled } from './arrays';
import { chooseEngine } from './chooseEngine';
import { convolveForward } from './engine/convolveForward';
import type { Engine } from './engine/Engine';
import { conv2dGeometry } from './geometry';
import type { Conv2dOptions } from './options';

/** x (m, n_H, n_W, n_C_prev), w (f_H, f_W, n_C_prev / groups, n_C), b of n_C numbers. Throws a LensError. */
export function conv2d(
  x: NdArray,
  w: NdArray,
  b: NdArray | undefined,
  options: Conv2dOptions = {},
  engine: Engine = chooseEngine(),
): NdArray {
  requireFilled('input', x);
  requireFilled('filter', w);
  const geometry = conv2dGeometry(x.shape, w.shape, options);
  requireBias(b, geometry.outChannels);
  return convolveForward(engine, geometry, x, w, b);
}
