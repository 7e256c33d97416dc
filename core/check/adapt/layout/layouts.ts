/** Conversion between the layer's layout, channels last, and the user's. */
import type { NdArray } from '../../../array/NdArray';
import { zeros } from '../../../array/NdArray';
import { tuple4 } from '../../../tuples';
import { toLetters } from './letters';
import type { AxisLayout, CalledLayout } from '../Adapter';

/** Letters of the axes in the user's order; an axis that an array does not have is absent and has size 1. */
interface LayoutAxes {
  /** Order of N (examples), H (rows), W (columns), C (channels). */
  readonly input: string;
  readonly output: string;
  /** Order of H, W, I (channels of the input), O (filters). */
  readonly filter: string;
}

const ACTIVATION = 'NHWC';
const FILTER = 'HWIO';
/** Of filters with several for each channel of the input. */
const MULTIPLIED = 'HWCM';

const AXES: Record<Exclude<AxisLayout, CalledLayout>, LayoutAxes> = {
  NHWC: { input: 'NHWC', output: 'NHWC', filter: 'HWIO' },
  NCHW: { input: 'NCHW', output: 'NCHW', filter: 'OIHW' },
  HWC: { input: 'HWC', output: 'HWC', filter: 'HWIO' },
  CHW: { input: 'CHW', output: 'CHW', filter: 'OIHW' },
  NHW: { input: 'NHW', output: 'NHW', filter: 'HW' },
  HWN: { input: 'HWN', output: 'HWN', filter: 'HW' },
  plane: { input: 'HW', output: 'HW', filter: 'HW' },
  'plane-HWC': { input: 'HW', output: 'HWC', filter: 'OHW' },
  'plane-CHW': { input: 'HW', output: 'CHW', filter: 'OHW' },
  'NHW-CHW': { input: 'NHW', output: 'NCHW', filter: 'OHW' },
  'NHWC-OHWI': { input: 'NHWC', output: 'NHWC', filter: 'OHWI' },
  'HWC-OHWI': { input: 'HWC', output: 'HWC', filter: 'OHWI' },
  'NHWC-OIHW': { input: 'NHWC', output: 'NHWC', filter: 'OIHW' },
  'HWC-OIHW': { input: 'HWC', output: 'HWC', filter: 'OIHW' },
  'HWC-IOHW': { input: 'HWC', output: 'HWC', filter: 'IOHW' },
  'CHW-IOHW': { input: 'CHW', output: 'CHW', filter: 'IOHW' },
  'NCHW-IOHW': { input: 'NCHW', output: 'NCHW', filter: 'IOHW' },
  'NCHW-HWIO': { input: 'NCHW', output: 'NCHW', filter: 'HWIO' },
  'NCHW-IHWO': { input: 'NCHW', output: 'NCHW', filter: 'IHWO' },
  'CHW-IHWO': { input: 'CHW', output: 'CHW', filter: 'IHWO' },
  'CHW-HWIO': { input: 'CHW', output: 'CHW', filter: 'HWIO' },
  'HWC-plane': { input: 'HWC', output: 'HW', filter: 'HWI' },
  'CHW-plane': { input: 'CHW', output: 'HW', filter: 'IHW' },
  'NHWC-plane': { input: 'NHWC', output: 'NHW', filter: 'HWI' },
  'NCHW-plane': { input: 'NCHW', output: 'NHW', filter: 'IHW' },
  'NHWC-depthwise': { input: 'NHWC', output: 'NHWC', filter: 'HWO' },
  'NCHW-depthwise': { input: 'NCHW', output: 'NCHW', filter: 'OHW' },
  'HWC-depthwise': { input: 'HWC', output: 'HWC', filter: 'HWO' },
  'CHW-depthwise': { input: 'CHW', output: 'CHW', filter: 'OHW' },
  'NHWC-OHW-depthwise': { input: 'NHWC', output: 'NHWC', filter: 'OHW' },
  'HWC-OHW-depthwise': { input: 'HWC', output: 'HWC', filter: 'OHW' },
  'NHWC-HWOI-depthwise': { input: 'NHWC', output: 'NHWC', filter: 'HWOI' },
  'HWC-HWOI-depthwise': { input: 'HWC', output: 'HWC', filter: 'HWOI' },
  'NCHW-OIHW-depthwise': { input: 'NCHW', output: 'NCHW', filter: 'OIHW' },
  'CHW-OIHW-depthwise': { input: 'CHW', output: 'CHW', filter: 'OIHW' },
  'NHWC-HWCM-depthwise': { input: 'NHWC', output: 'NHWC', filter: 'HWCM' },
  'HWC-HWCM-depthwise': { input: 'HWC', output: 'HWC', filter: 'HWCM' },
  'NCHW-CMHW-depthwise': { input: 'NCHW', output: 'NCHW', filter: 'CMHW' },
  'CHW-CMHW-depthwise': { input: 'CHW', output: 'CHW', filter: 'CMHW' },
  'NCHW-multiplied-depthwise': { input: 'NCHW', output: 'NCHW', filter: 'OIHW' },
  'CHW-multiplied-depthwise': { input: 'CHW', output: 'CHW', filter: 'OIHW' },
  'NCHW-OI': { input: 'NCHW', output: 'NCHW', filter: 'OI' },
  'NCHW-IO': { input: 'NCHW', output: 'NCHW', filter: 'IO' },
  'NHWC-IO': { input: 'NHWC', output: 'NHWC', filter: 'IO' },
  'NHWC-OI': { input: 'NHWC', output: 'NHWC', filter: 'OI' },
  'CHW-OI': { input: 'CHW', output: 'CHW', filter: 'OI' },
  'CHW-IO': { input: 'CHW', output: 'CHW', filter: 'IO' },
  'HWC-IO': { input: 'HWC', output: 'HWC', filter: 'IO' },
  'HWC-OI': { input: 'HWC', output: 'HWC', filter: 'OI' },
  NCL: { input: 'NCW', output: 'NCW', filter: 'OIW' },
  NLC: { input: 'NWC', output: 'NWC', filter: 'WIO' },
  CL: { input: 'CW', output: 'CW', filter: 'OIW' },
  LC: { input: 'WC', output: 'WC', filter: 'WIO' },
  L: { input: 'W', output: 'W', filter: 'W' },
  NL: { input: 'NW', output: 'NW', filter: 'W' },
  LN: { input: 'WN', output: 'WN', filter: 'W' },
  'NL-NCL': { input: 'NW', output: 'NCW', filter: 'OW' },
  CHWN: { input: 'CHWN', output: 'CHWN', filter: 'IHWO' },
  HWCN: { input: 'HWCN', output: 'HWCN', filter: 'HWIO' },
  'CHWN-HWIO': { input: 'CHWN', output: 'CHWN', filter: 'HWIO' },
  'NHWC-HWOI': { input: 'NHWC', output: 'NHWC', filter: 'HWOI' },
  'L-CL': { input: 'W', output: 'CW', filter: 'OW' },
};

function isOfCall(layout: AxisLayout): layout is CalledLayout {
  return layout.startsWith('of:');
}

export function axesOf(layout: AxisLayout): LayoutAxes {
  if (!isOfCall(layout)) return AXES[layout];
  const [, input = '', filter = '', output = ''] = layout.split(':');
  return { input, filter, output };
}

/** Whether the axes of activations and of filters are in the order of the layer's, of which some may be absent. */
export function hasLayerOrder(layout: AxisLayout): boolean {
  const { input, output, filter } = axesOf(layout);
  return isInOrder(input, ACTIVATION) && isInOrder(output, ACTIVATION) && isInOrder(filter.replace('M', 'O'), FILTER);
}

function isInOrder(axes: string, order: string): boolean {
  return [...order].filter((axis) => axes.includes(axis)).join('') === axes;
}

/** One spatial axis. */
export function isLine(layout: AxisLayout): boolean {
  return !axesOf(layout).input.includes('H');
}

/** Filters of one cell, as a matrix of channels. */
export function isPointwise(layout: AxisLayout): boolean {
  return /-(?:OI|IO)$/.test(layout);
}

/** One filter of one channel for each channel of the input. */
export function isDepthwise(layout: AxisLayout): boolean {
  return layout.endsWith('-depthwise');
}

/** Several filters for each channel of the input, M, in an axis of their own or next to each other. */
function isMultiplied(layout: AxisLayout): boolean {
  return hasMultiplier(layout) || layout.includes('multiplied');
}

function hasMultiplier(layout: AxisLayout): boolean {
  return axesOf(layout).filter.includes('M');
}

/** Python source that converts the driver's `x` (m, n_H, n_W, n_C) to the function's layout. */
export function activationSource(name: string, layout: AxisLayout): string {
  return convertedSource(name, ACTIVATION, axesOf(layout).input);
}

/** As `activationSource`, of an array of the output's shape. */
export function gradientSource(name: string, layout: AxisLayout): string {
  return convertedSource(name, ACTIVATION, axesOf(layout).output);
}

/** Python source that converts the driver's `w` (f_H, f_W, n_C_prev, n_C). */
export function filterSource(layout: AxisLayout): string {
  if (hasMultiplier(layout)) {
    const order = [...axesOf(layout).filter].map((axis) => MULTIPLIED.indexOf(axis));
    return `w.reshape(w.shape[0], w.shape[1], x.shape[3], -1).transpose(${order.join(', ')}).copy()`;
  }
  return convertedSource('w', FILTER, axesOf(layout).filter);
}

/** Python source of the shape of the weights, or of one filter, in the function's layout. */
export function filterShapeSource(layout: AxisLayout, axes: 3 | 4 | 'open'): string {
  const { filter } = axesOf(layout);
  if (axes === 'open')
    return `tuple(n for k, n in enumerate(_lens_np.shape(${filterSource(layout)})) if k != ${filter.indexOf('I')})`;
  const part = axes === 4 ? '' : filter.startsWith('O') ? '[1:]' : '[:3]';
  return `_lens_np.shape(${filterSource(layout)})${part}`;
}

/** Python source of the shape that the input has in the function's layout. */
export function inputShapeSource(layout: AxisLayout): string {
  return `(${[...axesOf(layout).input].map((axis) => `x.shape[${ACTIVATION.indexOf(axis)}], `).join('')})`;
}

/** `x[0].transpose(2, 0, 1).copy()`: missing axes are indexed, the others transposed. */
function convertedSource(name: string, from: string, to: string): string {
  const kept = [...from].filter((axis) => to.includes(axis));
  const index = [...from].map((axis) => (to.includes(axis) ? ':' : '0'));
  while (index.at(-1) === ':') index.pop();
  const part = index.length > 0 ? `${name}[${index.join(', ')}]` : name;
  const order = [...to].map((axis) => kept.indexOf(axis));
  const isOrdered = order.every((axis, k) => axis === k);
  return `${part}${isOrdered ? '' : `.transpose(${order.join(', ')})`}.copy()`;
}

/** An input or output of the user in the layer's layout; undefined where it has another number of axes. */
export function toChannelsLast(array: NdArray, layout: AxisLayout): NdArray | undefined {
  const { input, output } = axesOf(layout);
  const rank = array.shape.length;
  const axes = rank === input.length ? input : rank === output.length ? output : undefined;
  return axes === undefined ? undefined : toLetters(array, axes, ACTIVATION);
}

/** A filter of the user as (f_H, f_W, n_C_prev, n_C). */
export function toFilter(array: NdArray, layout: AxisLayout): NdArray | undefined {
  const { filter } = axesOf(layout);
  if (hasMultiplier(layout)) {
    if (array.shape.length !== filter.length) return undefined;
    const { shape, data } = toLetters(array, filter, MULTIPLIED);
    return { shape: [shape[0]!, shape[1]!, 1, shape[2]! * shape[3]!], data };
  }
  return array.shape.length === filter.length ? toLetters(array, filter, FILTER) : undefined;
}

/** The index, or the shape, in the user's array of one in the layer's layout. */
export function userIndex(
  index: readonly number[],
  layout: AxisLayout,
  array: 'input' | 'output' | 'filter' = 'output',
): number[] {
  const canonical = array === 'filter' ? FILTER : ACTIVATION;
  return [...axesOf(layout)[array]].map((axis) => index[canonical.indexOf(axis)] ?? 0);
}

/** The index in the layer's layout of an index in an input or output of the user. */
export function layerIndex(index: readonly number[], layout: AxisLayout): [number, number, number, number] {
  const { input, output } = axesOf(layout);
  const axes = index.length !== input.length && index.length === output.length ? output : input;
  const at = (axis: string): number => (axes.includes(axis) ? (index[axes.indexOf(axis)] ?? 0) : 0);
  return [at('N'), at('H'), at('W'), at('C')];
}

/** A case for a layout without examples or channels has one of each. */
export function fitToLayout(x: NdArray, layout: AxisLayout): NdArray {
  const { input, filter, output } = axesOf(layout);
  const [m, rows, cols, channels] = tuple4(x.shape);
  if (layout === 'HWN' && m < COLORS) return colorsOf(x);
  const isGray = filter === '' ? !output.includes('C') : !isDepthwise(layout) && !filter.includes('I');
  const count = input.includes('N') && output.includes('N') ? m : 1;
  return firstOf(x, [count, rows, cols, input.includes('C') && !isGray ? channels : 1]);
}

const COLORS = 3;

/** Three planes, from the channels and the examples in turn. */
function colorsOf(x: NdArray): NdArray {
  const [m, rows, cols, channels] = tuple4(x.shape);
  const planes = Array.from({ length: COLORS }, (_, plane) =>
    Array.from({ length: rows * cols }, (__, k) => {
      const cell = (plane % m) * rows * cols + k;
      return x.data[cell * channels + (plane % channels)]!;
    }),
  );
  return { shape: [COLORS, rows, cols, 1], data: Float64Array.from(planes.flat()) };
}

/** The filters that a layout can hold: without channels, without filters, or one for each channel. */
export function fitFilter(w: NdArray, layout: AxisLayout): NdArray {
  const { input, filter, output } = axesOf(layout);
  const [rows, cols, channels, filters] = tuple4(w.shape);
  if (isMultiplied(layout)) {
    // Two filters for each channel.
    const filters = Float64Array.from({ length: rows * cols * channels * 2 }, (_, k) => w.data[k % w.data.length]! + k);
    return { shape: [rows, cols, 1, channels * 2], data: filters };
  }
  if (isDepthwise(layout)) {
    // The filters of a layer with as many filters as channels.
    const shape = [rows, cols, 1, channels];
    return { shape, data: firstOf(w, [rows, cols, channels, 1]).data };
  }
  const taken = input.includes('C') && filter.includes('I') ? channels : 1;
  return firstOf(w, [rows, cols, taken, output.includes('C') && filter.includes('O') ? filters : 1]);
}

/** The cells of an array of rank 4 whose indices are below a shape. */
function firstOf(array: NdArray, shape: readonly [number, number, number, number]): NdArray {
  if (shape.every((extent, axis) => extent === array.shape[axis])) return array;
  const [, b, c, d] = tuple4(array.shape);
  const cut = zeros(shape);
  let k = 0;
  for (let i = 0; i < shape[0]; i++) {
    for (let h = 0; h < shape[1]; h++) {
      for (let w = 0; w < shape[2]; w++) {
        for (let q = 0; q < shape[3]; q++) cut.data[k++] = array.data[((i * b + h) * c + w) * d + q]!;
      }
    }
  }
  return cut;
}
