/** `math`: functions of Python numbers. */
import type { Call } from '../../library/call/Call';
import { PythonError, valueError } from '../../runtime/PythonError';
import { boolean, float, integer } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { iterate } from '../operations/iterate';
import type { Builtins } from './table';

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
  fabs: Math.abs,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  expm1: Math.expm1,
  degrees: (value) => (value * 180) / Math.PI,
  radians: (value) => (value * Math.PI) / 180,
};

export const MATH: Builtins = {
  ...Object.fromEntries(
    Object.entries(FLOAT).map(([name, fn]) => [
      name,
      ['x', (call: Call): Py => checked(fn(call.number('x')), call)] as const,
    ]),
  ),
  floor: ['x', (call) => whole(Math.floor(call.number('x')), call)],
  ceil: ['x', (call) => whole(Math.ceil(call.number('x')), call)],
  trunc: ['x', (call) => whole(Math.trunc(call.number('x')), call)],
  pow: ['x y', (call) => float(call.number('x') ** call.number('y'))],
  atan2: ['y x', (call) => float(Math.atan2(call.number('y'), call.number('x')))],
  hypot: ['x y', (call) => float(Math.hypot(call.number('x'), call.number('y')))],
  log: [
    'x base?',
    (call) => {
      const value = call.number('x');
      if (value <= 0) throw valueError('math domain error');
      return float(call.lacks('base') ? Math.log(value) : Math.log(value) / Math.log(call.number('base')));
    },
  ],
  isnan: ['x', (call) => boolean(Number.isNaN(call.number('x')))],
  isinf: ['x', (call) => boolean(Math.abs(call.number('x')) === Infinity)],
  isclose: [
    'a b rel_tol? abs_tol?',
    (call) => {
      const [a, b] = [call.number('a'), call.number('b')];
      const bound = Math.max(
        call.number('rel_tol', 1e-9) * Math.max(Math.abs(a), Math.abs(b)),
        call.number('abs_tol', 0),
      );
      return boolean(a === b || Math.abs(a - b) <= bound);
    },
  ],
  prod: [
    'iterable',
    (call, machine) => {
      const items = iterate(call.value('iterable'), machine);
      const isWhole = items.every((item) => item.kind === 'number' && !item.dtype.startsWith('float'));
      const product = items.reduce((sum, item) => sum * (item.kind === 'number' ? item.value : NaN), 1);
      return isWhole ? whole(product, call) : float(product);
    },
  ],
  gcd: ['a b', (call) => integer(gcd(Math.abs(call.integer('a')), Math.abs(call.integer('b'))))],
  factorial: [
    'n',
    (call) => {
      const n = call.integer('n');
      if (n < 0) throw valueError('factorial() not defined for negative values');
      return whole(
        Array.from({ length: Math.min(n, 200) }, (_, i) => i + 1).reduce((product, i) => product * i, 1),
        call,
      );
    },
  ],
};

function checked(result: number, call: Call): Py {
  if (Number.isNaN(result) && !Number.isNaN(call.number('x'))) throw valueError('math domain error');
  if (!Number.isFinite(result) && Number.isFinite(call.number('x')))
    throw new PythonError('OverflowError', 'math range error');
  return float(result);
}

function whole(value: number, call: Call): Py {
  if (Number.isSafeInteger(value)) return integer(value + 0);
  if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
  throw new PythonError('OverflowError', `${call.callee}: the result is not an integer below 2^53`);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
