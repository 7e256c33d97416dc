/** Global pooling: one window over the whole input, as options for `pool2d` and `pool2dBackward`. */
import { require4d } from './geometry';
import type { Pool2dOptions, Ties } from './options';

/** Options of a pooling whose window is the whole input of shape (m, n_H, n_W, n_C). */
export function globalPool(xShape: readonly number[], mode: 'max' | 'average', ties?: Ties): Pool2dOptions {
  const [, height, width] = require4d('input', xShape);
  return { mode, kernel: [height, width], stride: 1, ties };
}
