/** `math`: functions of Python numbers. */
import { sizeOf } from '../../../../../array/NdArray';
import { LensError, msg } from '../../../../../message';
import type { Call } from '../../../library/call/Call';
import { isSequence, toInteger, toNumber } from '../../../library/call/coerce';
import { errorFunction } from '../../../library/mathematics/special';
import { PythonError, typeError, valueError } from '../../../runtime/PythonError';
import { requireFinite } from '../../../runtime/wholeNumbers';
import { pyBool, pyFloat, pyInteger, pyTuple } from '../../../value/constructors';
import type { Py } from '../../../value/Py';
import { typeName } from '../../../value/typeName';
import { iterate } from '../../operations/iterate';
import { operate } from '../../operations/operate';
import type { Builtins } from '../../builtins/table';

const FLOAT: Readonly<Record<string, (value: number) => number>> = {
  sqrt: Math.sqrt,
  exp: Math.exp,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  tanh: Math.tanh,
  sinh: Math.sinh,
  cosh: Math.cosh,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  asinh: Math.asinh,
  acosh: Math.acosh,
  fabs: Math.abs,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  expm1: Math.expm1,
  erf: errorFunction,
  exp2: (value) => 2 ** value,
  degrees: (value) => (value * 180) / Math.PI,
  radians: (value) => (value * Math.PI) / 180,
};

export const MATH: Builtins = {
  ...Object.fromEntries(
    Object.entries(FLOAT).map(([name, fn]) => [
      name,
      ['x', (call: Call): Py => checked(fn(real(call)), call)] as const,
    ]),
  ),
  floor: ['x', (call) => whole(Math.floor(finite(call)), call)],
  ceil: ['x', (call) => whole(Math.ceil(finite(call)), call)],
  trunc: ['x', (call) => whole(Math.trunc(finite(call)), call)],
  isqrt: [
    'n',
    (call) => {
      const n = call.integer('n');
      if (n < 0) throw valueError('isqrt() argument must be nonnegative');
      const root = Math.round(Math.sqrt(n));
      return pyInteger(root * root > n ? root - 1 : root);
    },
  ],
  pow: ['x y', (call) => pyFloat(real(call) ** real(call, 'y'))],
  atan2: ['y x', (call) => pyFloat(Math.atan2(real(call, 'y'), real(call)))],
  hypot: ['*coordinates', (call) => pyFloat(Math.hypot(...call.rest.map(({ value }) => toNumber(value))))],
  log: [
    'x base?',
    (call) => {
      const value = real(call);
      if (value <= 0) throw valueError('math domain error');
      return pyFloat(call.lacks('base') ? Math.log(value) : Math.log(value) / Math.log(call.number('base')));
    },
  ],
  isnan: ['x', (call) => pyBool(Number.isNaN(real(call)))],
  isinf: ['x', (call) => pyBool(Math.abs(real(call)) === Infinity)],
  isfinite: ['x', (call) => pyBool(Number.isFinite(real(call)))],
  isclose: [
    'a b rel_tol? abs_tol?',
    (call) => {
      const [a, b] = [call.number('a'), call.number('b')];
      const bound = Math.max(
        call.number('rel_tol', 1e-9) * Math.max(Math.abs(a), Math.abs(b)),
        call.number('abs_tol', 0),
      );
      return pyBool(a === b || Math.abs(a - b) <= bound);
    },
  ],
  prod: [
    'iterable start?',
    (call, machine) => {
      const items = iterate(call.value('iterable'), machine);
      const start = call.has('start') ? call.value('start') : pyInteger(1);
      return items.reduce((product, item) => operate('*', product, item, machine), start);
    },
  ],
  gcd: ['*integers', (call) => whole(wholes(call).reduce(gcd, 0), call)],
  lcm: [
    '*integers',
    (call) =>
      whole(
        wholes(call).reduce((a, b) => a && b && (a / gcd(a, b)) * b, 1),
        call,
      ),
  ],
  modf: [
    'x',
    (call) => {
      const value = real(call);
      return pyTuple([pyFloat(Number.isFinite(value) ? value % 1 : Math.sign(value) * 0), pyFloat(Math.trunc(value))]);
    },
  ],
  fmod: ['x y', (call) => checked(real(call) % real(call, 'y'), call)],
  comb: ['n k', (call) => choices(call, true)],
  perm: ['n k?', (call) => choices(call, false)],
  fsum: ['seq', (call, machine) => pyFloat(exactSum(iterate(call.value('seq'), machine)))],
  copysign: [
    'x y',
    (call) => {
      const size = Math.abs(real(call));
      const y = real(call, 'y');
      return pyFloat(y < 0 || Object.is(y, -0) ? -size : size);
    },
  ],
  factorial: [
    'n',
    (call) => {
      const n = call.integer('n');
      if (n < 0) throw valueError('factorial() not defined for negative values');
      return whole(selections(n, n, false), call);
    },
  ],
};

function checked(result: number, call: Call): Py {
  if (Number.isNaN(result) && !Number.isNaN(real(call))) throw valueError('math domain error');
  if (!Number.isFinite(result) && Number.isFinite(real(call)))
    throw new PythonError('OverflowError', 'math range error');
  return pyFloat(result);
}

function whole(value: number, call: Call): Py {
  if (Number.isSafeInteger(value)) return pyInteger(value + 0);
  throw new LensError(msg('integers beyond 2^53 are not supported: {0}', call.callee), undefined, call.range);
}

function finite(call: Call): number {
  const value = real(call);
  requireFinite([value]);
  return value;
}

function wholes(call: Call): number[] {
  return call.rest.map(({ value }) => Math.abs(toInteger(value)));
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Selections of k from n, in any order or (`perm`) in each order. */
function choices(call: Call, anyOrder: boolean): Py {
  const n = call.integer('n');
  const k = call.integer('k', n);
  if (n < 0) throw valueError('n must be a non-negative integer');
  if (k < 0) throw valueError('k must be a non-negative integer');
  if (k > n) return pyInteger(0);
  return whole(selections(n, anyOrder ? Math.min(k, n - k) : k, anyOrder), call);
}

/** Counts exactly up to 2^53; a larger count is some number beyond. */
function selections(n: number, k: number, anyOrder: boolean): number {
  let count = 1n;
  for (let i = 0; i < k && count <= Number.MAX_SAFE_INTEGER; i++)
    count = (count * BigInt(n - i)) / (anyOrder ? BigInt(i + 1) : 1n);
  return Number(count);
}

/** Shewchuk's sum without rounding errors: partial sums that do not overlap, rounded once. */
function exactSum(items: readonly Py[]): number {
  const partials: number[] = [];
  for (const item of items) {
    if (item.kind !== 'number') throw typeError(`must be real number, not ${typeName(item)}`);
    if (!Number.isFinite(item.value))
      return items.reduce((sum, each) => sum + (each.kind === 'number' ? each.value : 0), 0);
    let x = item.value;
    let kept = 0;
    for (const partial of partials) {
      const [large, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const sum = large + small;
      const rest = small - (sum - large);
      if (rest !== 0) partials[kept++] = rest;
      x = sum;
    }
    partials.length = kept;
    partials.push(x);
  }
  return roundedSum(partials);
}

/** Partial sums of increasing size to the nearest number; halves to even. */
function roundedSum(partials: readonly number[]): number {
  let at = partials.length - 1;
  let sum = at < 0 ? 0 : partials[at]!;
  let rest = 0;
  while (at > 0 && rest === 0) {
    const before = sum;
    const next = partials[--at]!;
    sum = before + next;
    rest = next - (sum - before);
  }
  if (at > 0 && Math.sign(rest) === Math.sign(partials[at - 1]!)) {
    const twice = rest * 2;
    const up = sum + twice;
    if (twice === up - sum) sum = up;
  }
  return sum;
}

/** A number, or an array of one element. Throws Python's errors for other values. */
function real(call: Call, name = 'x'): number {
  const value = call.value(name);
  if (value.kind === 'array' && sizeOf(value.shape) !== 1)
    throw typeError('only size-1 arrays can be converted to Python scalars');
  if (isSequence(value) || value.kind === 'text' || value.kind === 'none')
    throw typeError(`must be real number, not ${typeName(value)}`);
  return call.number(name);
}
