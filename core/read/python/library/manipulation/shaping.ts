/** Functions that rearrange arrays: `np.reshape`, `np.transpose`, `np.flip`, `np.tile`, … */
import { sizeOf } from '../../../../array/NdArray';
import { mapTuple } from '../../../../tuples';
import { broadcastShapes, broadcastTo } from '../../array/broadcast';
import { getItem } from '../../array/indexing';
import { inOrderOf } from '../../array/keptOrder';
import { arrayOf, type PyArray } from '../../array/PyArray';
import {
  copyOf,
  expandAxis,
  flattened,
  moveAxes,
  permuteAxes,
  reshapeTo,
  normalizeAxes,
  normalizeAxis,
  sliceAxis,
  squeezeAxes,
} from '../../array/reshaping';
import { valueError } from '../../runtime/PythonError';
import { pyBool, pyInteger, pyList, pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { orderOf } from '../call/orderOf';
import { toArray } from '../call/coerce';
import { scalarOf } from '../call/scalarOf';
import { atLeast, deep } from './joining';
import { padArray } from './padding';

/** Functions of `numpy` by name. */
export const SHAPING: FunctionTable = {
  reshape: [
    'a|input newshape|shape order?',
    (call) => ownKind(call, reshapeTo(call.array('a'), call.integers('newshape'), call.context, orderOf(call))),
  ],
  ravel: ['a|input order?', (call) => flattened(call.array('a'), orderOf(call), call.context)],
  transpose: ['a|input axes?', (call) => ownKind(call, permuteAxes(call.array('a'), call.axes('axes')))],
  squeeze: ['a|input axis|dim?', (call) => ownKind(call, squeezeAxes(call.array('a'), call.axes()))],
  expand_dims: ['a axis', expanded],
  unsqueeze: ['a|input axis|dim', (call) => expandAxis(call.array('a'), call.integer('axis'))],
  atleast_1d: ['*arys', (call) => ofEach(call, (array) => atLeast(array, 1))],
  atleast_2d: ['*arys', (call) => ofEach(call, (array) => atLeast(array, 2))],
  atleast_3d: ['*arys', (call) => ofEach(call, deep)],
  swapaxes: ['a axis1 axis2', swapAxes],
  moveaxis: ['a source destination', moveAxis],
  rollaxis: ['a axis start?', rollAxis],
  copy: ['a order?', (call) => copyOf(call.array('a'), call.context, call.lacks('order') ? 'K' : orderOf(call))],
  broadcast_to: ['array|a shape', repeatedView],
  broadcast_arrays: ['*args', broadcastArrays],
  flip: ['m|a axis?', (call) => scalarOf(flipped(call.array('m'), call.axes()))],
  fliplr: ['m|a', (call) => flippedAxis(call, 1)],
  flipud: ['m|a', (call) => flippedAxis(call, 0)],
  rot90: ['m|a k? axes?', rotated],
  roll: ['a|input shift|shifts axis|dims?', rolled],
  repeat: ['a repeats axis?', repeated],
  resize: ['a new_shape', repeatedTo],
  tile: ['A|a reps', tiled],
  pad: ['array|a pad_width mode? constant_values? end_values? stat_length? reflect_type?', padArray],
  shape: ['a', (call) => shapeOf(call.array('a'))],
  isscalar: ['element', (call) => pyBool(['number', 'text'].includes(call.value('element').kind))],
  ndim: ['a', (call) => pyInteger(call.array('a').shape.length)],
  size: ['a axis?', sizeAlong],
};

/** A tuple; PyTorch's prints as `torch.Size([2, 3])`. */
export function shapeOf(self: PyArray): Py {
  const shape = pyTuple(self.shape.map(pyInteger));
  return self.notation === 'pytorch' ? { ...shape, view: 'torch.Size' } : shape;
}

/** A scalar of NumPy stays one. */
function ownKind(call: Call, result: PyArray): Py {
  const given = call.value('a');
  return given.kind === 'number' && given.numpy && result.shape.length === 0 ? given : result;
}

/** One array, or a list of several. */
function ofEach(call: Call, change: (array: PyArray) => PyArray): Py {
  const arrays = call.rest.map(({ value }) => change(toArray(value, call.context)));
  return arrays.length === 1 ? arrays[0]! : pyList(arrays);
}

/** `np.resize`: the elements again and again until the shape is full. */
function repeatedTo(call: Call): PyArray {
  const shape = call.integers('new_shape');
  if (shape.some((extent) => extent < 0)) throw valueError('all elements of `new_shape` must be non-negative');
  const source = flattened(call.array('a'), 'C', call.context);
  const extent = source.shape[0]!;
  call.context.allocate(shape, call.range);
  if (extent === 0) return arrayOf(new Float64Array(sizeOf(shape)), shape, source.dtype);
  return reshapeTo(
    taken(call, source, 0, sizeOf(shape), (i) => i % extent),
    shape,
    call.context,
  );
}

function expanded(call: Call): PyArray {
  const array = call.array('a');
  const axes = call.integers('axis');
  const rank = array.shape.length + axes.length;
  const at = normalizeAxes(axes, rank).sort((a, b) => a - b);
  const { shape } = at.reduce((result, axis) => expandAxis(result, axis), array);
  return reshapeTo(array, shape, call.context);
}

function rollAxis(call: Call): PyArray {
  const array = call.array('a');
  const rank = array.shape.length;
  const axis = normalizeAxis(call.integer('axis'), rank);
  const start = call.integer('start', 0);
  const to = start < 0 ? start + rank : start;
  const order = [...array.shape.keys()].filter((each) => each !== axis);
  order.splice(axis < to ? to - 1 : to, 0, axis);
  return permuteAxes(array, order);
}

function broadcastArrays(call: Call): Py {
  const arrays = call.rest.map((argument) => toArray(argument.value, call.context));
  const shape = broadcastShapes(...arrays.map((array) => array.shape));
  call.context.allocate(shape);
  return pyList(arrays.map((array) => broadcastTo(array, shape)));
}

function sizeAlong(call: Call): Py {
  const { shape } = call.array('a');
  return pyInteger(call.lacks('axis') ? sizeOf(shape) : shape[normalizeAxis(call.integer('axis'), shape.length)]!);
}

/** As NumPy's iterator gives it: axes of one element have the stride 0, and nothing can be written. */
function repeatedView(call: Call): PyArray {
  const array = call.array('array');
  const given = call.integers('shape');
  if (given.some((extent) => extent < 0)) throw valueError('all elements of broadcast shape must be non-negative');
  if (given.length < array.shape.length)
    throw valueError(
      given.length === 0
        ? 'cannot broadcast a non-scalar to a scalar array'
        : 'input operand has more dimensions than allowed by the axis remapping',
    );
  const view = broadcastTo(array, checkedShape(call));
  const lead = view.shape.length - array.shape.length;
  const strides = view.strides.map((stride, axis) => (axis < lead || array.shape[axis - lead] === 1 ? 0 : stride));
  return { ...view, strides, readOnly: true };
}

function checkedShape(call: Call): number[] {
  const shape = call.integers('shape');
  call.context.allocate(shape, call.range);
  return shape;
}

function swapAxes(call: Call): PyArray {
  const array = call.array('a');
  const order = [...array.shape.keys()];
  const [a, b] = mapTuple(['axis1', 'axis2'], (name) => normalizeAxis(call.integer(name), order.length, `${name}: `));
  order[a] = b;
  order[b] = a;
  return permuteAxes(array, order);
}

function moveAxis(call: Call): PyArray {
  return moveAxes(call.array('a'), call.integers('source'), call.integers('destination'));
}

export function flipped(array: PyArray, axes?: readonly number[]): PyArray {
  const turned = normalizeAxes(axes ?? [...array.shape.keys()], array.shape.length);
  return turned.reduce((result, axis) => sliceAxis(result, axis, undefined, undefined, -1), array);
}

function flippedAxis(call: Call, axis: number): PyArray {
  const array = call.array('m');
  if (array.shape.length <= axis) throw valueError(`Input must be >= ${axis + 1}-d.`);
  return flipped(array, [axis]);
}

/** Counter-clockwise in the plane of two axes. */
function rotated(call: Call): PyArray {
  const source = call.array('m');
  const rank = source.shape.length;
  const [first, second] = call.lacks('axes') ? [0, 1] : normalizeAxes(call.integers('axes'), rank);
  if (first === undefined || second === undefined) throw valueError('len(axes) must be 2.');
  if (first === second || rank < 2) throw valueError('Axes must be different.');
  const turns = ((call.integer('k', 1) % 4) + 4) % 4;
  const order = [...source.shape.keys()];
  [order[first], order[second]] = [second, first];
  let array = source;
  for (let turn = 0; turn < turns; turn++) array = flipped(permuteAxes(array, order), [first]);
  return array;
}

function rolled(call: Call): PyArray {
  const source = call.array('a');
  if (call.lacks('axis')) {
    const line = flattened(source, 'C', call.context);
    const shift = call.integers('shift').reduce((sum, each) => sum + each, 0);
    return reshapeTo(rollOne(call, line, 0, shift), source.shape, call.context);
  }
  const axes = call.integers('axis').map((axis) => normalizeAxis(axis, source.shape.length));
  const shifts = call.integers('shift');
  if (axes.length !== shifts.length && axes.length > 1 && shifts.length > 1)
    throw valueError("'shift' and 'axis' should be scalars or 1D sequences");
  const count = Math.max(axes.length, shifts.length);
  let result = copyOf(source, call.context);
  for (let i = 0; i < count; i++)
    result = rollOne(call, result, axes[axes.length > 1 ? i : 0]!, shifts[shifts.length > 1 ? i : 0]!);
  return inOrderOf(result, [source], call.context);
}

function rollOne(call: Call, array: PyArray, axis: number, shift: number): PyArray {
  const extent = array.shape[axis]!;
  return taken(call, array, axis, extent, (i) => (((i - shift) % extent) + extent) % extent);
}

function repeated(call: Call): PyArray {
  const source = call.array('a');
  const line = call.lacks('axis') || source.shape.length === 0 ? flattened(source, 'C', call.context) : source;
  const axis = normalizeAxis(call.integer('axis', 0), line.shape.length);
  const extent = line.shape[axis]!;
  const counts = call.integers('repeats');
  if (counts.some((count) => count < 0)) throw valueError('repeats may not contain negative values.');
  if (counts.length === 1) return taken(call, line, axis, extent * counts[0]!, (i) => Math.floor(i / counts[0]!));
  if (counts.length !== extent)
    throw valueError(`operands could not be broadcast together with shape (${extent},) (${counts.length},)`);
  call.context.allocate([counts.reduce((sum, count) => sum + count, 0)]);
  const indices = counts.flatMap((count, i) => Array.from({ length: count }, () => i));
  return taken(call, line, axis, indices.length, (i) => indices[i]!);
}

/** Elements of one axis by their indices. */
export function taken(
  call: Call,
  array: PyArray,
  axis: number,
  count: number,
  source: (index: number) => number,
): PyArray {
  call.context.allocate([count], call.range);
  const data = Float64Array.from({ length: count }, (_, i) => source(i));
  const all = { kind: 'slice', start: undefined, stop: undefined, step: undefined } as const;
  const parts = [
    ...Array.from({ length: axis }, () => all),
    { kind: 'pick', array: arrayOf(data, [count], 'int64') } as const,
  ];
  return getItem(array, parts, call.context, 'C');
}

function tiled(call: Call): PyArray {
  const repeats = call.integers('reps');
  let array = atLeast(call.array('A'), repeats.length);
  const lead = array.shape.length - repeats.length;
  call.context.allocate(array.shape.map((extent, axis) => extent * (repeats[axis - lead] ?? 1)));
  repeats.forEach((count, axis) => {
    const extent = array.shape[axis + lead]!;
    array = taken(call, array, axis + lead, extent * count, (i) => i % extent);
  });
  return array;
}
