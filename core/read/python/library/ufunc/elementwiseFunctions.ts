/** NumPy's universal functions as library functions, and other functions applied element by element. */
import { LensError, msg } from '../../../../message';
import { broadcasts, sameShape } from '../../array/broadcast';
import { castTo, castsSameKind, isFloat } from '../../array/dtype';
import { mapOne, mapTwo } from '../../array/elementwise';
import { writeView } from '../../array/indexing';
import type { PyArray } from '../../array/PyArray';
import { copyOf } from '../../array/reshaping';
import { lackingArguments, typeError, valueError } from '../../runtime/PythonError';
import { pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable, Implementation } from '../call/Call';
import { toArray } from '../call/coerce';
import { scalarOf } from '../call/scalarOf';
import { applyBinary, applyUnary, type UfuncOptions } from './applyUfunc';
import { BINARY_UFUNCS } from './binaryUfuncs';
import { roundDecimals } from './floats';
import type { BinaryUfunc, UnaryUfunc } from './Ufunc';
import { UNARY_UFUNCS, inverted } from './unaryUfuncs';

const OPTIONS = ' out? where? dtype?';

/** Functions of `numpy` by name. */
export const ELEMENTWISE: FunctionTable = {
  ...Object.fromEntries([...UNARY_UFUNCS].map(([name, ufunc]) => [name, one(ufunc)])),
  ...Object.fromEntries([...BINARY_UFUNCS].map(([name, ufunc]) => [name, two(ufunc)])),
  invert: ['x', invert],
  bitwise_not: ['x', invert],
  divmod: [
    'x1 x2',
    (call) =>
      pyTuple(
        ['floor_divide', 'remainder'].map((name) =>
          applyBinary(BINARY_UFUNCS.get(name)!, call.value('x1'), call.value('x2'), call.context),
        ),
      ),
  ],
  round: ['a|input decimals? out?', round],
  around: ['a decimals? out?', round],
  round_: ['a decimals? out?', round],
  fix: ['x|a', (call) => map(call, Math.trunc)],
  sinc: ['x', (call) => map(call, (x) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)))],
  nan_to_num: ['x copy? nan? posinf? neginf?', nanToNumber],
  clip: ['a|input a_min|min? a_max|max? out?', clip],
  isclose: ['a b rtol? atol? equal_nan?', isClose],
};

const NO_OPTIONS: UfuncOptions = {};

/** The array of `out=`, also as a tuple of one. Throws NumPy's TypeError for other values. */
function outOf(call: Call, message: string): PyArray {
  const given = call.value('out');
  const out = given.kind === 'tuple' && given.items.length === 1 ? given.items[0]! : given;
  if (out.kind !== 'array') throw typeError(message);
  return out;
}

/** `operands`: how many the function takes. */
function ufuncOptions(call: Call, operands: number): UfuncOptions {
  if (call.hasOnly(operands)) return NO_OPTIONS;
  return {
    out: call.lacks('out') ? undefined : outOf(call, 'return arrays must be of ArrayType'),
    where: call.lacks('where') ? undefined : call.array('where'),
    dtype: call.dtype(),
  };
}

function one(ufunc: UnaryUfunc): readonly [string, Implementation] {
  return [`x|a|input${OPTIONS}`, (call) => applyUnary(ufunc, call.value('x'), call.context, ufuncOptions(call, 1))];
}

function two(ufunc: BinaryUfunc): readonly [string, Implementation] {
  return [
    `x1|a|input x2|b|other${OPTIONS}`,
    (call) => applyBinary(ufunc, call.value('x1'), call.value('x2'), call.context, ufuncOptions(call, 2)),
  ];
}

function invert(call: Call): Py {
  const source = call.array('x');
  return scalarOf(mapOne(source, source.dtype, inverted(source.dtype), call.context));
}

function map(call: Call, fn: (value: number) => number): Py {
  const source = call.array('x');
  return scalarOf(mapOne(source, isFloat(source.dtype) ? source.dtype : 'float64', fn, call.context));
}

function round(call: Call): Py {
  const source = call.array('a');
  const decimals = call.integer('decimals', 0);
  if (source.dtype === 'bool' && decimals !== 0)
    throw typeError(
      "Cannot cast ufunc 'multiply' output from dtype('float64') to dtype('bool') with casting rule 'same_kind'",
    );
  // Whole numbers are rounded already: NumPy returns the array itself.
  const given = call.value('a');
  if (given.kind === 'array' && source.dtype !== 'bool' && !isFloat(source.dtype) && decimals >= 0 && call.lacks('out'))
    return given;
  const dtype = source.dtype === 'bool' ? 'float16' : source.dtype;
  const inC = decimals === 0 ? source : copyOf(source, call.context, 'A');
  return intoOut(
    call,
    mapOne(inC, dtype, roundDecimals(decimals, isFloat(dtype) ? castTo(dtype) : undefined), call.context),
  );
}

/** `np.clip`: the upper bound takes precedence; of zeros of both signs the bound is taken. */
function clip(call: Call): Py {
  const absent = ['a_min', 'a_max'].filter((name) => !call.has(name));
  if (absent.length > 0 && /^(?:np|numpy)\.clip$/.test(call.callee)) throw lackingArguments('clip', absent);
  if (call.lacks('a_min') && call.lacks('a_max')) throw valueError('One of max or min must be given');
  let result: Py = call.array('a');
  for (const [name, ufunc] of [
    ['a_min', 'maximum'],
    ['a_max', 'minimum'],
  ] as const) {
    if (!call.lacks(name)) result = applyBinary(BINARY_UFUNCS.get(ufunc)!, result, call.value(name), call.context);
  }
  return call.lacks('out') ? (result.kind === 'array' ? scalarOf(result) : result) : intoOut(call, result);
}

/** The result, or `out` after the result was written into it; `casting`: NumPy's rule for an `out` of another type. */
export function intoOut(call: Call, result: Py, casting: 'no' | 'same_kind' | 'unsafe' = 'same_kind'): Py {
  if (call.lacks('out')) return result.kind === 'array' ? scalarOf(result) : result;
  const [out, made] = [outOf(call, 'output must be an array'), toArray(result, call.context)];
  const fits = casting === 'same_kind' ? broadcasts(made.shape, out.shape) : sameShape(made.shape, out.shape);
  const casts = casting === 'unsafe' || made.dtype === out.dtype;
  if (!fits || !(casts || (casting === 'same_kind' && castsSameKind(made.dtype, out.dtype))))
    throw new LensError(msg('{0} with {1} is not supported', call.callee, 'out='), undefined, call.range);
  writeView(out, made, call.context);
  return out;
}

function nanToNumber(call: Call): Py {
  const source = call.array('x');
  const [limit, nan] = [source.dtype === 'float32' ? 3.4028234663852886e38 : Number.MAX_VALUE, call.number('nan', 0)];
  const [above, below] = [call.number('posinf', limit), call.number('neginf', -limit)];
  const finite = (value: number): number => {
    if (Number.isNaN(value)) return nan;
    return value === Infinity ? above : value === -Infinity ? below : value;
  };
  const result = mapOne(source, source.dtype, finite, call.context);
  if (call.flag('copy', true) || call.value('x').kind !== 'array') return scalarOf(result);
  writeView(source, result, call.context);
  return source;
}

function isClose(call: Call): Py {
  return scalarOf(closeness(call));
}

/** |a − b| ≤ atol + rtol·|b|, as flags. */
export function closeness(call: Call): PyArray {
  const [relative, absolute] = [call.number('rtol', 1e-5), call.number('atol', 1e-8)];
  const nan = call.flag('equal_nan', false);
  return mapTwo(call.array('a'), call.array('b'), 'bool', closeTo(relative, absolute, nan), call.context);
}

export function closeTo(relative: number, absolute: number, nan: boolean): (a: number, b: number) => number {
  return (a, b) => {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(nan && Number.isNaN(a) && Number.isNaN(b));
    if (!Number.isFinite(a) || !Number.isFinite(b)) return Number(a === b);
    return Number(Math.abs(a - b) <= absolute + relative * Math.abs(b));
  };
}
