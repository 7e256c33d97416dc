/** Averages with weights, covariance, correlation and interpolation. */
import { LensError, msg } from '../../../../message';
import { sizeOf } from '../../../../array/NdArray';
import { mapTuple, tuple2 } from '../../../../tuples';
import { broadcastTo } from '../../array/broadcast';
import { castTo, isFloat, promote } from '../../array/dtype';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { reduce, sumOf } from '../../array/reduce';
import { mapTwo } from '../../array/elementwise';
import { normalizeAxis } from '../../array/reshaping';
import { PythonError } from '../../runtime/PythonError';
import { pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { REDUCTIONS } from './reductions';
import { scalarOf } from '../call/scalarOf';

/** Functions of `numpy` by name. */
export const STATISTICS_FUNCTIONS: FunctionTable = {
  average: ['a axis? weights? returned? keepdims?', average],
  cov: ['m y? rowvar? bias? ddof?', (call) => covariance(call)],
  corrcoef: ['x y? rowvar?', correlation],
  interp: ['x xp fp left? right?', interpolate],
  polyval: ['p x', polynomial],
};

function average(call: Call): Py {
  if (call.lacks('weights')) {
    if (call.flag('returned', false))
      throw new LensError(msg('{0} with {1} is not supported', 'average', 'returned=True'), undefined, call.range);
    return REDUCTIONS['mean']![1](call);
  }
  const source = call.array('a');
  let weights = call.array('weights');
  const axes = call.axes();
  if (weights.shape.join() !== source.shape.join()) {
    if (!axes || axes.length !== 1)
      throw new PythonError('TypeError', 'Axis must be specified when shapes of a and weights differ.');
    const axis = normalizeAxis(axes[0]!, source.shape.length);
    if (weights.shape.length !== 1)
      throw new PythonError('TypeError', '1D weights expected when shapes of a and weights differ.');
    if (weights.shape[0] !== source.shape[axis])
      throw new PythonError('ValueError', 'Length of weights not compatible with specified axis.');
    weights = {
      ...weights,
      shape: source.shape.map((_, each) => (each === axis ? weights.shape[0]! : 1)),
      strides: source.shape.map((_, each) => (each === axis ? weights.strides[0]! : 0)),
    };
  }
  const keepdims = call.flag('keepdims', false);
  const joint = promote(source.dtype, weights.dtype);
  const dtype = isFloat(source.dtype) ? joint : promote(joint, 'float64');
  const options = { axes, keepdims, dtype, cast: dtype, fold: sumOf } as const;
  const products = mapTwo(source, weights, dtype, (a, b) => a * b, call.context);
  const total = reduce(weights, options, call.context);
  if (flat(total).some((value) => value === 0))
    throw new PythonError('ZeroDivisionError', "Weights sum to zero, can't be normalized");
  const result = mapTwo(reduce(products, options, call.context), total, dtype, (a, b) => a / b, call.context);
  const mean = scalarOf(result);
  return call.flag('returned', false) ? pyTuple([mean, scalarOf(broadcastTo(total, result.shape))]) : mean;
}

/** Rows are variables. */
function covarianceOf(source: PyArray, freedom: number, call: Call): PyArray {
  const [rows, cols] = source.shape.length < 2 ? [1, sizeOf(source.shape)] : tuple2(source.shape);
  const values = flat(source);
  call.context.spend(rows * rows * cols);
  const centred = Array.from({ length: rows }, (_, row) => {
    const line = Float64Array.from(values.subarray(row * cols, (row + 1) * cols));
    const mean = sumOf(line, 0, cols) / cols;
    return line.map((value) => value - mean);
  });
  const data = newData(call.context.allocate([rows, rows]), 'float64');
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++)
      data[i * rows + j] =
        centred[i]!.reduce((sum, value, k) => sum + value * centred[j]![k]!, 0) * (1 / Math.max(0, cols - freedom));
  return arrayOf(data, rows === 1 ? [] : [rows, rows], 'float64');
}

function covariance(call: Call): Py {
  return covarianceOf(variables(call, 'm'), call.integer('ddof', call.flag('bias', false) ? 0 : 1), call);
}

/** The variables of the first argument as rows, then those of `y`. */
function variables(call: Call, name: string): PyArray {
  const first = asRows(call, name);
  if (call.lacks('y')) return first;
  const second = asRows(call, 'y');
  const [count, columns] = mapTuple([first, second], ({ shape }) => (shape.length < 2 ? [1, sizeOf(shape)] : shape));
  if (count[1] !== columns[1])
    throw new PythonError(
      'ValueError',
      `all the input array dimensions for the concatenation axis must match exactly, but along dimension 1, the array at index 0 has size ${count[1]!} and the array at index 1 has size ${columns[1]!}`,
    );
  const data = newData(call.context.allocate([count[0]! + columns[0]!, count[1]!]), 'float64');
  data.set(flat(first));
  data.set(flat(second), count[0]! * count[1]!);
  return arrayOf(data, [count[0]! + columns[0]!, count[1]!], 'float64');
}

function asRows(call: Call, name: string): PyArray {
  const given = call.array(name);
  if (given.shape.length > 2) throw new PythonError('ValueError', `${name} has more than 2 dimensions`);
  const turned = !call.flag('rowvar', true) && given.shape.length === 2;
  return turned ? { ...given, shape: [...given.shape].reverse(), strides: [...given.strides].reverse() } : given;
}

function correlation(call: Call): Py {
  const covariances = covarianceOf(variables(call, 'x'), 1, call);
  const size = covariances.shape[0] ?? 1;
  const values = flat(covariances);
  const data = Float64Array.from(values, (value, k) => {
    const [i, j] = [Math.floor(k / size), k % size];
    return Math.max(-1, Math.min(1, value / Math.sqrt(values[i * size + i]!) / Math.sqrt(values[j * size + j]!)));
  });
  return scalarOf(arrayOf(data, covariances.shape, 'float64'));
}

function interpolate(call: Call): Py {
  const [x, xs, ys] = [call.array('x'), flat(call.array('xp')), flat(call.array('fp'))];
  if (xs.length !== ys.length) throw new PythonError('ValueError', 'fp and xp are not of the same length.');
  const [left, right] = [call.number('left', ys[0]), call.number('right', ys[ys.length - 1])];
  const data = Float64Array.from(flat(x), (value) => {
    if (Number.isNaN(value)) return NaN;
    if (value < xs[0]!) return left;
    if (value > xs[xs.length - 1]!) return right;
    let at = 0;
    while (at < xs.length - 2 && xs[at + 1]! <= value) at += 1;
    if (xs.length === 1 || value === xs[xs.length - 1]!) return ys[xs.length === 1 ? 0 : xs.length - 1]!;
    if (value === xs[at]!) return ys[at]!;
    return ((ys[at + 1]! - ys[at]!) / (xs[at + 1]! - xs[at]!)) * (value - xs[at]!) + ys[at]!;
  });
  call.context.spend(data.length * xs.length);
  return scalarOf(arrayOf(data, x.shape, 'float64'));
}

function polynomial(call: Call): Py {
  const [p, x] = [call.array('p'), call.array('x')];
  // The coefficients are scalars of NumPy: they widen an array only from integers to floating-point numbers.
  const wide = promote(p.dtype, x.dtype);
  const dtype = x.shape.length > 0 && isFloat(x.dtype) === isFloat(wide) ? x.dtype : wide;
  const store = castTo(dtype);
  const data = newData(call.context.allocate(x.shape), dtype);
  const coefficients = flat(p);
  flat(x).forEach((value, k) => {
    for (const each of coefficients) data[k] = store(store(data[k]! * value) + store(each));
  });
  return scalarOf(arrayOf(data, x.shape, dtype));
}
