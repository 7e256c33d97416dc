/**
 * The forward pass, when dZ = Z or a plane of the picture needs it and it takes long: setting up a layer stops with
 * `OutputNeeded`, the output is computed on a worker, and the setup runs again with it.
 */
import type { NdArray } from '../../../core/array/NdArray';
import { isBackwardLayer } from '../../../core/check/subject/ComparedLoop';
import { jobWork, type LayerJob, type LayerResult } from '../../../core/layer/job/LayerJob';
import { runWhole } from '../../../core/layer/job/runJob';
import { plainTools, type Tools } from '../../../core/setup/Tools';
import { sizeOf } from '../../../core/array/NdArray';
import { conv2dGeometry, outputShape } from '../../../core/layer/geometry';
import type { ConvLayer, ConvTransposeLayer, Layer, PoolLayer } from '../../../core/step/Layer';
import { plainResults } from './plainResults';

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
  /** What the layer's pass computes: the output as `z` or `a`, or the gradients. */
  results(layer: Layer): LayerResult;
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
      if (layer.kind === 'relu' || layer.kind === 'pad') return plainResults(layer);
      if (isBackwardLayer(layer)) return known.dX ? known : runSmall(gradientJob(layer));
      if (layer.kind === 'convTranspose') return known.z ? known : runSmall(outputJob(layer));
      return { [layer.kind === 'conv' ? 'z' : 'a']: output(layer) };
    },
  };
}

function runSmall(job: LayerJob): LayerResult {
  if (jobWork(job) > inPlaceWork) throw new OutputNeeded(job);
  return runWhole(job);
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
  // A copy of millions of numbers holds the host for as long as everything else here.
  const data = x.data instanceof Float64Array ? x.data : new Float64Array(x.data);
  return { ...layer, z: tools.output({ ...layer, x: { shape: x.shape, data } }) };
}

/** The job that computes the gradients of a layer, which must have a dZ. */
export function gradientJob(layer: ConvLayer | ConvTransposeLayer | PoolLayer): LayerJob {
  const { x } = layer;
  if (layer.kind === 'pool') return { kind: 'pool2dBackward', dA: layer.dZ!, x, options: layer.options };
  const { w, dZ } = layer;
  return layer.kind === 'conv'
    ? { kind: 'conv2dBackward', dZ: dZ!, x, w, options: layer.options }
    : { kind: 'convTranspose2dBackward', dZ: dZ!, x, w, options: layer.options };
}

function outputJob({ x, w, b, options }: ConvTransposeLayer): LayerJob {
  return { kind: 'convTranspose2d', x, w, ...(b && { b }), options };
}

function jobOf(layer: ConvLayer | PoolLayer): LayerJob {
  if (layer.kind === 'pool') return { kind: 'pool2d', x: layer.x, options: layer.options };
  const { x, w, b, options } = layer;
  return { kind: 'conv2d', x, w, ...(b && { b }), options };
}
