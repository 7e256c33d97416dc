/** Compares output that has the form of what the program prints, number by number. */
import type { PrintedCall } from '../../read/python/recordPrints';
import { ANSI, agreesToDigits, isLiteral, PRINTED_NUMBER, numbersOf } from './matchPrinted';

/** A print call; `expressions`: the sources of its arguments. */
export interface PrintCall extends PrintedCall {
  readonly expressions: readonly string[];
}

/** What the output has for an argument of a print call. */
export interface PrintedPart {
  readonly call: number;
  readonly argument: number;
  readonly printed: string;
  readonly expected: string;
  readonly agrees: boolean;
}

interface Aligned {
  readonly parts: PrintedPart[];
  /** Where the output that was compared ends. */
  readonly end: number;
}

interface Token {
  readonly text: string;
  readonly at: number;
}

/** A part of what the program prints, and the argument that it belongs to. */
interface OwnToken {
  readonly text: string;
  readonly call: number;
  readonly argument: number | undefined;
  /** Its value, as exact as the argument. */
  readonly value: number;
  /** Whether another word in its place is another value, not another form. */
  readonly isValue: boolean;
  readonly ends: boolean;
}

/** Words, numbers and signs. */
const TOKEN = new RegExp(
  `(?!inf\\b|nan\\b|True\\b|False\\b)[\\p{L}_][\\p{L}\\p{N}_]*|${PRINTED_NUMBER.source}|\\S`,
  'giu',
);

/**
 * Undefined where the output has another form. It may begin with the output of a later call, as that of a last cell does, and
 * end after any call.
 */
export function alignPrinted(prints: readonly PrintCall[], output: string): Aligned | undefined {
  const own = prints.flatMap(ownTokens);
  const given = tokensOf(output);
  const starts = own.flatMap(({ call }, k) => (own[k - 1]?.call === call ? [] : [k]));
  let best: { start: number; differing: number } | undefined;
  for (const start of starts) {
    const differing = differences(own, start, given);
    if (differing !== undefined && differing < (best?.differing ?? Infinity)) best = { start, differing };
  }
  if (!best) return undefined;
  const last = given[Math.min(given.length, own.length - best.start) - 1]!;
  return { parts: partsOf(prints, own.slice(best.start), given, output), end: last.at + last.text.length };
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({ text: match[0], at: match.index }));
}

function ownTokens(print: PrintCall, call: number): OwnToken[] {
  const { expressions, values, texts, between, after } = print;
  const text = (texts.join(between) + after).replace(ANSI, '');
  const tokens = tokensOf(text);
  let end = 0;
  const found = texts.map((each, argument) => {
    const start = end;
    end += each.replace(ANSI, '').length + between.length;
    const own = tokens.filter(({ at }) => at >= start && at < end - between.length);
    const value = values[argument]!;
    const numbers = numbersOf(value) ?? [];
    const places = own.filter((token) => isNumber(token.text));
    const isValue = value.kind !== 'text' && !isLiteral(expressions[argument]);
    return {
      argument,
      isValue,
      own: new Set(own),
      exact: new Map(places.length === numbers.length ? places.map((token, k) => [token, numbers[k]!]) : []),
    };
  });
  return tokens.map((token, k) => {
    const owner = found.find(({ own }) => own.has(token));
    const value = owner?.exact.get(token) ?? numberOf(token.text);
    return {
      text: token.text,
      call,
      argument: owner?.argument,
      value,
      isValue: owner?.isValue ?? false,
      ends: k === tokens.length - 1,
    };
  });
}

/** How many tokens differ in value; undefined where the form differs. */
function differences(own: readonly OwnToken[], start: number, given: readonly Token[]): number | undefined {
  const length = Math.min(given.length, own.length - start);
  if (length === 0 || (length < given.length && start > 0) || !own[start + length - 1]!.ends) return undefined;
  let count = 0;
  for (let k = 0; k < length; k++) {
    const token = own[start + k]!;
    if (agrees(token, given[k]!.text)) continue;
    const isComparable = isNumber(token.text)
      ? isNumber(given[k]!.text)
      : token.isValue && /^[\p{L}_]/u.test(token.text);
    if (!isComparable) return undefined;
    count += 1;
  }
  return count;
}

function agrees(own: OwnToken, given: string): boolean {
  if (own.text === given) return true;
  if (!isNumber(own.text) || !isNumber(given)) return false;
  // A value is printed with its decimals: a whole number in its place is another value, however near.
  if (own.isValue && /^[-+]?\d+$/.test(given))
    return Math.abs(numberOf(given) - own.value) <= 1e-6 * Math.max(1, Math.abs(own.value));
  // A text that was formatted has no more digits than it shows.
  return agreesToDigits(given, own.value) || (!own.isValue && agreesToDigits(own.text, numberOf(given)));
}

function partsOf(
  prints: readonly PrintCall[],
  own: readonly OwnToken[],
  given: readonly Token[],
  output: string,
): PrintedPart[] {
  const found: PrintedPart[] = [];
  for (let from = 0; from < Math.min(own.length, given.length);) {
    const { call, argument } = own[from]!;
    let to = from;
    while (to < own.length && own[to]!.call === call && own[to]!.argument === argument) to += 1;
    if (argument === undefined) {
      from = to;
      continue;
    }
    const { expressions, values, texts } = prints[call]!;
    const expected = texts[argument]!.trim();
    const isCompared = numbersOf(values[argument]!) !== undefined || /\d/.test(expected);
    if (isCompared && !isLiteral(expressions[argument]) && !/ at 0x/.test(expected)) {
      const printed = output.slice(given[from]!.at, given[to - 1]!.at + given[to - 1]!.text.length);
      const right = own.slice(from, to).every((token, k) => agrees(token, given[from + k]!.text));
      found.push({ call, argument, printed, expected, agrees: right });
    }
    from = to;
  }
  return found;
}

function isNumber(text: string): boolean {
  return /^(?:[-+]?[.\d]*\d|[-+]?(?:nan|inf)$|(?:true|false)$)/i.test(text);
}

function numberOf(text: string): number {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true' ? 1 : 0;
  return Number(text.replace(/inf$/i, 'Infinity'));
}
