/** Functions that make arrays: `np.array`, `np.zeros`, `np.arange`, … */
import { LensError, msg } from '../../../message';
import { kindOf, type Dtype } from '../array/dtype';
import { broadcastTo, convert } from '../array/elementwise';
import { arrayOf, flat, newData, rangesOf, write, type PyArray } from '../array/PyArray';
import { copyOf, expandAxis } from '../array/reshaping';
import { tuple, type Py } from '../value';
import type { Call, Implementation } from './Call';
import { jointType } from './operators';

/** By name in `numpy`: signature and implementation. */
export const CREATION: Readonly<Record<string, readonly [signature: string, run: Implementation]>> = {
  array: ['object|data dtype? copy? order? ndmin?', asArray],
  asarray: ['object|a dtype? order?', asArray],
  ascontiguousarray: ['object|a dtype?', asArray],
  zeros: ['shape dtype? order?', (call) => filled(call, shapeOf(call), 0)],
  ones: ['shape dtype? order?', (call) => filled(call, shapeOf(call), 1)],
  empty: ['shape dtype? order?', (call) => filled(call, shapeOf(call), 0)],
  full: ['shape fill_value dtype? order?', (call) => full(call, shapeOf(call), undefined)],
  zeros_like: ['a|input dtype?', (call) => filled(call, call.array('a').shape, 0, call.array('a'))],
  ones_like: ['a|input dtype?', (call) => filled(call, call.array('a').shape, 1, call.array('a'))],
  empty_like: ['a|input dtype?', (call) => filled(call, call.array('a').shape, 0, call.array('a'))],
  full_like: ['a|input fill_value dtype?', (call) => full(call, call.array('a').shape, call.array('a'))],
  eye: ['N|n M|m? k? dtype?', (call) => eye(call, call.integer('M', call.integer('N')))],
  identity: ['N|n dtype?', (call) => eye(call, call.integer('N'))],
  arange: ['start|stop|end stop? step? dtype?', arange],
  linspace: ['start stop|end num|steps? endpoint? dtype?', linspace],
  meshgrid: ['*arrays indexing?', meshgrid],
  diag: ['v k?', diag],
};

function asArray(call: Call): Py {
  const source = call.array('object');
  const dtype = call.dtype() ?? source.dtype;
  const made =
    dtype === source.dtype ? copyOf(source, call.context) : convert(source, dtype, call.context, rangesOf(source));
  const missing = call.integer('ndmin', 0) - made.shape.length;
  return missing > 0 && missing <= 32
    ? Array.from({ length: missing }).reduce<PyArray>((array) => expandAxis(array, 0), made)
    : made;
}

function shapeOf(call: Call): number[] {
  return call.integers('shape');
}

function filled(call: Call, shape: readonly number[], value: number, like?: PyArray, dtype?: Dtype): PyArray {
  const array = newArray(call, shape, value, call.dtype() ?? dtype ?? like?.dtype ?? 'float64');
  return like?.notation ? { ...array, notation: like.notation } : array;
}

export function newArray(call: Call, shape: readonly number[], value: number, dtype: Dtype): PyArray {
  return arrayOf(newData(call.context.allocate(shape, call.range), dtype).fill(value), shape, dtype);
}

function full(call: Call, shape: readonly number[], like: PyArray | undefined): PyArray {
  const value = call.array('fill_value');
  const array = filled(call, shape, 0, like, like?.dtype ?? value.dtype);
  write(array, flat(broadcastTo(value, shape)), call.context);
  return array;
}

function eye(call: Call, cols = call.integer('N')): PyArray {
  const rows = call.integer('N');
  const array = filled(call, [rows, cols], 0);
  const shift = call.lacks('k') ? 0 : call.integer('k');
  for (let row = Math.max(0, -shift); row < rows && row + shift < cols; row++)
    array.store.data[row * cols + row + shift] = 1;
  return array;
}

function arange(call: Call): PyArray {
  const first = call.number('start');
  const [start, stop] = call.lacks('stop') ? [0, first] : [first, call.number('stop')];
  const step = call.number('step', 1);
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (step === 0 || !Number.isFinite(count)) {
    throw new LensError(msg('arange from {0} to {1} by {2} has no end', start, stop, step), undefined, call.range);
  }
  const bounds = ['start', 'stop', 'step'].filter((name) => !call.lacks(name)).map((name) => call.value(name));
  const dtype =
    call.dtype() ??
    bounds.reduce<Dtype>((joint, bound) => jointType({ kind: 'number', value: 0, dtype: joint }, bound), 'int64');
  const data = newData(call.context.allocate([count], call.range), dtype);
  const array = arrayOf(data, [count], dtype);
  // NumPy adds a rounded difference: start, start + (second − start)·i.
  const delta = start + step - start;
  write(
    array,
    Float64Array.from({ length: count }, (_, i) => start + i * delta),
    call.context,
  );
  return array;
}

function linspace(call: Call): PyArray {
  const [start, stop] = [call.number('start'), call.number('stop')];
  const count = call.integer('num', 50);
  const parts = call.flag('endpoint', true) ? count - 1 : count;
  const dtype = call.dtype() ?? 'float64';
  const array = arrayOf(newData(call.context.allocate([count], call.range), dtype), [count], dtype);
  const step = (stop - start) / parts;
  const values = Float64Array.from({ length: count }, (_, i) => (i === 0 ? start : i * step + start));
  if (count > 1 && call.flag('endpoint', true)) values[count - 1] = stop;
  write(array, values, call.context);
  return array;
}

function meshgrid(call: Call): Py {
  const lines = call.rest.map(({ value }) => value);
  const arrays = lines.map((value) => {
    if (value.kind === 'array' && value.shape.length === 1) return value;
    throw new LensError(msg('meshgrid is read for arrays of one axis'), undefined, call.range);
  });
  const matrix = call.text('indexing', 'xy') === 'ij';
  const order = arrays.map((_, axis) => (!matrix && axis < 2 && arrays.length > 1 ? 1 - axis : axis));
  const shape = order.map((axis) => arrays[axis]!.shape[0]!);
  return tuple(
    arrays.map((array, axis) => {
      const strides = order.map((source) => (source === axis ? array.strides[0]! : 0));
      return copyOf({ ...array, shape, strides }, call.context);
    }),
  );
}

/** The diagonal of a matrix, or a matrix of a diagonal. */
function diag(call: Call): PyArray {
  const source = call.array('v');
  const shift = call.integer('k', 0);
  const [down, right] = [Math.max(0, -shift), Math.max(0, shift)];
  if (source.shape.length === 1) {
    const size = source.shape[0]! + Math.abs(shift);
    const matrix = filled(call, [size, size], 0, source);
    flat(source).forEach((value, i) => (matrix.store.data[(i + down) * size + i + right] = value));
    return matrix;
  }
  if (source.shape.length !== 2) throw new LensError(msg('diag needs one or two axes'), undefined, call.range);
  const [rows, cols] = source.shape as [number, number];
  const count = Math.max(0, Math.min(rows - down, cols - right));
  const data = newData(call.context.allocate([count], call.range), source.dtype);
  const values = flat(source);
  for (let i = 0; i < count; i++) data[i] = values[(i + down) * cols + i + right]!;
  return arrayOf(data, [count], source.dtype);
}

/** Whether a function must give floating point for whole numbers. */
export function floatFor(dtype: Dtype): Dtype {
  return kindOf(dtype) === 2 ? dtype : 'float64';
}
