/** Results of layers that compute each cell from at most one cell of each input: ReLU and padding. */
import type { LayerResult } from '../../../core/layer/job/LayerJob';
import { pad2d } from '../../../core/layer/pad2d';
import type { NdArray } from '../../../core/array/NdArray';
import type { PadLayer, ReluLayer } from '../../../core/step/Layer';
import { passes, rectified } from '../../../core/step/relu/ReluScene';

/** `z` forward, `dX` backward. */
export function plainResults(layer: ReluLayer | PadLayer): LayerResult {
  if (layer.kind === 'pad') return { z: pad2d(layer.x, layer.pad) };
  const { x, dZ: dA, pass } = layer;
  if (pass === 'forward' || !dA) return { z: elementwise(x, rectified) };
  return { dX: elementwise(dA, (gradient, index) => (passes(x.data[index]!) ? gradient : 0)) };
}

function elementwise({ shape, data }: NdArray, change: (value: number, index: number) => number): NdArray {
  return { shape, data: data instanceof Float32Array ? data.map(change) : data.map(change) };
}
