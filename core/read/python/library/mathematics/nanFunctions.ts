/** Functions that ignore NaN: `np.nansum`, `np.nanmean`, … */
import { castTo, isFloat } from '../../array/dtype';
import type { PyArray } from '../../array/PyArray';
import { productOf, reduce, sumOf, type Fold } from '../../array/reduce';
import type { FloatData } from '../../../../array/NdArray';
import type { Dtype } from '../../array/dtype';
import type { Call, FunctionTable, Implementation } from '../call/Call';
import { floatFor } from '../creation/creation';
import { countOfReduced, varianceOf } from './reductions';
import { wholeOf } from './resultTypes';
import { scalarOf } from '../call/scalarOf';
import { extremeIndex } from '../../array/reduce';
import { valueError } from '../../runtime/PythonError';

const PLAIN = 'a axis? keepdims?';
const SIGNATURE = 'a axis? ddof? keepdims?';

/** Functions of `numpy` by name. */
export const NAN_FUNCTIONS: FunctionTable = {
  nansum: without(sumOf, wholeOf),
  nanprod: without(productOf, wholeOf),
  nanmean: [PLAIN, (call) => reduced(call, meanIn(floatFor(call.array('a').dtype)), floatFor(call.array('a').dtype))],
  nanmax: [PLAIN, (call) => extreme(call, 1)],
  nanmin: [PLAIN, (call) => extreme(call, -1)],
  nanstd: [
    SIGNATURE,
    (call) => reduced(call, varianceOf(call.integer('ddof', 0), Math.sqrt), floatFor(call.array('a').dtype)),
  ],
  nanvar: [SIGNATURE, (call) => reduced(call, varianceOf(call.integer('ddof', 0)), floatFor(call.array('a').dtype))],
  nanargmax: ['a axis?', (call) => located(call, 1)],
  nanargmin: ['a axis?', (call) => located(call, -1)],
};

/** Unlike `np.mean`, the sum is in the type of the result. */
function meanIn(dtype: Dtype): Fold {
  return (data, start, end) => castTo(dtype)(sumOf(data, start, end)) / (end - start);
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
  const fold: Fold = (data, start, end) => (start === end ? NaN : data[extremeIndex(sign)(data, start, end)]!);
  return reduced(call, fold, source.dtype);
}

function reduced(call: Call, fold: Fold, dtype: Dtype): ReturnType<typeof scalarOf> {
  const source: PyArray = call.array('a');
  const filtered: Fold = (data, start, end, _run, round) => {
    const kept = data.slice(start, end).filter((value) => !Number.isNaN(value)) as FloatData;
    return fold(kept, 0, kept.length, undefined, round);
  };
  const keepdims = call.has('keepdims') && call.flag('keepdims', false);
  const cast = isFloat(dtype) ? dtype : undefined;
  return scalarOf(reduce(source, { axes: call.axes(), keepdims, dtype, cast, fold: filtered }, call.context));
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
