/** The layer of a call of a function from elsewhere, where the Python text around it has arrays and the result: a unit test. */
import type { LensError } from '../../../../core/message';
import { isRequested } from '../../../../core/setup/callOperations';
import type { LayerCall, ParsedArray, ParseResult, TextRange } from '../../../../core/read/ParseResult';
import { agreeingCalls } from '../../../../core/read/text/agreement/agreeingCalls';
import type { WrittenArray } from '../../../../core/read/text/agreement/layerWords';
import { readCodeCalls } from '../../../../core/read/text/code/readCodeCalls';
import { withoutHashes } from '../../../../core/read/text/code/withoutHashes';
import { parseArrays } from '../../../../core/read/parseArrays';
import { findArrays } from '../../../../core/read/text/findArrays';
import type { RequestedKind } from '../../../../core/setup/Setup';
import type { Segment, TextSource } from '../../source/LensSource';
import { overlap } from '../../source/overlap';

/** A longer text is not a test of a few numbers. */
const LARGEST = 20_000;

/** Of the error that refuses the text: a function that is not in it. Python's lists and calls are written as those of other languages. */
export function shownInTest(
  { detail, kind: cause, range }: LensError,
  { segments, languageId = '', line }: TextSource,
  { arrays }: ParseResult,
  requested: RequestedKind,
): LayerCall[] {
  const [segment, ...others] = segments;
  // The function, and the module that it comes from.
  const name = detail.args.filter((each) => typeof each === 'string').join(' ');
  if (!LAYER.test(name)) return [];
  if (!segment || others.length > 0 || segment.text.length > LARGEST) return [];
  const kind = /pool/i.test(name) ? 'pool' : 'conv';
  const isMeant = (call: LayerCall): boolean =>
    call.shown === true && isRequested(call, kind) && isRequested(call, requested);
  if (TABLES.test(languageId))
    return shownByArrays(arrays, segment, languageId, (range?.[0] ?? 0) - segment.offset).filter(isMeant);
  if (languageId !== 'python' || (cause !== 'notDefined' && cause !== 'elsewhere')) return [];
  const calls = readCodeCalls(withoutHashes(segment.text, languageId), 'cpp').calls.filter(isMeant);
  const ofLine = line ? shownForLine(calls, segment.text, moved(line, -segment.offset), name.split(' ')[0]!) : calls;
  return ofLine.map((call) => ({ ...call, range: moved(call.range, segment.offset) }));
}

/** Of several calls of a function in one test, each with its result: the one whose result belongs to the call on the line. */
function shownForLine(
  calls: readonly LayerCall[],
  text: string,
  [start, end]: TextRange,
  callee: string,
): readonly LayerCall[] {
  const isCalled = (from: number, to: number): boolean => text.slice(from, to).includes(`${callee}(`);
  const isOnly = calls.length === 1 && text.split(`${callee}(`).length === 2;
  if (isOnly || !isCalled(start, end)) return calls;
  const test = text.slice(0, start).search(/(?:^|\n)[ \t]*def [^\n]*(?:\n(?![ \t]*def )[^\n]*)*$/);
  const first = text.indexOf(`${callee}(`, Math.max(0, test));
  // A test whose first result is above its first call has each result above its call.
  if (calls.some(({ range }) => range[1] > test && range[1] <= first))
    return calls.filter(({ range }) => range[1] > test && range[1] <= start && !isCalled(range[1], start));
  return calls.filter(({ range }) => range[1] > end && !isCalled(end, range[1]));
}

/** ReLU of arrays that a test of MATLAB, Julia or R has with its result; the text calls no layer. */
export function rectifiedInTest(
  { segments, languageId = '', line }: TextSource,
  { arrays }: ParseResult,
  requested: RequestedKind,
): LayerCall[] {
  const [segment, ...others] = segments;
  if (!segment || others.length > 0 || !TABLES.test(languageId) || !/relu/i.test(segment.text)) return [];
  if (segment.text.length > LARGEST || requested !== undefined) return [];
  const place = (line?.[0] ?? 0) - segment.offset;
  return shownByArrays(arrays, segment, languageId, place).filter(({ operation }) => /^relu/.test(operation));
}

/** The same in languages whose arrays are read without their functions: `@test layer(x, w) == [3 4]`, `expect_equal(f(x), y)`. */
function shownByArrays(
  arrays: readonly ParsedArray[],
  { offset, text }: Segment,
  languageId: string,
  place: number,
): LayerCall[] {
  const named = arrays.map((each): WrittenArray => ({ ...each, name: each.name, range: moved(each.range, -offset) }));
  const literals = findArrays(text, { languageId }).flatMap(({ range }): WrittenArray[] => {
    if (named.some((each) => overlap(each.range, range))) return [];
    const [array, ...others] = parseArrays(text.slice(...range), { languageId }).arrays;
    return array && others.length === 0 ? [{ name: undefined, array: array.array, range }] : [];
  });
  const startOfLine = (at: number): number => text.lastIndexOf('\n', at) + 1;
  const written = [...named, ...literals].map((each): WrittenArray => {
    const [at] = each.range;
    return CHECK.test(text.slice(startOfLine(at), at)) ? { ...each, isChecked: true } : each;
  });
  const isOfCall = ({ range: [at] }: WrittenArray): boolean => startOfLine(at) === startOfLine(place);
  // Where the call has a check of its own, those of other tests are not about it.
  const hasOwn = written.some((each) => each.isChecked && isOfCall(each));
  const meant = written.filter((each) => !hasOwn || !each.isChecked || isOfCall(each));
  return agreeingCalls(meant, text, () => true).map((call) => ({ ...call, range: moved(call.range, offset) }));
}

function moved([start, end]: TextRange, by: number): TextRange {
  return [start + by, end + by];
}

const TABLES = /^(?:julia|r|matlab|octave)$/;
const CHECK = /^[ \t]*(?:@test\b.*(?:==|≈|isapprox\()|.*\b(?:assert|expect_|verify|isequal)\w*[ \t]*\(.*,)[^=,]*$/i;
const LAYER = /conv(?!er|ey)|corr(?!ect)|pool|filter/i;
