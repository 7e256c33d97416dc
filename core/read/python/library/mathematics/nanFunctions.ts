/** Functions that ignore NaN: `np.nansum`, `np.nanmean`, … */
import { isFloat } from '../../array/dtype';
import type { PyArray } from '../../array/PyArray';
import { extremeOf, productOf, reduce, sumOf, type Fold } from '../../array/reduce';
import type { FloatData } from '../../../../array/NdArray';
import type { Dtype } from '../../array/dtype';
import type { Call, FunctionTable, Implementation } from '../call/Call';
import { floatFor } from '../creation/creation';
import { varianceOf } from './reductions';
import { wholeOf } from './resultTypes';
import { scalarOf } from '../call/scalarOf';
import { extremeIndex } from '../../array/reduce';
import { valueError } from '../../runtime/PythonError';

const SIGNATURE = 'a axis? ddof? keepdims?';

/** Functions of `numpy` by name. */
export const NAN_FUNCTIONS: FunctionTable = {
  nansum: without(sumOf, wholeOf),
  nanprod: without(productOf, wholeOf),
  nanmean: without((data, start, end) => sumOf(data, start, end) / (end - start), floatFor),
  nanmax: without(
    (data, start, end) => (start === end ? NaN : extremeOf(1)(data, start, end)),
    (dtype) => dtype,
  ),
  nanmin: without(
    (data, start, end) => (start === end ? NaN : extremeOf(-1)(data, start, end)),
    (dtype) => dtype,
  ),
  nanstd: [
    SIGNATURE,
    (call) => reduced(call, varianceOf(call.integer('ddof', 0), Math.sqrt), floatFor(call.array('a').dtype)),
  ],
  nanvar: [SIGNATURE, (call) => reduced(call, varianceOf(call.integer('ddof', 0)), floatFor(call.array('a').dtype))],
  nanargmax: ['a axis?', (call) => located(call, 1)],
  nanargmin: ['a axis?', (call) => located(call, -1)],
};

function without(fold: Fold, type: (dtype: Dtype) => Dtype): readonly [string, Implementation] {
  return ['a axis? keepdims?', (call) => reduced(call, fold, type(call.array('a').dtype))];
}

function reduced(call: Call, fold: Fold, dtype: Dtype): ReturnType<typeof scalarOf> {
  const source: PyArray = call.array('a');
  const filtered: Fold = (data, start, end) => {
    const kept = data.slice(start, end).filter((value) => !Number.isNaN(value)) as FloatData;
    return fold(kept, 0, kept.length);
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
  return scalarOf(reduce(call.array('a'), { axes: call.axes(), dtype: 'int64', fold }, call.context));
}
