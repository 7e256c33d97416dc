/** Evenly spaced numbers, and windows of numbers: `np.arange`, `np.linspace`, `np.hanning`. */
import { LensError, msg } from '../../../../message';
import { castTo, kindOf, promote, type Dtype } from '../../array/dtype';
import { arrayOf, newData, write, type PyArray } from '../../array/PyArray';
import { PythonError, typeError, valueError } from '../../runtime/PythonError';
import { pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';

/** Functions of `numpy` by name. */
export const SPACING: FunctionTable = {
  arange: ['start? stop|end? step? dtype? like?', arange],
  linspace: ['start stop|end num|steps? endpoint? retstep? dtype? axis?', linspace],
  logspace: ['start stop num? endpoint? base? dtype?', logspace],
  geomspace: ['start stop num? endpoint? dtype?', geomspace],
  hanning: ['M', (call) => taper(call, (x) => 0.5 + 0.5 * Math.cos(x))],
  hamming: ['M', (call) => taper(call, (x) => 0.54 + 0.46 * Math.cos(x))],
  blackman: ['M', (call) => taper(call, (x) => 0.42 + 0.5 * Math.cos(x) + 0.08 * Math.cos(2 * x))],
  bartlett: ['M', (call) => taper(call, (x) => 1 - Math.abs(x) / Math.PI)],
  kaiser: [
    'M beta',
    (call) =>
      taper(call, (x) => bessel(call.number('beta') * Math.sqrt(1 - (x / Math.PI) ** 2)) / bessel(call.number('beta'))),
  ],
};

/** The modified Bessel function of order 0, by its series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function arange(call: Call): PyArray {
  if (call.lacks('start') && call.lacks('stop')) throw typeError('arange() requires stop to be specified.');
  const first = call.number(call.lacks('start') ? 'stop' : 'start');
  const [start, stop] = call.lacks('stop') || call.lacks('start') ? [0, first] : [first, call.number('stop')];
  const step = call.number('step', 1);
  if (step === 0) throw new PythonError('ZeroDivisionError', 'division by zero', call.range);
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (!Number.isFinite(count)) throw valueError('Maximum allowed size exceeded');
  const bounds = ['start', 'stop', 'step'].filter((name) => !call.lacks(name)).map((name) => call.array(name).dtype);
  const dtype = call.dtype() ?? bounds.reduce<Dtype>(promote, 'int64');
  if (dtype === 'bool' && count > 2)
    throw typeError('arange() is only supported for booleans when the result has at most length 2.');
  const data = newData(call.context.allocate([count], call.range), dtype);
  const array = arrayOf(data, [count], dtype);
  // NumPy adds a rounded difference: start, start + (second − start)·i.
  const delta = castTo(dtype)(start + step) - castTo(dtype)(start);
  const base = castTo(dtype)(start);
  write(
    array,
    Float64Array.from({ length: count }, (_, i) => base + i * delta),
    call.context,
  );
  return array;
}

function linspace(call: Call): Py {
  if (call.has('axis') && call.integer('axis') !== 0)
    throw new LensError(msg('{0} with {1} is not supported', 'linspace', 'axis='), undefined, call.range);
  const count = call.integer('num', 50);
  if (count < 0) throw valueError(`Number of samples, ${count}, must be non-negative.`);
  const { values, step } = spaced(call, call.number('start'), call.number('stop'), count);
  const dtype = call.dtype() ?? 'float64';
  const array = arrayOf(newData(count, dtype), [count], dtype);
  write(array, kindOf(dtype) === 1 ? values.map(Math.floor) : values, call.context);
  if (!call.flag('retstep', false)) return array;
  return pyTuple([array, { kind: 'number', value: step, dtype: 'float64', numpy: true }]);
}

/** NumPy's arithmetic: i·step + start, the last value exact. */
function spaced(call: Call, start: number, stop: number, count: number): { values: Float64Array; step: number } {
  call.context.allocate([count], call.range);
  const endpoint = call.flag('endpoint', true);
  const parts = endpoint ? count - 1 : count;
  const step = (stop - start) / parts;
  const values = Float64Array.from({ length: count }, (_, i) => {
    if (!(parts > 0)) return start;
    return step === 0 ? (i / parts) * (stop - start) + start : i * step + start;
  });
  if (endpoint && count > 1) values[count - 1] = stop;
  return { values, step: parts > 0 ? step : NaN };
}

function logspace(call: Call): PyArray {
  const base = call.number('base', 10);
  const count = call.integer('num', 50);
  const { values } = spaced(call, call.number('start'), call.number('stop'), count);
  const dtype = call.dtype() ?? 'float64';
  const array = arrayOf(newData(count, dtype), [count], dtype);
  write(
    array,
    values.map((value) => base ** value),
    call.context,
  );
  return array;
}

function geomspace(call: Call): PyArray {
  const [start, stop] = [call.number('start'), call.number('stop')];
  if (!(start > 0 && stop > 0))
    throw new LensError(msg('geomspace is supported for positive bounds'), undefined, call.range);
  const count = call.integer('num', 50);
  const { values } = spaced(call, Math.log10(start), Math.log10(stop), count);
  const powers = values.map((value) => 10 ** value);
  if (count > 0) powers[0] = start;
  if (count > 1 && call.flag('endpoint', true)) powers[count - 1] = stop;
  return arrayOf(powers, [count], 'float64');
}

function taper(call: Call, fn: (x: number) => number): PyArray {
  const count = call.integer('M');
  call.context.allocate([Math.max(0, count)]);
  if (count < 1) return arrayOf(new Float64Array(0), [0], 'float64');
  const data = Float64Array.from({ length: count }, (_, i) =>
    count === 1 ? 1 : fn((Math.PI * (2 * i + 1 - count)) / (count - 1)),
  );
  return arrayOf(data, [count], 'float64');
}
