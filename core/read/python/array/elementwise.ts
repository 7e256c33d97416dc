/** Functions of one and of two numbers applied to all elements, with broadcasting. */
import { sizeOf } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import type { Context } from '../run/Context';
import { broadcastShapes, broadcastTo, sameShape } from './broadcast';
import { castTo, isFloat, type Dtype } from './dtype';
import { arrayOf, flat, isContiguous, isFloatStore, newData, type PyArray } from './PyArray';

export { broadcastShapes, broadcastTo } from './broadcast';

const EXACT = 2 ** 53;

type Unary = (value: number) => number;
type Binary = (a: number, b: number) => number;

export function mapOne(array: PyArray, dtype: Dtype, fn: Unary, context: Context): PyArray {
  const result = newData(context.allocate(array.shape), dtype);
  const values = flat(array);
  const store = storing(dtype);
  if (store) for (let i = 0; i < result.length; i++) result[i] = store(fn(values[i]!));
  else for (let i = 0; i < result.length; i++) result[i] = fn(values[i]!);
  return made(result, array.shape, dtype, array.notation);
}

export function mapTwo(a: PyArray, b: PyArray, dtype: Dtype, fn: Binary, context: Context): PyArray {
  const shape = sameShape(a.shape, b.shape) ? a.shape : broadcastShapes(a.shape, b.shape);
  const result = newData(context.allocate(shape), dtype);
  const notation = a.notation ?? b.notation;
  fillTwo(result, a, b, shape, fn);
  const store = storing(dtype);
  if (store) for (let i = 0; i < result.length; i++) result[i] = store(result[i]!);
  return made(result, shape, dtype, notation);
}

/** Reads both operands in place: views and broadcast axes are not copied. */
function fillTwo(
  result: Float64Array | Float32Array,
  a: PyArray,
  b: PyArray,
  shape: readonly number[],
  fn: Binary,
): void {
  if (result.length === 0) return;
  const [first, second] = [a.store.data, b.store.data];
  if (sizeOf(b.shape) === 1 && isContiguous(a)) {
    const [start, value, step] = [a.offset, second[b.offset]!, sizeOf(a.shape) === 1 ? 0 : 1];
    for (let i = 0; i < result.length; i++) result[i] = fn(first[start + i * step]!, value);
    return;
  }
  if (sizeOf(a.shape) === 1 && isContiguous(b)) {
    const [start, value] = [b.offset, first[a.offset]!];
    for (let i = 0; i < result.length; i++) result[i] = fn(value, second[start + i]!);
    return;
  }
  const [from, to] = [stridesFor(a, shape), stridesFor(b, shape)];
  const last = shape.length - 1;
  const [inner, stepA, stepB] = [shape[last]!, from[last]!, to[last]!];
  let at = 0;
  const descend = (axis: number, placeA: number, placeB: number): void => {
    if (axis === last) {
      for (let i = 0; i < inner; i++, placeA += stepA, placeB += stepB)
        result[at++] = fn(first[placeA]!, second[placeB]!);
      return;
    }
    for (let i = 0; i < shape[axis]!; i++, placeA += from[axis]!, placeB += to[axis]!)
      descend(axis + 1, placeA, placeB);
  };
  descend(0, a.offset, b.offset);
}

/** Strides of an array that is repeated along new and one-element axes. */
function stridesFor(array: PyArray, shape: readonly number[]): readonly number[] {
  return sameShape(array.shape, shape) ? array.strides : broadcastTo(array, shape).strides;
}

/** A copy as another type, cast as C casts. It keeps the places in the text while the numbers stay those of the text. */
export function convert(array: PyArray, dtype: Dtype, context: Context, ranges?: Uint32Array): PyArray {
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
