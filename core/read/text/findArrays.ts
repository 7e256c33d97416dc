/** The places of a document's array literals, for lenses, hovers and the cursor: no code is evaluated. */
import type { ParsedArray, TextRange } from '../ParseResult';
import { dialectOf } from './languages/dialectOf';
import { readLiterals } from './literals/readLiterals';
import { readTable } from './tables/readTable';
import { lineEnd, lineStart } from './scan/skip';

export interface FindOptions {
  /** VS Code's language identifier. */
  readonly languageId?: string;
  /** The part of the text that is looked at; a literal that begins in it is read to its end. */
  readonly from?: number;
  readonly to?: number;
  /** How many characters may be read at most. Default a million. */
  readonly maxCharacters?: number;
}

export interface FoundArray {
  readonly name?: string;
  readonly shape: readonly number[];
  readonly range: TextRange;
}

const MAX_CHARACTERS = 1e6;

/** The literals that touch [from, to). One that is longer than `maxCharacters` is left out. */
export function findArrays(text: string, options: FindOptions = {}): FoundArray[] {
  const { from = 0, to = text.length, maxCharacters = MAX_CHARACTERS } = options;
  const start = Math.max(statementStart(text, from), from - maxCharacters);
  const stop = Math.min(to, start + maxCharacters);
  return read(text.slice(0, stop + maxCharacters), start, stop, options.languageId)
    .filter(({ range }) => range[1] > from && range[0] < to)
    .map(({ name, array, range }) => ({ ...(name !== undefined && { name }), shape: array.shape, range }));
}

/**
 * The outermost literal around `offset`, or the one on whose line, before or after it, the offset is; with its name and
 * the place of every number. Reads from the statement in which the offset lies, not from the document's start.
 */
export function findArrayAt(
  text: string,
  offset: number,
  options: { languageId?: string } = {},
): ParsedArray | undefined {
  const stop = Math.min(lineEnd(text, offset) + 1, text.length);
  const arrays = read(text, statementStart(text, offset), stop, options.languageId).filter(
    ({ range: [start] }) => !PROMPT.test(text.slice(Math.max(0, start - 4), start)),
  );
  const inside = arrays.find(({ range }) => range[0] <= offset && offset <= range[1]);
  return inside ?? arrays.find(({ range }) => lineStart(text, range[0]) <= offset && offset <= lineEnd(text, range[1]));
}

/** `In [3]:`. */
const PROMPT = /\b(?:In|Out) ?$/;

function read(text: string, from: number, to: number, languageId: string | undefined): readonly ParsedArray[] {
  const dialect = dialectOf(languageId);
  if (dialect.table !== 'always' || dialect.document) {
    const { arrays: values, args } = readLiterals(text, dialect, from, to);
    const arrays = [...values, ...args].sort((a, b) => a.range[0] - b.range[0]);
    if (arrays.length || !dialect.guessed) return arrays;
  }
  const table = readTable(text, dialect);
  return 'detail' in table || table.array.data.length < 2 ? [] : [table];
}

/** The nearest line at or above `offset` that begins with a word at the margin: no literal's inner line does. */
function statementStart(text: string, offset: number): number {
  let start = lineStart(text, Math.min(offset, text.length));
  while (start > 0 && !/[A-Za-z_@#/<]/.test(text[start] ?? '')) start = lineStart(text, start - 1);
  return start;
}
