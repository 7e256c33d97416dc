/** One element of a list that is more than plain decimal digits: `0x1F`, `1.5f`, `np.nan`, `True`, `float('inf')`, `np.float64(2.5)`. */
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { problem, type Problem } from '../types/Problem';
import { ownConstant } from './ownConstant';

export interface ScannedElement {
  readonly value: number;
  /** The range of the number itself; `end` is after the whole element. */
  readonly range: readonly [start: number, end: number];
  readonly end: number;
  readonly kind: 'float' | 'int' | 'bool';
}

const TYPOGRAPHIC_MINUS = '\u2212';
const SUFFIX = /_?(?:f16|f32|f64|[iu](?:8|16|32|64|128|size))|[uU]?[lL]{1,2}[uU]?|[fFdDuUnMm]/y;
const RADIX = /[+-]?0(?:[xX][0-9a-fA-F][0-9a-fA-F_']*|[bB][01][01_']*|[oO][0-7][0-7_']*)/y;
const DECIMAL = /[+-]?(?:\d+(?:[_']\d+)*)?(?:\.(?:\d+(?:_\d+)*)?)?/y;
const EXPONENT = /(?:[eEdD]|f(?!(?:16|32|64)(?!\d))(?=[+-]?\d))[+-]?\d+|`\d*(?:\*\^[+-]?\d+)?|\*\^[+-]?\d+/y;
const OVER = /\s*\/\s*(?=[-+.\d])/y;
const IMAGINARY = /(?:\s*[+-]\s*[\d.]+(?:[eE][+-]?\d+)?\s*\*?\s*)?(?:im|[ijIJ])(?![\w.])/y;
const WORD = /[+-]?\s?(?:[A-Za-z_][\w]*(?:(?:\.|::)[A-Za-z_]\w*)*|∞)/y;
const CALL =
  /([+-]?)(?:[A-Za-z_]\w*(?:\.|::))*(float|double|single|half|int|bool|u?int\d+|float\d+|u?int[a-z]+|bool_|tensor|array|Array|Number|Decimal|long|Int\d*|Float\d+|Inf|NaN|nan|infinity|quiet_NaN)\(\s*(["']?)([+-]?[\w.+-]*)\3\s*(?:,[^()[\]\n]*)?\)/y;
const CAST =
  /\(\s*(?:unsigned\s+)?(?:float|double|int|long|char|byte|short|half|__half|\w+_t|[fui](?:8|16|32|64))\s*\)\s*/y;
const DELIMITER = /[\s,;\])}]|$|#|\/\/|\/\*|\(\*|%|=#|>/y;

const NAN = new Set(['nan', 'NaN', 'NAN', 'Nan', 'NaN32', 'NaN16', 'NaN64', 'Indeterminate', 'quiet_NaN', 'nanf']);
const INFINITE = new Set(
  'inf Inf INF Infinity infinity INFINITY Inf32 Inf16 Inf64 PINF Infty infty PositiveInfinity POSITIVE_INFINITY ∞'.split(
    ' ',
  ),
);
const MINUS_INFINITE = new Set(['NINF', 'NEG_INFINITY', 'NEGATIVE_INFINITY', 'NegativeInfinity']);
const TRUE = new Set(['True', 'true', 'TRUE', 'True_']);
const FALSE = new Set(['False', 'false', 'FALSE', 'False_']);
const MISSING = new Set([
  'None',
  'null',
  'nil',
  'NA',
  'NaT',
  '<NA>',
  'missing',
  'undefined',
  'nullptr',
  'NULL',
  'Null',
]);

/** Reads the element at `start`. */
export function readElement(text: string, start: number, dialect: Dialect): ScannedElement | Problem {
  if (text.startsWith(TYPOGRAPHIC_MINUS, start)) return readTypographic(text, start, dialect);
  let at = start;
  if (text[at] === '(') at = matchEnd(CAST, text, at) ?? at;
  return (
    readRadix(text, at, dialect) ??
    // A cast comes before a division.
    readDecimal(text, at, at === start ? dialect : { ...dialect, fractions: 'none' }) ??
    readWord(text, at, dialect) ??
    notNumber(text, start)
  );
}

/** `−2` as word processors write it. */
function readTypographic(text: string, start: number, dialect: Dialect): ScannedElement | Problem {
  const read = /[\d.]/.test(text[start + 1] ?? '') ? readElement(text, start + 1, dialect) : notNumber(text, start);
  return 'detail' in read ? read : { ...read, value: -read.value, range: [start, read.range[1]] };
}

/** A word for a number: `nan`, `-inf`, `True`. */
function wordValue(word: string): number | undefined {
  const negative = word.startsWith('-');
  const name = word
    .replace(/^[+-]\s?/, '')
    .split(/\.|::/)
    .pop()!;
  if (NAN.has(name)) return NaN;
  if (INFINITE.has(name)) return negative ? -Infinity : Infinity;
  if (MINUS_INFINITE.has(name)) return negative ? Infinity : -Infinity;
  if (TRUE.has(name)) return negative ? -1 : 1;
  if (FALSE.has(name)) return negative ? -0 : 0;
  return undefined;
}

function readRadix(text: string, start: number, dialect: Dialect): ScannedElement | Problem | undefined {
  const end = matchEnd(RADIX, text, start);
  if (end === undefined) return undefined;
  const digits = text.slice(start, end).replace(/[_']/g, '');
  const value = digits.startsWith('-') ? -Number(digits.slice(1)) : Number(digits.replace('+', ''));
  return finish(text, start, withSuffix(text, end, dialect), value, 'int', dialect);
}

function readDecimal(text: string, start: number, dialect: Dialect): ScannedElement | Problem | undefined {
  let end = matchEnd(DECIMAL, text, start)!;
  if (!/\d/.test(text.slice(start, end))) return undefined;
  let digits = text.slice(start, end).replace(/[_']/g, '');
  const whole = !digits.includes('.');
  if (dialect.octal && whole && /^[+-]?0[0-7]+$/.test(digits)) digits = digits.replace(/^([+-]?)0/, '$10o');
  const exponent = matchEnd(EXPONENT, text, end);
  if (exponent !== undefined) {
    digits += text
      .slice(end, exponent)
      .replace(/`\d*/, '')
      .replace(/^(?:[dDf]|\*\^)/, 'e');
    end = exponent;
  }
  const suffixed = withSuffix(text, end, dialect);
  const kind = whole && exponent === undefined && !/[fFdDmM]/.test(text.slice(end, suffixed)) ? 'int' : 'float';
  const over = dialect.fractions === 'none' ? undefined : matchEnd(OVER, text, suffixed);
  const divisor = over === undefined ? undefined : readDecimal(text, over, { ...dialect, fractions: 'none' });
  if (divisor && !('detail' in divisor) && (dialect.fractions === 'all' || [kind, divisor.kind].includes('float')))
    return finish(text, start, divisor.end, parse(digits) / divisor.value, 'float', dialect);
  return finish(text, start, suffixed, parse(digits), kind, dialect);
}

function parse(digits: string): number {
  if (/^[+-]?0o/.test(digits))
    return digits.startsWith('-') ? -Number(digits.slice(1)) : Number(digits.replace('+', ''));
  return Number(digits);
}

function readWord(text: string, start: number, dialect: Dialect): ScannedElement | Problem | undefined {
  CALL.lastIndex = start;
  const call = CALL.exec(text);
  if (call) return readCall(text, start, call, dialect);
  const end = matchEnd(WORD, text, start);
  if (end === undefined) return undefined;
  const word = text.slice(start, end);
  if (text[end] === '(' || text[end] === '[') return expression(text, start);
  const value = wordValue(word);
  const own =
    value === undefined || Number.isFinite(value) ? undefined : ownConstant(text, word.replace(/^[-+]\s?/, ''));
  if (own === 'computed') return expression(text, start);
  if (own !== undefined) {
    const kind = Number.isInteger(own) ? 'int' : 'float';
    return finish(text, start, end, word.startsWith('-') ? -own : own, kind, dialect);
  }
  if (value !== undefined)
    return finish(text, start, end, value, /[tTrfF]/.test(word) && Math.abs(value) <= 1 ? 'bool' : 'float', dialect);
  if (MISSING.has(word)) return problem('missing', msg('a value is missing here: {0}', word), start, end);
  return noNumber(text, start, end);
}

/** `float('nan')`, `np.float64(1.5)`, `math.Inf(-1)`. */
function readCall(text: string, start: number, call: RegExpExecArray, dialect: Dialect): ScannedElement | Problem {
  const [whole, sign = '', name = '', , inner = ''] = call;
  const innerStart = start + whole.indexOf(inner, whole.indexOf('('));
  const end = start + whole.length;
  if (name === 'Inf') return element(inner === '-1' ? -Infinity : Infinity, start, end, end, 'float');
  if (inner === '') {
    const value = wordValue(sign + name);
    return value === undefined ? notNumber(text, start) : element(value, start, end, end, 'float');
  }
  const nested = readDecimal(inner, 0, dialect) ?? readWord(inner, 0, dialect);
  if (nested === undefined || 'detail' in nested || nested.end !== inner.length) return expression(text, start);
  const value = sign === '-' ? -nested.value : nested.value;
  return element(value, sign ? start : innerStart, innerStart + inner.length, end, nested.kind);
}

function finish(
  text: string,
  start: number,
  end: number,
  value: number,
  kind: ScannedElement['kind'],
  dialect: Dialect,
): ScannedElement | Problem {
  DELIMITER.lastIndex = end;
  if (DELIMITER.test(text) && !startsImaginary(text, end)) return element(value, start, end, end, kind);
  const imaginary = matchEnd(IMAGINARY, text, end);
  if (imaginary !== undefined) {
    return problem(
      'complex',
      msg('{0} is complex; only real numbers can be read', text.slice(start, imaginary)),
      start,
      imaginary,
    );
  }
  if (/[-+*/^]/.test(text[end] ?? '') && dialect.arithmetic) return expression(text, start);
  return notNumber(text, start);
}

function startsImaginary(text: string, end: number): boolean {
  IMAGINARY.lastIndex = end;
  return /[\s]/.test(text[end] ?? '') && /^[ \t]*[+-]/.test(text.slice(end, end + 8)) && IMAGINARY.test(text);
}

function element(
  value: number,
  start: number,
  numberEnd: number,
  end: number,
  kind: ScannedElement['kind'],
): ScannedElement {
  return { value, range: [start, numberEnd], end, kind };
}

function withSuffix(text: string, end: number, { suffixes }: Dialect): number {
  if (!suffixes) return /[lL]/.test(text[end] ?? '') ? end + 1 : end;
  return matchEnd(SUFFIX, text, end) ?? end;
}

export function expression(text: string, start: number): Problem {
  const end = tokenEnd(text, start);
  return problem('expression', msg('{0} is an expression, not a number', text.slice(start, end)), start, end);
}

export function notNumber(text: string, start: number): Problem {
  return noNumber(text, start, tokenEnd(text, start));
}

function noNumber(text: string, start: number, end: number): Problem {
  const detail = msg('“{0}” in “{1}” is not a number', text.slice(start, end), excerpt(text, start, end));
  return problem('notNumeric', detail, start, end);
}

/** What is around a place on its line. */
function excerpt(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - EXCERPT), start).replace(/^[^]*\n/, '');
  const [behind = ''] = text.slice(end, end + EXCERPT).split('\n');
  const whole = `${before.length < EXCERPT ? before : `…${before}`}${text.slice(start, end)}${behind.length < EXCERPT ? behind : `${behind}…`}`;
  return whole.trim();
}

const EXCERPT = 20;

/** The end of what an error quotes: up to the next separator, at least one character and at most 40. */
function tokenEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && end < start + 40 && !/[\s,;\])}]/.test(text[end]!)) end++;
  return Math.min(end, text.length);
}

function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
