/** `scipy.special`: the error function and the functions of logistic models. */
import { mapOne, mapTwo } from '../../array/elementwise';
import type { PyArray } from '../../array/PyArray';
import { extremeOf, reduce, sumOf } from '../../array/reduce';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { scalarOf } from '../call/scalarOf';
import { floatFor } from '../creation/creation';

/** Functions of `scipy.special` by name. */
export const SPECIAL: FunctionTable = {
  erf: ['x', (call) => elementwise(call, errorFunction)],
  expit: ['x', (call) => elementwise(call, (x) => 1 / (1 + Math.exp(-x)))],
  softmax: ['x axis?', softmax],
  logsumexp: ['a axis? keepdims?', logSumExp],
};

/** By its series of positive terms; further out it is 1 to all digits. */
export function errorFunction(x: number): number {
  const size = Math.abs(x);
  if (!(size < 6)) return Number.isNaN(x) ? NaN : Math.sign(x);
  let [sum, term] = [x, x];
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function elementwise(call: Call, fn: (x: number) => number): Py {
  const x = call.array('x');
  return scalarOf(mapOne(x, floatFor(x.dtype), fn, call.context));
}

/** The exponentials of what exceeds the largest along the axes, their sums, and the largest. */
function exponentials(call: Call, name: string): readonly [powers: PyArray, sums: PyArray, largest: PyArray] {
  const source = call.array(name);
  const { context } = call;
  const axes = call.axes();
  const dtype = floatFor(source.dtype);
  const largest = reduce(source, { axes, keepdims: true, dtype, fold: extremeOf(1) }, context);
  const powers = mapTwo(source, largest, dtype, (x, most) => Math.exp(x - most), context);
  return [powers, reduce(powers, { axes, keepdims: true, dtype, fold: sumOf }, context), largest];
}

function softmax(call: Call): Py {
  const [powers, sums] = exponentials(call, 'x');
  return scalarOf(mapTwo(powers, sums, powers.dtype, (x, sum) => x / sum, call.context));
}

function logSumExp(call: Call): Py {
  const [powers, sums, largest] = exponentials(call, 'a');
  const logs = mapTwo(sums, largest, powers.dtype, (sum, most) => Math.log(sum) + most, call.context);
  if (call.flag('keepdims', false)) return logs;
  const axes = call.lacks('axis') ? undefined : call.axes();
  return scalarOf(reduce(logs, { axes, dtype: logs.dtype, fold: sumOf }, call.context));
}
