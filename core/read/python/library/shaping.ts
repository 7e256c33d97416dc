/** Functions that rearrange and join arrays: `np.reshape`, `np.transpose`, `np.pad`, `np.concatenate`, … */
import { formatShape, sizeOf } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import { promote, type Dtype } from '../array/dtype';
import { broadcastTo } from '../array/elementwise';
import { getItem } from '../array/indexing';
import { arrayOf, flat, newData, write, type PyArray } from '../array/PyArray';
import { copyOf, expandAxis, permuteAxes, reshapeTo, resolveAxis, squeezeAxes } from '../array/reshaping';
import { integer, tuple } from '../value';
import type { Call, Implementation } from './Call';
import { toArray } from './coerce';
import { padArray } from './padding';

/** By name in `numpy`. */
export const SHAPING: Readonly<Record<string, readonly [signature: string, run: Implementation]>> = {
  reshape: [
    'a|input newshape|shape order?',
    (call) => reshapeTo(call.array('a'), call.integers('newshape'), call.context),
  ],
  ravel: ['a|input order?', (call) => reshapeTo(call.array('a'), [-1], call.context)],
  transpose: ['a|input axes?', (call) => permuteAxes(call.array('a'), call.axes('axes'))],
  squeeze: ['a|input axis|dim?', (call) => squeezeAxes(call.array('a'), call.axes())],
  expand_dims: ['a axis', (call) => expandAxis(call.array('a'), call.integer('axis'))],
  unsqueeze: ['a|input axis|dim', (call) => expandAxis(call.array('a'), call.integer('axis'))],
  swapaxes: ['a axis1 axis2', swapAxes],
  moveaxis: ['a source destination', moveAxis],
  copy: ['a', (call) => copyOf(call.array('a'), call.context)],
  broadcast_to: ['array|a shape', (call) => broadcastTo(call.array('array'), checkedShape(call))],
  flip: ['m|a axis?', (call) => flipped(call.array('m'), call.axes())],
  fliplr: ['m|a', (call) => flipped(call.array('m'), [1])],
  flipud: ['m|a', (call) => flipped(call.array('m'), [0])],
  rot90: ['m|a k?', rotated],
  roll: ['a shift axis?', rolled],
  repeat: ['a repeats axis?', repeated],
  tile: ['A|a reps', tiled],
  pad: ['array|a pad_width mode? constant_values?', padArray],
  concatenate: ['arrays|tensors axis|dim?', (call) => joined(call, arraysOf(call), call.integer('axis', 0))],
  stack: ['arrays|tensors axis|dim?', stacked],
  vstack: [
    'arrays|tup',
    (call) =>
      joined(
        call,
        arraysOf(call).map((array) => atLeast(array, 2)),
        0,
      ),
  ],
  hstack: [
    'arrays|tup',
    (call) =>
      joined(
        call,
        arraysOf(call).map((array) => atLeast(array, 1)),
        arraysOf(call)[0]?.shape.length === 1 ? 0 : 1,
      ),
  ],
  shape: ['a', (call) => tuple(call.array('a').shape.map(integer))],
  ndim: ['a', (call) => integer(call.array('a').shape.length)],
  size: ['a', (call) => integer(sizeOf(call.array('a').shape))],
};

/** Joins arrays along an axis that they have. */
export function joined(call: Call, arrays: readonly PyArray[], at: number): PyArray {
  const [first] = arrays;
  if (!first) throw new LensError(msg('{0} needs at least one array', call.callee), undefined, call.range);
  const axis = resolveAxis(at, first.shape.length);
  const length = arrays.reduce((sum, { shape }) => sum + (shape[axis] ?? 0), 0);
  const shape = first.shape.map((extent, each) => (each === axis ? length : extent));
  const dtype = arrays.reduce<Dtype>((joint, array) => promote(joint, array.dtype), first.dtype);
  const data = newData(call.context.allocate(shape, call.range), dtype);
  const result = arrayOf(data, shape, dtype, { notation: first.notation });
  let start = 0;
  for (const array of arrays) {
    const fits =
      array.shape.length === shape.length &&
      array.shape.every((extent, each) => each === axis || extent === shape[each]);
    if (!fits) {
      throw new LensError(
        msg('shapes {0} and {1} do not join along axis {2}', formatShape(first.shape), formatShape(array.shape), axis),
        undefined,
        call.range,
      );
    }
    const part = { ...result, offset: start * result.strides[axis]!, shape: array.shape };
    write(part, flat(array), call.context);
    start += array.shape[axis]!;
  }
  return result;
}

function arraysOf(call: Call): PyArray[] {
  return call.sequence('arrays').map((item) => toArray(item, call.context));
}

function stacked(call: Call): PyArray {
  const axis = call.integer('axis', 0);
  return joined(
    call,
    arraysOf(call).map((array) => expandAxis(array, axis)),
    axis,
  );
}

function atLeast(array: PyArray, rank: number): PyArray {
  let result = array;
  while (result.shape.length < rank) result = expandAxis(result, 0);
  return result;
}

function checkedShape(call: Call): number[] {
  const shape = call.integers('shape');
  call.context.allocate(shape, call.range);
  return shape;
}

function swapAxes(call: Call): PyArray {
  const array = call.array('a');
  const order = [...array.shape.keys()];
  const [a, b] = ['axis1', 'axis2'].map((name) => resolveAxis(call.integer(name), order.length)) as [number, number];
  order[a] = b;
  order[b] = a;
  return permuteAxes(array, order);
}

function moveAxis(call: Call): PyArray {
  const array = call.array('a');
  const from = resolveAxis(call.integer('source'), array.shape.length);
  const to = resolveAxis(call.integer('destination'), array.shape.length);
  const order = [...array.shape.keys()].filter((axis) => axis !== from);
  order.splice(to, 0, from);
  return permuteAxes(array, order);
}

function flipped(array: PyArray, axes?: readonly number[]): PyArray {
  const turned = new Set((axes ?? [...array.shape.keys()]).map((axis) => resolveAxis(axis, array.shape.length)));
  const offset = [...turned].reduce(
    (sum, axis) => sum + Math.max(0, array.shape[axis]! - 1) * array.strides[axis]!,
    array.offset,
  );
  return { ...array, offset, strides: array.strides.map((stride, axis) => (turned.has(axis) ? -stride : stride)) };
}

/** Counter-clockwise in the plane of the first two axes. */
function rotated(call: Call): PyArray {
  let array = call.array('m');
  const turns = ((call.integer('k', 1) % 4) + 4) % 4;
  const order = [1, 0, ...[...array.shape.keys()].slice(2)];
  for (let turn = 0; turn < turns; turn++) array = flipped(permuteAxes(array, order), [0]);
  return array;
}

function rolled(call: Call): PyArray {
  const source = call.array('a');
  const shift = call.integer('shift');
  const line = call.lacks('axis') ? reshapeTo(source, [-1], call.context) : source;
  const axis = resolveAxis(call.integer('axis', 0), line.shape.length);
  const extent = line.shape[axis]!;
  const result = taken(call, line, axis, extent, (i) => (((i - shift) % extent) + extent) % extent);
  return reshapeTo(result, source.shape, call.context);
}

function repeated(call: Call): PyArray {
  const source = call.array('a');
  const count = call.integer('repeats');
  const line = call.lacks('axis') ? reshapeTo(source, [-1], call.context) : source;
  const axis = resolveAxis(call.integer('axis', 0), line.shape.length);
  return taken(call, line, axis, line.shape[axis]! * count, (i) => Math.floor(i / count));
}

/** Elements of one axis by their indices. */
function taken(call: Call, array: PyArray, axis: number, count: number, source: (index: number) => number): PyArray {
  call.context.allocate([count], call.range);
  const data = Float64Array.from({ length: count }, (_, i) => source(i));
  const all = { kind: 'slice', start: undefined, stop: undefined, step: undefined } as const;
  const parts = [
    ...Array.from({ length: axis }, () => all),
    { kind: 'pick', array: arrayOf(data, [count], 'int64') } as const,
  ];
  return getItem(array, parts, call.context);
}

function tiled(call: Call): PyArray {
  const repeats = call.integers('reps');
  let array = atLeast(call.array('A'), repeats.length);
  const lead = array.shape.length - repeats.length;
  repeats.forEach((count, axis) => {
    const extent = array.shape[axis + lead]!;
    array = taken(call, array, axis + lead, extent * count, (i) => i % extent);
  });
  return array;
}
