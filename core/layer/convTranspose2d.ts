/** Transposed convolution: each input cell adds its multiple of the filters to a window of the output. */
import type { NdArray } from '../array/NdArray';
import { requireBias, requireFilled, requireGradient } from './arrays';
import { convTranspose2dGeometry, transposedShape } from './convTransposeGeometry';
import { chooseEngine } from './chooseEngine';
import { convolveForward } from './engine/convolveForward';
import type { Engine } from './engine/Engine';
import { filterGradient, sumOverCells } from './engine/filterGradient';
import { inputGradient } from './engine/inputGradient';
import type { ConvTranspose2dOptions } from './options';

/** x (m, n_H, n_W, n_C_prev), w (f_H, f_W, n_C / groups, n_C_prev), b of n_C numbers. Throws a LensError. */
export function convTranspose2d(
  x: NdArray,
  w: NdArray,
  b: NdArray | undefined,
  options: ConvTranspose2dOptions = {},
  engine: Engine = chooseEngine(),
): NdArray {
  requireFilled('input', x);
  requireFilled('filter', w);
  const geometry = convTranspose2dGeometry(x.shape, w.shape, options);
  requireBias(b, geometry.inChannels);
  return inputGradient(engine, geometry, x, w, b);
}

/** dZ of the output's shape → dX like x, dW like w, db (1, 1, 1, n_C). Throws a LensError. */
export function convTranspose2dBackward(
  dZ: NdArray,
  x: NdArray,
  w: NdArray,
  options: ConvTranspose2dOptions = {},
  engine: Engine = chooseEngine(),
): { dX: NdArray; dW: NdArray; db: NdArray } {
  requireFilled('input', x);
  requireFilled('filter', w);
  const geometry = convTranspose2dGeometry(x.shape, w.shape, options);
  requireGradient(dZ, transposedShape(geometry));
  return {
    dX: convolveForward(engine, geometry, dZ, w, undefined),
    dW: filterGradient(engine, geometry, x, dZ).dW,
    db: sumOverCells(engine, dZ),
  };
}
