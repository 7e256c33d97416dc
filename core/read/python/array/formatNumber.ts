/** Decimal digits of a floating-point number, as NumPy's `dragon4_positional` and `dragon4_scientific` give them. */
import { roundHalf } from './float16';
import { isFloat, type Dtype } from './dtype';

export interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/**
 * The fewest digits that give the number again in its type, rounded to at most `precision` after the point. With `exact` all
 * digits in front of the point are those of the number, as in arrays.
 */
export function positional(value: number, dtype: Dtype, precision: number, exact = false): Digits {
  const fewest = expand(shortestText(Math.abs(value), dtype));
  const shortest = exact && !fewest.includes('.') ? expand(String(Math.abs(value))) : fewest;
  const text = fractionOf(shortest).length <= precision ? shortest : rounded(Math.abs(value), precision, 'toFixed');
  const [whole, fraction = ''] = text.split('.');
  return { negative: isNegative(value), whole: whole!, fraction: fraction.replace(/0+$/, '') };
}

/**
 * As `positional`, for one digit in front of the point; the exponent has a sign and at least two digits. `minimum` digits of the
 * exact value follow the point, also where fewer determine the number.
 */
export function scientific(
  value: number,
  dtype: Dtype,
  precision: number,
  minimum = 0,
): Digits & { readonly exponent: string } {
  const shortest = toScientific(shortestText(Math.abs(value), dtype));
  const length = fractionOf(shortest.split('e')[0]!).length;
  const short = length <= precision && length >= minimum;
  const text = short ? shortest : rounded(Math.abs(value), precision, 'toExponential');
  const [mantissa, exponent = '+0'] = text.split('e');
  const [whole, fraction = ''] = mantissa!.split('.');
  const digits = exponent.replace(/^[+-]/, '').padStart(2, '0');
  return {
    negative: isNegative(value),
    whole: whole!,
    fraction: fraction.replace(/0+$/, ''),
    exponent: (exponent.startsWith('-') ? '-' : '+') + digits,
  };
}

/** `str` and `repr` of a Python float and of a NumPy floating-point scalar. */
function formatFloat(value: number, dtype: Dtype): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e16)) {
    const { negative, whole, fraction } = positional(value, dtype, 400);
    return `${negative ? '-' : ''}${whole}.${fraction || '0'}`;
  }
  const { negative, whole, fraction, exponent } = scientific(value, dtype, 400);
  return `${negative ? '-' : ''}${whole}${fraction && `.${fraction}`}e${exponent}`;
}

/** The shortest decimal text of a number that rounds to it again in its type. */
function shortestText(value: number, dtype: Dtype): string {
  if (dtype !== 'float32' && dtype !== 'float16') return String(value);
  const round = dtype === 'float32' ? Math.fround : roundHalf;
  for (let digits = 0; digits < 9; digits++) {
    const candidates = neighbours(rounded(value, digits, 'toExponential'));
    const found = candidates.find((candidate) => round(candidate) === value);
    if (found !== undefined) return String(found);
  }
  return String(value);
}

/** The number of a text such as `1.56e-2`, and those one in its last digit away: next to a power of 2 only these may fit. */
function neighbours(text: string): number[] {
  const [mantissa, exponent] = text.split('e');
  const digits = Number(mantissa!.replace('.', ''));
  const power = Number(exponent) - fractionOf(mantissa!).length;
  return [0, 1, -1].map((step) => Number(`${digits + step}e${power}`));
}

/** `toFixed` and `toExponential` round a tie up; NumPy rounds it to the even digit. */
function rounded(value: number, precision: number, method: 'toFixed' | 'toExponential'): string {
  const digits = Math.min(precision, 100);
  const text = value[method](digits);
  const [mantissa, exponent] = value[method](Math.min(digits + 30, 100)).split('e');
  const rest = fractionOf(mantissa!).slice(digits);
  if (!/^50*$/.test(rest)) return text;
  const cut = mantissa!.slice(0, mantissa!.length - rest.length).replace(/\.$/, '');
  const even = '02468'.includes(cut[cut.length - 1]!);
  return even ? cut + (exponent === undefined ? '' : `e${exponent}`) : text;
}

/** JavaScript's `1.5e-7` without an exponent. */
function expand(text: string): string {
  const [mantissa, exponent] = text.split('e');
  if (exponent === undefined) return text;
  const [whole, fraction = ''] = mantissa!.split('.');
  const shift = Number(exponent);
  const digits = whole! + fraction;
  const point = whole!.length + shift;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

function toScientific(text: string): string {
  const plain = expand(text);
  const [whole, fraction = ''] = plain.split('.');
  const digits = (whole! + fraction).replace(/^0+/, '');
  if (digits === '') return '0e+0';
  const lead = (whole! + fraction).length - digits.length;
  const exponent = whole!.length - 1 - lead;
  const rest = digits.slice(1).replace(/0+$/, '');
  return `${digits[0]}${rest && `.${rest}`}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

function fractionOf(text: string): string {
  return text.split('.')[1] ?? '';
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

/** `str` and `repr` of a number: Python's and NumPy's scalars print alike. */
export function strScalar(value: number, dtype: Dtype): string {
  if (dtype === 'bool') return value === 0 ? 'False' : 'True';
  return isFloat(dtype) ? formatFloat(value, dtype) : integerText(value);
}

function integerText(value: number): string {
  return Number.isSafeInteger(value) ? String(value + 0) : BigInt(value).toString();
}
