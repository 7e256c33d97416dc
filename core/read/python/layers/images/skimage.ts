/** scikit-image's windows: `util.view_as_windows`, `util.view_as_blocks` and `measure.block_reduce`. */
import { formatShape } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { stridedView, arrayOf, flat, newData, walk, type PyArray } from '../../array/PyArray';
import type { Call, FunctionTable } from '../../library/call/Call';
import { isSequence, toInteger, toIntegers } from '../../library/call/coerce';
import { valueError } from '../../runtime/PythonError';
import { describe } from '../../value/describe';
import type { Py } from '../../value/Py';
import type { Caller } from '../Caller';
import { placedAt, pool } from '../forward';
import { poolSums } from '../poolSums';

/** Functions of `skimage.util` and `skimage.util.shape` by name. */
export const SKIMAGE_UTIL: FunctionTable = {
  view_as_windows: ['arr_in window_shape step?', windows],
  view_as_blocks: ['arr_in block_shape', blocks],
};

/** Functions of `skimage.measure` by name. */
export const SKIMAGE_MEASURE: FunctionTable = {
  block_reduce: ['image block_size? func? cval? func_kwargs?', (call) => placedAt(call.range, () => blockReduce(call))],
};

function windows(call: Call): PyArray {
  const source = call.array('arr_in');
  const window = extents(call, 'window_shape', source.shape.length);
  const step = call.lacks('step') ? source.shape.map(() => 1) : extents(call, 'step', source.shape.length);
  if (window.some((extent, axis) => extent > source.shape[axis]!)) throw valueError('`window_shape` is too large');
  if (window.some((extent) => extent < 1)) throw valueError('`window_shape` is too small');
  if (step.some((each) => each < 1)) throw valueError('`step` must be >= 1');
  const counts = source.shape.map((extent, axis) => Math.floor((extent - window[axis]!) / step[axis]!) + 1);
  const strides = source.strides.map((stride, axis) => stride * step[axis]!);
  call.context.allocate([...counts, ...window]);
  return stridedView(source, source.offset, [...counts, ...window], [...strides, ...source.strides]);
}

function blocks(call: Call): PyArray {
  const source = call.array('arr_in');
  const block = call.integers('block_shape');
  if (block.length !== source.shape.length)
    throw valueError("'block_shape' must have the same length as 'arr_in.shape'");
  if (block.some((extent, axis) => extent < 1 || source.shape[axis]! % extent !== 0))
    throw valueError("'block_shape' is not compatible with 'arr_in'");
  const counts = source.shape.map((extent, axis) => extent / block[axis]!);
  const strides = source.strides.map((stride, axis) => stride * block[axis]!);
  return stridedView(source, source.offset, [...counts, ...block], [...strides, ...source.strides]);
}

/** One number for all axes, or one per axis. */
function extents(call: Call, name: string, rank: number): readonly number[] {
  const value = call.value(name);
  if (!isSequence(value)) return new Array<number>(rank).fill(toInteger(value));
  const given = toIntegers(value);
  if (given.length !== rank) throw valueError(`\`${name}\` is incompatible with \`arr_in.shape\``);
  return given;
}

/** Pooling whose windows do not overlap. The image is extended with `cval` to a multiple of the block. */
function blockReduce(call: Call): Py {
  const image = call.array('image');
  const rank = image.shape.length;
  const block = call.lacks('block_size') ? image.shape.map(() => 2) : extents(call, 'block_size', rank);
  if (!call.lacks('func_kwargs') && describeFunction(call) !== '') throw unsupported(call, 'func_kwargs');
  const [kernel, caller] = windowOf(call, image.shape, block);
  const missing = image.shape.map((extent, axis) => (block[axis]! - (extent % block[axis]!)) % block[axis]!);
  const whole = missing.some((count) => count > 0) ? extended(call, image, missing) : image;
  const options = { kernel, stride: kernel, padding: 0 };
  switch (describeFunction(call)) {
    case 'max':
    case 'amax':
      return pool(whole, { mode: 'max', ...options, ties: 'first' }, caller, call.context);
    case 'mean':
    case 'average':
      return pool(whole, { mode: 'average', ...options }, caller, call.context);
    case 'sum':
      return poolSums(whole, options, caller, call);
    default:
      throw unsupported(call, `func=${call.lacks('func') ? 'None' : describe(call.value('func'))}`);
  }
}

function describeFunction(call: Call): string {
  if (!call.has('func')) return 'sum';
  const func = call.value('func');
  return func.kind === 'function' && !func.user ? func.name.slice(func.name.lastIndexOf('.') + 1) : '';
}

/** (H, W), and (H, W, C) or (C, H, W) whose channels are not reduced. */
function windowOf(
  { callee, range }: Call,
  shape: readonly number[],
  block: readonly number[],
): [readonly [number, number], Caller] {
  const caller = { callee, range, notation: 'numpy' } as const;
  const [first = 1, second = 1, third = 1] = block;
  if (shape.length === 2) return [[first, second], { ...caller, layout: 'nhwc', planar: true }];
  if (shape.length === 3 && third === 1) return [[first, second], { ...caller, layout: 'nhwc' }];
  if (shape.length === 3 && first === 1) return [[second, third], { ...caller, layout: 'nchw' }];
  throw new LensError(
    msg(
      '{0} is supported with blocks over two axes; the image has shape {1}, the block {2}',
      callee,
      formatShape(shape),
      formatShape(block),
    ),
    'kernel',
    range,
  );
}

function extended(call: Call, image: PyArray, missing: readonly number[]): PyArray {
  const value = call.number('cval', 0);
  const shape = image.shape.map((extent, axis) => extent + missing[axis]!);
  const data = newData(call.context.allocate(shape, call.range), image.dtype).fill(value);
  const result = arrayOf(data, shape, image.dtype, { notation: image.notation });
  const from = flat(image);
  walk({ ...result, shape: image.shape }, (place, index) => (data[place] = from[index]!));
  return result;
}

function unsupported({ callee, range }: Call, option: string): LensError {
  return new LensError(msg('{0} of {1} is not supported', option, callee), undefined, range);
}
