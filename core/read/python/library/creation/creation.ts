/** Functions that make arrays: `np.array`, `np.zeros`, `np.arange`, … */
import { sizeOf } from '../../../../array/NdArray';
import { tuple2 } from '../../../../tuples';
import { isFloat, kindOf, type Dtype } from '../../array/dtype';
import { convert } from '../../array/elementwise';
import { writeView } from '../../array/indexing';
import { keptOrder, stridesIn } from '../../array/keptOrder';
import { arrayOf, flat, isContiguous, newData, rangesOf, type PyArray } from '../../array/PyArray';
import { copyOf, isFortran, permuteAxes, reshapeTo } from '../../array/reshaping';
import { typeError, valueError } from '../../runtime/PythonError';
import { requireFinite } from '../../runtime/wholeNumbers';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { isSequence } from '../call/coerce';
import { orderOf } from '../call/orderOf';
import { SPACING } from './spacing';

const LIKE = 'a|input dtype? order? subok? shape?';

/** Functions of `numpy` by name: signature and implementation. */
export const CREATION: FunctionTable = {
  ...SPACING,
  array: ['object|data dtype? copy? order? subok? ndmin?', (call) => numeric(asArray(call))],
  asarray: ['object|a dtype? order?', (call) => numeric(sameArray(call))],
  asanyarray: ['object|a dtype? order?', (call) => numeric(sameArray(call))],
  ascontiguousarray: ['object|a dtype?', (call) => numeric(contiguous(call, 'C'))],
  asfortranarray: ['object|a dtype?', (call) => numeric(contiguous(call, 'F'))],
  asfarray: ['object|a dtype?', (call) => toFloats(call)],
  zeros: ['shape dtype? order?', (call) => filled(call, shapeOf(call), 0)],
  ones: ['shape dtype? order?', (call) => filled(call, shapeOf(call), 1)],
  empty: ['shape dtype? order?', (call) => filled(call, shapeOf(call), 0)],
  full: ['shape fill_value dtype? order?', (call) => full(call, shapeOf(call), undefined)],
  zeros_like: [LIKE, (call) => filled(call, likeShape(call), 0, call.array('a'))],
  ones_like: [LIKE, (call) => filled(call, likeShape(call), 1, call.array('a'))],
  empty_like: [LIKE, (call) => filled(call, likeShape(call), 0, call.array('a'))],
  full_like: ['a|input fill_value dtype? order? subok? shape?', (call) => full(call, likeShape(call), call.array('a'))],
  eye: ['N|n M|m? k? dtype? order?', (call) => eye(call, call.integer('M', call.integer('N')))],
  identity: ['N|n dtype?', (call) => eye(call, call.integer('N'))],
  tri: ['N M? k? dtype?', tri],
  diag: ['v k?', diag],
  diagflat: [
    'v k?',
    (call) => diagonalMatrix(call, reshapeTo(call.array('v'), [-1], call.context), call.integer('k', 0)),
  ],
  vander: ['x N? increasing?', vander],
};

/** A NumPy array, also where the argument is a tensor. */
function numeric(made: Py): Py {
  return made.kind !== 'array' || made.notation === undefined ? made : { ...made, notation: undefined };
}

function asArray(call: Call): Py {
  const source = call.array('object');
  requireWhole(call, source);
  const made = call.has('copy') && !call.flag('copy', true) ? sameArray(call) : typedCopy(call, source);
  const missing = call.integer('ndmin', 0) - made.shape.length;
  return missing > 0 && missing <= 32 ? atLeastRank(made, made.shape.length + missing) : made;
}

/** Python's numbers NaN and infinity have no whole number; NumPy's own are cast as C does. */
function requireWhole(call: Call, source: PyArray): void {
  const dtype = call.dtype();
  if (!dtype || isFloat(dtype) || dtype === 'bool' || !isSequence(call.value('object'))) return;
  if (!isFloat(source.dtype)) return;
  requireFinite(flat(source));
}

function atLeastRank(array: PyArray, rank: number): PyArray {
  const { shape, strides } = array;
  const lead = Math.max(0, rank - shape.length);
  if (lead === 0) return array;
  const stride = isContiguous(array) ? sizeOf(shape) : isFortran(array) ? 1 : strides[0]! * shape[0]!;
  const add = (values: readonly number[], value: number): number[] => [
    ...new Array<number>(lead).fill(value),
    ...values,
  ];
  return { ...array, shape: add(shape, 1), strides: add(strides, stride) };
}

function typedCopy(call: Call, source: PyArray): PyArray {
  const dtype = call.dtype() ?? source.dtype;
  if (dtype === source.dtype) return copyOf(source, call.context, call.lacks('order') ? 'K' : orderOf(call));
  return convert(source, dtype, call.context, rangesOf(source));
}

/** The array itself where it already has the type; a list becomes a new array. */
function sameArray(call: Call): PyArray {
  const source = call.array('object');
  const dtype = call.dtype() ?? source.dtype;
  const own = call.value('object').kind === 'array' && dtype === source.dtype;
  return own ? source : typedCopy(call, source);
}

function contiguous(call: Call, order: 'C' | 'F'): Py {
  const array = sameArray(call);
  const made = isContiguous(order === 'C' ? array : permuteAxes(array)) ? array : copyOf(array, call.context, order);
  return atLeastRank(made, 1);
}

function toFloats(call: Call): PyArray {
  const source = call.array('object');
  return convert(source, call.dtype() ?? floatFor(source.dtype), call.context, rangesOf(source));
}

function likeShape(call: Call): readonly number[] {
  return call.lacks('shape') ? call.array('a').shape : call.integers('shape');
}

function shapeOf(call: Call): number[] {
  const shape = call.value('shape');
  if (shape.kind === 'number' && isFloat(shape.dtype))
    throw typeError(`expected a sequence of integers or a single integer, got '${shape.value}'`);
  return call.integers('shape');
}

function filled(call: Call, shape: readonly number[], value: number, like?: PyArray, dtype?: Dtype): PyArray {
  const array = newArray(call, shape, value, call.dtype() ?? dtype ?? like?.dtype ?? 'float64');
  const axes = axesFor(call, shape, like);
  const strides = axes ? stridesIn(axes, shape) : array.strides;
  return { ...array, strides, notation: like?.notation };
}

/** `order=`, 'K' where a new array is like another; undefined: C order. */
function axesFor(call: Call, shape: readonly number[], like: PyArray | undefined): number[] | undefined {
  const order = like && call.lacks('order') ? 'K' : orderOf(call);
  const turned = order === 'F' || (order === 'A' && like !== undefined && isFortran(like));
  if (turned) return [...shape.keys()].reverse();
  return order === 'K' && like?.shape.length === shape.length
    ? keptOrder(shape, [like.strides], like.notation)
    : undefined;
}

export function newArray(call: Call, shape: readonly number[], value: number, dtype: Dtype): PyArray {
  if (shape.some((extent) => extent < 0)) throw valueError('negative dimensions are not allowed');
  return arrayOf(newData(call.context.allocate(shape, call.range), dtype).fill(value), shape, dtype);
}

function full(call: Call, shape: readonly number[], like: PyArray | undefined): PyArray {
  const value = call.array('fill_value');
  const array = filled(call, shape, 0, like, like?.dtype ?? value.dtype);
  writeView(array, value, call.context);
  return array;
}

function eye(call: Call, cols = call.integer('N')): PyArray {
  const rows = call.integer('N');
  const array = newArray(call, [rows, cols], 0, call.dtype() ?? 'float64');
  const shift = call.lacks('k') ? 0 : call.integer('k');
  for (let row = Math.max(0, -shift); row < rows && row + shift < cols; row++)
    array.store.data[row * cols + row + shift] = 1;
  return array;
}

function tri(call: Call): PyArray {
  const [rows, k] = [call.integer('N'), call.integer('k', 0)];
  const cols = call.integer('M', rows);
  const array = newArray(call, [rows, cols], 0, call.dtype() ?? 'float64');
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols && col <= row + k; col++) array.store.data[row * cols + col] = 1;
  return array;
}

function vander(call: Call): PyArray {
  const x = flat(call.array('x'));
  const cols = call.integer('N', x.length);
  const rising = call.flag('increasing', false);
  const dtype = call.array('x').dtype === 'float64' ? 'float64' : 'int64';
  const data = newData(call.context.allocate([x.length, cols]), dtype);
  for (let k = 0; k < data.length; k++) {
    const col = k % cols;
    data[k] = x[Math.floor(k / cols)]! ** (rising ? col : cols - 1 - col);
  }
  return arrayOf(data, [x.length, cols], dtype);
}

/** The diagonal of a matrix, as a view, or a matrix of a diagonal. */
function diag(call: Call): PyArray {
  const source = call.array('v');
  const shift = call.integer('k', 0);
  if (source.shape.length === 1) return diagonalMatrix(call, source, shift);
  if (source.shape.length !== 2) throw valueError('Input must be 1- or 2-d.');
  const [down, right] = [Math.max(0, -shift), Math.max(0, shift)];
  const [rows, cols] = tuple2(source.shape);
  const count = Math.max(0, Math.min(rows - down, cols - right));
  const [rowStride, colStride] = tuple2(source.strides);
  const offset = source.offset + (count > 0 ? down * rowStride + right * colStride : 0);
  return { ...source, offset, shape: [count], strides: [rowStride + colStride], readOnly: true };
}

function diagonalMatrix(call: Call, source: PyArray, shift: number): PyArray {
  const [down, right] = [Math.max(0, -shift), Math.max(0, shift)];
  const size = source.shape[0]! + Math.abs(shift);
  const matrix = newArray(call, [size, size], 0, source.dtype);
  flat(source).forEach((value, i) => (matrix.store.data[(i + down) * size + i + right] = value));
  return source.notation ? { ...matrix, notation: source.notation } : matrix;
}

/** Whether a function must give floating point for whole numbers. */
export function floatFor(dtype: Dtype): Dtype {
  return kindOf(dtype) === 2 ? dtype : 'float64';
}
