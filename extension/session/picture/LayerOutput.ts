/**
 * The forward pass, when dZ = Z or a plane of the picture needs it and it takes long: setting up a layer stops with
 * `OutputNeeded`, the output is computed on a worker, and the setup runs again with it.
 */
import type { NdArray } from '../../../core/array/NdArray';
import { isBackward } from '../../../core/check/result/compareResult';
import { conv2dBackward } from '../../../core/layer/conv2dBackward';
import { jobWork, type LayerJob, type LayerResult } from '../../../core/layer/job/LayerJob';
import { pool2dBackward } from '../../../core/layer/pool2dBackward';
import { plainTools, type Tools } from '../../../core/setup/Tools';
import { sizeOf } from '../../../core/array/NdArray';
import { conv2dGeometry, outputShape } from '../../../core/layer/geometry';
import type { ConvLayer, Layer, PoolLayer } from '../../../core/step/Layer';

/** Products that are computed at once: some ten milliseconds. */
const inPlaceWork = 2 ** 24;

/** Numbers of an output that is computed as a whole for the sake of its planes: 128 MiB. */
const mostNumbers = 2 ** 24;

/** Thrown through a setup, which is run again when the job is done. */
export class OutputNeeded extends Error {
  constructor(readonly job: LayerJob) {
    super('the output is computed elsewhere');
  }
}

export interface ResultTools extends Tools {
  /** What the layer's pass computes: the output, or the gradients. */
  results(layer: ConvLayer | PoolLayer): LayerResult;
}

/** Tools that compute small outputs, take `known` for a large one, and stop without it. */
export function outputTools(known: LayerResult = {}): ResultTools {
  const output = (layer: ConvLayer | PoolLayer): NdArray => {
    const job = jobOf(layer);
    if (jobWork(job) <= inPlaceWork) return plainTools.output(layer);
    const found = known.z ?? known.a;
    if (found) return found;
    throw new OutputNeeded(job);
  };
  return {
    ...plainTools,
    output,
    results: (layer) => {
      if (!isBackward(layer)) return { [layer.kind === 'conv' ? 'z' : 'a']: output(layer) };
      if (known.dX) return known;
      const job = gradientJob(layer);
      if (jobWork(job) > inPlaceWork) throw new OutputNeeded(job);
      return gradients(layer);
    },
  };
}

/**
 * A convolution whose planes take long gets its whole output, from the worker, in float64 as the planes are; a larger output
 * is left to its planes.
 */
export function withLargeOutput(layer: Layer, tools: Tools): Layer {
  if (layer.kind !== 'conv' || layer.pass !== 'forward') return layer;
  const { x, w, options } = layer;
  const shape = outputShape(conv2dGeometry(x.shape, w.shape, options));
  const [batch, , , filters] = shape;
  const planeWork = jobWork(jobOf(layer)) / (batch * filters);
  if (planeWork <= inPlaceWork || sizeOf(shape) > mostNumbers) return layer;
  return { ...layer, z: tools.output({ ...layer, x: { shape: x.shape, data: new Float64Array(x.data) } }) };
}

function gradients(layer: ConvLayer | PoolLayer): LayerResult {
  if (layer.kind === 'pool') return { dX: pool2dBackward(layer.dA!, layer.x, layer.options) };
  return conv2dBackward(layer.dZ!, layer.x, layer.w, layer.options);
}

/** Of a layer with its gradient. */
function gradientJob(layer: ConvLayer | PoolLayer): LayerJob {
  const { x } = layer;
  if (layer.kind === 'pool') return { kind: 'pool2dBackward', dA: layer.dA!, x, options: layer.options };
  return { kind: 'conv2dBackward', dZ: layer.dZ!, x, w: layer.w, options: layer.options };
}

function jobOf(layer: ConvLayer | PoolLayer): LayerJob {
  if (layer.kind === 'pool') return { kind: 'pool2d', x: layer.x, options: layer.options };
  const { x, w, b, options } = layer;
  return { kind: 'conv2d', x, w, ...(b && { b }), options };
}
