/** Python's format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`. */
import { LensError, msg } from '../../../../message';
import { PythonError, valueError } from '../../runtime/PythonError';
import { exponentText, fixedText, floatRepr, generalText } from './floatText';

export interface FormatSpec {
  readonly fill: string;
  readonly align: '<' | '>' | '^' | '=' | '';
  readonly sign: '+' | '-' | ' ';
  /** The option `z`: a negative number that is rounded to zero has no sign. */
  readonly positiveZero: boolean;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: '' | ',' | '_';
  readonly precision: number | undefined;
  readonly type: string;
}

const ALIGNMENTS = ['<', '>', '^', '='] as const;
const SPEC = /^(?:(.)?([<>=^]))?([+\- ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/su;
/** Widths and precisions. */
const MAX_WIDTH = 10_000;

export function parseSpec(source: string): FormatSpec {
  const match = SPEC.exec(source);
  if (!match) throw valueError('Invalid format specifier');
  const [, fill, align, sign, positive, alternate, zero, width, grouping, precision, type] = match;
  if (Number(width ?? 0) > MAX_WIDTH || Number(precision ?? 0) > MAX_WIDTH)
    throw new LensError(msg('a format of {0} characters is wider than {1}', Number(width ?? precision), MAX_WIDTH));
  if (grouping && (/[nsc]/.test(type ?? '') || (grouping === ',' && /[boxX]/.test(type ?? ''))))
    throw valueError(`Cannot specify '${grouping}' with '${type}'.`);
  return {
    fill: fill ?? (zero ? '0' : ' '),
    align: ALIGNMENTS.find((each) => each === align) ?? (zero ? '=' : ''),
    sign: sign === '+' || sign === ' ' ? sign : '-',
    positiveZero: positive !== undefined,
    alternate: alternate !== undefined,
    width: Number(width ?? 0),
    grouping: grouping === ',' || grouping === '_' ? grouping : '',
    precision: precision === undefined ? undefined : Number(precision),
    type: type ?? '',
  };
}

export function formatText(value: string, spec: FormatSpec): string {
  if (spec.type !== '' && spec.type !== 's')
    throw valueError(`Unknown format code '${spec.type}' for object of type 'str'`);
  if (spec.grouping) throw valueError(`Cannot specify '${spec.grouping}' with 's'.`);
  if (spec.sign !== '-') throw valueError('Sign not allowed in string format specifier');
  if (spec.positiveZero) throw valueError('Negative zero coercion (z) not allowed in string format specifier');
  if (spec.alternate) throw valueError('Alternate form (#) not allowed in string format specifier');
  const cut = spec.precision === undefined ? value : Array.from(value).slice(0, spec.precision).join('');
  return aligned('', cut, spec, '<');
}

export function formatFloat(value: number, spec: FormatSpec): string {
  const magnitude = Math.abs(value);
  if (!Number.isFinite(value)) {
    // The body of 1 has the errors and the sign of the type.
    const percent = floatBody(1, spec).endsWith('%') ? '%' : '';
    const word = Number.isNaN(value) ? 'nan' : 'inf';
    return aligned(signOf(value < 0, spec), (/[EFG]/.test(spec.type) ? word.toUpperCase() : word) + percent, spec, '>');
  }
  const body = floatBody(magnitude, spec);
  const becomesZero = spec.positiveZero && !/^[\d.]*[1-9]/.test(body);
  const head = signOf((value < 0 || Object.is(value, -0)) && !becomesZero, spec);
  return aligned(head, grouped(body, spec, head.length), spec, '>');
}

export function formatInteger(value: number, spec: FormatSpec): string {
  if (/[eEfFgG%]/.test(spec.type)) return formatFloat(value, spec);
  if (spec.precision !== undefined) throw valueError('Precision not allowed in integer format specifier');
  if (spec.positiveZero) throw valueError('Negative zero coercion (z) not allowed in integer format specifier');
  const magnitude = Math.abs(value);
  const base = { b: 2, o: 8, x: 16, X: 16 }[spec.type];
  if (base === undefined && !/^[dn]?$/.test(spec.type)) {
    if (spec.type === 'c') {
      if (value < 0 || value > 0x10ffff) throw new PythonError('OverflowError', '%c arg not in range(0x110000)');
      return aligned('', String.fromCodePoint(value), spec, '<');
    }
    throw valueError(`Unknown format code '${spec.type}' for object of type 'int'`);
  }
  const digits = magnitude.toString(base ?? 10);
  const prefix = spec.alternate && base !== undefined ? `0${spec.type}` : '';
  const head = signOf(value < 0, spec) + prefix;
  return aligned(head, grouped(spec.type === 'X' ? digits.toUpperCase() : digits, spec, head.length), spec, '>');
}

function floatBody(value: number, { type, precision, alternate }: FormatSpec): string {
  switch (type) {
    case 'f':
    case 'F':
      return pointed(fixedText(value, precision ?? 6), alternate);
    case 'e':
      return pointed(exponentText(value, precision ?? 6), alternate);
    case 'E':
      return pointed(exponentText(value, precision ?? 6), alternate).toUpperCase();
    case 'g':
      return pointed(generalText(value, precision ?? 6, alternate), alternate);
    case 'G':
      return pointed(generalText(value, precision ?? 6, alternate), alternate).toUpperCase();
    case '%':
      return Number.isFinite(value * 100) ? `${pointed(fixedText(value * 100, precision ?? 6), alternate)}%` : 'inf%';
    case '':
    case 'n': {
      if (precision === undefined) return type === '' ? floatRepr(value) : generalText(value, 6);
      const general = generalText(value, precision, alternate);
      // Without a type at least one digit follows the point.
      if (type === 'n' || /[.e]/.test(general)) return general;
      return exponentIfFull(value, Math.max(1, precision), general, alternate);
    }
    default:
      throw valueError(`Unknown format code '${type}' for object of type 'float'`);
  }
}

/** The alternate form keeps the point without digits after it. */
function pointed(digits: string, alternate: boolean): string {
  return alternate ? digits.replace(/^(\d+)(?!\d|\.)/, '$1.') : digits;
}

/** `format(100.0, '.3')` is 1e+02: there is no place left for the `.0`. */
function exponentIfFull(value: number, precision: number, general: string, keepZeros: boolean): string {
  if (general.length < precision) return `${general}.0`;
  const text = exponentText(value, precision - 1);
  if (keepZeros) return text;
  return text.replace(/(\.\d*?)0+(?=e)/, '$1').replace(/\.(?=e)/, '');
}

function signOf(negative: boolean, { sign }: FormatSpec): string {
  if (negative) return '-';
  return sign === '-' ? '' : sign;
}

/** Zeros that fill the width are grouped too: `{7:06,}` gives 00,007. */
function grouped(digits: string, spec: FormatSpec, head: number): string {
  const { grouping, fill, align, width } = spec;
  if (grouping === '') return digits;
  const separated = digits.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, grouping));
  const isFull = fill !== '0' || align !== '=' || head + separated.length >= width;
  return isFull ? separated : grouped(`0${digits}`, spec, head);
}

function aligned(sign: string, body: string, { fill, align, width }: FormatSpec, usual: '<' | '>'): string {
  const missing = width - Array.from(sign + body).length;
  if (missing <= 0) return sign + body;
  switch (align === '' ? usual : align) {
    case '<':
      return sign + body + fill.repeat(missing);
    case '^': {
      const left = Math.floor(missing / 2);
      return fill.repeat(left) + sign + body + fill.repeat(missing - left);
    }
    case '=':
      return sign + fill.repeat(missing) + body;
    default:
      return fill.repeat(missing) + sign + body;
  }
}
