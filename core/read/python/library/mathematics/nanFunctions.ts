/** Functions that ignore NaN: `np.nansum`, `np.nanmean`, … */
import { castTo, isFloat } from '../../array/dtype';
import type { PyArray } from '../../array/PyArray';
import { productOf, reduce, sumOf, type Fold } from '../../array/reduce';
import type { FloatData } from '../../../../array/NdArray';
import type { Dtype } from '../../array/dtype';
import type { Call, FunctionTable, Implementation } from '../call/Call';
import { floatFor } from '../creation/creation';
import { countOfReduced } from './reductions';
import { wholeOf } from './resultTypes';
import { scalarOf } from '../call/scalarOf';
import { extremeIndex } from '../../array/reduce';
import { valueError } from '../../runtime/PythonError';

const PLAIN = 'a axis? keepdims?';
const SIGNATURE = 'a axis? ddof? keepdims?';

/** Functions of `numpy` by name. */
export const NAN_FUNCTIONS: FunctionTable = {
  nansum: without(filled(sumOf, 0), wholeOf),
  nanprod: without(filled(productOf, 1), wholeOf),
  nanmean: [PLAIN, (call) => reduced(call, meanIn(floatFor(call.array('a').dtype)), floatFor(call.array('a').dtype))],
  nanmax: [PLAIN, (call) => extreme(call, 1)],
  nanmin: [PLAIN, (call) => extreme(call, -1)],
  nanstd: [SIGNATURE, (call) => spread(call, Math.sqrt)],
  nanvar: [SIGNATURE, (call) => spread(call, (value) => value)],
  nanargmax: ['a axis?', (call) => located(call, 1)],
  nanargmin: ['a axis?', (call) => located(call, -1)],
};

/** Unlike `np.mean`, the sum is in the type of the result. */
function meanIn(dtype: Dtype): Fold {
  const store = castTo(dtype);
  return (data, start, end, run, round) =>
    store(filled(sumOf, 0)(data, start, end, run, round)) / countOf(data, start, end);
}

/** NumPy sums zeros in the place of NaN, which keeps the order of the additions. */
function filled(fold: Fold, neutral: number): Fold {
  return (data, start, end, run, round) =>
    fold(
      data.slice(start, end).map((value) => (value === value ? value : neutral)),
      0,
      end - start,
      run,
      round,
    );
}

function countOf(data: FloatData, start: number, end: number): number {
  return data.subarray(start, end).filter((value) => value === value).length;
}

function spread(call: Call, finish: (value: number) => number): ReturnType<typeof scalarOf> {
  const dtype = floatFor(call.array('a').dtype);
  const freedom = call.integer('ddof', 0);
  const mean = meanIn(dtype);
  const store = castTo(dtype);
  const fold: Fold = (data, start, end, run, round) => {
    const middle = store(mean(data, start, end, run, round));
    const squares = data.slice(start, end).map((value) => store(store(value - middle) ** 2));
    const left = countOf(data, start, end) - freedom;
    return left > 0 ? finish(store(store(filled(sumOf, 0)(squares, 0, squares.length, run, round)) / left)) : NaN;
  };
  return reduced(call, fold, dtype);
}

function without(fold: Fold, type: (dtype: Dtype) => Dtype): readonly [string, Implementation] {
  return [PLAIN, (call) => reduced(call, fold, type(call.array('a').dtype))];
}

function extreme(call: Call, sign: 1 | -1): ReturnType<typeof scalarOf> {
  const source = call.array('a');
  if (countOfReduced(source, call.axes()) === 0) {
    const name = sign === 1 ? 'fmax' : 'fmin';
    throw valueError(`zero-size array to reduction operation ${name} which has no identity`);
  }
  const fold: Fold = (data, start, end) => {
    const kept = data.subarray(start, end).filter((value) => value === value);
    return kept.length === 0 ? NaN : kept[extremeIndex(sign)(kept, 0, kept.length)]!;
  };
  return reduced(call, fold, source.dtype);
}

function reduced(call: Call, fold: Fold, dtype: Dtype): ReturnType<typeof scalarOf> {
  const source: PyArray = call.array('a');
  const keepdims = call.has('keepdims') && call.flag('keepdims', false);
  const cast = isFloat(dtype) ? dtype : undefined;
  return scalarOf(reduce(source, { axes: call.axes(), keepdims, dtype, cast, fold }, call.context));
}

function located(call: Call, sign: 1 | -1): ReturnType<typeof scalarOf> {
  const fold: Fold = (data, start, end) => {
    const values = Float64Array.from(data.subarray(start, end), (value) =>
      Number.isNaN(value) ? -sign * Infinity : value,
    );
    if (data.subarray(start, end).every(Number.isNaN)) throw valueError('All-NaN slice encountered');
    return extremeIndex(sign)(values, 0, values.length);
  };
  return scalarOf(reduce(call.array('a'), { axes: call.axes(), dtype: 'int64', fold, inC: true }, call.context));
}
