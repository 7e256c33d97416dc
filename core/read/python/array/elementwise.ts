/** Functions of one and of two numbers applied to all elements, with broadcasting. */
import { stridesOf } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import type { Context } from '../runtime/Context';
import { broadcastTo, jointShape, jointTensorShape, sameShape } from './broadcast';
import { castTo, isFloat, type Dtype } from './dtype';
import { inverse, keptOrder, stridesIn } from './keptOrder';
import { arrayOf, flat, isFloatStore, newData, rangesOf, stridedView, type PyArray } from './PyArray';
import { permuteAxes } from './reshaping';
import { combine, type Binary, type Operand } from './strided';

const EXACT = 2 ** 53;

type Unary = (value: number) => number;

export function mapOne(array: PyArray, dtype: Dtype, fn: Unary, context: Context): PyArray {
  const axes = keptOrder(array.shape, [array.strides], array.notation);
  const source = axes ? permuteAxes(array, axes) : array;
  const result = newData(context.allocate(array.shape, undefined, dtype === 'float32'), dtype);
  const values = flat(source);
  const store = storing(dtype);
  if (store) for (let i = 0; i < result.length; i++) result[i] = store(fn(values[i]!));
  else for (let i = 0; i < result.length; i++) result[i] = fn(values[i]!);
  const mapped = made(result, source.shape, dtype, array.notation);
  return axes ? permuteAxes(mapped, inverse(axes)) : mapped;
}

export function mapTwo(a: PyArray, b: PyArray, dtype: Dtype, fn: Binary, context: Context): PyArray {
  const notation = a.notation ?? b.notation;
  const shape = (notation === 'pytorch' ? jointTensorShape : jointShape)(a.shape, b.shape);
  const result = newData(context.allocate(shape, undefined, dtype === 'float32'), dtype);
  const [x, y] = [operandFor(a, shape), operandFor(b, shape)];
  const axes = keptOrder(shape, [x.strides, y.strides], notation);
  const strides = axes ? stridesIn(axes, shape) : stridesOf(shape);
  combine({ data: result, offset: 0, strides }, x, y, shape, fn);
  const store = storing(dtype);
  if (store) for (let i = 0; i < result.length; i++) result[i] = store(result[i]!);
  const mapped = made(result, shape, dtype, notation);
  return axes ? stridedView(mapped, 0, shape, strides) : mapped;
}

/** The array repeated along new and one-element axes. */
export function operandFor(array: PyArray, shape: readonly number[]): Operand {
  const { data } = array.store;
  const { offset } = array;
  if (array.shape.length === 0) return { data, offset, strides: noStrides(shape.length) };
  const same = array.shape === shape || sameShape(array.shape, shape);
  return { data, offset, strides: same ? array.strides : broadcastTo(array, shape).strides };
}

const NO_STRIDES: readonly (readonly number[])[] = Array.from({ length: 9 }, (_, rank) =>
  new Array<number>(rank).fill(0),
);

/** Strides of one number that is repeated along `rank` axes. */
function noStrides(rank: number): readonly number[] {
  return NO_STRIDES[rank] ?? new Array<number>(rank).fill(0);
}

/** A copy as another type, cast as C casts. It keeps the places in the text while the numbers stay those of the text. */
export function convert(array: PyArray, dtype: Dtype, context: Context, ranges?: Uint32Array): PyArray {
  const axes = keptOrder(array.shape, [array.strides], array.notation);
  if (axes) {
    const turned = permuteAxes(array, axes);
    return permuteAxes(convert(turned, dtype, context, ranges && rangesOf(turned)), inverse(axes));
  }
  const size = context.allocate(array.shape);
  const result = newData(size, dtype);
  const values = flat(array);
  const cast = castTo(dtype, array.dtype);
  for (let i = 0; i < size; i++) result[i] = cast(values[i]!);
  const copied = made(result, array.shape, dtype, array.notation);
  const same = isFloat(dtype) || !isFloat(array.dtype);
  if (ranges && same) copied.store.ranges = ranges;
  return copied;
}

function made(
  data: Float64Array | Float32Array,
  shape: readonly number[],
  dtype: Dtype,
  notation: PyArray['notation'],
): PyArray {
  return notation ? arrayOf(data, shape, dtype, { notation }) : arrayOf(data, shape, dtype);
}

/** What a computed number becomes in an array; undefined where the store rounds by itself. Refuses inexact 64-bit integers. */
export function storing(dtype: Dtype): Unary | undefined {
  if (isFloatStore(dtype)) return undefined;
  if (dtype !== 'int64' && dtype !== 'uint64') return castTo(dtype);
  return (value) => {
    if (Math.abs(value) <= EXACT) return Math.trunc(value) + 0;
    if (Number.isNaN(value) || Math.abs(value) === Infinity) return -(2 ** 63);
    throw new LensError(msg('integers beyond 2^53 are not supported: {0}', value));
  };
}
