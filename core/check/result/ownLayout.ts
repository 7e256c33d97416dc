/** A result of the user in the layer's layout, channels last: as it is, channels first, or without axes of size 1. */
import type { NdArray } from '../../array/NdArray';
import type { Layout } from '../adapt/Adapter';
import { fromChannelsLast, fromFilter, toChannelsLast, toFilter } from '../adapt/layouts';
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
