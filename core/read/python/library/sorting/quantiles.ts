/** Median, quantiles and percentiles, and the functions of NumPy that leave out NaN. */
import { sizeOf } from '../../../../array/NdArray';
import { ownEntry } from '../../../../ownEntry';
import { LensError, msg } from '../../../../message';
import { kindOf } from '../../array/dtype';
import { arrayOf, flat, newData } from '../../array/PyArray';
import { reduce, sumOf, type Fold } from '../../array/reduce';
import { typeError, valueError } from '../../runtime/PythonError';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { isTensor } from '../ufunc/tensorTypes';
import { floatFor } from '../creation/creation';
import { intoOut } from '../ufunc/elementwiseFunctions';

type Statistic = 'median' | 'quantile' | 'percentile';

/** Functions of `numpy` by name. */
export const QUANTILES: FunctionTable = Object.fromEntries(
  (['median', 'quantile', 'percentile'] as const).flatMap((statistic) => [
    [statistic, entry(statistic, false)],
    [`nan${statistic}`, entry(statistic, true)],
  ]),
);

function entry(statistic: Statistic, skipsNaN: boolean): FunctionTable[string] {
  const signature =
    statistic === 'median'
      ? 'a axis? out? overwrite_input? keepdims?'
      : 'a q axis? out? overwrite_input? method|interpolation? keepdims?';
  return [signature, (call) => quantiles(call, statistic, skipsNaN)];
}

function quantiles(call: Call, statistic: Statistic, skipsNaN: boolean): Py {
  if (!call.lacks('out'))
    throw new LensError(msg('{0} with {1} is not supported', call.callee, 'out='), undefined, call.range);
  const method = call.has('method') ? call.text('method') : 'linear';
  if (method !== 'linear' && !Object.hasOwn(PLACES, method))
    throw new LensError(msg('{0} with {1} is not supported', call.callee, `method=${method}`), undefined, call.range);
  const given = statistic === 'median' ? undefined : call.array('q');
  const shares = given ? Array.from(flat(given), (q) => (statistic === 'percentile' ? q / 100 : q)) : [0.5];
  if (shares.some((share) => !(share >= 0 && share <= 1)))
    throw valueError(
      statistic === 'percentile'
        ? 'Percentiles must be in the range [0, 100]'
        : 'Quantiles must be in the range [0, 1]',
    );
  const source = call.array('a');
  if (source.dtype === 'bool' && statistic !== 'median' && !/^(?:lower|higher|nearest)$/.test(method))
    throw typeError(
      'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
    );
  const whole = statistic === 'quantile' && given !== undefined && kindOf(given.dtype) < 2;
  const dtype =
    whole || /^(?:lower|higher|nearest)$/.test(method)
      ? source.dtype
      : statistic === 'median' || isTensor(source)
        ? floatFor(source.dtype)
        : 'float64';
  const keepdims = call.flag('keepdims', false);
  const axes = call.axes();
  const results = shares.map((share) => {
    const fold = statistic === 'median' ? medianOf : quantileOf(share, method);
    const inC = statistic !== 'median';
    return reduce(source, { axes, keepdims, dtype, fold: skipsNaN ? withoutNaN(fold) : fold, inC }, call.context);
  });
  const [only] = results;
  if (!given?.shape.length && only) return intoOut(call, only, 'no');
  const shape = [...given!.shape, ...(only?.shape ?? [])];
  const data = newData(call.context.allocate(shape), dtype);
  results.forEach((result, i) => data.set(flat(result), i * sizeOf(result.shape)));
  return arrayOf(data, shape, dtype);
}

const medianOf: Fold = (data, start, end) => {
  const values = Float64Array.from(data.subarray(start, end)).sort();
  if (values.length === 0 || values.some(Number.isNaN)) return NaN;
  const half = Math.floor(values.length / 2);
  return values.length % 2 === 1 ? values[half]! : sumOf(values, half - 1, half + 1) / 2;
};

/** Where a method that does not interpolate reads the sorted elements. */
const PLACES: Readonly<Record<string, (place: number) => number>> = {
  lower: Math.floor,
  higher: Math.ceil,
  midpoint: (place) => (Math.floor(place) + Math.ceil(place)) / 2,
  // Halves go to the even place.
  nearest: (place) => (place % 1 === 0.5 ? 2 * Math.round(place / 2) : Math.round(place)),
};

function withoutNaN(fold: Fold): Fold {
  return (data, start, end) => {
    const kept = Float64Array.from(data.subarray(start, end)).filter((value) => !Number.isNaN(value));
    return fold(kept, 0, kept.length);
  };
}

/** Linear interpolation between neighbours, in the order of NumPy's `_lerp`. */
function quantileOf(share: number, method: string): Fold {
  return (data, start, end) => {
    const values = Float64Array.from(data.subarray(start, end)).sort();
    if (values.length === 0 || values.some(Number.isNaN)) return NaN;
    const exact = share * (values.length - 1);
    const place = ownEntry(PLACES, method)?.(exact) ?? exact;
    const below = Math.floor(place);
    const [low, high] = [values[below]!, values[Math.min(below + 1, values.length - 1)]!];
    const part = place - below;
    const distance = high - low;
    return part >= 0.5 ? high - distance * (1 - part) : low + distance * part;
  };
}
