/** Decimal text of floating-point numbers, as Python writes it. */
import { tuple2 } from '../../../../tuples';

/** Python's `repr`: the shortest digits that read back as the same number. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [digits, exponentText] = tuple2(value.toExponential().split('e'));
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) return `${digits}e${signedExponent(exponent)}`;
  const fixed =
    exponent >= 0 ? positional(digits, exponent) : value.toFixed(Math.min(100, digitsOf(digits) - exponent - 1));
  return fixed.includes('.') ? fixed : `${fixed}.0`;
}

/** `%f`: `decimals` digits after the point, of the exact number. */
export function fixedText(value: number, decimals: number): string {
  const digits = scaled(value, decimals)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.length - decimals;
  return `${minusOf(value)}${digits.slice(0, whole)}${decimals > 0 ? '.' : ''}${digits.slice(whole)}`;
}

/** `%e` with `decimals` digits after the point. */
export function exponentText(value: number, decimals: number): string {
  // Not of the shortest digits: 1e23 is less than 10²³.
  let exponent = Number(value.toExponential(40).split('e')[1]);
  let digits = scaled(value, decimals - exponent).toString();
  if (digits.length > decimals + 1) digits = scaled(value, decimals - ++exponent).toString();
  const point = decimals > 0 ? '.' : '';
  return `${minusOf(value)}${digits[0]!}${point}${digits.slice(1).padEnd(decimals, '0')}e${signedExponent(exponent)}`;
}

/** `%g`: `precision` significant digits, without trailing zeros unless `keepZeros`. */
export function generalText(value: number, precision: number, keepZeros = false): string {
  const digits = Math.max(1, precision);
  const exponent = Number(exponentText(value, digits - 1).split('e')[1]);
  const text =
    exponent < -4 || exponent >= digits ? exponentText(value, digits - 1) : fixedText(value, digits - 1 - exponent);
  return keepZeros ? text : text.replace(/(\.\d*?)0+(?=e|$)/, '$1').replace(/\.(?=e|$)/, '');
}

/** |value| · 10^decimals, rounded to a whole number with ties to even, as C's printf rounds. */
function scaled(value: number, decimals: number): bigint {
  const bits = BigInt.asUintN(63, new BigUint64Array(Float64Array.of(value).buffer)[0]!);
  const power = Number(bits >> 52n);
  const mantissa = (bits & 0xfffffffffffffn) | (power > 0 ? 0x10000000000000n : 0n);
  const exponent = Math.max(power, 1) - 1075;
  const power10 = 10n ** BigInt(Math.abs(decimals));
  const numerator = (mantissa << BigInt(Math.max(exponent, 0))) * (decimals > 0 ? power10 : 1n);
  const denominator = (1n << BigInt(Math.max(-exponent, 0))) * (decimals < 0 ? power10 : 1n);
  const quotient = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  const isUp = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  return isUp ? quotient + 1n : quotient;
}

function minusOf(value: number): string {
  return value < 0 || Object.is(value, -0) ? '-' : '';
}

function positional(digits: string, exponent: number): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const plain = digits.replace(/[-.]/g, '');
  const whole = plain.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const rest = plain.slice(exponent + 1);
  return sign + whole + (rest === '' ? '' : `.${rest}`);
}

function digitsOf(digits: string): number {
  return digits.replace(/[-.]/g, '').length;
}

function signedExponent(exponent: number): string {
  return `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
