/** NumPy's universal functions of one operand, by name. */
import { naturalLog } from '../../../../random/naturalLog';
import { castTo, floatOf, isFloat, type Dtype } from '../../array/dtype';
import { typeError } from '../../runtime/PythonError';
import { roundEven } from './floats';
import { multiplyIntegers } from './integers';
import type { Unary, UnaryUfunc } from './Ufunc';

type Types = UnaryUfunc['type'];

const same: Types = (dtype) => dtype;
const flags: Types = () => 'bool';
const noFlags: Types = (dtype) => (dtype === 'bool' ? 'int8' : dtype);

const FLOATING: Readonly<Record<string, Unary>> = {
  exp: Math.exp,
  exp2: (value) => 2 ** value,
  expm1: Math.expm1,
  log: naturalLog,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  arcsinh: Math.asinh,
  arccosh: Math.acosh,
  arctanh: Math.atanh,
  fabs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  rint: roundEven,
  deg2rad: (value) => value * (Math.PI / 180),
  radians: (value) => value * (Math.PI / 180),
  rad2deg: (value) => value * (180 / Math.PI),
  degrees: (value) => value * (180 / Math.PI),
};

const OTHERS: readonly UnaryUfunc[] = [
  { name: 'absolute', type: same, fn: Math.abs },
  { name: 'abs', type: same, fn: Math.abs },
  { name: 'square', type: noFlags, fn: (value) => value * value, whole: squareIn },
  { name: 'sign', type: without('sign'), fn: (value) => Math.sign(value) + 0 },
  { name: 'negative', type: negated, fn: (value) => -value },
  { name: 'positive', type: without('positive'), fn: (value) => value },
  { name: 'reciprocal', type: noFlags, fn: (value) => 1 / value, whole: inverseIn },
  { name: 'isnan', type: flags, fn: (value) => Number(Number.isNaN(value)) },
  { name: 'isinf', type: flags, fn: (value) => Number(Math.abs(value) === Infinity) },
  { name: 'isfinite', type: flags, fn: (value) => Number(Number.isFinite(value)) },
  { name: 'signbit', type: flags, fn: (value) => Number(value < 0 || Object.is(value, -0)) },
  { name: 'logical_not', type: flags, fn: (value) => Number(value === 0) },
];

export const UNARY_UFUNCS: ReadonlyMap<string, UnaryUfunc> = new Map(
  [...Object.entries(FLOATING).map(([name, fn]): UnaryUfunc => ({ name, type: floatOf, fn })), ...OTHERS].map(
    (ufunc) => [ufunc.name, ufunc],
  ),
);

function squareIn(dtype: Dtype): Unary {
  const multiply = multiplyIntegers(dtype);
  return (value) => multiply(value, value);
}

/** 1 / 0 is what infinity is cast to. */
function inverseIn(dtype: Dtype): Unary {
  return (value) => (value === 0 ? castTo(dtype, 'float64')(Infinity) : Math.trunc(1 / value));
}

/** `~`: the other truth value, or all bits. */
export function inverted(dtype: Dtype): Unary {
  if (isFloat(dtype)) {
    throw typeError(
      "ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''",
    );
  }
  return dtype === 'bool' ? (value) => 1 - value : (value) => -value - 1;
}

function negated(dtype: Dtype): Dtype {
  if (dtype !== 'bool') return dtype;
  throw typeError(
    'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
  );
}

function without(name: string): Types {
  return (dtype) => {
    if (dtype !== 'bool') return dtype;
    throw typeError(`ufunc '${name}' did not contain a loop with signature matching types dtype('bool') -> None`);
  };
}
