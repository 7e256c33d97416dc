/** Results of layers that compute each cell from at most one cell of each input: ReLU and padding. */
import type { LayerResult } from '../../../core/layer/job/LayerJob';
import { pad2d } from '../../../core/layer/pad2d';
import { relu, reluBackward } from '../../../core/layer/relu';
import type { PadLayer, ReluLayer } from '../../../core/step/Layer';

/** `z` forward, `dX` backward. */
export function plainResults(layer: ReluLayer | PadLayer): LayerResult {
  switch (layer.kind) {
    case 'pad':
      return { z: pad2d(layer.x, layer.pad) };
    case 'relu': {
      const { x, dZ: dA, pass } = layer;
      return pass === 'forward' || !dA ? { z: relu(x) } : { dX: reluBackward(dA, x) };
    }
  }
}
