/** Convolution, backward: the gradients of input, filter and bias. */
import type { NdArray } from '../array/NdArray';
import { requireFilled, requireGradient } from './arrays';
import { chooseEngine } from './chooseEngine';
import type { Engine } from './engine/Engine';
import { filterGradient } from './engine/filterGradient';
import { inputGradient } from './engine/inputGradient';
import { conv2dGeometry, outputShape } from './geometry';
import type { Conv2dOptions } from './options';

/** dZ (m, n_H, n_W, n_C) → dX like x, dW like w, db (1, 1, 1, n_C). Throws a LensError. */
export function conv2dBackward(
  dZ: NdArray,
  x: NdArray,
  w: NdArray,
  options: Conv2dOptions = {},
  engine: Engine = chooseEngine(),
): { dX: NdArray; dW: NdArray; db: NdArray } {
  requireFilled('input', x);
  requireFilled('filter', w);
  const geometry = conv2dGeometry(x.shape, w.shape, options);
  requireGradient(dZ, outputShape(geometry));
  return { dX: inputGradient(engine, geometry, dZ, w), ...filterGradient(engine, geometry, dZ, x) };
}
