/** Functions of numbers: element by element, of two arrays, and over axes. */
import type { FloatData } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import { naturalLog } from '../../../random/naturalLog';
import { isFloat, kindOf, type Dtype } from '../array/dtype';
import { broadcastShapes, broadcastTo, mapOne, mapTwo } from '../array/elementwise';
import { matrixProduct } from '../array/matrixProduct';
import { arrayOf, flat, newData, type PyArray } from '../array/PyArray';
import { extremeIndex, extremeOf, productOf, reduce, sumOf, type Fold } from '../array/reduce';
import { permuteAxes, reshapeTo, resolveAxis } from '../array/reshaping';
import type { BinaryOperator } from '../syntax/ast';
import { boolean, type Py } from '../value';
import type { Call, Implementation } from './Call';
import { floatFor } from './creation';
import { binary, jointType } from './operators';
import { scalarOf } from './scalarOf';

type Table = Readonly<Record<string, readonly [signature: string, run: Implementation]>>;

const REDUCED = 'a|input|x axis|dim? dtype? out? keepdims|keepdim?';

/** By name in `numpy`. */
export const MATHEMATICS: Table = {
  abs: each(Math.abs, same),
  absolute: each(Math.abs, same),
  exp: each(Math.exp),
  log: each(naturalLog),
  log2: each(Math.log2),
  log10: each(Math.log10),
  log1p: each(Math.log1p),
  expm1: each(Math.expm1),
  sqrt: each(Math.sqrt),
  sin: each(Math.sin),
  cos: each(Math.cos),
  tan: each(Math.tan),
  tanh: each(Math.tanh),
  floor: each(Math.floor),
  ceil: each(Math.ceil),
  trunc: each(Math.trunc),
  square: each((value) => value * value, same),
  sign: each(Math.sign, same),
  negative: each((value) => -value, same),
  isnan: each((value) => Number(Number.isNaN(value)), flags),
  isinf: each((value) => Number(Math.abs(value) === Infinity), flags),
  isfinite: each((value) => Number(Number.isFinite(value)), flags),
  logical_not: each((value) => Number(value === 0), flags),
  round: ['a|input decimals?', round],
  around: ['a decimals?', round],
  add: operation('+'),
  subtract: operation('-'),
  multiply: operation('*'),
  divide: operation('/'),
  true_divide: operation('/'),
  floor_divide: operation('//'),
  mod: operation('%'),
  power: operation('**'),
  equal: operation('=='),
  not_equal: operation('!='),
  greater: operation('>'),
  greater_equal: operation('>='),
  less: operation('<'),
  less_equal: operation('<='),
  maximum: two((a, b) => (Number.isNaN(a) || a >= b ? a : b)),
  minimum: two((a, b) => (Number.isNaN(a) || a <= b ? a : b)),
  logical_and: two((a, b) => Number(a !== 0 && b !== 0), 'bool'),
  logical_or: two((a, b) => Number(a !== 0 || b !== 0), 'bool'),
  clip: ['a|input a_min|min? a_max|max?', clip],
  where: ['condition x|input y|other', where],
  dot: ['a b', (call) => dot(call)],
  matmul: ['a|x1 b|x2', (call) => matrixProduct(call.array('a'), call.array('b'), call.context)],
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
  allclose: ['a b rtol? atol?', allClose],
  array_equal: ['a b', (call) => boolean(nearlyAll(call, 0, 0))],
};

function each(
  fn: (value: number) => number,
  type: (dtype: Dtype) => Dtype = floatFor,
): readonly [string, Implementation] {
  return [
    'x|a|input',
    (call) => {
      const source = call.array('x');
      const dtype = source.notation && !isFloat(source.dtype) && type === floatFor ? 'float32' : type(source.dtype);
      return scalarOf(mapOne(source, dtype, fn, call.context), call.value('x'));
    },
  ];
}

function operation(operator: BinaryOperator): readonly [string, Implementation] {
  return ['x1|a|input x2|b|other', (call) => binary(operator, arrayed(call, 'x1'), arrayed(call, 'x2'), call.context)];
}

/** Lists become arrays, so that + adds them. */
function arrayed(call: Call, name: string): Py {
  const value = call.value(name);
  return value.kind === 'number' ? value : call.array(name);
}

function two(fn: (a: number, b: number) => number, dtype?: Dtype): readonly [string, Implementation] {
  return [
    'x1|a|input x2|b|other',
    (call) => {
      const [a, b] = [arrayed(call, 'x1'), arrayed(call, 'x2')];
      const result = mapTwo(call.array('x1'), call.array('x2'), dtype ?? jointType(a, b), fn, call.context);
      return scalarOf(result, a.kind === 'number' ? b : a);
    },
  ];
}

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

/** Half to even, as NumPy rounds. */
function round(call: Call): Py {
  const factor = 10 ** call.integer('decimals', 0);
  const source = call.array('a');
  const nearest = (value: number): number => {
    const scaled = value * factor;
    const whole = Math.round(scaled);
    return (Math.abs(scaled % 1) === 0.5 && whole % 2 !== 0 ? whole - 1 : whole) / factor;
  };
  return scalarOf(mapOne(source, source.dtype, nearest, call.context), call.value('a'));
}

function clip(call: Call): Py {
  const source = call.value('a');
  let result: Py = call.array('a');
  for (const [name, fn] of [
    ['a_min', Math.max],
    ['a_max', Math.min],
  ] as const) {
    if (call.lacks(name)) continue;
    result = mapTwo(result, call.array(name), jointType(result, call.value(name)), fn, call.context);
  }
  return scalarOf(result, source);
}

function where(call: Call): Py {
  const parts = [call.array('condition'), call.array('x'), call.array('y')] as const;
  const shape = parts.map((part) => part.shape).reduce(broadcastShapes);
  const dtype = jointType(call.value('x'), call.value('y'));
  const data = newData(call.context.allocate(shape), dtype);
  const [test, yes, no] = parts.map((part) => flat(broadcastTo(part, shape))) as [FloatData, FloatData, FloatData];
  for (let i = 0; i < data.length; i++) data[i] = test[i] === 0 ? no[i]! : yes[i]!;
  return scalarOf(arrayOf(data, shape, dtype), call.value('condition'));
}

function dot(call: Call): Py {
  const [a, b] = [call.array('a'), call.array('b')];
  if (a.shape.length === 0 || b.shape.length === 0) return binary('*', a, b, call.context);
  return scalarOf(matrixProduct(a, b, call.context));
}

function allClose(call: Call): Py {
  return boolean(nearlyAll(call, call.number('rtol', 1e-5), call.number('atol', 1e-8)));
}

function nearlyAll(call: Call, relative: number, absolute: number): boolean {
  const close = (a: number, b: number): number =>
    Number(a === b || Math.abs(a - b) <= absolute + relative * Math.abs(b));
  return flat(mapTwo(call.array('a'), call.array('b'), 'bool', close, call.context)).every(isTrue);
}

function isTrue(value: number): boolean {
  return value !== 0;
}

function same(dtype: Dtype): Dtype {
  return dtype;
}

function flags(): Dtype {
  return 'bool';
}

/** Sums of booleans and narrow integers are int64. */
function wholeOf(dtype: Dtype): Dtype {
  if (kindOf(dtype) === 2) return dtype;
  return dtype.startsWith('uint') ? 'uint64' : 'int64';
}
