/** Sums, means and extremes over axes. */
import type { FloatData } from '../../../array/NdArray';
import type { Context } from '../runtime/Context';
import { castTo, type Dtype } from './dtype';
import { roundHalf } from './float16';
import { storing } from './elementwise';
import { keptOrder, stridesIn } from './keptOrder';
import { arrayOf, flat, isContiguous, newData, type PyArray } from './PyArray';
import { permuteAxes, normalizeAxes } from './reshaping';

/**
 * Folds data[start … end − 1] into one number. NumPy's loop takes `run` of them at a time; absent: all. `round` is the type's own
 * rounding, where the data has more digits.
 */
export type Fold = (data: FloatData, start: number, end: number, run?: number, round?: Rounding) => number;

type Rounding = ((value: number) => number) | undefined;

interface Reduction {
  /** Absent: all. */
  readonly axes?: readonly number[] | undefined;
  readonly keepdims?: boolean;
  /** Type of the result. */
  readonly dtype: Dtype;
  /** Type that the elements are cast to first; absent: their own. */
  readonly cast?: Dtype | undefined;
  readonly fold: Fold;
  /** The elements are folded in C order, and the result is stored in it. Otherwise both have the order of the strides. */
  readonly inC?: boolean;
}

export function reduce(array: PyArray, reduction: Reduction, context: Context): PyArray {
  const { axes, keepdims, cast } = reduction;
  const isPlain = !axes && !keepdims && (cast === undefined || cast === array.dtype);
  return isPlain ? reduceAll(array, reduction, context) : reduceAxes(array, reduction, context);
}

function reduceAxes(array: PyArray, reduction: Reduction, context: Context): PyArray {
  const { axes, keepdims = false, dtype, cast, fold, inC = false } = reduction;
  const rank = array.shape.length;
  const gone = axes ? normalizeAxes(axes, rank) : [...array.shape.keys()];
  const size = context.allocate(array.shape);
  const source = cast && cast !== array.dtype ? castArray(array, cast, size) : array;
  const kept: number[] = [];
  const stored = inC ? undefined : keptOrder(array.shape, [array.strides], array.notation);
  const order = stored ?? [...array.shape.keys()];
  for (const axis of order) if (!gone.includes(axis)) kept.push(axis);
  const shape = kept.map((axis) => array.shape[axis]!);
  const length = gone.reduce((product, axis) => product * array.shape[axis]!, 1);
  const result = newData(context.allocate(shape), dtype);
  const ordered =
    kept.length === 0 && !stored
      ? source
      : permuteAxes(source, [...kept, ...order.filter((axis) => gone.includes(axis))]);
  const data = flat(ordered);
  const run = innerRun(order, gone, array.shape);
  const round = roundingOf(dtype);
  for (let k = 0; k < result.length; k++) result[k] = fold(data, k * length, (k + 1) * length, run, round);
  const store = storing(dtype);
  if (store) for (let k = 0; k < result.length; k++) result[k] = store(result[k]!);
  const full = array.shape.map((extent, axis) => (gone.includes(axis) ? 1 : extent));
  const made = arrayOf(result, keepdims ? full : shape, dtype, { notation: array.notation });
  if (!stored) return made;
  const strides = stridesIn(stored, full);
  if (keepdims) return { ...made, strides };
  const left = [...kept].sort((a, b) => a - b);
  return { ...made, shape: left.map((axis) => full[axis]!), strides: left.map((axis) => strides[axis]!) };
}

/** All elements to one number. */
function reduceAll(array: PyArray, { dtype, fold, inC = false }: Reduction, context: Context): PyArray {
  const size = context.allocate(array.shape);
  const { data } = array.store;
  const result = newData(1, dtype);
  const contiguous = isContiguous(array);
  const start = contiguous ? array.offset : 0;
  const order = contiguous || inC ? undefined : keptOrder(array.shape, [array.strides], array.notation);
  const values = contiguous ? data : flat(order ? permuteAxes(array, order) : array);
  const value = fold(values, start, start + size, undefined, roundingOf(dtype));
  const store = storing(dtype);
  result[0] = store ? store(value) : value;
  return arrayOf(result, [], dtype, { notation: array.notation });
}

function castArray(array: PyArray, dtype: Dtype, size: number): PyArray {
  const data = newData(size, dtype);
  const values = flat(array);
  const cast = castTo(dtype, array.dtype);
  for (let i = 0; i < size; i++) data[i] = cast(values[i]!);
  return arrayOf(data, array.shape, dtype, { notation: array.notation });
}

/** Elements of the fastest axes that are all reduced: 1 where the fastest axis is kept. */
function innerRun(order: readonly number[], gone: readonly number[], shape: readonly number[]): number {
  let run = 1;
  for (const axis of [...order].reverse()) {
    if (shape[axis] === 1) continue;
    if (!gone.includes(axis)) break;
    run *= shape[axis]!;
  }
  return run;
}

/** Stores of half precision do not round by themselves. */
function roundingOf(dtype: Dtype): Rounding {
  return dtype === 'float16' ? roundHalf : undefined;
}

/** Numbers in one buffer of NumPy's iterator (`np.getbufsize()`). */
const BUFFER = 8192;

/**
 * NumPy's sum, in its order: run by run, buffer by buffer, each pairwise: halves down to 128 numbers, these in eight running sums.
 */
export function sumOf(data: FloatData, start: number, end: number, run = end - start, round?: Rounding): number {
  const rounded = data instanceof Float32Array ? Math.fround : round;
  let sum = 0;
  for (let first = start; first < end; first += run) {
    const stop = Math.min(first + run, end);
    for (let from = first; from < stop; from += BUFFER) {
      const part = run === 1 ? data[from]! : sumOfBuffer(data, from, Math.min(from + BUFFER, stop));
      const next = from === start ? part : sum + part;
      sum = rounded ? rounded(next) : next;
    }
  }
  return sum;
}

function sumOfBuffer(data: FloatData, start: number, end: number): number {
  return data instanceof Float32Array ? pairwiseSingle(data, start, end) : pairwise(data, start, end);
}

function pairwise(data: FloatData, start: number, end: number): number {
  const count = end - start;
  if (count < 8) {
    let sum = 0;
    for (let i = start; i < end; i++) sum += data[i]!;
    return sum;
  }
  if (count > 128) {
    const half = Math.floor(count / 2);
    const middle = start + half - (half % 8);
    return pairwise(data, start, middle) + pairwise(data, middle, end);
  }
  let a = data[start]!;
  let b = data[start + 1]!;
  let c = data[start + 2]!;
  let d = data[start + 3]!;
  let e = data[start + 4]!;
  let f = data[start + 5]!;
  let g = data[start + 6]!;
  let h = data[start + 7]!;
  const whole = end - (count % 8);
  for (let i = start + 8; i < whole; i += 8) {
    a += data[i]!;
    b += data[i + 1]!;
    c += data[i + 2]!;
    d += data[i + 3]!;
    e += data[i + 4]!;
    f += data[i + 5]!;
    g += data[i + 6]!;
    h += data[i + 7]!;
  }
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let i = whole; i < end; i++) sum += data[i]!;
  return sum;
}

function pairwiseSingle(data: Float32Array, start: number, end: number): number {
  const round = Math.fround;
  const count = end - start;
  if (count > 128) {
    const half = Math.floor(count / 2);
    const middle = start + half - (half % 8);
    return round(pairwiseSingle(data, start, middle) + pairwiseSingle(data, middle, end));
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

/** Factor by factor, in single precision for it and for half precision, which is rounded after each run. */
export function productOf(data: FloatData, start: number, end: number, run = end - start, round?: Rounding): number {
  const single = round !== undefined || data instanceof Float32Array;
  let product = 1;
  for (let i = start; i < end; i++) {
    product *= data[i]!;
    if (single) product = Math.fround(product);
    const done = ((i - start) % run) + 1;
    if (round && (done === run || done % BUFFER === 0)) product = round(product);
  }
  return product;
}

/** NaN takes precedence; of several zeros the last one gives its sign: both as in NumPy. */
export function extremeOf(sign: 1 | -1): Fold {
  return (data, start, end) => {
    let best = data[start]!;
    for (let i = start + 1; i < end; i++) {
      const next = data[i]!;
      if (best !== best) return best;
      if (sign === 1 ? !(next < best) : !(next > best)) best = next;
    }
    return best;
  };
}

/** The first of the largest (sign 1) or smallest (sign −1), counted from `start`. */
export function extremeIndex(sign: 1 | -1): Fold {
  return (data, start, end) => {
    let best = start;
    let value = sign * data[start]!;
    for (let i = start; i < end; i++) {
      const next = sign * data[i]!;
      if (next > value) {
        best = i;
        value = next;
      } else if (next !== next) return i - start;
    }
    return best - start;
  };
}
