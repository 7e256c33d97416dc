/** Sums, means and extremes over axes. */
import type { FloatData } from '../../../array/NdArray';
import type { Context } from '../run/Context';
import type { Dtype } from './dtype';
import { arrayOf, flat, newData, type PyArray } from './PyArray';
import { permuteAxes, resolveAxis } from './reshaping';

/** Folds data[start … end − 1] into one number. */
export type Fold = (data: FloatData, start: number, end: number) => number;

export interface Reduction {
  /** Absent: all. */
  readonly axes?: readonly number[] | undefined;
  readonly keepdims?: boolean;
  readonly dtype: Dtype;
  readonly fold: Fold;
}

export function reduce(array: PyArray, { axes, keepdims = false, dtype, fold }: Reduction, context: Context): PyArray {
  const rank = array.shape.length;
  const gone = new Set(axes ? axes.map((axis) => resolveAxis(axis, rank)) : array.shape.keys());
  const kept = [...array.shape.keys()].filter((axis) => !gone.has(axis));
  const shape = kept.map((axis) => array.shape[axis]!);
  context.allocate(array.shape);
  const data = flat(permuteAxes(array, [...kept, ...gone]));
  const result = newData(context.allocate(shape), dtype);
  const length = [...gone].reduce((product, axis) => product * array.shape[axis]!, 1);
  for (let k = 0; k < result.length; k++) result[k] = fold(data, k * length, (k + 1) * length);
  const full = array.shape.map((extent, axis) => (gone.has(axis) ? 1 : extent));
  return arrayOf(result, keepdims ? full : shape, dtype, { notation: array.notation });
}

/** NumPy's pairwise sum, in its order: halves down to 128 numbers, these in eight running sums. */
export function sumOf(data: FloatData, start: number, end: number): number {
  const round = data instanceof Float32Array ? Math.fround : (value: number): number => value;
  return pairwise(data, start, end, round);
}

function pairwise(data: FloatData, start: number, end: number, round: (value: number) => number): number {
  const count = end - start;
  if (count > 128) {
    const half = Math.floor(count / 2);
    const middle = start + half - (half % 8);
    return round(pairwise(data, start, middle, round) + pairwise(data, middle, end, round));
  }
  if (count < 8) {
    let sum = 0;
    for (let i = start; i < end; i++) sum = round(sum + data[i]!);
    return sum;
  }
  const sums = Array.from(data.subarray(start, start + 8));
  const whole = end - (count % 8);
  for (let i = start + 8; i < whole; i += 8) {
    for (let k = 0; k < 8; k++) sums[k] = round(sums[k]! + data[i + k]!);
  }
  const pair = (k: number): number => round(sums[k]! + sums[k + 1]!);
  let sum = round(round(pair(0) + pair(2)) + round(pair(4) + pair(6)));
  for (let i = whole; i < end; i++) sum = round(sum + data[i]!);
  return sum;
}

export function productOf(data: FloatData, start: number, end: number): number {
  let product = 1;
  for (let i = start; i < end; i++) product *= data[i]!;
  return product;
}

/** NaN wins, as in NumPy. */
export function extremeOf(sign: 1 | -1): Fold {
  const index = extremeIndex(sign);
  return (data, start, end) => data[start + index(data, start, end)]!;
}

/** The first of the largest (sign 1) or smallest (sign −1), counted from `start`. */
export function extremeIndex(sign: 1 | -1): Fold {
  return (data, start, end) => {
    let best = start;
    for (let i = start; i < end; i++) {
      if (Number.isNaN(data[i]!)) return i - start;
      if (sign * data[i]! > sign * data[best]!) best = i;
    }
    return best - start;
  };
}
