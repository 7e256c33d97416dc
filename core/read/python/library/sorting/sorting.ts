/** Sorting, unique elements and order statistics. */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { promote, type Dtype } from '../../array/dtype';
import { inOrderOf } from '../../array/keptOrder';
import { arrayOf, flat, newData, write, type PyArray } from '../../array/PyArray';
import { flattened, permuteAxes, reshapeTo, normalizeAxis } from '../../array/reshaping';
import { valueError } from '../../runtime/PythonError';
import { pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { QUANTILES } from './quantiles';
import { indexArray } from './searching';

/** Functions of `numpy` by name. */
export const SORTING: FunctionTable = {
  sort: ['a axis? kind?', (call) => sorted(call)],
  argsort: ['a axis? kind?', (call) => argSorted(call)],
  unique: ['ar return_index? return_inverse? return_counts? axis?', unique],
  ...QUANTILES,
  lexsort: ['keys axis?', lexicographic],
  intersect1d: ['ar1 ar2', (call) => combined(call, (a, b) => a.filter((value) => b.includes(value)))],
  union1d: ['ar1 ar2', (call) => combined(call, (a, b) => [...a, ...b])],
  setdiff1d: [
    'ar1 ar2',
    (call) => combined(call, (a, b) => a.filter((value) => !b.includes(value)), call.array('ar1').dtype),
  ],
  setxor1d: [
    'ar1 ar2',
    (call) =>
      combined(call, (a, b) => [
        ...a.filter((value) => !b.includes(value)),
        ...b.filter((value) => !a.includes(value)),
      ]),
  ],
  in1d: ['element|ar1 test_elements|ar2 assume_unique? invert?', (call) => reshapeTo(isIn(call), [-1], call.context)],
  isin: ['element|ar1 test_elements|ar2 assume_unique? invert?', isIn],
};

/** NaN last. */
function ascending(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) ? -1 : a - b;
}

function sorted(call: Call): PyArray {
  kindOf(call);
  const source = call.array('a');
  if (call.has('axis') && call.lacks('axis')) return sortAxis(reshapeTo(source, [-1], call.context), 0, call);
  return sortAxis(source, call.integer('axis', -1), call);
}

function kindOf(call: Call): string {
  const kind = call.text('kind', 'quicksort');
  if (/^[qmhs]/i.test(kind)) return kind;
  throw valueError(`sort kind must be one of 'quick', 'heap', or 'stable' (got '${kind}')`);
}

/** A sorted copy. Sorting is stable, so that equal elements keep their order. */
function sortAxis(source: PyArray, at: number, call: Call): PyArray {
  const sort = (values: Float64Array): Float64Array => values.slice().sort(ascending);
  return inOrderOf(alongLast(source, at, source.dtype, call, sort), [source], call.context);
}

function argSorted(call: Call): PyArray {
  const whole = call.has('axis') && call.lacks('axis');
  const given = call.array('a');
  const source = whole || given.shape.length === 0 ? reshapeTo(given, [-1], call.context) : given;
  const at = call.lacks('axis') ? -1 : call.integer('axis');
  const kind = kindOf(call);
  const stable = /^(stable|mergesort)$/.test(kind);
  const longest = kind === 'heapsort' ? 1 : 16;
  return alongLast(source, at, 'int64', call, (values) => {
    if (!stable && values.length > longest && new Set(values).size < values.length)
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
  // The first of equal elements: it may be a negative zero.
  different.forEach((value, i) => (data[i] = values[first.get(value)!]!));
  const results: Py[] = [arrayOf(data, [different.length], source.dtype)];
  if (call.flag('return_index', false)) results.push(indexArray(different.map((value) => first.get(value)!)));
  if (call.flag('return_inverse', false)) {
    const order = new Map(different.map((value, i) => [value, i]));
    results.push(indexArray(Array.from(values, (value) => order.get(value)!)));
  }
  if (call.flag('return_counts', false)) results.push(indexArray(different.map((value) => counts.get(value)!)));
  return results.length === 1 ? results[0]! : pyTuple(results);
}

function combined(call: Call, combine: (a: number[], b: number[]) => number[], type?: Dtype): PyArray {
  const [a, b] = [call.array('ar1'), call.array('ar2')];
  call.context.spend(sizeOf(a.shape) * Math.max(1, sizeOf(b.shape)));
  const values = [...new Set(combine(Array.from(flat(a)), Array.from(flat(b))))].sort(ascending);
  const dtype = type ?? promote(a.dtype, b.dtype);
  const data = newData(values.length, dtype);
  data.set(values);
  return arrayOf(data, [values.length], dtype);
}

function isIn(call: Call): PyArray {
  const [elements, test] = [call.array('element'), new Set(flat(call.array('test_elements')))];
  const invert = call.flag('invert', false);
  const data = Float64Array.from(flat(elements), (value) => Number(test.has(value) !== invert));
  return arrayOf(data, elements.shape, 'bool');
}

/** `x.sort()`: sorts the array itself. */
export function sortInPlace(self: PyArray, at: number, call: Call): void {
  write(self, flat(sortAxis(self, at, call)), call.context);
}
