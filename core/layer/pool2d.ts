/** Pooling, forward: the maximum or the mean of each window, channel by channel. */
import type { NdArray } from '../array/NdArray';
import { requireFilled } from './arrays';
import { chooseEngine } from './chooseEngine';
import type { Engine } from './engine/Engine';
import { poolForward } from './engine/pooling';
import { pool2dGeometry } from './geometry';
import type { Pool2dOptions } from './options';

/** x (m, n_H, n_W, n_C) → (m, out_H, out_W, n_C). A padded cell is never the maximum; a NaN always is. Throws a LensError. */
export function pool2d(x: NdArray, options: Pool2dOptions, engine: Engine = chooseEngine()): NdArray {
  requireFilled('input', x);
  return poolForward(engine, pool2dGeometry(x.shape, options), x, options);
}
