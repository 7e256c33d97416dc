/** Diagonals and triangles: `np.diagonal`, `np.trace`, `np.triu`, `np.fill_diagonal`. */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { mapTuple, tuple2 } from '../../../../tuples';
import { broadcastTo } from '../../array/broadcast';
import { inOrderOf } from '../../array/keptOrder';
import { arrayOf, flat, newData, write, type PyArray } from '../../array/PyArray';
import { permuteAxes, normalizeAxis } from '../../array/reshaping';
import { PythonError, typeError, valueError } from '../../runtime/PythonError';
import { NONE } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { scalarOf } from '../call/scalarOf';
import { wholeOf } from '../mathematics/resultTypes';
import { isTensor } from '../ufunc/tensorTypes';
import { targetArray } from './targetArray';

/** Functions of `numpy` by name. */
export const DIAGONALS: FunctionTable = {
  fill_diagonal: ['a val wrap?', fillDiagonal],
  diagonal: ['a|input offset? axis1|dim1? axis2|dim2?', (call) => diagonalOf(call)],
  trace: ['a|input offset? axis1? axis2?', trace],
  triu: ['m|input k|diagonal?', (call) => triangle(call, (row, col, k) => col - row >= k)],
  tril: ['m|input k|diagonal?', (call) => triangle(call, (row, col, k) => col - row <= k)],
};

function fillDiagonal(call: Call): Py {
  const target = targetArray(call, 'a');
  if (call.flag('wrap', false))
    throw new LensError(msg('{0} with {1} is not supported', 'fill_diagonal', 'wrap=True'), undefined, call.range);
  if (target.shape.length < 2) throw valueError('array must be at least 2-d');
  if (target.shape.length > 2 && target.shape.some((extent) => extent !== target.shape[0]))
    throw valueError('All dimensions of input must be of equal length');
  const count = Math.min(...target.shape);
  const stride = target.strides.reduce((sum, each) => sum + each, 0);
  const view = { ...target, shape: [count], strides: [stride] };
  const values = flat(call.array('val'));
  write(
    view,
    Float64Array.from({ length: count }, (_, i) => values[i % values.length]!),
    call.context,
  );
  return NONE;
}

/** A view of the diagonals of two axes, which NumPy does not write to. */
function diagonalOf(call: Call): PyArray {
  const source = call.array('a');
  if (source.shape.length < 2) throw valueError('diag requires an array of at least two dimensions');
  const [first, second] = mapTuple(['axis1', 'axis2'], (name) => namedAxis(call, name, source.shape.length));
  if (first === second) throw valueError('axis1 and axis2 cannot be the same');
  const offset = call.integer('offset', 0);
  const [down, right] = [Math.max(0, -offset), Math.max(0, offset)];
  const count = Math.max(0, Math.min(source.shape[first]! - down, source.shape[second]! - right));
  const rest = [...source.shape.keys()].filter((axis) => axis !== first && axis !== second);
  const moved = permuteAxes(source, [...rest, first, second]);
  const start = count > 0 ? down * source.strides[first]! + right * source.strides[second]! : 0;
  return {
    ...moved,
    offset: source.offset + start,
    shape: [...rest.map((axis) => source.shape[axis]!), count],
    strides: [...rest.map((axis) => source.strides[axis]!), source.strides[first]! + source.strides[second]!],
    ...(!isTensor(source) && { readOnly: true }),
  };
}

function namedAxis(call: Call, name: 'axis1' | 'axis2', rank: number): number {
  const axis = call.integer(name, name === 'axis1' ? 0 : 1);
  if (axis >= -rank && axis < rank) return normalizeAxis(axis, rank);
  throw new PythonError('AxisError', `${name}: axis ${axis} is out of bounds for array of dimension ${rank}`);
}

function trace(call: Call): Py {
  const diagonal = diagonalOf(call);
  const length = diagonal.shape[diagonal.shape.length - 1]!;
  const values = flat(diagonal);
  const shape = diagonal.shape.slice(0, -1);
  const dtype = isTensor(diagonal) ? diagonal.dtype : wholeOf(diagonal.dtype);
  const data = newData(sizeOf(shape), dtype);
  values.forEach((value, i) => (data[Math.floor(i / length)]! += value));
  return scalarOf(arrayOf(data, shape, dtype, { notation: diagonal.notation }));
}

function triangle(call: Call, keeps: (row: number, col: number, k: number) => boolean): PyArray {
  const given = call.array('m');
  if (given.shape.length === 0) throw typeError("tri() missing 1 required positional argument: 'N'");
  const source = given.shape.length === 1 ? broadcastTo(given, [given.shape[0]!, given.shape[0]!]) : given;
  const [rows, cols] = tuple2(source.shape.slice(-2));
  const k = call.integer('k', 0);
  const data = newData(call.context.allocate(source.shape), source.dtype);
  flat(source).forEach((value, i) => {
    const row = Math.floor(i / cols) % rows;
    data[i] = keeps(row, i % cols, k) ? value : 0;
  });
  const made = arrayOf(data, source.shape, source.dtype, { notation: source.notation });
  const mask = broadcastTo(arrayOf(newData(rows * cols, 'bool'), [rows, cols], 'bool'), source.shape);
  return inOrderOf(made, [mask, source], call.context);
}
