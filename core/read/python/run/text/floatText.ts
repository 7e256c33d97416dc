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

/** `toFixed` with ties to even, as C's printf rounds. */
export function fixedText(value: number, decimals: number): string {
  if (Math.abs(value) >= 1e21) return BigInt(value).toString() + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '');
  const text = value.toFixed(Math.min(decimals, 100));
  const padded = decimals > 100 ? text + '0'.repeat(decimals - 100) : text;
  if (decimals > 60 || !isTie(value, decimals)) return Object.is(value, -0) ? `-${padded}` : padded;
  const last = text[text.length - 1]!;
  if (Number(last) % 2 === 0) return padded;
  // JavaScript rounds ties away from zero: step back to the even neighbour.
  const unit = 10 ** -decimals;
  return (value - Math.sign(value) * unit * 0.25).toFixed(decimals);
}

/** `%e` with `decimals` digits after the point. */
export function exponentText(value: number, decimals: number): string {
  const [digits, exponent] = tuple2(roundedExponential(value, Math.min(decimals, 100)).split('e'));
  const sign = Object.is(value, -0) ? '-' : '';
  return `${sign}${digits}e${signedExponent(Number(exponent))}`;
}

/** `%g`: `precision` significant digits, without trailing zeros unless `keepZeros`. */
export function generalText(value: number, precision: number, keepZeros = false): string {
  const digits = Math.max(1, precision);
  const exponent = value === 0 ? 0 : Number(roundedExponential(value, Math.min(digits - 1, 100)).split('e')[1]);
  const text =
    exponent < -4 || exponent >= digits ? exponentText(value, digits - 1) : fixedText(value, digits - 1 - exponent);
  return keepZeros ? text : text.replace(/(\.\d*?)0+(?=e|$)/, '$1').replace(/\.(?=e|$)/, '');
}

/** `toExponential` with ties to even: of a tie 30 more digits show all of the number. */
function roundedExponential(value: number, decimals: number): string {
  const rounded = value.toExponential(decimals);
  const [digits, exponent] = tuple2(value.toExponential(Math.min(100, decimals + 30)).split('e'));
  const end = /^-/.test(digits) ? 3 : 2;
  const [kept, rest] = [digits.slice(0, end + decimals), digits.slice(end + decimals)];
  return /^50*$/.test(rest) && /[02468]\.?$/.test(kept) ? `${kept.replace(/\.$/, '')}e${exponent}` : rounded;
}

function isTie(value: number, decimals: number): boolean {
  const digits = value.toFixed(Math.min(100, decimals + 30)).split('.')[1] ?? '';
  return /^50*$/.test(digits.slice(decimals));
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
