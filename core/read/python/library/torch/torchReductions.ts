/** PyTorch's reductions, where they differ from NumPy's: pairs of values and indices, unbiased variances. */
import type { FloatData } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { isFloat, type Dtype } from '../../array/dtype';
import { arrayOf, type PyArray } from '../../array/PyArray';
import { extremeIndex, extremeOf, productOf, reduce, sumOf, type Fold } from '../../array/reduce';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { tapeOf } from '../../autograd/Tape';
import { toArray } from '../call/coerce';
import { varianceOf } from '../mathematics/reductions';
import { applyBinary } from '../ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../ufunc/binaryUfuncs';

const AXES = 'input dim|axis? keepdim|keepdims? dtype?';

/** Functions of `torch` by name; also methods of tensors. */
export const TORCH_REDUCTIONS: FunctionTable = {
  sum: [AXES, (call) => folded(call, sumOf, totalOf(call), true)],
  prod: [AXES, (call) => folded(call, productOf, totalOf(call), true)],
  mean: [AXES, mean],
  std: ['input dim|axis? unbiased? keepdim|keepdims? correction?', (call) => spread(call, Math.sqrt)],
  var: ['input dim|axis? unbiased? keepdim|keepdims? correction?', (call) => spread(call, (value) => value)],
  max: ['input dim|axis|other? keepdim|keepdims?', (call) => extreme(call, 1)],
  min: ['input dim|axis|other? keepdim|keepdims?', (call) => extreme(call, -1)],
  amax: ['input dim|axis? keepdim|keepdims?', (call) => folded(call, extremeOf(1), call.array('input').dtype)],
  amin: ['input dim|axis? keepdim|keepdims?', (call) => folded(call, extremeOf(-1), call.array('input').dtype)],
  argmax: ['input dim|axis? keepdim|keepdims?', (call) => folded(call, extremeIndex(1), 'int64')],
  argmin: ['input dim|axis? keepdim|keepdims?', (call) => folded(call, extremeIndex(-1), 'int64')],
  any: [
    'input dim|axis? keepdim|keepdims?',
    (call) =>
      folded(call, (data, start, end) => Number(data.subarray(start, end).some((value) => value !== 0)), 'bool'),
  ],
  all: [
    'input dim|axis? keepdim|keepdims?',
    (call) =>
      folded(call, (data, start, end) => Number(data.subarray(start, end).every((value) => value !== 0)), 'bool'),
  ],
  norm: ['input p? dim? keepdim?', norm],
  softmax: ['input dim|axis?', (call) => normalized(call, false)],
  log_softmax: ['input dim|axis?', (call) => normalized(call, true)],
};

function folded(call: Call, fold: Fold, dtype: Dtype, casts = false): PyArray {
  const keepdims = call.has('keepdim') && call.flag('keepdim', false);
  const result = reduce(
    call.array('input'),
    { axes: call.axes('dim'), keepdims, dtype, cast: casts ? dtype : undefined, fold },
    call.context,
  );
  return { ...result, notation: 'pytorch' };
}

/** Whole numbers are added as int64. */
function totalOf(call: Call): Dtype {
  const { dtype } = call.array('input');
  return call.dtype() ?? (isFloat(dtype) ? dtype : 'int64');
}

function floating(call: Call, name: string): Dtype {
  const { dtype } = call.array('input');
  if (isFloat(dtype)) return dtype;
  throw new LensError(msg('{0} of a tensor needs floating point, not {1}', name, dtype), undefined, call.range);
}

function mean(call: Call): Py {
  const dtype = call.dtype() ?? floating(call, 'mean');
  return folded(call, (data, start, end) => sumOf(data, start, end) / (end - start), dtype, true);
}

/** Divides by n − 1 unless the call states another divisor. */
function spread(call: Call, finish: (value: number) => number): Py {
  const dtype = floating(call, 'var');
  const flag = call.has('dim') && call.value('dim').kind === 'number' && isFlag(call, 'dim');
  if (flag)
    throw new LensError(
      msg('{0} with {1} is not supported', call.callee, 'unbiased=, without dim='),
      undefined,
      call.range,
    );
  const freedom = call.has('correction') ? call.integer('correction') : call.flag('unbiased', true) ? 1 : 0;
  return folded(call, (data, start, end) => finish(inDouble(data, start, end, freedom)), dtype);
}

/** PyTorch adds the squares of single precision in double precision. */
function inDouble(data: FloatData, start: number, end: number, freedom: number): number {
  return varianceOf(freedom)(Float64Array.from(data.subarray(start, end)), 0, end - start);
}

function isFlag(call: Call, name: string): boolean {
  const value = call.value(name);
  return value.kind === 'number' && value.dtype === 'bool';
}

/** `torch.max(x)`, `torch.max(x, dim)` as (values, indices), `torch.max(x, y)` element by element. */
function extreme(call: Call, sign: 1 | -1): Py {
  const { dtype } = call.array('input');
  if (call.lacks('dim')) return folded(call, extremeOf(sign), dtype);
  const second = call.value('dim');
  if (second.kind === 'array')
    return applyBinary(
      BINARY_UFUNCS.get(sign === 1 ? 'maximum' : 'minimum')!,
      call.array('input'),
      second,
      call.context,
    );
  call.integer('dim');
  return {
    kind: 'tuple',
    items: [folded(call, extremeOf(sign), dtype), folded(call, extremeIndex(sign), 'int64')],
    fields: ['values', 'indices'],
    view: `torch.return_types.${sign === 1 ? 'max' : 'min'}`,
  };
}

function norm(call: Call): Py {
  if (!call.lacks('p') && call.value('p').kind !== 'text' && call.number('p') !== 2)
    throw new LensError(msg('{0} with {1} is not supported', call.callee, 'p='), undefined, call.range);
  const fold: Fold = (data, start, end) => {
    const squares = data.slice(start, end).map((value) => value * value);
    return Math.sqrt(sumOf(squares, 0, squares.length));
  };
  return folded(call, fold, floating(call, 'norm'));
}

function normalized(call: Call, log: boolean): Py {
  const dtype = floating(call, 'softmax');
  const input = call.array('input');
  // Without a dimension the axis depends on the input, which PyTorch advises against.
  const rank = input.shape.length;
  const axes = [call.lacks('dim') ? (rank === 2 || rank > 3 ? 1 : 0) : call.integer('dim')];
  const ufunc = (name: string, a: Py, b: Py): Py => applyBinary(BINARY_UFUNCS.get(name)!, a, b, call.context);
  const kept = { axes, keepdims: true, dtype };
  const largest = reduce(input, { ...kept, fold: extremeOf(1) }, call.context);
  const shifted = toArray(ufunc('subtract', input, largest), call.context);
  const powers = arrayOf(shifted.store.data.map(Math.exp), shifted.shape, dtype, { notation: 'pytorch' });
  const total = reduce(powers, { ...kept, fold: sumOf }, call.context);
  const logs = log && arrayOf(total.store.data.map(Math.log), total.shape, dtype, { notation: 'pytorch' });
  const result = toArray(logs ? ufunc('subtract', shifted, logs) : ufunc('divide', powers, total), call.context);
  tapeOf(call.context).record(result, {
    name: call.callee,
    node: log ? 'LogSoftmaxBackward0' : 'SoftmaxBackward0',
    inputs: [input],
    gradients: (gradient) => {
      const weighed = log ? gradient : toArray(ufunc('multiply', gradient, result), call.context);
      const sums = reduce(weighed, { ...kept, fold: sumOf }, call.context);
      const shares = log ? ufunc('divide', powers, total) : result;
      return [toArray(ufunc('subtract', weighed, ufunc('multiply', shares, sums)), call.context)];
    },
  });
  return result;
}
