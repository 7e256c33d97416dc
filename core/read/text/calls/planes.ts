/** Convolutions and poolings of one plane, and the checks of arguments that the languages share. */
import type { NdArray } from '../../../array/NdArray';
import { turnedKernel } from '../../../layer/layout';
import type { Pair, Pool2dOptions, Sides } from '../../../layer/options';
import type { CallSite } from '../../LayerCall';
import type { CallArguments } from './CallArguments';
import type { Reading } from './LayerTable';

/** A reading of a convolution. */
export type ConvReading = Extract<Reading, { operation: 'conv_forward' }>;

/** One image and one kernel, both matrices; `flip`: a true convolution, which turns its kernel by 180°. */
export function planarConvolution(image: NdArray, kernel: NdArray, padding: Sides, flip: boolean): ConvReading {
  const [rows = 1, cols = 1] = kernel.shape;
  const W: NdArray = { shape: [rows, cols, 1, 1], data: kernel.data };
  return {
    operation: 'conv_forward',
    arrays: { A_prev: planarImage(image), W: flip ? turnedKernel(W) : W },
    options: { padding, ...(flip && { kernelFlipped: true }) },
    layout: 'nhwc',
  };
}

export function planarImage({ shape, data }: NdArray): NdArray {
  return { shape: [1, shape[0] ?? 1, shape[1] ?? 1, 1], data };
}

/** ReLU of an array of any rank; `images`: four axes as (m, n_H, n_W, n_C). */
export function reluReading(Z: NdArray, images: (array: NdArray) => NdArray, layout: CallSite['layout']): Reading {
  return { operation: 'relu_forward', arrays: { Z: Z.shape.length === 4 ? images(Z) : Z }, options: {}, layout };
}

export function poolReading(A_prev: NdArray, options: Pool2dOptions, layout: CallSite['layout']): Reading {
  return { operation: 'pool_forward', arrays: { A_prev }, options, layout };
}

/** The pad of a full convolution: one cell less than the kernel on each side. */
export function fullSides({ shape }: NdArray): Sides {
  const [rows, cols] = [(shape[0] ?? 1) - 1, (shape[1] ?? 1) - 1];
  return { top: rows, bottom: rows, left: cols, right: cols };
}

export function requireRank(call: CallArguments, { shape }: NdArray, rank: number): readonly number[] {
  if (shape.length === rank) return shape;
  throw call.unsupported(`shape ${shape.join(' × ')}`);
}

export function onePair(values: readonly number[], call: CallArguments): Pair {
  const [vertical, horizontal] = values;
  if (vertical === undefined || values.length > 2) throw call.unsupported(values.join(', '));
  return horizontal === undefined ? vertical : [vertical, horizontal];
}
