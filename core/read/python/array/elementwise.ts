/** Element by element, with NumPy's broadcasting. */
import { formatShape } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import type { Context } from '../run/Context';
import { castTo, isFloat, type Dtype } from './dtype';
import { arrayOf, flat, newData, type PyArray } from './PyArray';

const EXACT = 2 ** 53;

export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const first = a[axis - rank + a.length] ?? 1;
    const second = b[axis - rank + b.length] ?? 1;
    if (first !== second && first !== 1 && second !== 1) {
      throw new LensError(msg('shapes {0} and {1} do not broadcast', formatShape(a), formatShape(b)));
    }
    return first === 1 ? second : first;
  });
}

/** A view that repeats the array along new and one-element axes. */
export function broadcastTo(array: PyArray, shape: readonly number[]): PyArray {
  const lead = shape.length - array.shape.length;
  const fits = lead >= 0 && array.shape.every((extent, axis) => extent === 1 || extent === shape[axis + lead]);
  if (!fits) {
    throw new LensError(msg('shape {0} does not broadcast to {1}', formatShape(array.shape), formatShape(shape)));
  }
  const strides = shape.map((extent, axis) => {
    const own = array.shape[axis - lead];
    return own === undefined || (own === 1 && extent !== 1) ? 0 : array.strides[axis - lead]!;
  });
  return { ...array, shape, strides };
}

export function mapOne(array: PyArray, dtype: Dtype, fn: (value: number) => number, context: Context): PyArray {
  const result = newData(context.allocate(array.shape), dtype);
  const values = flat(array);
  const store = storing(dtype);
  for (let i = 0; i < result.length; i++) result[i] = store(fn(values[i]!));
  return arrayOf(result, array.shape, dtype, { notation: array.notation });
}

export function mapTwo(
  a: PyArray,
  b: PyArray,
  dtype: Dtype,
  fn: (a: number, b: number) => number,
  context: Context,
): PyArray {
  const shape = broadcastShapes(a.shape, b.shape);
  const result = newData(context.allocate(shape), dtype);
  const first = flat(broadcastTo(a, shape));
  const second = flat(broadcastTo(b, shape));
  const store = storing(dtype);
  for (let i = 0; i < result.length; i++) result[i] = store(fn(first[i]!, second[i]!));
  return arrayOf(result, shape, dtype, { notation: a.notation ?? b.notation });
}

/** A copy as another type. It keeps the places in the text while the numbers stay what they are there. */
export function convert(array: PyArray, dtype: Dtype, context: Context, ranges?: Uint32Array): PyArray {
  const copied = mapOne(array, dtype, (value) => value, context);
  const same = isFloat(dtype) || !isFloat(array.dtype);
  if (ranges && same) copied.store.ranges = ranges;
  return copied;
}

/** What a computed number becomes in an array. Throws where a whole number is no longer exact. */
function storing(dtype: Dtype): (value: number) => number {
  if (dtype !== 'int64' && dtype !== 'uint64') return castTo(dtype);
  return (value) => {
    if (Math.abs(value) > EXACT) throw new LensError(msg('whole numbers beyond 2^53 are not exact here: {0}', value));
    return Math.trunc(value) + 0;
  };
}
