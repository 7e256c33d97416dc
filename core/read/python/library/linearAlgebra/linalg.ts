/** `np.linalg`: norms, determinants, inverses and systems of equations, by Gaussian elimination with partial pivoting. */
import type { FloatData } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { naturalLog } from '../../../../random/naturalLog';
import { isFloat } from '../../array/dtype';
import { mapOne } from '../../array/elementwise';
import { matmul } from '../../array/matrixProduct';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { extremeOf, reduce, sumOf, type Fold } from '../../array/reduce';
import { reshapeTo } from '../../array/reshaping';
import { PythonError, valueError } from '../../runtime/PythonError';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { scalarOf } from '../call/scalarOf';

/** Functions of `numpy.linalg` by name. */
export const LINALG: FunctionTable = {
  norm: ['x ord? axis? keepdims?', norm],
  det: ['a', determinant],
  inv: ['a', (call) => inverse(square(call), call)],
  solve: ['a b', solve],
  matrix_power: ['a n', matrixPower],
};

interface Matrix {
  readonly size: number;
  readonly rows: Float64Array[];
  readonly dtype: 'float32' | 'float64';
}

function norm(call: Call): Py {
  const source = call.array('x');
  const x = isFloat(source.dtype) ? source : mapOne(source, 'float64', (value) => value, call.context);
  const order = orderOfNorm(call);
  const axes = call.axes();
  const keepdims = call.flag('keepdims', false);
  if (order === undefined && !axes) {
    const line = reshapeTo(x, [-1], call.context);
    // Of the product of the line with itself, which libraries of linear algebra sum in more digits.
    const wide = line.dtype === 'float32' ? mapOne(line, 'float64', (value) => value, call.context) : line;
    const result = reduce(wide, { dtype: x.dtype, fold: normFold(2) }, call.context);
    return keepdims
      ? reshapeTo(
          result,
          x.shape.map(() => 1),
          call.context,
        )
      : scalarOf(result);
  }
  const vector = axes ? axes.length === 1 : x.shape.length === 1;
  const plane = axes ?? [0, 1];
  const rank = axes ? axes.length : x.shape.length;
  if (rank === 2 && typeof order === 'number' && /^-?(1|Infinity)$/.test(String(order))) {
    // The extreme of the sums of columns (1) or rows (inf).
    const sums = { axes: [plane[Math.abs(order) === 1 ? 0 : 1]!], keepdims: true, dtype: x.dtype, fold: normFold(1) };
    const extreme = { axes: plane, keepdims, dtype: x.dtype, fold: normFold(order * Infinity) };
    return scalarOf(reduce(reduce(x, sums, call.context), extreme, call.context));
  }
  if (!vector && order !== undefined && order !== 'fro')
    throw new LensError(msg('{0} with {1} is not supported', call.callee, `ord=${order}`), undefined, call.range);
  if (order === 'fro' && call.lacks('axis') && call.array('x').shape.length !== 2)
    throw valueError('Improper number of dimensions to norm.');
  const fold = normFold(order === undefined || order === 'fro' ? 2 : order);
  return scalarOf(reduce(x, { axes, keepdims, dtype: x.dtype, fold }, call.context));
}

function orderOfNorm(call: Call): number | 'fro' | undefined {
  if (call.lacks('ord')) return undefined;
  const value = call.value('ord');
  if (value.kind !== 'text') return call.number('ord');
  if (value.value === 'fro') return 'fro';
  throw new LensError(msg('{0} with {1} is not supported', call.callee, 'ord=' + value.value), undefined, call.range);
}

function normFold(order: number): Fold {
  return (data, start, end, run, round) => {
    const sizes: FloatData = data.slice(start, end).map(Math.abs);
    if (Math.abs(order) === Infinity) return extremeOf(order > 0 ? 1 : -1)(sizes, 0, sizes.length);
    if (order === 0) return sizes.filter((value) => value !== 0).length;
    if (order === 1) return sumOf(sizes, 0, sizes.length, run, round);
    const powers = sizes.map((value) => {
      const power = order === 2 ? value * value : value ** order;
      return round ? round(power) : power;
    });
    const sum = sumOf(powers, 0, powers.length, run, round);
    return order === 2 ? Math.sqrt(sum) : sum ** (1 / order);
  };
}

function square(call: Call): Matrix {
  const array = call.array('a');
  const { shape } = array;
  if (shape.length < 2)
    throw new PythonError(
      'LinAlgError',
      `${shape.length}-dimensional array given. Array must be at least two-dimensional`,
    );
  if (shape.length > 2)
    throw new LensError(msg('{0} of stacked matrices is not supported', call.callee), undefined, call.range);
  if (shape[0] !== shape[1]) throw new PythonError('LinAlgError', 'Last 2 dimensions of the array must be square');
  const size = shape[0]!;
  call.context.spend(size ** 3);
  const values = flat(array);
  return {
    size,
    rows: Array.from({ length: size }, (_, row) => Float64Array.from(values.subarray(row * size, (row + 1) * size))),
    dtype: array.dtype === 'float32' ? 'float32' : 'float64',
  };
}

interface Determinant {
  /** 0 for a singular matrix. */
  readonly sign: number;
  /** Of its absolute value. */
  readonly logarithm: number;
}

/** Solves the system for all right sides, in their place, in the order of operations of LAPACK's `gesv`. */
function eliminate({ rows, size }: Matrix, right: Float64Array[]): Determinant {
  let sign = 1;
  let logarithm = 0;
  const subtract = (row: number, factor: number, from: number, col: number): void => {
    if (factor === 0) return;
    for (let k = from; k < size; k++) rows[row]![k]! -= factor * rows[col]![k]!;
    right[row] = right[row]!.map((value, k) => value - factor * right[col]![k]!);
  };
  for (let col = 0; col < size; col++) {
    let pivot = col;
    for (let row = col + 1; row < size; row++)
      if (Math.abs(rows[row]![col]!) > Math.abs(rows[pivot]![col]!)) pivot = row;
    if (rows[pivot]![col] === 0) return { sign: 0, logarithm: -Infinity };
    if (pivot !== col) {
      [rows[pivot], rows[col]] = [rows[col]!, rows[pivot]!];
      [right[pivot], right[col]] = [right[col]!, right[pivot]!];
      sign = -sign;
    }
    const value = rows[col]![col]!;
    if (value < 0) sign = -sign;
    logarithm += naturalLog(Math.abs(value));
    for (let row = col + 1; row < size; row++) subtract(row, rows[row]![col]! * (1 / value), col + 1, col);
  }
  for (let col = size - 1; col >= 0; col--) {
    right[col] = right[col]!.map((value) => value / rows[col]![col]!);
    for (let row = 0; row < col; row++) subtract(row, rows[row]![col]!, size, col);
  }
  return { sign, logarithm };
}

/** As NumPy, the exponential of a sum of logarithms. */
function determinant(call: Call): Py {
  const matrix = square(call);
  const none = matrix.rows.map(() => new Float64Array(0));
  const { sign, logarithm } = eliminate(matrix, none);
  const value = sign === 0 ? 0 : sign * Math.exp(logarithm);
  return {
    kind: 'number',
    value: matrix.dtype === 'float32' ? Math.fround(value) : value,
    dtype: matrix.dtype,
    numpy: true,
  };
}

function inverse(matrix: Matrix, call: Call): PyArray {
  const { size } = matrix;
  const unit = matrix.rows.map((_, row) => new Float64Array(size).fill(1, row, row + 1));
  return solved(matrix, unit, [size, size], call);
}

function solve(call: Call): PyArray {
  const matrix = square(call);
  const b = call.array('b');
  if (b.shape[0] !== matrix.size || b.shape.length > 2)
    throw new LensError(
      msg('{0} with a right side of this shape is not supported', call.callee),
      undefined,
      call.range,
    );
  const width = b.shape[1] ?? 1;
  const values = flat(b);
  const right = matrix.rows.map((_, row) => Float64Array.from(values.subarray(row * width, (row + 1) * width)));
  const dtype = b.dtype === 'float32' ? matrix.dtype : 'float64';
  return solved({ ...matrix, dtype }, right, b.shape, call);
}

function solved(matrix: Matrix, right: Float64Array[], shape: readonly number[], call: Call): PyArray {
  if (eliminate(matrix, right).sign === 0) throw new PythonError('LinAlgError', 'Singular matrix');
  const data = newData(call.context.allocate(shape), matrix.dtype);
  const width = right[0]?.length ?? 0;
  right.forEach((row, i) => data.set(row, i * width));
  return arrayOf(data, shape, matrix.dtype);
}

function matrixPower(call: Call): PyArray {
  const matrix = square(call);
  const power = call.integer('n');
  const { size } = matrix;
  const unit = arrayOf(
    newData(size * size, 'float64').map((_, i) => Number(i % (size + 1) === 0)),
    [size, size],
    call.array('a').dtype,
  );
  const base = power < 0 ? inverse(matrix, call) : call.array('a');
  call.context.spend(Math.abs(power));
  let result: PyArray | undefined;
  for (let i = 0; i < Math.abs(power); i++) result = result ? matmul(result, base, call.context) : base;
  return result ?? unit;
}
