/** Finds the text that a print call wrote for a value, and compares its numbers to the digits printed. */
import { flat } from '../../read/python/array/PyArray';
import type { Py } from '../../read/python/value/Py';

export interface PrintedMatch {
  /** Where the next argument is expected. */
  readonly end: number;
  /** Absent for a label. */
  readonly printed?: string;
  readonly expected: string;
  readonly agrees: boolean;
}

export const PRINTED_NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[-+]?\b(?:nan|inf)\b|\b(?:True|False)\b/gi;

/** Escape codes that colour a terminal's text. */
// oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
export const ANSI = /\u001b\[\d*m/g;

export function matchArgument(output: string, at: number, value: Py, literal: boolean): PrintedMatch {
  if (value.kind === 'text') return matchText(output, at, value.value.replace(ANSI, ''), literal);
  const numbers = numbersOf(value);
  const expected = describe(value, numbers);
  const { text, end } = valueText(
    output,
    at,
    value.kind === 'array' ? value.shape.length > 0 : value.kind !== 'number',
  );
  // A value that is not known, has no numbers, or is behind the end of the output is not compared.
  if (numbers === undefined || text === '') return { end, expected, agrees: true };
  const printed = [...bare(text).matchAll(PRINTED_NUMBER)].map(([token]) => token);
  const isCut = depthOf(text) > 0;
  if (isCut) {
    // The text ends within the value: its last number may be incomplete.
    const whole = printed.slice(0, -1);
    const agrees = whole.length > 0 && whole.every((token, k) => agreesToDigits(token, numbers[k] ?? NaN));
    return { end, printed: text, expected, agrees };
  }
  const agrees =
    text.includes('...') ||
    (printed.length === numbers.length &&
      printed.every((token, k) => agreesToDigits(token, numbers[k]!)) &&
      sameNesting(bare(text), value));
  return { end, printed: text, expected, agrees };
}

/** A text that is written in the call, without values in it. */
export function isLiteral(expression: string | undefined): boolean {
  return expression !== undefined && /^[rbu]*["'][^]*["']$/i.test(expression) && !/["']\s*[+%.]/.test(expression);
}

/** A label moves on; a computed text is compared, its numbers to their digits. */
function matchText(output: string, at: number, text: string, literal: boolean): PrintedMatch {
  const trimmed = text.trim();
  const found = trimmed === '' ? at : output.indexOf(trimmed, at);
  const end = found < 0 ? at : found + trimmed.length;
  if (literal || !/\d/.test(text)) return { end: trimmed === '' ? at : end, expected: text, agrees: true };
  if (found >= 0) return { end, printed: trimmed, expected: trimmed, agrees: true };
  const label = trimmed.replace(/[-\d([].*$/s, '').trim();
  const start = label === '' ? at : output.indexOf(label, at);
  if (start < 0) return { end: at, expected: trimmed, agrees: true };
  const line = /^.*/.exec(output.slice(start))![0].trim();
  const numbers = [...trimmed.matchAll(PRINTED_NUMBER)].map(([token]) => Number(token));
  const printed = [...line.matchAll(PRINTED_NUMBER)].map(([token]) => token);
  const agrees = printed.length === numbers.length && printed.every((token, k) => agreesToDigits(token, numbers[k]!));
  return { end: start + line.length, printed: line, expected: trimmed, agrees };
}

/** `tensor(`, `array(`, `torch.Size(` */
const CONSTRUCTOR = /^[A-Za-z_][\w.]*\((?=\s*[[(])/;

/** The numbers of `tensor([1., 2.], dtype=torch.float64)` without what is around them. */
function bare(text: string): string {
  if (!CONSTRUCTOR.test(text)) return text;
  return text.replace(CONSTRUCTOR, '').replace(/,\s*[a-z_]+\s*=[^=]*\)$|\)$/, '');
}

/** The bracketed text, or the next word. */
function valueText(output: string, at: number, bracketed: boolean): { text: string; end: number } {
  const first = at + /^\s*/.exec(output.slice(at))![0].length;
  const isOpening = (place: number): boolean =>
    /[[(a]/.test(output[place] ?? '') || CONSTRUCTOR.test(output.slice(place, place + 80));
  const start = bracketed && !isOpening(first) ? nextBracket(output, first) : first;
  if (!bracketed || !isOpening(start)) {
    const text = /^\S*/.exec(output.slice(start))![0];
    if (!/^[[(]/.test(text)) return { text, end: start + text.length };
  }
  let depth = 0;
  for (let k = start; k < output.length; k++) {
    if (/[[(]/.test(output[k]!)) depth += 1;
    else if (/[\])]/.test(output[k]!)) depth -= 1;
    else continue;
    if (depth <= 0) return { text: output.slice(start, k + 1), end: k + 1 };
  }
  return { text: output.slice(start), end: output.length };
}

/** Brackets that are not closed. */
function depthOf(text: string): number {
  return [...text].reduce(
    (depth, character) => depth + (/[[(]/.test(character) ? 1 : /[\])]/.test(character) ? -1 : 0),
    0,
  );
}

/** The next line that begins with a bracket; `at` without such a line. */
function nextBracket(output: string, at: number): number {
  const found = /\n[ \t]*[[(]/.exec(output.slice(at));
  return found ? at + found.index + found[0].length - 1 : at;
}

/** The number of brackets at the start is the number of axes. */
function sameNesting(text: string, value: Py): boolean {
  if (value.kind !== 'array') return true;
  const opening = /^[[\s]*/.exec(text.trim())![0].replace(/\s/g, '').length;
  return opening === value.shape.length;
}

/** Undefined for a value that is not made of numbers. */
export function numbersOf(value: Py): number[] | undefined {
  switch (value.kind) {
    case 'number':
      return [value.value];
    case 'array':
      return [...flat(value)];
    case 'list':
    case 'tuple': {
      const items = value.items.map(numbersOf);
      return items.every((item) => item !== undefined) ? items.flat() : undefined;
    }
    default:
      return undefined;
  }
}

function describe(value: Py, numbers: readonly number[] | undefined): string {
  if (!numbers) return value.kind;
  const text = numbers.slice(0, 20).join(', ') + (numbers.length > 20 ? ', …' : '');
  return value.kind === 'number' ? text : `[${text}]`;
}

/** Half a unit of the last printed digit. */
export function agreesToDigits(token: string, value: number): boolean {
  const lower = token.toLowerCase();
  if (lower === 'true' || lower === 'false') return value === (lower === 'true' ? 1 : 0);
  if (/nan/.test(lower)) return Number.isNaN(value);
  if (/inf/.test(lower)) return value === (lower.startsWith('-') ? -Infinity : Infinity);
  const [, decimals = '', exponent = '0'] = /^[-+]?\d*(?:\.(\d*))?(?:e([-+]?\d+))?$/.exec(lower) ?? [];
  // NumPy writes `1.` for a whole number only, with all of the decimals that it shows of others.
  const isWhole = lower.endsWith('.');
  const unit = 10 ** (isWhole ? -2 : Number(exponent) - decimals.length);
  // Sums in another order differ in the last digits: of 16, or of the 7 of float32.
  const printed = Number(token);
  const slack = 0.51 * unit + (Math.fround(printed) === printed ? 1e-6 : 1e-12) * Math.abs(value);
  return Math.abs(printed - value) <= slack;
}
