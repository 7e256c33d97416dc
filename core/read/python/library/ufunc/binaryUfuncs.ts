/** NumPy's universal functions of two operands, by name. */
import { bitsOf, floatOf, isFloat, kindOf, type Dtype } from '../../array/dtype';
import { add, divide, multiply, subtract } from '../../array/strided';
import { PythonError, typeError } from '../../runtime/PythonError';
import { floatFloorDivide, floatModulo, floatPower } from './floats';
import { bitwise, floorDivideIntegers, moduloIntegers, multiplyIntegers, powerOfIntegers } from './integers';
import type { Binary, BinaryUfunc } from './Ufunc';

type Types = BinaryUfunc['computes'];

const same: Types = (joint) => joint;
const flags: Types = (joint) => joint;
/** Booleans compute as int8. */
const noFlags: Types = (joint) => (joint === 'bool' ? 'int8' : joint);
/** Always floating point: whole numbers divide as float64. */
const divided: Types = (joint) => (isFloat(joint) ? joint : 'float64');

const UFUNCS: readonly BinaryUfunc[] = [
  { name: 'add', computes: same, fn: (dtype) => (dtype === 'bool' ? or : add), identity: 0 },
  { name: 'subtract', computes: subtracted, fn: () => subtract },
  { name: 'multiply', computes: same, fn: product, identity: 1 },
  { name: 'divide', computes: divided, fn: () => divide },
  {
    name: 'floor_divide',
    computes: noFlags,
    fn: (dtype) => (isFloat(dtype) ? floatFloorDivide : floorDivideIntegers),
    firstLoop: true,
  },
  {
    name: 'remainder',
    computes: noFlags,
    fn: (dtype) => (isFloat(dtype) ? floatModulo : moduloIntegers),
    firstLoop: true,
  },
  {
    name: 'fmod',
    computes: noFlags,
    fn: (dtype) => (isFloat(dtype) ? (a, b) => a % b : (a, b) => (b === 0 ? 0 : (a % b) + 0)),
    firstLoop: true,
  },
  {
    name: 'power',
    computes: noFlags,
    fn: (dtype) => (isFloat(dtype) ? floatPower : powerOfIntegers(dtype)),
    firstLoop: true,
  },
  { name: 'float_power', computes: () => 'float64', fn: () => floatPower },
  compared('equal', (a, b) => Number(a === b)),
  compared('not_equal', (a, b) => Number(a !== b)),
  compared('less', (a, b) => Number(a < b)),
  compared('less_equal', (a, b) => Number(a <= b)),
  compared('greater', (a, b) => Number(a > b)),
  compared('greater_equal', (a, b) => Number(a >= b)),
  { ...compared('logical_and', (a, b) => Number(a !== 0 && b !== 0)), identity: 1 },
  { ...compared('logical_or', (a, b) => Number(a !== 0 || b !== 0)), identity: 0 },
  { ...compared('logical_xor', (a, b) => Number((a !== 0) !== (b !== 0))), identity: 0 },
  // Of two zeros, the second one.
  { name: 'maximum', computes: same, fn: () => (a, b) => (a > b || a !== a ? a : b) },
  { name: 'minimum', computes: same, fn: () => (a, b) => (a < b || a !== a ? a : b) },
  { name: 'fmax', computes: same, fn: () => (a, b) => (a > b || b !== b ? a : b) },
  { name: 'fmin', computes: same, fn: () => (a, b) => (a < b || b !== b ? a : b) },
  {
    name: 'bitwise_and',
    computes: whole('bitwise_and'),
    fn: (dtype) => bitwise('&', dtype),
    identity: -1,
    firstLoop: true,
  },
  {
    name: 'bitwise_or',
    computes: whole('bitwise_or'),
    fn: (dtype) => bitwise('|', dtype),
    identity: 0,
    firstLoop: true,
  },
  {
    name: 'bitwise_xor',
    computes: whole('bitwise_xor'),
    fn: (dtype) => bitwise('^', dtype),
    identity: 0,
    firstLoop: true,
  },
  {
    name: 'left_shift',
    computes: shifted('left_shift'),
    fn: (dtype) => (a, b) => (b < 0 || b >= bitsOf(dtype) ? 0 : a * 2 ** b),
    firstLoop: true,
  },
  { name: 'right_shift', computes: shifted('right_shift'), fn: shiftRight, firstLoop: true },
  { name: 'arctan2', computes: floatOf, fn: () => Math.atan2 },
  { name: 'hypot', computes: floatOf, fn: () => Math.hypot, identity: 0 },
  { name: 'copysign', computes: floatOf, fn: () => copySign },
  { name: 'logaddexp', computes: floatOf, fn: () => logAddExp },
  { name: 'heaviside', computes: floatOf, fn: () => (a, b) => (a !== a ? a : a === 0 ? b : a < 0 ? 0 : 1) },
  { name: 'gcd', computes: whole('gcd'), fn: () => greatestDivisor, identity: 0 },
  {
    name: 'lcm',
    computes: whole('lcm'),
    fn: () => (a, b) => (a === 0 || b === 0 ? 0 : Math.abs((a / greatestDivisor(a, b)) * b)),
  },
];

export const BINARY_UFUNCS: ReadonlyMap<string, BinaryUfunc> = new Map([
  ...UFUNCS.map((ufunc) => [ufunc.name, ufunc] as const),
  ...(
    [
      ['true_divide', 'divide'],
      ['mod', 'remainder'],
    ] as const
  ).map(([alias, name]) => [alias, UFUNCS.find((ufunc) => ufunc.name === name)!] as const),
]);

function or(a: number, b: number): number {
  return a !== 0 || b !== 0 ? 1 : 0;
}

function product(dtype: Dtype): Binary {
  return kindOf(dtype) === 1 ? multiplyIntegers(dtype) : multiply;
}

function compared(name: string, test: Binary): BinaryUfunc {
  return { name, computes: flags, gives: 'bool', fn: () => test };
}

function subtracted(joint: Dtype): Dtype {
  if (joint !== 'bool') return joint;
  throw typeError(
    'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
  );
}

function whole(name: string): Types {
  return (joint) => {
    const counted = name === 'gcd' || name === 'lcm';
    if (!isFloat(joint) && !(counted && joint === 'bool')) return joint;
    if (counted)
      throw new PythonError('UFuncTypeError', `ufunc '${name}' did not contain a loop with signature matching types`);
    throw typeError(
      `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
    );
  };
}

function shifted(name: string): Types {
  return (joint) => noFlags(whole(name)(joint));
}

/** A negative or too large count shifts all bits out. */
function shiftRight(dtype: Dtype): Binary {
  const bits = bitsOf(dtype);
  return (a, b) => (b < 0 || b >= bits ? (a < 0 ? -1 : 0) : Math.floor(a / 2 ** b) + 0);
}

function copySign(a: number, b: number): number {
  const negative = b < 0 || Object.is(b, -0);
  return negative ? -Math.abs(a) : Math.abs(a);
}

function logAddExp(a: number, b: number): number {
  if (a === b) return a + Math.LN2;
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

function greatestDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
