/**
 * A text of numbers of which one was changed: typing a digit in a million numbers does not read the million again. What is not
 * surely the change of one plain number is left to the reader.
 */
import type { NdArray } from '../array/NdArray';
import { MovedRanges } from './MovedRanges';
import type { ParsedArray, ParseResult, TextRange } from './ParseResult';

/** A text with its result; positions of the result are those of the text plus `offset`. */
export interface ReadText {
  readonly text: string;
  readonly offset: number;
  readonly parsed: ParseResult;
}

/** Numbers that are one value in every language: no leading zero, no suffix, no separator of digits. */
const WHOLE = /^[-+]?(?:0|[1-9]\d*)$/;
const FRACTION = /^[-+]?(?:(?:0|[1-9]\d*)\.\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** Text around the numbers that only names them: no operator, no statement, no other expression. */
const AROUND = /^[\w\s.=(),;'"[\]{}$&\\-]*$/;
const WORDS = /\b(?:if|else|and|or|not|in|is|lambda|assert|del|for|while|with|return|function|end|repeat|begin)\b/;
/** Characters of this text; each is looked at. */
const mostAround = 10_000;

/** Results of texts that are numbers with names and separators only; a changed number leaves them so. */
const plain = new WeakSet<ParseResult>();

/** By character code: 1 for what may be between two numbers. */
const SEPARATORS = new Uint8Array(128);
for (const character of ' ,\n\t\r[](){};&\\') SEPARATORS[character.charCodeAt(0)] = 1;

/** Types that take the changed number as it is written. */
const TYPES: ReadonlySet<string | undefined> = new Set([undefined, 'float64', 'float32', 'int64', 'int32', 'double']);
const mostWhole = 2 ** 31 - 1;

/**
 * The result for `after` where it is the read text with one plain number changed to another of its kind; undefined where the
 * text must be read. The shapes, names and all other numbers stay; positions after the number move.
 */
export function withChangedNumber({ text: before, offset, parsed }: ReadText, after: string): ParseResult | undefined {
  const { arrays, calls, errors, values, above = [] } = parsed;
  if (calls.length > 0 || errors.length > 0 || above.length > 0 || Object.keys(values).length > 0) return undefined;
  const changed = changedRange(before, after);
  if (!changed) return undefined;
  if (!plain.has(parsed) && !isNamedOnly(before, offset, arrays)) return undefined;
  plain.add(parsed);
  const place = numberAround(arrays, [changed[0] + offset, changed[1] + offset]);
  if (!place) return undefined;
  const { index, element, range } = place;
  if (mayBeHeading(before, offset, arrays[index]!, element)) return undefined;
  const moved = after.length - before.length;
  const value = changedValue(
    before.slice(range[0] - offset, range[1] - offset),
    after.slice(range[0] - offset, range[1] - offset + moved),
    arrays[index]!,
    element,
  );
  if (value === undefined) return undefined;
  const result = {
    ...parsed,
    arrays: arrays.map((array, k) => {
      const changedArray = k === index ? withElement(array.array, element, value) : array.array;
      return movedArray(array, changedArray, range[0], moved);
    }),
  };
  plain.add(result);
  return result;
}

/** The part of `before` that is not in `after`; undefined where the texts are equal. */
function changedRange(before: string, after: string): TextRange | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  const start = commonLength(most, (at, size) => before.slice(at, at + size) === after.slice(at, at + size));
  const [ends, newEnds] = [before.length, after.length];
  const same = commonLength(
    most - start,
    (at, size) => before.slice(ends - at - size, ends - at) === after.slice(newEnds - at - size, newEnds - at),
  );
  return [start, ends - same];
}

/** How far two texts are equal: compared in parts, which the engine does at the speed of memory. */
function commonLength(most: number, isEqual: (at: number, size: number) => boolean): number {
  let at = 0;
  for (let size = 2 ** 20; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 16)) {
    while (at < most && isEqual(at, Math.min(size, most - at))) at += Math.min(size, most - at);
  }
  return at;
}

interface NumberPlace {
  /** Of the array. */
  readonly index: number;
  readonly element: number;
  readonly range: TextRange;
}

/** The only number whose text contains the range. The numbers of an array follow each other in the text. */
function numberAround(arrays: readonly ParsedArray[], [start, end]: TextRange): NumberPlace | undefined {
  let found: NumberPlace | undefined;
  for (const [index, parsed] of arrays.entries()) {
    const ranges = MovedRanges.of(parsed);
    if (ranges?.length !== 2 * parsed.array.data.length) return undefined;
    // Between two numbers there is a separator: no other one begins or ends at the same place.
    const element = ranges.beginningBy(start) - 1;
    if (element < 0 || ranges.at(2 * element + 1) < end) continue;
    if (found) return undefined;
    found = { index, element, range: [ranges.at(2 * element), ranges.at(2 * element + 1)] };
  }
  return found;
}

/** In a table the numbers of the first row decide whether it is a header. */
function mayBeHeading(text: string, offset: number, { range, array }: ParsedArray, element: number): boolean {
  const isLiteral = /[A-Za-z_[({]/.test(text.charAt(range[0] - offset));
  return !isLiteral && element < (array.shape.at(-1) ?? 1);
}

/** Whether nothing in the text can depend on the numbers: they are separated by brackets and commas, and around them are names. */
function isNamedOnly(text: string, offset: number, arrays: readonly ParsedArray[]): boolean {
  let [at, length] = [0, 0];
  const around: string[] = [];
  const add = (end: number) => {
    length += end - at;
    if (end < at || length > mostAround) return false;
    around.push(text.slice(at, end));
    return true;
  };
  for (const { ranges } of [...arrays].sort((a, b) => a.range[0] - b.range[0])) {
    if (!ranges || ranges.length === 0 || !add(ranges[0]! - offset) || !areSeparated(text, offset, ranges))
      return false;
    at = ranges.at(-1)! - offset;
  }
  if (!add(text.length)) return false;
  const joined = around.join('\n');
  return AROUND.test(joined) && !WORDS.test(joined);
}

/** Whether the numbers follow each other in the text, with separators between them only. */
function areSeparated(text: string, offset: number, ranges: Uint32Array): boolean {
  for (let k = 1; k + 1 < ranges.length; k += 2) {
    const end = ranges[k + 1]! - offset;
    for (let at = ranges[k]! - offset; at < end; at++) if (SEPARATORS[text.charCodeAt(at)] !== 1) return false;
    if (ranges[k + 1]! <= ranges[k]!) return false;
  }
  return true;
}

/** The new value as the array stores it; undefined where the texts are not plain numbers of one kind. */
function changedValue(
  before: string,
  after: string,
  { array: { data }, dtype }: ParsedArray,
  element: number,
): number | undefined {
  const kind = [WHOLE, FRACTION].find((each) => each.test(before));
  if (!kind?.test(after) || !TYPES.has(dtype)) return undefined;
  const stored = (text: string) => (data instanceof Float32Array ? Math.fround(Number(text)) : Number(text));
  if (stored(before) !== data[element]) return undefined;
  const value = stored(after);
  const fits = kind === FRACTION ? Number.isFinite(value) : Math.abs(value) <= mostWhole && !Object.is(value, -0);
  return fits ? value : undefined;
}

function movedArray(parsed: ParsedArray, array: NdArray, from: number, by: number): ParsedArray {
  const moved = (position: number) => (position > from ? position + by : position);
  const range: TextRange = [moved(parsed.range[0]), moved(parsed.range[1])];
  return MovedRanges.of(parsed)!.movedAfter(from, by).placed(parsed, { array, range });
}

function withElement({ shape, data }: NdArray, element: number, value: number): NdArray {
  const changed = data.slice();
  changed[element] = value;
  return { shape, data: changed };
}
