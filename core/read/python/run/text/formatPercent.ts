/** `template % values`. */
import { Unavailable } from '../../runtime/Unavailable';
import { PythonError, typeError, valueError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { toNumber } from '../../library/call/coerce';
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { formatFloat, formatInteger, formatText, type FormatSpec } from './formatSpec';
import { asciiOf } from './quoted';
import { reprOf, strOf } from './reprOf';

const FIELD = /%(?:\(([^)]*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+))?[hlL]?(.)/gs;

export function formatPercent(template: string, values: Py, machine: Machine): string {
  const items = values.kind === 'tuple' ? [...values.items] : [values];
  let next = 0;
  const take = (): Py => {
    const item = items[next++];
    if (!item) throw typeError('not enough arguments for format string');
    return item;
  };
  const result = template.replace(
    FIELD,
    (
      _,
      key: string | undefined,
      flags: string,
      width: string | undefined,
      precision: string | undefined,
      type: string,
    ) => {
      if (type === '%') return '%';
      const size = (part: string | undefined): number | undefined =>
        part === '*' ? toNumber(take()) : part === undefined ? undefined : Number(part);
      const wide = size(width) ?? 0;
      const digits = size(precision);
      const value = key === undefined ? take() : entryOf(values, key);
      return field(value, { flags, width: wide, precision: digits, type }, machine);
    },
  );
  if (next < items.length && values.kind !== 'dictionary')
    throw typeError('not all arguments converted during string formatting');
  return result;
}

function entryOf(values: Py, key: string): Py {
  const found = values.kind === 'dictionary' ? values.entries.get(key) : undefined;
  if (found) return found;
  throw values.kind === 'dictionary' ? new PythonError('KeyError', `'${key}'`) : typeError('format requires a mapping');
}

function field(
  value: Py,
  { flags, width, precision, type }: { flags: string; width: number; precision: number | undefined; type: string },
  machine: Machine,
): string {
  const left = flags.includes('-');
  const zero = flags.includes('0') && !left && !/[sra]/.test(type);
  const spec: FormatSpec = {
    fill: zero ? '0' : ' ',
    align: left ? '<' : zero ? '=' : '>',
    sign: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '-',
    positiveZero: false,
    alternate: flags.includes('#'),
    width,
    grouping: '',
    precision,
    type,
  };
  const plain = { ...spec, sign: '-', alternate: false, type: 's' } as const;
  machine.context.spend(width);
  switch (type) {
    case 's':
    case 'r':
      return formatText(type === 's' ? strOf(value, machine) : reprOf(value, machine), plain);
    case 'a':
      return formatText(asciiOf(reprOf(value, machine)), plain);
    case 'd':
    case 'i':
    case 'u': {
      const number = numberOf(value, type);
      if (Number.isNaN(number)) throw valueError('cannot convert float NaN to integer');
      if (!Number.isFinite(number)) throw new PythonError('OverflowError', 'cannot convert float infinity to integer');
      return wholeNumber(Math.trunc(number), { ...spec, type: 'd' });
    }
    case 'x':
    case 'X':
    case 'o':
      if (value.kind === 'number' && value.dtype.startsWith('float'))
        throw typeError(`%${type} format: an integer is required, not ${typeName(value)}`);
      return wholeNumber(numberOf(value, type), spec);
    case 'c':
      if (value.kind === 'text' && value.value.length === 1) return formatText(value.value, plain);
      if (value.kind !== 'number' || value.dtype.startsWith('float')) throw typeError('%c requires int or char');
      return formatText(characterOf(value.value), plain);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return formatFloat(numberOf(value, type), spec);
    default:
      throw valueError(`unsupported format character '${type}' (0x${type.codePointAt(0)!.toString(16)})`);
  }
}

/** The precision of a whole number is its least number of digits. */
function wholeNumber(value: number, { precision = 0, ...spec }: FormatSpec): string {
  const prefix = spec.alternate && spec.type !== 'd' ? 2 : 0;
  const signed = value < 0 || spec.sign !== '-' ? 1 : 0;
  const digits = { ...spec, fill: '0', align: '=', width: precision + prefix + signed, precision: undefined } as const;
  const text = formatInteger(value, precision > 0 ? digits : { ...spec, precision: undefined });
  if (precision === 0 || text.length >= spec.width) return text;
  if (spec.align === '<') return text.padEnd(spec.width);
  const head = spec.fill === '0' ? signed + prefix : 0;
  return text.slice(0, head) + text.slice(head).padStart(spec.width - head, spec.fill);
}

function numberOf(value: Py, type: string): number {
  if (value.kind === 'number') return value.value;
  if (value.kind === 'array') return toNumber(value);
  if (value.kind === 'unknown') throw new Unavailable();
  if (/[dioxXu]/.test(type)) {
    const needed = /[oxX]/.test(type) ? 'an integer' : 'a real number';
    throw typeError(`%${type} format: ${needed} is required, not ${typeName(value)}`);
  }
  throw typeError(`must be real number, not ${typeName(value)}`);
}

function characterOf(code: number): string {
  if (code >= 0 && code < 0x110000) return String.fromCodePoint(code);
  throw new PythonError('OverflowError', '%c arg not in range(0x110000)');
}
