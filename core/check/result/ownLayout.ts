/** A result of the user in the layer's layout, channels last: as it is, channels first, or without axes of size 1. */
import type { NdArray } from '../../array/NdArray';
import type { Layout } from '../adapt/Adapter';
import { toChannelsLast, toFilter } from '../adapt/layouts';
import { transpose } from '../adapt/transpose';
import { isSameShape } from '../compare/compareArrays';

const FIRST: readonly Layout[] = ['NHWC', 'NCHW', 'HWC', 'CHW', 'NHW', 'plane'];

/** How an array of the layer is laid out for the user. */
export interface OwnLayout {
  readonly toLayer: (own: NdArray) => NdArray | undefined;
  readonly toOwn: (layer: NdArray) => NdArray;
}

/** Activations and their gradients. `preferred`: the layout of the user's input. */
export function activationLayout(
  own: readonly number[],
  layer: readonly number[],
  preferred: 'NHWC' | 'NCHW',
): OwnLayout | undefined {
  const empty = { shape: own, data: new Float64Array(own.reduce((size, extent) => size * extent, 1)) };
  const layouts = [preferred, ...FIRST.filter((each) => each !== preferred)];
  const layout = layouts.find((each) => {
    const placed = toChannelsLast(empty, each);
    return placed !== undefined && isSameShape(placed.shape, layer);
  });
  return (
    layout && { toLayer: (array) => toChannelsLast(array, layout), toOwn: (array) => fromChannelsLast(array, layout) }
  );
}

/** Filters and their gradients. */
export function filterLayout(
  own: readonly number[],
  layer: readonly number[],
  preferred: 'NHWC' | 'NCHW',
): OwnLayout | undefined {
  const empty = { shape: own, data: new Float64Array(own.reduce((size, extent) => size * extent, 1)) };
  const layouts = [preferred, ...(['NHWC', 'NCHW', 'plane'] as const).filter((each) => each !== preferred)];
  const layout = layouts.find((each) => {
    const placed = toFilter(empty, each);
    return placed !== undefined && isSameShape(placed.shape, layer);
  });
  return layout && { toLayer: (array) => toFilter(array, layout), toOwn: (array) => fromFilter(array, layout) };
}

/** The layout of an array of which only slices are known. */
export function wholeLayout(isFilter: boolean, preferred: 'NHWC' | 'NCHW'): OwnLayout {
  return isFilter
    ? { toLayer: (array) => toFilter(array, preferred), toOwn: (array) => fromFilter(array, preferred) }
    : { toLayer: (array) => toChannelsLast(array, preferred), toOwn: (array) => fromChannelsLast(array, preferred) };
}

function fromChannelsLast(array: NdArray, layout: Layout): NdArray {
  const { shape, data } = array;
  const [m = 1, rows = 1, cols = 1, channels = 1] = shape;
  switch (layout) {
    case 'NHWC':
      return array;
    case 'NCHW':
      return transpose(array, [0, 3, 1, 2]);
    case 'HWC':
    case 'plane-HWC':
      return { shape: [rows, cols, channels], data };
    case 'CHW':
    case 'plane-CHW':
      return { shape: [channels, rows, cols], data: transpose(array, [0, 3, 1, 2]).data };
    case 'NHW':
      return { shape: [m, rows, cols], data };
    case 'plane':
      return { shape: [rows, cols], data };
  }
}

function fromFilter(array: NdArray, layout: Layout): NdArray {
  if (layout === 'NCHW') return transpose(array, [3, 2, 0, 1]);
  return layout === 'plane' ? { shape: array.shape.slice(0, 2), data: array.data } : array;
}
