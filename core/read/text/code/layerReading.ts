/** From the arguments of a layer call in a C-like language to the layer. */
import { sizeOf, type NdArray } from '../../../array/NdArray';
import { toPair } from '../../../layer/axis';
import { permute, toHwio, toNhwc, turnedKernel } from '../../../layer/layout';
import { sameSides } from '../../../layer/sameSides';
import type { Padding, PaddingMode, Pair, Pool2dOptions } from '../../../layer/options';
import { tuple2 } from '../../../tuples';
import type { CallContent, CallSite } from '../../LayerCall';
import { LayerArguments, type GivenArguments } from './LayerArguments';
import type { LayerFunction } from './libraries';
import { isList, wholeNumbers } from './reader/values';

export type CodeReading = CallContent<
  'conv_forward' | 'conv_transpose_forward' | 'pool_forward' | 'zero_pad' | 'relu_forward'
> &
  Pick<CallSite, 'layout'>;

/** Throws a LensError that names the argument. */
export function readLayer(known: LayerFunction, given: GivenArguments): CodeReading {
  const args = new LayerArguments(given, known.isLine);
  const row = fittingRow(known, args);
  const format = args.word('format');
  const layout = format === undefined ? row.layout : /^N?H?WC$|last$/i.test(format) ? 'nhwc' : 'nchw';
  if (row.planar) return filtered(args);
  if (row.full) return fullConvolution(args);
  if (row.operation === 'pad') return padded(args, layout);
  if (row.operation === 'relu') return rectified(args.array('x'), layout);
  const x = batched(planesOf(args.array('x'), row, layout), layout, args);
  if (row.operation === 'conv') return convolution(row, args, layout, x);
  if (row.operation === 'transpose') return transposed(row, args, layout, x);
  const kernel = args.pair('kernel') ?? args.missing('kernel');
  const padding = beyondHalf(args.padding(layout) ?? 0, kernel, row);
  const ceilMode = args.flag('ceilMode');
  const counted = args.flag('countIncludePad') ?? row.countIncludePad;
  const dilation = args.pair('dilation');
  if (args.has('divisor')) throw args.unsupported('divisor');
  const options: Pool2dOptions = {
    mode: row.operation,
    kernel,
    stride: args.pair('stride') ?? (row.stride === 1 ? 1 : kernel),
    padding,
    ties: 'first',
    ...(dilation !== undefined && { dilation }),
    ...(ceilMode !== undefined && { ceilMode }),
    ...(counted !== undefined && { countIncludePad: counted }),
  };
  return { operation: 'pool_forward', arrays: { A_prev: x }, options, layout };
}

/** Of a function that is known by its name alone, the channels show where they are: first, or last as TensorFlow has them. */
function fittingRow(row: LayerFunction, args: LayerArguments): LayerFunction {
  if (!row.isNamed || row.operation !== 'conv' || args.has('groups')) return row;
  const [x, w] = [args.array('x').shape, args.array('w').shape];
  const count = args.has('b') ? args.array('b').data.length : undefined;
  const fits = (channels: number | undefined, depth: number | undefined, filters: number | undefined): boolean =>
    channels === depth && (count === undefined || count === filters);
  const isLast = x.length > 2 && w.length === 4 && !fits(x.at(-3), w[1], w[0]) && fits(x.at(-1), w[2], w[3]);
  return isLast ? { ...row, layout: 'nhwc', filters: 'hwio' } : row;
}

/** Of arrays of any rank; four axes are those of images. */
function rectified(x: NdArray, layout: 'nchw' | 'nhwc'): CodeReading {
  const Z = x.shape.length === 4 && layout === 'nchw' ? toNhwc(x) : x;
  return { operation: 'relu_forward', arrays: { Z }, options: {}, layout };
}

/** TensorFlow's padding of a matrix, or of images: as many zeros at all four sides of their planes, and none elsewhere. */
function padded(args: LayerArguments, layout: 'nchw' | 'nhwc'): CodeReading {
  const x = args.array('x');
  const value = args.value('padding');
  const pairs = isList(value) ? value.map((each) => wholeNumbers(each)) : [];
  const planes = x.shape.length === 2 ? pairs : pairs.slice(1, 3);
  const [pad = 0, ...others] = planes.flatMap((pair) => pair ?? [-1]);
  const around = x.shape.length === 2 ? [] : [pairs[0], pairs[3]];
  const isEven = pad >= 0 && planes.length === 2 && others.length === 3 && others.every((each) => each === pad);
  if (!isEven || pairs.length !== x.shape.length || !around.every((pair) => pair?.join() === '0,0'))
    throw args.unsupported(args.text('padding') ?? 'padding');
  if (args.has('delta') && args.value('delta') !== 0) throw args.unsupported(args.text('delta')!);
  const X = x.shape.length === 2 ? { shape: [1, ...x.shape, 1], data: x.data } : batched(x, layout, args);
  return { operation: 'zero_pad', arrays: { X }, options: { pad }, layout };
}

/** A pad of more than half of the window, which only PyTorch refuses, as four sides. */
function beyondHalf(padding: Padding, kernel: Pair, row: LayerFunction): Padding {
  if (row.stride === 'kernel' || typeof padding !== 'number') return padding;
  const smallest = typeof kernel === 'number' ? kernel : Math.min(...kernel);
  return 2 * padding > smallest ? { top: padding, bottom: padding, left: padding, right: padding } : padding;
}

/** Filters (n_C_prev, n_C, f_H, f_W), or TensorFlow's (f_H, f_W, n_C, n_C_prev). */
function transposed(row: LayerFunction, args: LayerArguments, layout: 'nchw' | 'nhwc', x: NdArray): CodeReading {
  const filters = filtersOfCall(args, row);
  const b = biasOfCall(args);
  const dilation = args.pair('dilation');
  const groups = args.whole('groups') ?? 1;
  const [rows, cols] = ((args.has('outputShape') && wholeNumbers(args.value('outputShape'))) || []).slice(-3);
  const size = rows === undefined || cols === undefined ? undefined : ([rows, cols] as const);
  const W = row.filters === 'hwio' ? filters : toHwio(filters);
  const stride = args.pair('stride') ?? 1;
  const padding = args.padding(layout) ?? 0;
  return {
    operation: 'conv_transpose_forward',
    arrays: { A_prev: x, W, ...(b && { b }) },
    options: {
      stride,
      padding:
        size && padding === 'same_upper'
          ? sameSides([x.shape[1]!, x.shape[2]!], W.shape, toPair(stride), size)
          : padding,
      ...(size && { outputSize: size }),
      ...(args.has('outputPadding') && { outputPadding: args.pair('outputPadding')! }),
      ...(dilation !== undefined && { dilation }),
      ...(groups !== 1 && { groups }),
    },
    layout,
  };
}

/** One matrix is one plane of one example, or one filter; an axis of places is one row of a plane. */
function planesOf({ shape, data }: NdArray, { isNamed, isLine }: LayerFunction, layout: 'nchw' | 'nhwc'): NdArray {
  const rows = layout === 'nchw' ? -1 : -2;
  if (isLine && shape.length > 1) return { shape: [...shape.slice(0, rows), 1, ...shape.slice(rows)], data };
  return isNamed && shape.length === 2 ? { shape: [1, 1, ...shape], data } : { shape, data };
}

function filtersOfCall(args: LayerArguments, row: LayerFunction): NdArray {
  const array = args.array('w');
  const isFirst = row.isLine && row.filters === 'hwio';
  const filters = isFirst ? { ...array, shape: [1, ...array.shape] } : planesOf(array, row, 'nchw');
  if (filters.shape.length !== 4) throw args.unsupportedShape(filters.shape);
  return filters;
}

/** The axes of filters in the order (f_H, f_W, n_C_prev, n_C), where the call states their layout: `filterLayout: "ohwi"`. */
function filterAxes(args: LayerArguments): [number, number, number, number] | undefined {
  const written = args.word('filterFormat')?.toLowerCase();
  if (written === undefined) return undefined;
  const [h, w, i, o] = [...'hwio'].map((axis) => written.indexOf(axis));
  if (written.length !== 4 || Math.min(h!, w!, i!, o!) < 0) throw args.unsupported(written);
  return [h!, w!, i!, o!];
}

function biasOfCall(args: LayerArguments): NdArray | undefined {
  const b = args.has('b') ? args.array('b') : undefined;
  // A number in the place of the bias is another option: the order of the arguments is another one.
  if (b?.shape.length === 0) throw args.unsupported('a number as the bias');
  return b && { shape: [1, 1, 1, sizeOf(b.shape)], data: b.data };
}

function convolution(row: LayerFunction, args: LayerArguments, layout: 'nchw' | 'nhwc', x: NdArray): CodeReading {
  const filters = filtersOfCall(args, row);
  const b = biasOfCall(args);
  const [rows = 1, cols = 1, depth = 1, multiplier = 1] = filters.shape;
  const isDepthwise = row.filters === 'depthwise';
  // WebNN's first version has one layout for both arrays.
  const isLast = row.filters === 'hwio' || (layout === 'nhwc' && args.text('format') !== undefined);
  const stated = filterAxes(args);
  const W = stated
    ? permute(filters, stated)
    : isDepthwise
      ? { shape: [rows, cols, 1, depth * multiplier], data: filters.data }
      : isLast
        ? filters
        : toHwio(filters);
  const groups = isDepthwise ? depth : (args.whole('groups') ?? 1);
  const dilation = args.pair('dilation');
  return {
    operation: 'conv_forward',
    arrays: { A_prev: x, W, ...(b && { b }) },
    options: {
      stride: args.pair('stride') ?? 1,
      padding: args.padding(layout) ?? 0,
      ...(dilation !== undefined && { dilation }),
      ...(groups !== 1 && { groups }),
    },
    layout,
  };
}

/** OpenCV's names of borders; without one, the image is reflected without its edge. */
const BORDERS: readonly (readonly [RegExp, PaddingMode])[] = [
  [/BORDER_(?:REFLECT_?101|DEFAULT)$/, 'reflect'],
  [/BORDER_CONSTANT$/, 'zeros'],
  [/BORDER_REPLICATE$/, 'replicate'],
];

/** OpenCV's correlation: the anchor is in the middle of the kernel, and a number is added to every result. */
function filtered(args: LayerArguments): CodeReading {
  const [x, w] = [args.array('x'), args.array('w')];
  const other = [x, w].find(({ shape }) => shape.length !== 2);
  if (other) throw args.unsupported(`shape ${other.shape.join(' × ')}`);
  const anchor = args.text('anchor') ?? 'Point(-1, -1)';
  if (!/Point\(\s*-1\s*,\s*-1\s*\)$/.test(anchor)) throw args.unsupported(anchor);
  const border = args.text('border') ?? 'BORDER_DEFAULT';
  const mode = BORDERS.find(([pattern]) => pattern.test(border))?.[1];
  if (!mode) throw args.unsupported(border);
  const delta = args.has('delta') ? args.value('delta') : 0;
  if (typeof delta !== 'number') throw args.unsupported(args.text('delta') ?? 'delta');
  const [rows, cols] = tuple2(w.shape);
  const [top, left] = [rows >> 1, cols >> 1];
  return {
    operation: 'conv_forward',
    arrays: {
      A_prev: { shape: [1, ...x.shape, 1], data: x.data },
      W: { shape: [rows, cols, 1, 1], data: w.data },
      ...(delta !== 0 && { b: { shape: [1, 1, 1, 1], data: Float64Array.of(delta) } }),
    },
    options: {
      stride: 1,
      padding: { top, bottom: rows - 1 - top, left, right: cols - 1 - left },
      ...(mode !== 'zeros' && { paddingMode: mode }),
    },
    layout: 'nhwc',
  };
}

/** Every overlap of two vectors, of which the second is turned: a pad of one cell less than the kernel on each side. */
function fullConvolution(args: LayerArguments): CodeReading {
  const [x, w] = [args.array('x'), args.array('w')];
  const other = [x, w].find(({ shape }) => shape.length !== 1);
  if (other) throw args.unsupported(`shape ${other.shape.join(' × ')}`);
  const [width, pad] = [w.data.length, w.data.length - 1];
  return {
    operation: 'conv_forward',
    arrays: {
      A_prev: { shape: [1, 1, x.data.length, 1], data: x.data },
      W: turnedKernel({ shape: [1, width, 1, 1], data: w.data }),
    },
    options: { stride: 1, padding: { top: 0, bottom: 0, left: pad, right: pad }, kernelFlipped: true },
    layout: 'nhwc',
  };
}

/** As (m, n_H, n_W, n_C); one example has no axis for it. */
function batched(array: NdArray, layout: 'nchw' | 'nhwc', args: LayerArguments): NdArray {
  const shape = array.shape.length === 3 ? [1, ...array.shape] : array.shape;
  if (shape.length !== 4) throw args.unsupportedShape(array.shape);
  const full = { shape, data: array.data };
  return layout === 'nchw' ? toNhwc(full) : full;
}
