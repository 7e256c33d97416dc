/** A result of the user in the layer's layout, channels last: as it is, channels first, or without axes of size 1. */
import { sizeOf, type NdArray } from '../../array/NdArray';
import { toChannelsLast, toFilter, userIndex } from '../adapt/layout/layouts';
import { transpose } from '../adapt/layout/transpose';
import { isSameShape } from '../compare/compareArrays';

/** Axes of the user's arrays. `plane`: rows and columns; `row`: columns; `scalar`: a single number without axes. */
export type OwnAxes = 'NHWC' | 'NCHW' | 'HWC' | 'CHW' | 'NHW' | 'plane' | 'row' | 'scalar';

/** How an array of the layer is laid out for the user. */
export interface OwnLayout {
  readonly toLayer: (own: NdArray) => NdArray | undefined;
  readonly toOwn: (layer: NdArray) => NdArray;
  /** The user's index of a cell of the layer's array. */
  readonly ownIndex: (index: readonly number[]) => readonly number[];
}

const ACTIVATIONS: readonly OwnAxes[] = ['NHWC', 'NCHW', 'HWC', 'CHW', 'NHW', 'plane', 'row', 'scalar'];
const FILTERS: readonly OwnAxes[] = ['NHWC', 'NCHW', 'plane', 'HWC'];

/** The layout in which an activation or its gradient of the user fits the layer's. `preferred`: that of the user's input. */
export function activationLayout(
  own: readonly number[],
  layer: readonly number[],
  preferred: OwnAxes,
): OwnLayout | undefined {
  return layoutThatFits(own, layer, activation, inOrder(ACTIVATIONS, preferred));
}

/** As `activationLayout`, of a filter or its gradient. */
export function filterLayout(
  own: readonly number[],
  layer: readonly number[],
  preferred: OwnAxes,
): OwnLayout | undefined {
  return layoutThatFits(own, layer, filter, inOrder(FILTERS, preferred));
}

/** Layouts of an array of the layer of which only slices are known, the likeliest first. */
export function wholeLayouts(isFilter: boolean, preferred: OwnAxes, layer: readonly number[]): OwnLayout[] {
  const make = isFilter ? filter : activation;
  const usual: OwnAxes = preferred === 'CHW' ? 'NCHW' : 'NHWC';
  return inOrder([usual], preferred)
    .map(make)
    .filter(({ toOwn }) => sizeOf(toOwn(empty(layer)).shape) === sizeOf(layer));
}

function layoutThatFits(
  own: readonly number[],
  layer: readonly number[],
  make: (axes: OwnAxes) => OwnLayout,
  candidates: readonly OwnAxes[],
): OwnLayout | undefined {
  const given = empty(own);
  return candidates.map(make).find(({ toLayer }) => {
    const placed = toLayer(given);
    return placed !== undefined && isSameShape(placed.shape, layer);
  });
}

function activation(axes: OwnAxes): OwnLayout {
  return {
    toLayer: (array) => activationToLayer(array, axes),
    toOwn: (array) => activationToOwn(array, axes),
    ownIndex: (index) => {
      if (index.length !== 4) return index;
      if (axes === 'scalar') return [];
      return axes === 'row' ? [index[2]!] : userIndex(index, axes);
    },
  };
}

function filter(axes: OwnAxes): OwnLayout {
  return {
    toLayer: (array) => filterToLayer(array, axes),
    toOwn: (array) => filterToOwn(array, axes),
    ownIndex: (index) => {
      const [row = 0, col = 0, channel = 0, out = 0] = index;
      if (axes === 'NCHW' || axes === 'CHW') return [out, channel, row, col];
      if (axes === 'HWC') return [row, col, channel];
      return axes === 'NHWC' ? index : [row, col];
    },
  };
}

function activationToLayer(array: NdArray, axes: OwnAxes): NdArray | undefined {
  const { shape, data } = array;
  if (axes === 'row') return shape.length === 1 ? { shape: [1, 1, shape[0]!, 1], data } : undefined;
  if (axes === 'scalar') return sizeOf(shape) === 1 ? { shape: [1, 1, 1, 1], data } : undefined;
  return toChannelsLast(array, axes);
}

function activationToOwn(array: NdArray, axes: OwnAxes): NdArray {
  const { shape, data } = array;
  const [m = 1, rows = 1, cols = 1, channels = 1] = shape;
  switch (axes) {
    case 'NHWC':
      return array;
    case 'NCHW':
      return transpose(array, [0, 3, 1, 2]);
    case 'HWC':
      return { shape: [rows, cols, channels], data };
    case 'CHW':
      return { shape: [channels, rows, cols], data: transpose(array, [0, 3, 1, 2]).data };
    case 'NHW':
      return { shape: [m, rows, cols], data };
    case 'plane':
      return { shape: [rows, cols], data };
    case 'row':
      return { shape: [cols], data };
    case 'scalar':
      return { shape: [], data };
  }
}

function filterToLayer(array: NdArray, axes: OwnAxes): NdArray | undefined {
  if (axes === 'HWC') return array.shape.length === 3 ? { shape: [...array.shape, 1], data: array.data } : undefined;
  return toFilter(array, axes === 'row' || axes === 'scalar' ? 'plane' : axes);
}

function filterToOwn(array: NdArray, axes: OwnAxes): NdArray {
  const { shape, data } = array;
  switch (axes) {
    case 'NHWC':
      return array;
    case 'NCHW':
    case 'CHW':
      return transpose(array, [3, 2, 0, 1]);
    case 'HWC':
      return { shape: shape.slice(0, 3), data };
    default:
      return { shape: shape.slice(0, 2), data };
  }
}

function inOrder(all: readonly OwnAxes[], preferred: OwnAxes): OwnAxes[] {
  return [preferred, ...all.filter((each) => each !== preferred)];
}

function empty(shape: readonly number[]): NdArray {
  return { shape, data: new Float64Array(sizeOf(shape)) };
}
