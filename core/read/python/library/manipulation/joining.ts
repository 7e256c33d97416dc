/** Functions that join and split arrays: `np.concatenate`, `np.stack`, `np.append`, `np.split`, … */
import { LensError, msg } from '../../../../message';
import { promote, type Dtype } from '../../array/dtype';
import { keptOrder, stridesIn, wideStrides } from '../../array/keptOrder';
import { flat, newData, arrayOf, write, type PyArray } from '../../array/PyArray';
import { expandAxis, reshapeTo, normalizeAxis, sliceAxis } from '../../array/reshaping';
import { PythonError, valueError } from '../../runtime/PythonError';
import { pyList } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { isSequence, toArray } from '../call/coerce';

/** Functions of `numpy` by name. */
export const JOINING: FunctionTable = {
  concatenate: ['arrays|tensors axis|dim? out? dtype?', concatenated],
  stack: ['arrays|tensors axis|dim?', stacked],
  vstack: [
    'arrays|tensors|tup',
    (call) =>
      joined(
        call,
        arraysAlong(call).map((array) => atLeast(array, 2)),
        0,
      ),
  ],
  row_stack: [
    'arrays|tensors|tup',
    (call) =>
      joined(
        call,
        arraysAlong(call).map((array) => atLeast(array, 2)),
        0,
      ),
  ],
  hstack: ['arrays|tensors|tup', horizontally],
  dstack: [
    'arrays|tensors|tup',
    (call) =>
      joined(
        call,
        arraysAlong(call).map((array) => deep(array)),
        2,
      ),
  ],
  column_stack: ['arrays|tup', (call) => joined(call, arraysAlong(call).map(column), 1)],
  block: ['arrays', block],
  append: ['arr values axis?', append],
  split: ['ary indices_or_sections axis?', (call) => split(call, call.integer('axis', 0), true)],
  array_split: ['ary indices_or_sections axis?', (call) => split(call, call.integer('axis', 0), false)],
  hsplit: ['ary indices_or_sections', (call) => split(call, call.array('ary').shape.length === 1 ? 0 : 1, true)],
  vsplit: ['ary indices_or_sections', (call) => splitDeep(call, 'vsplit', 0)],
  dsplit: ['ary indices_or_sections', (call) => splitDeep(call, 'dsplit', 2)],
};

/** Joins arrays along an axis that they have. */
export function joined(call: Call, arrays: readonly PyArray[], at: number, type?: Dtype): PyArray {
  const [first] = arrays;
  if (!first) throw valueError('need at least one array to concatenate');
  if (first.shape.length === 0) throw valueError('zero-dimensional arrays cannot be concatenated');
  const axis = normalizeAxis(at, first.shape.length);
  arrays.forEach((array, index) => requireFit(first, array, index, axis));
  const length = arrays.reduce((sum, { shape }) => sum + shape[axis]!, 0);
  const shape = first.shape.map((extent, each) => (each === axis ? length : extent));
  const dtype = type ?? arrays.reduce<Dtype>((joint, array) => promote(joint, array.dtype), first.dtype);
  const data = newData(call.context.allocate(shape, call.range), dtype);
  const made = arrayOf(data, shape, dtype, { notation: first.notation });
  const axes = keptOrder(shape, arrays.map(wideStrides), first.notation, true);
  const result = axes ? { ...made, strides: stridesIn(axes, shape) } : made;
  let start = 0;
  for (const array of arrays) {
    write({ ...result, offset: start * result.strides[axis]!, shape: array.shape }, flat(array), call.context);
    start += array.shape[axis]!;
  }
  return result;
}

function requireFit(first: PyArray, array: PyArray, index: number, axis: number): void {
  const [rank, own] = [first.shape.length, array.shape.length];
  if (rank !== own) {
    throw valueError(
      `all the input arrays must have same number of dimensions, but the array at index 0 has ${rank} dimension(s) and the array at index ${index} has ${own} dimension(s)`,
    );
  }
  const bad = first.shape.findIndex((extent, each) => each !== axis && extent !== array.shape[each]);
  if (bad < 0) return;
  if (first.notation === 'pytorch')
    throw new PythonError(
      'RuntimeError',
      `Sizes of tensors must match except in dimension ${axis}. Expected size ${first.shape[bad]} but got size ${array.shape[bad]} for tensor number ${index} in the list.`,
    );
  throw valueError(
    `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${bad}, the array at index 0 has size ${first.shape[bad]} and the array at index ${index} has size ${array.shape[bad]}`,
  );
}

/** The arrays of a list, tuple or of the first axis of an array. */
export function arraysAlong(call: Call, name = 'arrays'): PyArray[] {
  const value = call.value(name);
  if (value.kind === 'array') {
    const [count = 0] = value.shape;
    return Array.from({ length: count }, (_, i) => ({
      ...value,
      offset: value.offset + i * value.strides[0]!,
      shape: value.shape.slice(1),
      strides: value.strides.slice(1),
    }));
  }
  return call.arrays(name);
}

/** `np.block`: the innermost lists are joined along the last axis, those around them along the axis before. */
function block(call: Call): PyArray {
  const nested = call.value('arrays');
  const depth = depthOf(nested);
  const leaves: PyArray[] = [];
  const visit = (value: Py, level: number): void => {
    if (value.kind === 'list') value.items.forEach((item) => visit(item, level + 1));
    else if (level !== depth) throw valueError('List depths are mismatched.');
    else leaves.push(toArray(value, call.context));
  };
  visit(nested, 0);
  const rank = Math.max(depth, ...leaves.map(({ shape }) => shape.length));
  const build = (value: Py, level: number): PyArray =>
    value.kind === 'list'
      ? joined(
          call,
          value.items.map((item) => build(item, level + 1)),
          rank - depth + level,
        )
      : atLeast(leaves.shift()!, rank);
  return build(nested, 0);
}

/** Lists around the first value. */
function depthOf(value: Py): number {
  if (value.kind !== 'list') return 0;
  if (value.items.length === 0) throw valueError('List at arrays cannot be empty');
  return 1 + depthOf(value.items[0]!);
}

function concatenated(call: Call): Py {
  if (!call.lacks('out'))
    throw new LensError(msg('{0} with {1} is not supported', call.callee, 'out='), undefined, call.range);
  const arrays = arraysAlong(call);
  const none = call.has('axis') && call.value('axis').kind === 'none';
  const lines = none ? arrays.map((array) => reshapeTo(array, [-1], call.context)) : arrays;
  return joined(call, lines, none ? 0 : call.integer('axis', 0), call.dtype());
}

function stacked(call: Call): PyArray {
  const axis = call.integer('axis', 0);
  const arrays = arraysAlong(call);
  if (arrays.length === 0) throw valueError('need at least one array to stack');
  if (arrays.some(({ shape }) => shape.join() !== arrays[0]!.shape.join()))
    throw valueError('all input arrays must have the same shape');
  return joined(
    call,
    arrays.map((array) => expandAxis(array, axis)),
    axis,
  );
}

function horizontally(call: Call): PyArray {
  const arrays = arraysAlong(call).map((array) => atLeast(array, 1));
  return joined(call, arrays, arrays[0]?.shape.length === 1 ? 0 : 1);
}

/** Leading axes of one element. */
export function atLeast(array: PyArray, rank: number): PyArray {
  let result = array;
  while (result.shape.length < rank) result = expandAxis(result, 0);
  return result;
}

/** `np.atleast_3d`. */
export function deep(array: PyArray): PyArray {
  const flatArray = atLeast(array, 2);
  return flatArray.shape.length === 2 ? expandAxis(flatArray, 2) : flatArray;
}

function column(array: PyArray): PyArray {
  return array.shape.length < 2 ? expandAxis(atLeast(array, 1), 1) : array;
}

function append(call: Call): PyArray {
  const [array, values] = [call.array('arr'), call.array('values')];
  if (!call.lacks('axis')) return joined(call, [array, values], call.integer('axis'));
  return joined(
    call,
    [array, values].map((each) => reshapeTo(each, [-1], call.context)),
    0,
  );
}

/** Along an axis of an array of at least 2 or 3 axes. */
function splitDeep(call: Call, name: 'vsplit' | 'dsplit', at: 0 | 2): Py {
  const least = at === 0 ? 2 : 3;
  if (call.array('ary').shape.length < least)
    throw valueError(`${name} only works on arrays of ${least} or more dimensions`);
  return split(call, at, true);
}

function split(call: Call, at: number, equal: boolean): Py {
  const array = call.array('ary');
  const axis = normalizeAxis(at, array.shape.length);
  const length = array.shape[axis]!;
  const value = call.value('indices_or_sections');
  if (isSequence(value) || (value.kind === 'array' && value.shape.length > 0)) {
    const cuts = call.integers('indices_or_sections');
    return pyList([...cuts, undefined].map((stop, i) => sliceAxis(array, axis, cuts[i - 1] ?? 0, stop)));
  }
  const given = call.number('indices_or_sections');
  if (equal && length % given !== 0) throw valueError('array split does not result in an equal division');
  const count = Math.trunc(given);
  if (count <= 0) throw valueError('number sections must be larger than 0.');
  call.context.spend(count);
  const size = (i: number): number => Math.floor(length / count) + (i < length % count ? 1 : 0);
  let start = 0;
  return pyList(
    Array.from({ length: count }, (_, i) => {
      const piece = sliceAxis(array, axis, start, start + size(i));
      start += size(i);
      return piece;
    }),
  );
}
