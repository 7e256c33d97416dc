/** A new number in the style of the text it replaces: `1.` → `2.`, `1.0f` → `2.5f`, `0x1F` → `0x20`, `True` → `False`. */
import { shortest } from '../../array/format';
import { dialectOf } from './languages/dialectOf';

const PARTS =
  /^([+-]?)(\d(?:[_']?\d)*)?(?:(\.)(\d(?:_?\d)*)?)?(?:([eEdD])([+-]?)(\d+))?(_?(?:[fFdDmMlLuUn]{1,3}|f16|f32|f64|[iu](?:8|16|32|64|128|size)))?$/;

/** The text for `value`, in place of `old`. It reads back as exactly `value`. */
export function replaceNumber(old: string, value: number, languageId?: string): string {
  if (!Number.isFinite(value)) return word(value, languageId);
  const truth = truthOf(old, value);
  if (truth !== undefined) return truth;
  const hex = /^0([xX])([0-9a-fA-F_]+)$/.exec(old);
  if (hex && Number.isInteger(value) && value >= 0 && value < 2 ** 53) return hexadecimal(hex[1]!, hex[2]!, value);
  const parts = PARTS.exec(old);
  return parts ? decimal(parts, value) : shortest(value);
}

function decimal(
  [, sign, , point, decimals = '', exponent, exponentSign, power, suffix = '']: RegExpExecArray,
  value: number,
): string {
  const plus = sign === '+' && !(value < 0) && !Object.is(value, -0) ? '+' : '';
  let text: string;
  if (exponent) text = scientific(value, exponent, exponentSign!, power!, decimals.length, point !== undefined);
  else text = padded(shortest(value), decimals.length, point !== undefined);
  const whole = !/[.eE]/.test(text);
  const fits = whole || !/[lLuUn]|[iu]\d|size/.test(suffix);
  return plus + text + (fits ? suffix : '');
}

/** `1.0e+03`: the same mark, sign and width of the exponent. */
function scientific(
  value: number,
  mark: string,
  sign: string,
  power: string,
  decimals: number,
  point: boolean,
): string {
  const [digits, exponent] = (Object.is(value, -0) ? '-0e+0' : value.toExponential()).split('e') as [string, string];
  const size = exponent.slice(1).padStart(power.length, '0');
  const shown = exponent.startsWith('-') ? '-' : sign === '' ? '' : '+';
  return `${padded(digits, decimals, point)}${mark}${shown}${size}`;
}

/** At least as many decimals as before; `2` keeps the point of `1.`. */
function padded(text: string, decimals: number, point: boolean): string {
  if (!point || text.includes('e')) return text;
  const [whole, fraction = ''] = text.split('.') as [string, string?];
  return `${whole}.${fraction.padEnd(decimals, '0')}`;
}

function truthOf(old: string, value: number): string | undefined {
  if (!/^(?:true|false)$/i.test(old) || (value !== 1 && !Object.is(value, 0))) return undefined;
  const text = value === 1 ? 'true' : 'false';
  if (old === old.toUpperCase()) return text.toUpperCase();
  return /^[TF]/.test(old) ? text[0]!.toUpperCase() + text.slice(1) : text;
}

function hexadecimal(mark: string, digits: string, value: number): string {
  const text = value.toString(16).padStart(digits.length, '0');
  return `0${mark}${/[A-F]/.test(digits) ? text.toUpperCase() : text}`;
}

function word(value: number, languageId: string | undefined): string {
  const [nan, inf, minus] = dialectOf(languageId).nonFinite ?? ['nan', 'inf', '-inf'];
  if (Number.isNaN(value)) return nan;
  return value > 0 ? inf : minus;
}
