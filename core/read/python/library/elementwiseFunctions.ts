/** Functions of one and of two numbers, applied element by element. */
import { isFloat, type Dtype } from '../array/dtype';
import { mapOne, mapTwo } from '../array/elementwise';
import { naturalLog } from '../../../random/naturalLog';
import type { BinaryOperator } from '../syntax/ast';
import type { Py } from '../value';
import type { Call, FunctionTable, Implementation } from './Call';
import { floatFor } from './creation';
import { binary, jointType } from './operators';
import { flags, same } from './resultTypes';
import { scalarOf } from './scalarOf';

/** By name in `numpy`. */
export const ELEMENTWISE: FunctionTable = {
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
