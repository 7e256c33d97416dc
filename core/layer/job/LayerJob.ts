/** A layer's computation as plain data, so that it can be sent to a worker, split by examples and put together again. */
import type { NdArray } from '../../array/NdArray';
import { requireBias, requireFilled, requireGradient } from '../arrays';
import { conv2dGeometry, outputShape, pool2dGeometry, type Geometry } from '../geometry';
import { convTranspose2dGeometry, transposedShape } from '../convTransposeGeometry';
import type { Conv2dOptions, ConvTranspose2dOptions, Pool2dOptions } from '../options';

export type LayerJob =
  | {
      readonly kind: 'conv2d';
      readonly x: NdArray;
      readonly w: NdArray;
      readonly b?: NdArray;
      readonly options: Conv2dOptions;
    }
  | {
      readonly kind: 'conv2dBackward';
      readonly dZ: NdArray;
      readonly x: NdArray;
      readonly w: NdArray;
      readonly options: Conv2dOptions;
    }
  | {
      readonly kind: 'convTranspose2d';
      readonly x: NdArray;
      readonly w: NdArray;
      readonly b?: NdArray;
      readonly options: ConvTranspose2dOptions;
    }
  | {
      readonly kind: 'convTranspose2dBackward';
      readonly dZ: NdArray;
      readonly x: NdArray;
      readonly w: NdArray;
      readonly options: ConvTranspose2dOptions;
    }
  | { readonly kind: 'pool2d'; readonly x: NdArray; readonly options: Pool2dOptions }
  | { readonly kind: 'pool2dBackward'; readonly dA: NdArray; readonly x: NdArray; readonly options: Pool2dOptions };

/** What the job's function returns: `z` or `a` forward, `dX`, `dW` and `db` backward. */
export type LayerResult = Partial<Readonly<Record<'z' | 'a' | 'dX' | 'dW' | 'db', NdArray>>>;

/** Throws the LensError that running the job would throw, before it is split or sent anywhere. */
export function checkJob(job: LayerJob): void {
  requireFilled('input', job.x);
  if ('w' in job) requireFilled('filter', job.w);
  const geometry = jobGeometry(job);
  switch (job.kind) {
    case 'conv2d':
      return requireBias(job.b, geometry.outChannels);
    case 'convTranspose2d':
      return requireBias(job.b, geometry.inChannels);
    case 'conv2dBackward':
      return requireGradient(job.dZ, outputShape(geometry));
    case 'convTranspose2dBackward':
      return requireGradient(job.dZ, transposedShape(geometry));
    case 'pool2dBackward':
      return requireGradient(job.dA, outputShape(geometry));
    case 'pool2d':
      return;
  }
}

/** Roughly how many products (of a pooling: cells read) the job takes. Throws the LensError of an impossible geometry. */
export function jobWork(job: LayerJob): number {
  const { batch, rows, cols, inChannels, outChannels, groups } = jobGeometry(job);
  const taps = batch * rows.outSize * cols.outSize * rows.kernel * cols.kernel;
  switch (job.kind) {
    case 'conv2d':
    case 'convTranspose2d':
      return (taps * inChannels * outChannels) / groups;
    case 'conv2dBackward':
    case 'convTranspose2dBackward':
      return (2 * taps * inChannels * outChannels) / groups;
    case 'pool2d':
      return taps * inChannels;
    case 'pool2dBackward':
      return 2 * taps * inChannels;
  }
}

function jobGeometry(job: LayerJob): Geometry {
  switch (job.kind) {
    case 'conv2d':
    case 'conv2dBackward':
      return conv2dGeometry(job.x.shape, job.w.shape, job.options);
    case 'convTranspose2d':
    case 'convTranspose2dBackward':
      return convTranspose2dGeometry(job.x.shape, job.w.shape, job.options);
    case 'pool2d':
    case 'pool2dBackward':
      return pool2dGeometry(job.x.shape, job.options);
  }
}
