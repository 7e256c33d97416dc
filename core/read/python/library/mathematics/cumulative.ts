/** Running sums, products and extremes, differences, gradients and integrals along an axis. */
import type { Dtype } from '../../array/dtype';
import { convert, mapTwo, storing } from '../../array/elementwise';
import { inOrderOf } from '../../array/keptOrder';
import { reduce, sumOf } from '../../array/reduce';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { permuteAxes, reshapeTo, normalizeAxis, sliceAxis } from '../../array/reshaping';
import { valueError } from '../../runtime/PythonError';
import { pyFloat } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { toArray } from '../call/coerce';
import { scalarOf } from '../call/scalarOf';
import { intoOut } from '../ufunc/elementwiseFunctions';
import { binary } from '../ufunc/operators';
import { joined } from '../manipulation/joining';
import { gradient } from './gradient';
import { wholeOf, withOut } from './resultTypes';

/** Functions of `numpy` by name. */
export const CUMULATIVE: FunctionTable = {
  cumsum: ['a|input axis|dim? dtype? out?', (call) => cumulated(call, (a, b) => a + b)],
  cumprod: ['a|input axis|dim? dtype? out?', (call) => cumulated(call, (a, b) => a * b)],
  diff: ['a n? axis? prepend? append?', differences],
  ediff1d: ['ary', flatDifferences],
  trapz: ['y x? dx? axis?', trapezoids],
  gradient: ['f *varargs axis? edge_order?', gradient],
};

function cumulated(call: Call, fn: (a: number, b: number) => number): Py {
  const source = call.array('a');
  const dtype = call.dtype() ?? withOut(call, wholeOf(source.dtype));
  if (!call.lacks('axis')) call.refuseSequence('axis');
  const axes = call.axes();
  const line = axes && source.shape.length > 0 ? source : reshapeTo(source, [-1], call.context);
  return intoOut(call, accumulate(line, axes ? axes[0]! : 0, dtype, fn, call), 'unsafe');
}

/** A running combination along one axis. */
export function accumulate(
  array: PyArray,
  at: number,
  dtype: Dtype,
  fn: (a: number, b: number) => number,
  call: Call,
): PyArray {
  const axis = normalizeAxis(at, array.shape.length);
  const order = [...[...array.shape.keys()].filter((each) => each !== axis), axis];
  const moved = permuteAxes(array, order);
  const data = newData(call.context.allocate(moved.shape), dtype);
  const length = array.shape[axis]!;
  const values = flat(moved.dtype === dtype ? moved : convert(moved, dtype, call.context));
  const store = storing(dtype) ?? ((value: number): number => value);
  for (let i = 0; i < data.length; i++) data[i] = store(i % length === 0 ? values[i]! : fn(data[i - 1]!, values[i]!));
  const back = order.map((_, position) => order.indexOf(position));
  const result = permuteAxes(arrayOf(data, moved.shape, dtype, { notation: array.notation }), back);
  return inOrderOf(result, [array], call.context);
}

function differences(call: Call): Py {
  let array = call.array('a');
  if (array.shape.length === 0) throw valueError('diff requires input that is at least one dimensional');
  const axis = normalizeAxis(call.integer('axis', -1), array.shape.length);
  for (const name of ['prepend', 'append'] as const) {
    if (call.lacks(name)) continue;
    const given = call.array(name);
    const shape = array.shape.map((extent, each) => (each === axis ? 1 : extent));
    const edge = given.shape.length > 0 ? given : { ...given, shape, strides: shape.map(() => 0) };
    array = joined(call, name === 'prepend' ? [edge, array] : [array, edge], axis);
  }
  const times = call.integer('n', 1);
  if (times < 0) throw valueError(`order must be non-negative but got ${times}`);
  call.context.spend(times);
  for (let i = 0; i < times; i++) array = difference(array, axis, call);
  return array;
}

function flatDifferences(call: Call): PyArray {
  const line = reshapeTo(call.array('ary'), [-1], call.context);
  const later = sliceAxis(line, 0, 1, undefined);
  return toArray(binary('-', later, sliceAxis(line, 0, undefined, -1), call.context), call.context);
}

function difference(array: PyArray, axis: number, call: Call): PyArray {
  const [later, earlier] = [sliceAxis(array, axis, 1, undefined), sliceAxis(array, axis, undefined, -1)];
  if (array.dtype === 'bool') return mapTwo(later, earlier, 'bool', (a, b) => Number(a !== b), call.context);
  return mapTwo(later, earlier, array.dtype, (a, b) => a - b, call.context);
}

function trapezoids(call: Call): Py {
  const { context } = call;
  const y = call.array('y');
  const axis = normalizeAxis(call.integer('axis', -1), y.shape.length);
  const times = (left: Py, right: Py): Py => binary('*', left, right, context);
  const pairs = binary('+', sliceAxis(y, axis, 1, undefined), sliceAxis(y, axis, undefined, -1), context);
  const areas = binary('/', times(widths(call, y, axis), pairs), pyFloat(2), context);
  const sums = toArray(areas, context);
  return scalarOf(reduce(sums, { axes: [axis], dtype: sums.dtype, fold: sumOf }, context));
}

/** The distances of the samples along the axis, of all or of each. */
function widths(call: Call, y: PyArray, axis: number): Py {
  if (call.lacks('x')) return call.has('dx') ? call.value('dx') : pyFloat(1);
  const x = call.array('x');
  if (x.shape.length !== 1) return difference(x, axis, call);
  const shape = y.shape.map((_, each) => (each === axis ? -1 : 1));
  return reshapeTo(difference(x, 0, call), shape, call.context);
}
