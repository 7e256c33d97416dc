/** The arrays of a text without a call of a supported layer, and which of them can be the input of one. */
import { sizeOf } from '../../../../../core/array/NdArray';
import type { ParsedArray, ParseResult } from '../../../../../core/read/ParseResult';
import { hyperparameters } from '../../../../../core/setup/options/hyperparameters';
import { isWindowOf } from '../../../../../core/setup/roles/isWindowOf';
import { roleOfName } from '../../../../../core/setup/roles/roles';
import type { Choices, RequestedKind } from '../../../../../core/setup/Setup';
import type { Segment, TextSource } from '../../../source/LensSource';
import { overlap } from '../../../source/overlap';
import { textInSegments } from '../../../source/textInSegments';
import { layerOfPart } from '../../document/layerHeads';
import { isText } from '../../document/pieces';
import { canBeInput, looksPrinted } from './inputs';
import { computedFrom, isAnswer, isConverted, withoutResults } from './textResults';

export interface Guess {
  readonly source: TextSource;
  readonly requested: RequestedKind;
  readonly choices: Choices;
  /** Everything that was read. */
  readonly read: ParseResult;
  /** Arrays that the text computes from others. */
  readonly computed: readonly ParsedArray[];
  /** Arrays that can have a role. */
  readonly candidates: readonly ParsedArray[];
  /** What was read, with the candidates that are not results. */
  readonly parsed: ParseResult;
  /** Those of them that can be the input of a layer. */
  readonly inputs: readonly ParsedArray[];
}

export function guessFrom(source: TextSource, read: ParseResult, requested: RequestedKind, choices: Choices): Guess {
  const { segments } = source;
  const computed = requested === undefined ? [] : computedFrom(read, segments);
  const all = read.arrays.filter(
    (each) => isCandidate(each, read) && !computed.includes(each) && !isMark(each, read, source),
  );
  const explained = new Set<ParsedArray>();
  for (const each of all) if (isExplained(each, all, source, explained)) explained.add(each);
  const candidates = all.filter((each) => !explained.has(each));
  const distinct = candidates.filter((each) => !isConverted(each, candidates, segments));
  const arrays = withFilterOfLine(
    segments.length > 1 ? distinct : withoutResults(distinct, requested, segments),
    source.line,
  );
  const inputs = arrays.filter(
    ({ name, array, range }) =>
      canBeInput(name, array.shape, textInSegments(segments, range)) &&
      !(roleOfName(name) !== 'x' && isAnswer(range, source)),
  );
  return { source, requested, choices, read, computed, candidates, parsed: { ...read, arrays }, inputs };
}

/** Of several filters, the one at the cursor or directly below its line alone. */
function withFilterOfLine(arrays: readonly ParsedArray[], line: TextSource['line']): readonly ParsedArray[] {
  const filters = arrays.filter(({ name }) => roleOfName(name) === 'w');
  const own =
    line &&
    arrays.some(({ name }) => roleOfName(name) === 'x') &&
    (filters.find(({ range }) => overlap(range, line)) ??
      filters.find(({ range: [start] }) => start >= line[1] && start - line[1] < NEXT_LINE));
  return own ? arrays.filter((each) => each === own || !filters.includes(each)) : arrays;
}

/** Characters from the end of a line to what is directly below it. */
const NEXT_LINE = 4;

/** Whether one number in brackets in words is the points of a question or a reference: "Find the output. [10]". */
function isMark({ name, array }: ParsedArray, { arrays }: ParseResult, { segments, languageId }: TextSource): boolean {
  if (name !== undefined || sizeOf(array.shape) !== 1 || !isText(languageId)) return false;
  const mark = new RegExp(`[A-Za-z.?][ \\t]*\\[${array.data[0]}\\]`);
  return arrays.some((other) => other.array.shape.length > 1) && segments.some(({ text }) => mark.test(text));
}

/** Whether the words show an array as a window of one above it: "the blocks are", or next to such a window. */
function isExplained(
  { name, array, range: [start] }: ParsedArray,
  all: readonly ParsedArray[],
  { segments, languageId }: TextSource,
  explained: ReadonlySet<ParsedArray>,
): boolean {
  if (name !== undefined || !isText(languageId)) return false;
  const above = all.filter((each) => each.range[1] <= start);
  const last = above.at(-1);
  const isNext =
    last && explained.has(last) && !/(?<![\\{\w])[a-z]{3}/i.test(textInSegments(segments, [last.range[1], start]));
  const words = textInSegments(segments, [Math.max(0, start - REACH), start]);
  return (isNext || WINDOWS.test(words)) && above.some((each) => isWindowOf(array, each.array));
}

const WINDOWS =
  /\b(?:blocks?|windows?|patch(?:es)?|sub-?matri(?:x|ces)|regions?|Bereiche?|Fenster|Bl\u00f6cke|ventanas?|regi\u00f3n(?:es)?|fen\u00eatres?|r\u00e9gions?)\b|\u7a97\u53e3|\u533a\u57df|\u5b50\u77e9\u9635/i;
/** Characters of words above a window. */
const REACH = 300;

/** Whether an array can have a role: not a number, and not the value of an expression in code that names its arrays. */
function isCandidate({ name, array, ranges, dtype }: ParsedArray, { arrays }: ParseResult): boolean {
  if (array.shape.length === 0) return arrays.length === 1;
  // The result of `Y == expected` is not an input.
  if (dtype === 'bool' && name === undefined && !ranges) return false;
  return name !== undefined || ranges !== undefined || !arrays.some((other) => other.name !== undefined);
}

export function isWithoutFilter({ arrays }: ParseResult): boolean {
  return !arrays.some(({ name }) => roleOfName(name) === 'w');
}

/** A second array that is neither a bias nor a gradient nor a result is the filter; vectors are an input and a filter by their names. */
export function hasFilter({ arrays }: ParseResult, inputs: readonly ParsedArray[]): boolean {
  const named = arrays.map(({ name }) => roleOfName(name));
  return (
    (named.includes('x') && named.includes('w')) ||
    arrays.filter(
      (each) => each.array.shape.length > 1 && (inputs.includes(each) || /^[xw]$/.test(roleOfName(each.name) ?? 'x')),
    ).length > 1
  );
}

/** Whether the text states the size of a kernel. */
export function hasKernelSize(values: ParseResult['values']): boolean {
  return 'kernel' in hyperparameters(values);
}

/**
 * Whether a text is printed output that names results: their inputs are printed with them, but are not to be computed with, except
 * those of a log about one layer.
 */
export function areResults({ arrays }: ParseResult, segments: readonly Segment[]): boolean {
  const roles = arrays.map(({ name }) => roleOfName(name));
  // With its input and its filter the layer is known.
  if (roles.filter((role) => role === 'x').length === 1 && roles.filter((role) => role === 'w').length === 1)
    return false;
  return (
    arrays.length > 1 &&
    !segments.some(({ text }) => layerOfPart(text) !== undefined) &&
    arrays.some(({ name }) => roleOfName(name) === 'result' || name?.includes('[')) &&
    arrays.every(({ range }) => looksPrinted(textInSegments(segments, range)))
  );
}
