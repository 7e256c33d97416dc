/** Grids of indices and coordinates: `np.meshgrid`, `np.indices`, `np.mgrid`, `np.r_`, `np.ix_`, `np.ndindex`. */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { promote, type Dtype } from '../../array/dtype';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { copyOf, expandAxis, reshapeTo } from '../../array/reshaping';
import type { Context } from '../../runtime/Context';
import { valueError } from '../../runtime/PythonError';
import { pyInteger, pyList, pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { PySlice } from '../../array/slices';
import type { Call, FunctionTable } from '../call/Call';
import { isSequence, toArray, toInteger, toIntegers } from '../call/coerce';
import { nditer } from './nditer';
import { coordinate, indexArray } from '../sorting/searching';
import { scalarOf } from '../call/scalarOf';

/** Functions of `numpy` by name. */
export const GRIDS: FunctionTable = {
  meshgrid: ['*arrays indexing? sparse? copy?', meshgrid],
  indices: ['dimensions dtype? sparse?', indices],
  ix_: ['*args', openGrid],
  ndindex: ['*shape', ndindex],
  ndenumerate: ['arr', ndenumerate],
  nditer: ['op flags? op_flags? op_dtypes? order? casting?', nditer],
  diag_indices: [
    'n ndim?',
    (call) => pyTuple(Array.from({ length: call.integer('ndim', 2) }, () => counting(call.integer('n'), call))),
  ],
  triu_indices: ['n k? m?', (call) => triangleIndices(call, (row, col, k) => col - row >= k)],
  tril_indices: ['n k? m?', (call) => triangleIndices(call, (row, col, k) => col - row <= k)],
};

function counting(count: number, call: Call): PyArray {
  call.context.allocate([count]);
  return indexArray(Array.from({ length: count }, (_, i) => i));
}

function meshgrid(call: Call): Py {
  const arrays = call.rest.map((argument) => reshapeTo(toArray(argument.value, call.context), [-1], call.context));
  const columns = call.text('indexing', 'xy') === 'ij';
  const sparse = call.flag('sparse', false);
  const order = arrays.map((_, axis) => (!columns && axis < 2 && arrays.length > 1 ? 1 - axis : axis));
  const full = order.map((axis) => arrays[axis]!.shape[0]!);
  return pyList(
    arrays.map((array, axis) => {
      const strides = order.map((source) => (source === axis ? array.strides[0]! : 0));
      const shape = sparse ? order.map((source) => (source === axis ? array.shape[0]! : 1)) : full;
      return copyOf({ ...array, shape, strides }, call.context);
    }),
  );
}

function indices(call: Call): PyArray {
  if (call.flag('sparse', false))
    throw new LensError(msg('{0} with {1} is not supported', 'indices', 'sparse=True'), undefined, call.range);
  const shape = call.integers('dimensions');
  const dtype = call.dtype() ?? 'int64';
  const data = newData(call.context.allocate([shape.length, ...shape]), dtype);
  const size = sizeOf(shape);
  for (let k = 0; k < data.length; k++) data[k] = coordinate(k % size, shape, Math.floor(k / size));
  return arrayOf(data, [shape.length, ...shape], dtype);
}

function openGrid(call: Call): Py {
  const arrays = call.rest.map(({ value }): PyArray => {
    const array = toArray(value, call.context);
    // A list without items has no type of its own.
    return value.kind === 'array' || array.shape[0] !== 0 ? array : { ...array, dtype: 'int64' };
  });
  if (arrays.some(({ shape }) => shape.length !== 1)) throw valueError('Cross index must be 1 dimensional');
  return pyTuple(
    arrays.map((array, axis) => {
      const chosen =
        array.dtype === 'bool' ? indexArray([...flat(array).keys()].filter((i) => flat(array)[i] !== 0)) : array;
      return reshapeTo(
        chosen,
        arrays.map((_, each) => (each === axis ? -1 : 1)),
        call.context,
      );
    }),
  );
}

function ndindex(call: Call): Py {
  const [first] = call.rest;
  const shape =
    call.rest.length === 1 && first && isSequence(first.value)
      ? toIntegers(first.value)
      : call.rest.map(({ value }) => toInteger(value));
  const size = call.context.allocate(shape);
  call.context.spend(size * shape.length * 4);
  return pyList(
    Array.from({ length: size }, (_, k) =>
      pyTuple(shape.map((_extent, axis) => pyInteger(coordinate(k, shape, axis)))),
    ),
  );
}

function elements(array: PyArray): Py[] {
  return Array.from(flat(array), (value): Py => ({ kind: 'number', value, dtype: array.dtype, numpy: true }));
}

function ndenumerate(call: Call): Py {
  const array = call.array('arr');
  call.context.allocate(array.shape);
  return pyList(
    elements(array).map((item, k) =>
      pyTuple([pyTuple(array.shape.map((_, axis) => pyInteger(coordinate(k, array.shape, axis)))), item]),
    ),
  );
}

function triangleIndices(call: Call, keeps: (row: number, col: number, k: number) => boolean): Py {
  const [rows, k] = [call.integer('n'), call.integer('k', 0)];
  const cols = call.integer('m', rows);
  const size = call.context.allocate([rows, cols]);
  const kept = Array.from({ length: size }, (_, i) => i).filter((i) => keeps(Math.floor(i / cols), i % cols, k));
  return pyTuple([indexArray(kept.map((i) => Math.floor(i / cols))), indexArray(kept.map((i) => i % cols))]);
}

/** `np.mgrid[…]`, `np.ogrid[…]`, `np.r_[…]`, `np.c_[…]`, `np.s_[…]`: undefined for any other path. */
export function indexedNamespace(path: string, index: readonly Py[], context: Context): Py | undefined {
  switch (path) {
    case 'numpy.mgrid':
    case 'numpy.ogrid':
      return grid(index, path === 'numpy.mgrid', context);
    case 'numpy.r_':
    case 'numpy.c_':
      return joinedParts(index, path === 'numpy.c_', context);
    case 'numpy.s_':
      return index.length === 1 ? index[0]! : pyTuple([...index]);
    case 'numpy.index_exp':
      return pyTuple([...index]);
    default:
      return undefined;
  }
}

function grid(index: readonly Py[], dense: boolean, context: Context): Py {
  const lines = index.map((part) => {
    if (part.kind === 'slice') return range(part, context);
    throw new LensError(msg('np.mgrid is supported with slices'));
  });
  if (lines.length === 1) return lines[0]!;
  const shape = lines.map((line) => line.shape[0]!);
  if (!dense)
    return pyList(
      lines.map((line, axis) =>
        reshapeTo(
          line,
          shape.map((_, each) => (each === axis ? -1 : 1)),
          context,
        ),
      ),
    );
  const dtype = lines.map((line) => line.dtype).reduce(promote);
  const size = sizeOf(shape);
  const data = newData(context.allocate([lines.length, ...shape]), dtype);
  for (let k = 0; k < data.length; k++) {
    const axis = Math.floor(k / size);
    data[k] = lines[axis]!.store.data[coordinate(k % size, shape, axis)]!;
  }
  return arrayOf(data, [lines.length, ...shape], dtype);
}

function range({ start = 0, stop, step = 1, grid: floats }: PySlice, context: Context): PyArray {
  if (stop === undefined) throw new LensError(msg('np.mgrid needs the end of a slice'));
  const points = floats?.points;
  const count = points ?? Math.max(0, Math.ceil((stop - start) / step));
  const width = points === undefined ? step : points > 1 ? (stop - start) / (points - 1) : 1;
  context.allocate([count]);
  return arrayOf(
    Float64Array.from({ length: count }, (_, i) => i * width + start),
    [count],
    floats ? 'float64' : 'int64',
  );
}

function joinedParts(index: readonly Py[], columns: boolean, context: Context): Py {
  const parts = index.map((part): PyArray => {
    if (part.kind === 'text') throw new LensError(msg('np.r_ with a string is not supported'));
    if (part.kind === 'slice' && part.grid) throw new LensError(msg('np.r_ is supported with whole numbers'));
    const array = part.kind === 'slice' ? range(part, context) : toArray(part, context);
    const line = array.shape.length === 0 ? reshapeTo(array, [1], context) : array;
    return columns && line.shape.length === 1 ? expandAxis(line, 1) : line;
  });
  const [first] = parts;
  if (!first) return arrayOf(new Float64Array(0), [0], 'float64');
  const axis = columns ? first.shape.length - 1 : 0;
  const fits = parts.every(
    (part) =>
      part.shape.length === first.shape.length &&
      part.shape.every((extent, each) => each === axis || extent === first.shape[each]),
  );
  if (!fits) throw new LensError(msg('np.r_ with parts of different shapes is not supported'));
  const dtype = parts.reduce<Dtype>((joint, part) => promote(joint, part.dtype), first.dtype);
  const shape = first.shape.map((extent, each) =>
    each === axis ? parts.reduce((sum, part) => sum + part.shape[axis]!, 0) : extent,
  );
  const data = newData(context.allocate(shape), dtype);
  const width = shape[axis]!;
  let start = 0;
  for (const part of parts) {
    const own = part.shape[axis]!;
    if (axis === 0) data.set(flat(part), start * sizeOf(shape.slice(1)));
    else flat(part).forEach((value, i) => (data[Math.floor(i / own) * width + start + (i % own)] = value));
    start += own;
  }
  return scalarOf(arrayOf(data, shape, dtype));
}
