/** Functions over axes: sums, means, extremes, running sums. */
import { LensError, msg } from '../../../message';
import type { Dtype } from '../array/dtype';
import { arrayOf, flat, newData, type PyArray } from '../array/PyArray';
import { extremeIndex, extremeOf, productOf, reduce, sumOf, type Fold } from '../array/reduce';
import { permuteAxes, reshapeTo, resolveAxis } from '../array/reshaping';
import type { Py } from '../value';
import type { Call, FunctionTable } from './Call';
import { floatFor } from './creation';
import { flags, same, wholeOf } from './resultTypes';
import { scalarOf } from './scalarOf';

const REDUCED = 'a|input|x axis|dim? dtype? out? keepdims|keepdim?';

/** By name in `numpy`. */
export const REDUCTIONS: FunctionTable = {
  sum: [REDUCED, (call) => reduced(call, sumOf, wholeOf)],
  prod: [REDUCED, (call) => reduced(call, productOf, wholeOf)],
  mean: [REDUCED, (call) => reduced(call, meanOf, floatFor)],
  std: [
    'a|input axis|dim? dtype? out? ddof? keepdims|keepdim?',
    (call) => reduced(call, deviation(call, Math.sqrt), floatFor),
  ],
  var: ['a|input axis|dim? dtype? out? ddof? keepdims|keepdim?', (call) => reduced(call, deviation(call), floatFor)],
  min: [REDUCED, (call) => reduced(call, extremeOf(-1), same)],
  max: [REDUCED, (call) => reduced(call, extremeOf(1), same)],
  amin: [REDUCED, (call) => reduced(call, extremeOf(-1), same)],
  amax: [REDUCED, (call) => reduced(call, extremeOf(1), same)],
  argmin: [REDUCED, (call) => reduced(call, extremeIndex(-1), () => 'int64')],
  argmax: [REDUCED, (call) => reduced(call, extremeIndex(1), () => 'int64')],
  any: [REDUCED, (call) => reduced(call, (data, start, end) => Number(data.subarray(start, end).some(isTrue)), flags)],
  all: [REDUCED, (call) => reduced(call, (data, start, end) => Number(data.subarray(start, end).every(isTrue)), flags)],
  cumsum: ['a|input axis|dim? dtype?', cumulated],
};

function reduced(call: Call, fold: Fold, type: (dtype: Dtype) => Dtype): Py {
  const source = call.array('a');
  const dtype = call.lacks('dtype') ? type(source.dtype) : call.dtype()!;
  const axes = call.axes();
  const count = (axes ?? [...source.shape.keys()]).reduce(
    (product, axis) => product * source.shape[resolveAxis(axis, source.shape.length)]!,
    1,
  );
  if (count === 0 && type !== wholeOf && type !== flags && type !== floatFor) {
    throw new LensError(msg('{0} of no numbers is not defined', call.callee), undefined, call.range);
  }
  const keepdims = call.flag('keepdims', false);
  return scalarOf(reduce(source, { axes, keepdims, dtype, fold }, call.context));
}

const meanOf: Fold = (data, start, end) => sumOf(data, start, end) / (end - start);

function deviation(call: Call, finish = (value: number): number => value): Fold {
  const freedom = call.integer('ddof', 0);
  return (data, start, end) => {
    const mean = meanOf(data, start, end);
    const squares = Float64Array.from(data.subarray(start, end), (value) => (value - mean) ** 2);
    return finish(sumOf(squares, 0, squares.length) / (end - start - freedom));
  };
}

function cumulated(call: Call): PyArray {
  const source = call.array('a');
  const axes = call.axes();
  const line = axes ? source : reshapeTo(source, [-1], call.context);
  const axis = axes ? resolveAxis(axes[0] ?? 0, line.shape.length) : 0;
  const order = [...[...line.shape.keys()].filter((each) => each !== axis), axis];
  const moved = permuteAxes(line, order);
  const dtype = wholeOf(source.dtype);
  const data = newData(call.context.allocate(moved.shape), dtype);
  const length = moved.shape[moved.shape.length - 1]!;
  flat(moved).forEach((value, i) => (data[i] = i % length === 0 ? value : data[i - 1]! + value));
  const back = order.map((_, position) => order.indexOf(position));
  return permuteAxes(arrayOf(data, moved.shape, dtype), back);
}

function isTrue(value: number): boolean {
  return value !== 0;
}
