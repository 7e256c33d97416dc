/** The format that all elements of a printed array share (NumPy's `FloatingFormat`, `IntegerFormat`, `BoolFormat`). */
import { isFloat, type Dtype } from './dtype';
import { positional, scientific, strScalar } from './formatNumber';
import type { PrintOptions } from './printOptions';

type Format = (value: number) => string;

export function elementFormat(values: readonly number[], dtype: Dtype, rank: number, options: PrintOptions): Format {
  const own = options.formatter?.(dtype);
  if (own) return own;
  if (isFloat(dtype)) return floatFormat(values, dtype, options);
  const texts = values.map((value) => strScalar(value, dtype));
  const width = dtype === 'bool' ? (rank > 0 ? 5 : 4) : Math.max(...texts.map((text) => text.length));
  return (value) => strScalar(value, dtype).padStart(width);
}

function floatFormat(values: readonly number[], dtype: Dtype, options: PrintOptions): Format {
  const finite = values.filter(Number.isFinite);
  const exponential = isExponential(finite, options);
  const precision = options.floatmode === 'unique' ? 400 : options.precision;
  const fixed = options.floatmode === 'fixed';
  const sign = signOf(options);
  const parts = finite.map((value) =>
    exponential ? scientific(value, dtype, precision) : { ...positional(value, dtype, precision, true), exponent: '' },
  );
  const widest = (lengths: readonly number[]): number => lengths.reduce((most, length) => Math.max(most, length), 0);
  let left = widest(parts.map((part) => (sign(part.negative) + part.whole).length));
  const digits = fixed && finite.length > 0 ? precision : widest(parts.map(({ fraction }) => fraction.length));
  const exponentDigits = widest(parts.map(({ exponent }) => exponent.length - 1));
  const right = finite.length === 0 ? 0 : exponential ? exponentDigits + 2 + digits : digits;
  if (options.sign === ' ' && !parts.some(({ negative }) => negative)) left += 1;
  if (finite.length < values.length) {
    const infinity = 3 + Number(options.sign !== '-' || values.includes(-Infinity));
    left = Math.max(left, 3 - right - 1, infinity - right - 1);
  }
  const zeros = exponential || fixed || options.floatmode === 'maxprec_equal';
  return (value) => {
    if (!Number.isFinite(value)) return special(value, options).padStart(left + right + 1);
    if (exponential) {
      const { negative, whole, fraction, exponent } = scientific(value, dtype, digits, digits);
      const power = exponent[0]! + exponent.slice(1).padStart(exponentDigits, '0');
      return `${(sign(negative) + whole).padStart(left)}.${fraction.padEnd(digits, '0')}e${power}`;
    }
    const { negative, whole, fraction } = positional(value, dtype, precision, true);
    const text = `${(sign(negative) + whole).padStart(left)}.${fraction.padEnd(zeros ? digits : 0, '0')}`;
    return text.padEnd(left + 1 + right);
  };
}

function isExponential(finite: readonly number[], { suppress }: PrintOptions): boolean {
  let largest = 0;
  let smallest = Infinity;
  for (const value of finite) {
    if (value === 0) continue;
    largest = Math.max(largest, Math.abs(value));
    smallest = Math.min(smallest, Math.abs(value));
  }
  if (largest === 0) return false;
  return largest >= 1e8 || (!suppress && (smallest < 0.0001 || largest / smallest > 1000));
}

function signOf({ sign }: PrintOptions): (negative: boolean) => string {
  return (negative) => (negative ? '-' : sign === '+' ? '+' : '');
}

function special(value: number, { sign }: PrintOptions): string {
  if (Number.isNaN(value)) return sign === '+' ? '+nan' : 'nan';
  return value < 0 ? '-inf' : sign === '+' ? '+inf' : 'inf';
}
