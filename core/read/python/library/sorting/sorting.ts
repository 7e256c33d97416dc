/** Sorting, unique elements and order statistics. */
import { sizeOf } from '../../../../array/NdArray';
import { ownEntry } from '../../../../ownEntry';
import { LensError, msg } from '../../../../message';
import { isFloat, kindOf, type Dtype } from '../../array/dtype';
import { arrayOf, flat, newData, write, type PyArray } from '../../array/PyArray';
import { reduce, sumOf, type Fold } from '../../array/reduce';
import { flattened, permuteAxes, reshapeTo, normalizeAxis } from '../../array/reshaping';
import { valueError } from '../../runtime/PythonError';
import { pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { floatFor } from '../creation/creation';
import { intoOut } from '../ufunc/elementwiseFunctions';
import { indexArray } from './searching';

const METHOD = 'q axis? out? overwrite_input? method|interpolation? keepdims?';

/** By name in `numpy`. */
export const SORTING: FunctionTable = {
  sort: ['a axis? kind?', (call) => sorted(call)],
  argsort: ['a axis? kind?', (call) => argSorted(call)],
  unique: ['ar return_index? return_inverse? return_counts? axis?', unique],
  median: ['a axis? out? overwrite_input? keepdims?', (call) => quantiles(call, [0.5], false)],
  quantile: [
    `a ${METHOD}`,
    (call) => quantiles(call, Array.from(flat(call.array('q'))), call.array('q').shape.length > 0),
  ],
  percentile: [
    `a ${METHOD}`,
    (call) =>
      quantiles(
        call,
        Array.from(flat(call.array('q')), (q) => q / 100),
        call.array('q').shape.length > 0,
      ),
  ],
  nanmedian: ['a axis? out? overwrite_input? keepdims?', (call) => quantiles(call, [0.5], false)],
  nanquantile: [
    `a ${METHOD}`,
    (call) => quantiles(call, Array.from(flat(call.array('q'))), call.array('q').shape.length > 0),
  ],
  nanpercentile: [
    `a ${METHOD}`,
    (call) =>
      quantiles(
        call,
        Array.from(flat(call.array('q')), (q) => q / 100),
        call.array('q').shape.length > 0,
      ),
  ],
  lexsort: ['keys axis?', lexicographic],
  intersect1d: ['ar1 ar2', (call) => combined(call, (a, b) => a.filter((value) => b.includes(value)))],
  union1d: ['ar1 ar2', (call) => combined(call, (a, b) => [...a, ...b])],
  setdiff1d: ['ar1 ar2', (call) => combined(call, (a, b) => a.filter((value) => !b.includes(value)))],
  in1d: ['element|ar1 test|ar2 invert?', isIn],
  isin: ['element|ar1 test|ar2 invert?', isIn],
};

/** NaN last. */
function ascending(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) ? -1 : a - b;
}

function sorted(call: Call): PyArray {
  const source = call.array('a');
  if (call.has('axis') && call.lacks('axis')) return sortAxis(reshapeTo(source, [-1], call.context), 0, call);
  return sortAxis(source, call.integer('axis', -1), call);
}

/** A sorted copy. Sorting is stable, so that equal elements keep their order. */
function sortAxis(source: PyArray, at: number, call: Call): PyArray {
  return alongLast(source, at, source.dtype, call, (values) => values.slice().sort(ascending));
}

function argSorted(call: Call): PyArray {
  const whole = call.has('axis') && call.lacks('axis');
  const source = whole ? reshapeTo(call.array('a'), [-1], call.context) : call.array('a');
  const at = call.lacks('axis') ? -1 : call.integer('axis');
  const stable = call.lacks('kind') ? false : /^(stable|mergesort)$/.test(call.text('kind'));
  return alongLast(source, at, 'int64', call, (values) => {
    if (!stable && values.length > 16 && new Set(values).size < values.length)
      throw new LensError(msg('argsort of equal elements is only supported with kind="stable"'), undefined, call.range);
    return Float64Array.from(values.keys()).sort((a, b) => ascending(values[a]!, values[b]!) || a - b);
  });
}

/** Order by the last key, equal ones by the key before it. */
function lexicographic(call: Call): PyArray {
  const keys = call.arrays('keys').map((key) => flat(key));
  if (call.arrays('keys').some(({ shape }) => shape.length !== 1))
    throw new LensError(msg('{0} with {1} is not supported', 'lexsort', 'axis='), undefined, call.range);
  call.context.spend(keys.length * (keys[0]?.length ?? 0) * 8);
  const order = [...(keys[0] ?? []).keys()].sort((a, b) => {
    for (let i = keys.length - 1; i >= 0; i--) {
      const sign = ascending(keys[i]![a]!, keys[i]![b]!);
      if (sign !== 0) return sign;
    }
    return a - b;
  });
  return indexArray(order);
}

/** Replaces every row along an axis by another of the same length. */
function alongLast(
  source: PyArray,
  at: number,
  dtype: Dtype,
  call: Call,
  change: (values: Float64Array) => Float64Array,
): PyArray {
  const axis = normalizeAxis(at, source.shape.length);
  const order = [...[...source.shape.keys()].filter((each) => each !== axis), axis];
  const moved = permuteAxes(source, order);
  const data = newData(call.context.allocate(moved.shape), dtype);
  const values = Float64Array.from(flat(moved));
  const length = source.shape[axis]!;
  call.context.spend(data.length * 8);
  for (let start = 0; start < data.length; start += length)
    data.set(change(values.subarray(start, start + length)), start);
  const back = order.map((_, position) => order.indexOf(position));
  const result = permuteAxes(arrayOf(data, moved.shape, dtype, { notation: source.notation }), back);
  const own = newData(data.length, dtype);
  own.set(flat(result));
  return arrayOf(own, source.shape, dtype, { notation: source.notation });
}

function unique(call: Call): Py {
  if (!call.lacks('axis'))
    throw new LensError(msg('{0} with {1} is not supported', 'unique', 'axis='), undefined, call.range);
  const source = call.array('ar');
  const values = flat(flattened(source, 'C', call.context));
  call.context.spend(values.length * 20);
  const first = new Map<number, number>();
  const counts = new Map<number, number>();
  values.forEach((value, i) => {
    if (!first.has(value)) first.set(value, i);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  });
  const different = [...first.keys()].sort(ascending);
  const data = newData(different.length, source.dtype);
  data.set(different);
  const results: Py[] = [arrayOf(data, [different.length], source.dtype)];
  if (call.flag('return_index', false)) results.push(indexArray(different.map((value) => first.get(value)!)));
  if (call.flag('return_inverse', false)) {
    const order = new Map(different.map((value, i) => [value, i]));
    results.push(indexArray(Array.from(values, (value) => order.get(value)!)));
  }
  if (call.flag('return_counts', false)) results.push(indexArray(different.map((value) => counts.get(value)!)));
  return results.length === 1 ? results[0]! : pyTuple(results);
}

function quantiles(call: Call, shares: readonly number[], several: boolean): Py {
  if (!call.lacks('out'))
    throw new LensError(msg('{0} with {1} is not supported', call.callee, 'out='), undefined, call.range);
  const method = call.has('method') ? call.text('method') : 'linear';
  if (method !== 'linear' && !Object.hasOwn(PLACES, method))
    throw new LensError(msg('{0} with {1} is not supported', call.callee, `method=${method}`), undefined, call.range);
  const bad = shares.some((share) => !(share >= 0 && share <= 1));
  if (bad)
    throw valueError(
      call.callee.endsWith('percentile')
        ? 'Percentiles must be in the range [0, 100]'
        : 'Quantiles must be in the range [0, 1]',
    );
  const source = call.array('a');
  const whole =
    !call.callee.endsWith('median') && !call.callee.endsWith('percentile') && kindOf(call.array('q').dtype) < 2;
  const dtype = whole || /^(?:lower|higher|nearest)$/.test(method) ? source.dtype : floatFor(source.dtype);
  const keepdims = call.flag('keepdims', false);
  const axes = call.axes();
  const median = call.callee.endsWith('median');
  const results = shares.map((share) =>
    reduce(
      source,
      { axes, keepdims, dtype, fold: skipping(call, median ? medianOf : quantileOf(share, method)) },
      call.context,
    ),
  );
  const [only] = results;
  if (!several && only) return intoOut(call, only);
  const shape = [results.length, ...(only?.shape ?? [])];
  const data = newData(call.context.allocate(shape), dtype);
  results.forEach((result, i) => data.set(flat(result), i * sizeOf(result.shape)));
  return arrayOf(data, shape, dtype);
}

const medianOf: Fold = (data, start, end) => {
  const values = Float64Array.from(data.subarray(start, end)).sort();
  if (values.length === 0 || values.some(Number.isNaN)) return NaN;
  const half = Math.floor(values.length / 2);
  return values.length % 2 === 1 ? values[half]! : sumOf(values, half - 1, half + 1) / 2;
};

/** Where a method that does not interpolate reads the sorted elements. */
const PLACES: Readonly<Record<string, (place: number) => number>> = {
  lower: Math.floor,
  higher: Math.ceil,
  midpoint: (place) => (Math.floor(place) + Math.ceil(place)) / 2,
  // Halves go to the even place.
  nearest: (place) => (place % 1 === 0.5 ? 2 * Math.round(place / 2) : Math.round(place)),
};

/** Leaves out NaN for the functions whose names begin with `nan`. */
function skipping(call: Call, fold: Fold): Fold {
  if (!/(?:^|\.)nan\w+$/.test(call.callee)) return fold;
  return (data, start, end) => {
    const kept = Float64Array.from(data.subarray(start, end)).filter((value) => !Number.isNaN(value));
    return fold(kept, 0, kept.length);
  };
}

/** Linear interpolation between neighbours, in the order of NumPy's `_lerp`. */
function quantileOf(share: number, method: string): Fold {
  return (data, start, end) => {
    const values = Float64Array.from(data.subarray(start, end)).sort();
    if (values.length === 0 || values.some(Number.isNaN)) return NaN;
    const exact = share * (values.length - 1);
    const place = ownEntry(PLACES, method)?.(exact) ?? exact;
    const below = Math.floor(place);
    const [low, high] = [values[below]!, values[Math.min(below + 1, values.length - 1)]!];
    const part = place - below;
    const distance = high - low;
    return part >= 0.5 ? high - distance * (1 - part) : low + distance * part;
  };
}

function combined(call: Call, combine: (a: number[], b: number[]) => number[]): PyArray {
  const [a, b] = [call.array('ar1'), call.array('ar2')];
  call.context.spend(sizeOf(a.shape) * Math.max(1, sizeOf(b.shape)));
  const values = [...new Set(combine(Array.from(flat(a)), Array.from(flat(b))))].sort(ascending);
  const dtype = isFloat(b.dtype) && !isFloat(a.dtype) ? b.dtype : a.dtype;
  const data = newData(values.length, dtype);
  data.set(values);
  return arrayOf(data, [values.length], dtype);
}

function isIn(call: Call): PyArray {
  const [elements, test] = [call.array('element'), new Set(flat(call.array('test')))];
  const invert = call.flag('invert', false);
  const data = Float64Array.from(flat(elements), (value) => Number(test.has(value) !== invert));
  return arrayOf(data, call.callee.endsWith('in1d') ? [data.length] : elements.shape, 'bool');
}

/** `x.sort()`: sorts the array itself. */
export function sortInPlace(self: PyArray, at: number, call: Call): void {
  write(self, flat(sortAxis(self, at, call)), call.context);
}
