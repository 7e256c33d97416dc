/** JAX's convolutions and window reductions. */
import { formatShape } from '../../../../array/NdArray';
import { isReadonlyArray } from '../../../../isReadonlyArray';
import { toPair } from '../../../../layer/axis';
import type { Padding, Pair } from '../../../../layer/options';
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import { permuteAxes } from '../../array/reshaping';
import { flipped } from '../../library/manipulation/shaping';
import type { Call, FunctionTable } from '../../library/call/Call';
import { isSequence, toIntegers, toText } from '../../library/call/coerce';
import { describe } from '../../value/describe';
import { pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Caller } from '../Caller';
import { placedAt } from '../forward';
import { options1d } from '../options1d';
import { poolSums } from '../poolSums';
import { unsupportedOption } from '../images/slideKernel';
import { tapedConvolve, tapedPermute, tapedPool } from '../taped';
import { transposeConvolve } from '../transpose';

type AxisNames = readonly [lhs: string, rhs: string, out: string];

/** Functions of `jax.lax` by name. */
export const JAX_LAX: FunctionTable = {
  conv: [
    'lhs rhs window_strides padding precision? preferred_element_type?',
    (call) => convolution(call, channelsFirst(call)),
  ],
  conv_with_general_padding: [
    'lhs rhs window_strides padding lhs_dilation? rhs_dilation? precision? preferred_element_type?',
    (call) => convolution(call, channelsFirst(call)),
  ],
  conv_general_dilated: [
    'lhs rhs window_strides padding lhs_dilation? rhs_dilation? dimension_numbers? feature_group_count? batch_group_count? precision? preferred_element_type?',
    (call) => convolution(call, dimensionNumbers(call)),
  ],
  conv_dimension_numbers: ['lhs_shape rhs_shape dimension_numbers', (call) => call.value('dimension_numbers')],
  reduce_window: ['operand init_value computation window_dimensions window_strides? padding?', reduceWindow],
  max: ['x y', () => refuseDirect('lax.max')],
  add: ['x y', () => refuseDirect('lax.add')],
  min: ['x y', () => refuseDirect('lax.min')],
};

/** `lax.max` is an argument of `reduce_window`. */
function refuseDirect(name: string): never {
  throw new LensError(msg('{0} is supported as the computation of lax.reduce_window', name));
}

export function jaxCaller({ callee, range }: Call, name = callee): Caller {
  return { callee: name, range, notation: 'numpy', layout: 'nhwc' };
}

function channelsFirst(call: Call): AxisNames {
  return call.array('lhs').shape.length === 3 ? ['NCW', 'OIW', 'NCW'] : ['NCHW', 'OIHW', 'NCHW'];
}

function dimensionNumbers(call: Call): AxisNames {
  if (call.lacks('dimension_numbers')) return channelsFirst(call);
  const names = call.sequence('dimension_numbers').map(toText);
  // The one axis of sequences may be named H.
  const [lhs = '', rhs = '', out = ''] = names.map((name) => (name.length === 3 ? name.replace('H', 'W') : name));
  const [images, kernels] = lastAxesOf(lhs);
  if ([lhs, out].every((name) => isOrderOf(name, images)) && isOrderOf(rhs, kernels)) return [lhs, rhs, out];
  throw unsupportedOption(call, `dimension_numbers=${names.join(', ')}`);
}

function isOrderOf(name: string, letters: string): boolean {
  return [...name].sort().join('') === [...letters].sort().join('');
}

/** The axes of images and kernels with their channels last. */
function lastAxesOf(lhs: string): readonly [images: string, kernels: string] {
  return lhs.length === 3 ? ['NWC', 'WIO'] : ['NHWC', 'HWIO'];
}

function convolution(call: Call, [lhs, rhs, out]: AxisNames): Py {
  if (call.has('batch_group_count') && call.integer('batch_group_count') !== 1)
    throw unsupportedOption(call, 'batch_group_count');
  const is1d = lhs.length === 3;
  const [images, kernels] = [withAxes(call, 'lhs', lhs.length), withAxes(call, 'rhs', lhs.length)];
  if (hasDilation(call, 'lhs_dilation') && is1d) throw unsupportedOption(call, 'lhs_dilation');
  if (hasDilation(call, 'lhs_dilation'))
    return transposed(call, permuteAxes(images, axesTo('NHWC', lhs)), permuteAxes(kernels, axesTo('HWOI', rhs)), out);
  const [imageAxes, kernelAxes] = lastAxesOf(lhs);
  const options = {
    stride: pairOf(call, call.value('window_strides')),
    padding: paddingOf(call, call.value('padding'), is1d ? 1 : 2),
    dilation: call.has('rhs_dilation') && !call.lacks('rhs_dilation') ? pairOf(call, call.value('rhs_dilation')) : 1,
    groups: call.has('feature_group_count') ? call.integer('feature_group_count') : 1,
  };
  const request = {
    // The result is a tensor where one of the two is.
    input: tapedPermute(
      images.notation ? images : { ...images, notation: kernels.notation },
      axesTo(imageAxes, lhs),
      call.context,
    ),
    filter: tapedPermute(kernels, axesTo(kernelAxes, rhs), call.context),
    bias: undefined,
    options: is1d ? options1d(options, call) : options,
  };
  const layout = lhs.indexOf('C') === 1 ? 'nchw' : 'nhwc';
  const result = placedAt(call.range, () =>
    tapedConvolve(request, { ...jaxCaller(call), textLayout: layout, ...(is1d && { is1d }) }, call.context),
  );
  return result.kind === 'array' ? tapedPermute(result, axesTo(out, imageAxes), call.context) : result;
}

/** A convolution of an input with zeros between its cells is the transposed one with the turned kernel, and the rest of its padding. */
function transposed(call: Call, input: PyArray, kernels: PyArray, out: string): Py {
  const [rows, cols] = toPair(pairOf(call, call.value('window_strides')));
  const groups = call.has('feature_group_count') ? call.integer('feature_group_count') : 1;
  if (rows !== 1 || cols !== 1 || groups !== 1) throw unsupportedOption(call, 'lhs_dilation');
  const dilation =
    call.has('rhs_dilation') && !call.lacks('rhs_dilation') ? pairOf(call, call.value('rhs_dilation')) : 1;
  const [reachRows, reachCols] = toPair(dilation).map((each, axis) => each * (kernels.shape[axis]! - 1));
  const given = paddingOf(call, call.value('padding'));
  const sides = given === 'valid' ? 0 : given;
  if (typeof sides === 'string' || isReadonlyArray(sides)) throw unsupportedOption(call, `padding=${String(sides)}`);
  const { top, bottom, left, right } =
    typeof sides === 'object' ? sides : { top: sides, bottom: sides, left: sides, right: sides };
  const padding = {
    top: reachRows! - top,
    bottom: reachRows! - bottom,
    left: reachCols! - left,
    right: reachCols! - right,
  };
  if (Object.values(padding).some((cells) => cells < 0)) throw unsupportedOption(call, 'lhs_dilation');
  const options = { stride: pairOf(call, call.value('lhs_dilation')), padding, dilation };
  const filter = flipped(kernels, [0, 1]);
  const result = placedAt(call.range, () =>
    transposeConvolve({ input, filter, bias: undefined, options }, jaxCaller(call), call.context),
  );
  return result.kind === 'array' ? permuteAxes(result, axesTo(out, 'NHWC')) : result;
}

export function hasDilation(call: Call, name: string): boolean {
  return call.has(name) && !call.lacks(name) && call.integers(name).some((each) => each !== 1);
}

/** The axes of an array in order `from` that give the order `to`. */
function axesTo(to: string, from: string): number[] {
  return [...to].map((letter) => from.indexOf(letter));
}

function withAxes(call: Call, name: string, axes: number): PyArray {
  const array = call.array(name);
  if (array.shape.length === axes) return array;
  throw new LensError(
    msg('{0} is supported with two spatial axes; {1} has shape {2}', call.callee, name, formatShape(array.shape)),
    undefined,
    call.range,
  );
}

export function pairOf(call: Call, value: Py): Pair {
  const values = toIntegers(value);
  if (values.length === 1) return values[0]!;
  if (values.length === 2) return [values[0]!, values[1]!];
  throw unsupportedOption(call, values.join(', '));
}

/** `SAME`, `VALID`, a number, or (before, after) for each of the spatial axes. A sequence, with one axis, is an image of height 1. */
export function paddingOf(call: Call, value: Py, axes: 1 | 2 = 2): Padding {
  if (value.kind === 'text') {
    const name = value.value.toLowerCase();
    if (name === 'valid') return 'valid';
    if (name === 'same') return 'same_upper';
    if (name === 'same_lower') return 'same_lower';
    throw unsupportedOption(call, `padding=${value.value}`);
  }
  if (value.kind === 'number') return toIntegers(value)[0]!;
  const pairs = isSequence(value) ? value.items.map((item) => toIntegers(item)) : [];
  const [rows, cols] = axes === 1 ? [[0, 0], ...pairs] : pairs;
  if (pairs.length !== axes || !rows || !cols) throw unsupportedOption(call, `padding=${describe(value)}`);
  const [top = 0, bottom = top] = rows;
  const [left = 0, right = left] = cols;
  return { top, bottom, left, right };
}

/** Maxima and sums; the other reductions have no layer. The initial value is that of the reduction. */
function reduceWindow(call: Call): Py {
  const reduction = call.value('computation');
  const name = reduction.kind === 'function' ? /(?:^|\.)(max|add)$/.exec(reduction.name)?.[1] : undefined;
  if (name === undefined) throw unsupportedOption(call, `computation=${describe(reduction)}`);
  const initial = call.value('init_value');
  if (initial.kind !== 'number' || initial.value !== (name === 'add' ? 0 : -Infinity))
    throw unsupportedOption(call, `init_value=${describe(initial)}`);
  const input = withAxes(call, 'operand', 4);
  const window = call.integers('window_dimensions');
  const strides = call.lacks('window_strides') ? [1, 1, 1, 1] : call.integers('window_strides');
  const first =
    [0, 1].every((axis) => window[axis] === 1 && strides[axis] === 1) && input.shape.length === window.length;
  const last =
    [0, 3].every((axis) => window[axis] === 1 && strides[axis] === 1) && input.shape.length === window.length;
  if (!first && !last) throw unsupportedOption(call, `window_dimensions=${formatShape(window)}`);
  const at = last ? 1 : 2;
  const padding = call.lacks('padding') ? 'valid' : windowPadding(call, at);
  const options = {
    kernel: [window[at]!, window[at + 1]!],
    stride: [strides[at]!, strides[at + 1]!],
    padding,
    ties: 'first',
  } as const;
  const from: Caller = { ...jaxCaller(call), layout: last ? 'nhwc' : 'nchw' };
  return placedAt(call.range, () =>
    name === 'add'
      ? poolSums(input, options, from, call)
      : tapedPool(input, { mode: 'max', ...options }, from, call.context),
  );
}

/** Pairs for all four axes. */
function windowPadding(call: Call, at: number): Padding {
  const value = call.value('padding');
  if (!isSequence(value) || value.items.length !== 4) return paddingOf(call, value);
  return paddingOf(call, pyTuple(value.items.slice(at, at + 2)));
}
