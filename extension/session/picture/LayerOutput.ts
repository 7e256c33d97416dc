/**
 * The forward pass that dZ = Z needs, when it takes long: setting up a layer stops with `OutputNeeded`, the output is computed
 * on a worker, and the setup runs again with it.
 */
import type { NdArray } from '../../../core/array/NdArray';
import { jobWork, type LayerJob } from '../../../core/layer/job/LayerJob';
import { plainTools, type Tools } from '../../../core/setup/Tools';
import type { ConvLayer, PoolLayer } from '../../../core/step/Layer';

/** Products that are computed at once: some ten milliseconds. */
const inPlaceWork = 2 ** 24;

/** Thrown through a setup, which is run again when the job is done. */
export class OutputNeeded extends Error {
  constructor(readonly job: LayerJob) {
    super('the output is computed elsewhere');
  }
}

/** Tools that compute small outputs, take `known` for a large one, and stop without it. */
export function outputTools(known?: NdArray): Tools {
  return {
    ...plainTools,
    output: (layer) => {
      const job = jobOf(layer);
      if (jobWork(job) <= inPlaceWork) return plainTools.output(layer);
      if (known) return known;
      throw new OutputNeeded(job);
    },
  };
}

function jobOf(layer: ConvLayer | PoolLayer): LayerJob {
  if (layer.kind === 'pool') return { kind: 'pool2d', x: layer.x, options: layer.options };
  const { x, w, b, options } = layer;
  return { kind: 'conv2d', x, w, ...(b && { b }), options };
}
