/** Conversion between the layer's layout, channels last, and the user's. */
import { ndarray, zeros, type NdArray } from '../../array/NdArray';
import { transpose } from './transpose';
import type { Layout } from './Adapter';

/** Python source that converts the driver's `x` or `g` (m, n_H, n_W, n_C) to the function's layout. */
export function activationSource(name: string, layout: Layout): string {
  switch (layout) {
    case 'NHWC':
      return `${name}.copy()`;
    case 'NCHW':
      return `${name}.transpose(0, 3, 1, 2).copy()`;
    case 'HWC':
      return `${name}[0].copy()`;
    case 'CHW':
      return `${name}[0].transpose(2, 0, 1).copy()`;
    case 'NHW':
      return `${name}[:, :, :, 0].copy()`;
    case 'plane':
    case 'plane-HWC':
    case 'plane-CHW':
      return `${name}[0, :, :, 0].copy()`;
  }
}

/** As `activationSource`, of an array of the output's shape. */
export function gradientSource(name: string, layout: Layout): string {
  if (layout === 'plane-HWC') return activationSource(name, 'HWC');
  return activationSource(name, layout === 'plane-CHW' ? 'CHW' : layout);
}

/** Python source that converts the driver's `w` (f_H, f_W, n_C_prev, n_C). */
export function filterSource(layout: Layout): string {
  switch (layout) {
    case 'NHWC':
    case 'HWC':
      return 'w.copy()';
    case 'NCHW':
    case 'CHW':
      return 'w.transpose(3, 2, 0, 1).copy()';
    case 'NHW':
    case 'plane':
      return 'w[:, :, 0, 0].copy()';
    case 'plane-HWC':
    case 'plane-CHW':
      return 'w[:, :, 0, :].transpose(2, 0, 1).copy()';
  }
}

/** An activation of the user in the layer's layout; undefined where it has another number of axes. */
export function toChannelsLast(array: NdArray, layout: Layout): NdArray | undefined {
  if (layout === 'plane-HWC' || layout === 'plane-CHW') {
    if (array.shape.length === 2) return toChannelsLast(array, 'plane');
    return toChannelsLast(array, layout === 'plane-HWC' ? 'HWC' : 'CHW');
  }
  if (array.shape.length !== RANKS[layout]) return undefined;
  const [a = 1, b = 1, c = 1] = array.shape;
  switch (layout) {
    case 'NHWC':
      return array;
    case 'NCHW':
      return transpose(array, [0, 2, 3, 1]);
    case 'HWC':
      return ndarray([1, a, b, c], array.data);
    case 'CHW':
      return ndarray([1, b, c, a], transpose(array, [1, 2, 0]).data);
    case 'NHW':
      return ndarray([a, b, c, 1], array.data);
    case 'plane':
      return ndarray([1, a, b, 1], array.data);
  }
}

/** A filter of the user as (f_H, f_W, n_C_prev, n_C). */
export function toFilter(array: NdArray, layout: Layout): NdArray | undefined {
  if (isPlaneOfFilters(layout)) {
    if (array.shape.length !== 3) return undefined;
    const [filters = 1, rows = 1, cols = 1] = array.shape;
    return transpose(ndarray([filters, 1, rows, cols], array.data), [2, 3, 1, 0]);
  }
  const isPlane = layout === 'plane' || layout === 'NHW';
  if (array.shape.length !== (isPlane ? 2 : 4)) return undefined;
  if (isPlane) return ndarray([array.shape[0]!, array.shape[1]!, 1, 1], array.data);
  return layout === 'NCHW' || layout === 'CHW' ? transpose(array, [2, 3, 1, 0]) : array;
}

/** One plane in, one plane for each filter out. */
export function isPlaneOfFilters(layout: Layout): layout is 'plane-HWC' | 'plane-CHW' {
  return layout === 'plane-HWC' || layout === 'plane-CHW';
}

/** The index in the user's array of an index in the layer's layout. */
export function userIndex(index: readonly number[], layout: Layout): number[] {
  const [i = 0, h = 0, w = 0, c = 0] = index;
  switch (layout) {
    case 'NHWC':
      return [i, h, w, c];
    case 'NCHW':
      return [i, c, h, w];
    case 'HWC':
    case 'plane-HWC':
      return [h, w, c];
    case 'CHW':
    case 'plane-CHW':
      return [c, h, w];
    case 'NHW':
      return [i, h, w];
    case 'plane':
      return [h, w];
  }
}

/** A case for a layout without examples or channels has one of each. */
export function fitToLayout(x: NdArray, layout: Layout): NdArray {
  const [m, rows, cols, channels] = x.shape as [number, number, number, number];
  const examples = layout === 'NHWC' || layout === 'NCHW' || layout === 'NHW' ? m : 1;
  const depth = layout === 'plane' || layout === 'NHW' || isPlaneOfFilters(layout) ? 1 : channels;
  if (examples === m && depth === channels) return x;
  const cut = zeros([examples, rows, cols, depth]);
  for (let k = 0; k < cut.data.length; k++) {
    cut.data[k] = x.data[Math.floor(k / depth) * channels + (k % depth)]!;
  }
  return cut;
}

const RANKS: Record<Exclude<Layout, 'plane-HWC' | 'plane-CHW'>, number> = {
  NHWC: 4,
  NCHW: 4,
  HWC: 3,
  CHW: 3,
  NHW: 3,
  plane: 2,
};
