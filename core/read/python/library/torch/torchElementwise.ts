/** PyTorch's functions of all elements, also as methods, and their in-place forms: `x.sin()`, `torch.atan2(y, x)`, `x.exp_()`. */
import { isFloat } from '../../array/dtype';
import { convert, mapOne } from '../../array/elementwise';
import { writeView } from '../../array/indexing';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable, Implementation } from '../call/Call';
import { toArray } from '../call/coerce';
import { MATHEMATICS } from '../mathematics/mathematics';
import { applyBinary, applyUnary } from '../ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../ufunc/binaryUfuncs';
import { roundDecimals } from '../ufunc/floats';
import { noTensorCast } from '../ufunc/tensorCast';
import { UNARY_UFUNCS } from '../ufunc/unaryUfuncs';

/** PyTorch's names of NumPy's functions; a name without `:` is NumPy's too. */
const UNARY =
  'abs absolute:abs acos:arccos acosh:arccosh arccos arccosh arcsin arcsinh arctan arctanh asin:arcsin asinh:arcsinh ' +
  'atan:arctan atanh:arctanh cos cosh deg2rad exp exp2 expm1 isfinite isinf isnan log log10 log1p log2 logical_not neg:negative ' +
  'negative positive rad2deg sgn:sign sign signbit sin sinh sqrt square tan tanh';
const BINARY =
  'arctan2 atan2:arctan2 bitwise_and bitwise_or bitwise_xor copysign divide eq:equal float_power floor_divide fmax fmin fmod ' +
  'ge:greater_equal greater greater_equal gt:greater heaviside hypot le:less_equal less less_equal logaddexp logical_and ' +
  'logical_or logical_xor lt:less maximum minimum mul:multiply multiply ne:not_equal not_equal remainder true_divide:divide';

const ROUNDING: Readonly<Record<string, (value: number) => number>> = {
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  fix: Math.trunc,
};
const FLOATING: Readonly<Record<string, (value: number) => number>> = {
  rsqrt: (value) => 1 / Math.sqrt(value),
  reciprocal: (value) => 1 / value,
  sigmoid: (value) => 1 / (1 + Math.exp(-value)),
  logit: (value) => Math.log(value / (1 - value)),
};

/** Their first argument is the tensor. */
export const TORCH_ELEMENTWISE: FunctionTable = {
  ...table(UNARY, (name) => [
    'input out?',
    (call) => applyUnary(UNARY_UFUNCS.get(name)!, call.value('input'), call.context, outOf(call)),
  ]),
  ...table(BINARY, (name) => [
    'input other out?',
    (call) =>
      applyBinary(BINARY_UFUNCS.get(name)!, call.value('input'), call.value('other'), call.context, outOf(call)),
  ]),
  ...Object.fromEntries(
    Object.entries(ROUNDING).map(([name, fn]) => [name, ['input', (call: Call) => mapped(call, fn, true)] as const]),
  ),
  ...Object.fromEntries(
    Object.entries(FLOATING).map(([name, fn]) => [name, ['input', (call: Call) => mapped(call, fn, false)] as const]),
  ),
  frac: ['input', (call) => mapped(call, (value) => value - Math.trunc(value), true)],
  round: ['input decimals?', (call) => mapped(call, roundDecimals(call.integer('decimals', 0)), true)],
  allclose: MATHEMATICS['allclose']!,
  isclose: MATHEMATICS['isclose']!,
  equal: MATHEMATICS['array_equal']!,
  pow: ['input exponent', (call) => binary(call, 'power', call.value('exponent'))],
  add: ['input other alpha?', (call) => binary(call, 'add', scaled(call))],
  sub: ['input other alpha?', (call) => binary(call, 'subtract', scaled(call))],
  subtract: ['input other alpha?', (call) => binary(call, 'subtract', scaled(call))],
  div: ['input other rounding_mode?', divided],
};

/** The same, written into the tensor. */
export function inPlaceForms(table: FunctionTable): FunctionTable {
  return Object.fromEntries(
    Object.entries(table).map(([name, [signature, run]]) => [`${name}_`, [signature, inPlace(run)]]),
  );
}

function inPlace(run: Implementation): Implementation {
  return (call) => {
    const input = call.array('input');
    const result = toArray(run(call), call.context);
    if (isFloat(result.dtype) && !isFloat(input.dtype)) throw noTensorCast(result.dtype, input.dtype);
    writeView(input, result, call.context);
    return input;
  };
}

function table(names: string, entry: (name: string) => FunctionTable[string]): FunctionTable {
  return Object.fromEntries(
    names.split(' ').map((each) => {
      const [name = '', numpy = name] = each.split(':');
      return [name, entry(numpy)];
    }),
  );
}

function outOf(call: Call): Parameters<typeof applyUnary>[3] {
  return { out: call.lacks('out') ? undefined : call.array('out') };
}

/** `keeps`: whole numbers stay as they are; the others become float32. */
function mapped(call: Call, fn: (value: number) => number, keeps: boolean): Py {
  const input = call.array('input');
  if (isFloat(input.dtype)) return mapOne(input, input.dtype, fn, call.context);
  return keeps ? convert(input, input.dtype, call.context) : mapOne(input, call.context.torch.dtype, fn, call.context);
}

function binary(call: Call, name: string, other: Py): Py {
  return applyBinary(BINARY_UFUNCS.get(name)!, call.value('input'), other, call.context);
}

function scaled(call: Call): Py {
  if (call.lacks('alpha')) return call.value('other');
  return applyBinary(BINARY_UFUNCS.get('multiply')!, call.value('other'), call.value('alpha'), call.context);
}

function divided(call: Call): Py {
  const mode = call.text('rounding_mode', '');
  if (mode === 'floor') return binary(call, 'floor_divide', call.value('other'));
  const quotient = toArray(binary(call, 'divide', call.value('other')), call.context);
  if (mode !== 'trunc') return quotient;
  // Of whole numbers a whole number.
  const { dtype } = toArray(binary(call, 'floor_divide', call.value('other')), call.context);
  return mapOne(quotient, dtype, Math.trunc, call.context);
}
