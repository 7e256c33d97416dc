/** Functions that a setup calls. The session replaces `output` for a layer that is too large to be computed in place. */
import type { NdArray } from '../array/NdArray';
import { conv2d } from '../layer/conv2d';
import { pool2d } from '../layer/pool2d';
import type { ConvLayer, PoolLayer } from '../step/Layer';
import { RandomState } from '../random/RandomState';

export interface Tools {
  /** The forward pass, for dZ = Z. */
  output(layer: ConvLayer | PoolLayer): NdArray;
  /** np.random.seed(seed); np.random.randn(*shape). */
  randn(seed: number, shape: readonly number[]): NdArray;
}

export const plainTools: Tools = {
  output: (layer) =>
    layer.kind === 'conv' ? conv2d(layer.x, layer.w, layer.b, layer.options) : pool2d(layer.x, layer.options),
  randn: (seed, shape) => new RandomState(seed).randn(...shape),
};
