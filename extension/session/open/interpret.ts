/** The meaning of what was read: a layer, arrays without a layer, or the reason why it is neither. */
import { LensError, msg } from '../../../core/message';
import { placeOfCall } from '../../../core/read/LayerCall';
import type { LayerCall, ParseResult, ReadError, TextRange } from '../../../core/read/ParseResult';
import type { FoundCall } from '../../../core/read/python/findCalls';
import { arraysOnly } from '../../../core/read/text/languages/arraysOnly';
import { findTextCalls } from '../../../core/read/text/calls/readCalls';
import { isRequested } from '../../../core/setup/callOperations';
import { lastLayer } from '../../../core/setup/readIntent';
import type { Choices, RequestedKind } from '../../../core/setup/Setup';
import type { LensSource, Segment, TextSource } from '../source/LensSource';
import type { Purpose } from '../source/Purpose';
import { lineAt } from '../source/assignment';
import { readSource } from '../source/readSource';
import { textInSegments } from '../source/textInSegments';
import { inOrder } from '../source/readWithSurroundings';
import { guessMeaning } from './guess/guessMeaning';
import { layerCalls } from './calls/layerCalls';
import { plainSource } from './document/plainText';
import { arraysOf, layerMeaning, refused, type LayerMeaning, type Meaning } from './meaning';
import { otherLoop } from './calls/loops';
import { failedBehind, failedDefinition, notReached } from './refusals/notReached';
import { otherTest } from './refusals/otherTest';
import { assignmentFailure, causeOf, isConsequence, isNode, isRemark } from './problems';
import { requestedKind } from './purpose';
import { withHint } from './setUpMeaning';
import { errorOf, missingNames } from '../source/errorOf';

/** Never throws because of the text's content. `choices`: the call that the user chose. */
export function interpret(source: LensSource, purpose: Purpose, choices: Choices = {}): Meaning {
  const parsed = readSource(source);
  if (purpose === 'inspect') return arraysOf(parsed);
  const requested = requestedKind(purpose);
  if (source.kind !== 'text') return layerMeaning(parsed, requested, choices);
  return withDefinedBelow(withCause(meaningOf(source, parsed, requested, choices), parsed, source), source);
}

function withDefinedBelow(meaning: Meaning, { definedBelow: [name] = [] }: TextSource): Meaning {
  if (name === undefined || meaning.kind !== 'layer') return meaning;
  return { ...meaning, assumptions: [...meaning.assumptions, msg('{0} is defined only below its call', name)] };
}

/** The meaning of a text whose reading is known; see `interpret`. */
export function interpretRead(source: TextSource, parsed: ParseResult, purpose: Purpose): Meaning {
  return withCause(meaningOf(source, parsed, requestedKind(purpose), {}), parsed, source);
}

/**
 * Why a name is not defined, where that is known: the statement above that makes it failed, or it is of a function's body whose
 * indentation a page lost.
 */
function withCause(meaning: Meaning, { errors, above = [] }: ParseResult, source: TextSource): Meaning {
  if (meaning.kind !== 'refused' || meaning.error.kind !== 'notDefined') return meaning;
  const lost = errors.find(({ kind }) => kind === 'notIndented');
  if (lost) return refused(errorOf(lost));
  const { range } = meaning.error;
  const failed =
    range && assignmentFailure(missingNames(meaning.error), [...above, ...errors], inOrder(source), range[0]);
  return failed ? refused(errorOf(failed, range)) : meaning;
}

/** The meaning with the call that the user chose. */
export function withChoices(meaning: LayerMeaning, requested: RequestedKind, choices: Choices): LayerMeaning {
  return meaning.call
    ? { ...meaning, ...layerMeaning(meaning.parsed, requested, choices), assumptions: meaning.assumptions }
    : meaning;
}

function meaningOf(given: TextSource, parsed: ParseResult, requested: RequestedKind, choices: Choices): Meaning {
  const source = plainSource(given);
  const { segments } = source;
  if (segments.length === 0) return arraysOf(parsed);
  const written = segments.flatMap((segment) => callsIn(segment, source.languageId));
  const recorded = parsed.calls.filter((call) => isRequested(call, requested));
  const meant = lastCall(source);
  const failure = notEvaluated(source, parsed, written, requested, meant);
  if (failure) return refused(failure);
  if (recorded.length > 0) return recordedLayer(source, parsed, requested, choices, meant);
  const other = written.at(-1) ?? parsed.calls.at(-1);
  if (other) return refused(otherKind(other, requested));
  const failed = parsed.calls.length === 0 ? failedDefinition(segments, parsed.errors) : undefined;
  if (failed) return refused(failed);
  const guessed = guessMeaning(source, parsed, requested, choices);
  // The function of the text does not compute what its name means: no other layer is meant.
  if (!meant || guessed.kind !== 'layer' || guessed.call) return guessed;
  return refused(computesNoLayer(meant));
}

type Place = Pick<FoundCall, 'callee' | 'range'>;

/** Why the call or the test that is meant was not evaluated. `meant`: the last call of the function at the cursor. */
function notEvaluated(
  source: TextSource,
  parsed: ParseResult,
  written: readonly WrittenCall[],
  requested: RequestedKind,
  meant: Place | undefined,
): LensError | undefined {
  const { line, test } = source;
  const fitting = written.filter((call) => isRequested(call, requested));
  const recorded = parsed.calls.filter((call) => isRequested(call, requested));
  // A graph or a function has calls below the one at the cursor.
  const atLine = line ? fitting.filter(({ range }) => overlap(range, line)) : [];
  const target = lastLayer(atLine.length > 0 ? atLine : fitting);
  if (target && !isRecorded(target, recorded, parsed.errors))
    return ownFailure(target, parsed) ?? causeWithAbove(target, parsed, source);
  if (meant && parsed.calls.length > 0 && !isRecorded(meant, parsed.calls, parsed.errors))
    return causeWithAbove(meant, parsed, source);
  // Where the test at the cursor computes no layer, another one has run in its place.
  const ranOther = recorded.length > 0 && recorded.every((call) => call.test !== undefined && call.test !== test?.name);
  return test && ranOther ? failureOfTest(test, parsed) : undefined;
}

/** The layer of the calls that were evaluated: that of the cursor's line, else the last one. */
function recordedLayer(
  source: TextSource,
  parsed: ParseResult,
  requested: RequestedKind,
  choices: Choices,
  meant: Place | undefined,
): Meaning {
  const recorded = parsed.calls.filter((call) => isRequested(call, requested));
  const here = source.line ? callsOnLine(recorded, source.line) : [];
  if (here.length === 0) {
    const unreached =
      failureOnLine(source, parsed) ??
      otherLoop(source, recorded) ??
      otherTest(source, recorded) ??
      notReached(source, recorded, parsed.errors);
    if (unreached) return refused(unreached);
  }
  // A helper that a function of the text calls is not what the function computes.
  const chosen = lastLayer(here.length > 0 ? here : recorded)!;
  if (meant && HELPERS.has(chosen.operation) && !overlap(chosen.range, meant.range))
    return refused(computesNoLayer(meant));
  const behind = failedBehind(source, chosen, parsed.errors);
  if (behind) return refused(behind);
  const atCursor = here.length > 0 ? { ...parsed, calls: here } : parsed;
  const meaning = layerMeaning(atCursor, requested, choices, inOrder(source));
  const failed = meaning.call && failureOf(meaning.call, parsed);
  return failed ? refused(failed) : meaning;
}

/** Calls on a line; else those of the statement that runs their graph there, or whose layer is made there. */
function callsOnLine(calls: readonly LayerCall[], line: TextRange): LayerCall[] {
  const places: ((call: LayerCall) => TextRange | undefined)[] = [
    ({ range }) => range,
    ({ statement }) => statement,
    ({ made }) => made,
  ];
  for (const placeOf of places) {
    const found = calls.filter((call) => {
      const place = placeOf(call);
      return place !== undefined && overlap(place, line);
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** Functions that the course's layers call for one window. */
const HELPERS: ReadonlySet<string> = new Set([
  'conv_single_step',
  'create_mask_from_window',
  'distribute_value',
  'zero_pad',
]);

function computesNoLayer({ callee, range }: Place): LensError {
  return new LensError(msg('{0} of the text computes no layer that can be shown', callee), undefined, range);
}

/** The last call of the function that the source is about. */
function lastCall({ callee, segments }: TextSource): Place | undefined {
  const last = segments.at(-1);
  if (callee === undefined || !last) return undefined;
  const start = last.text.lastIndexOf(`${callee}(`);
  const end = lineAt(last.text, start).end;
  return start < 0 ? undefined : { callee, range: [start + last.offset, end + last.offset] };
}

/** Why the test at the cursor computes no layer. */
function failureOfTest({ name, start }: NonNullable<TextSource['test']>, { errors }: ParseResult): LensError {
  const failures = errors.filter((error) => error.range[0] >= start && !isRemark(error));
  const own = failures.find((error) => !isConsequence(error)) ?? failures[0];
  if (own) return errorOf(own);
  return new LensError(msg('{0} is run without arguments, but computes no layer that can be shown', name));
}

/** The error of a call that was recorded, but could not be computed. */
function failureOf(call: LayerCall, { errors }: ParseResult): LensError | undefined {
  const [start, end] = call.range;
  const failed = errors.find((error) => error.range[0] === start && error.range[1] === end && !isRemark(error));
  return failed && new LensError(withHint(failed.detail, call), undefined, failed.range);
}

/** The cause in the text; for a name that it does not define, why the text above, an earlier cell, could not define it. */
function causeWithAbove(target: Place, parsed: ParseResult, source: TextSource): LensError {
  const cause = causeOf(target, parsed, source.segments);
  const above = assignmentFailure(missingNames(cause), parsed.above ?? [], inOrder(source), target.range[0]);
  return above ? errorOf(above, target.range) : cause;
}

/** Why the line at the cursor, which calls a layer by its name, is not evaluated. */
function failureOnLine({ line, segments }: TextSource, { errors }: ParseResult): LensError | undefined {
  if (!line || !/(?:conv|corr|pool|filter)\w*[ \t]*\(/i.test(textInSegments(segments, line))) return undefined;
  const failure = errors.find((error) => overlap(error.range, line) && !isRemark(error));
  return failure && errorOf(failure);
}

/** `table`: found by the tables of MATLAB, Julia or R. */
type WrittenCall = FoundCall & { readonly table?: true };

/** What the tables of MATLAB, Julia and R report for a call: their errors have its place. */
function ownFailure({ range, table }: WrittenCall, { errors }: ParseResult) {
  const own = errors.find((error) => table && range[0] <= error.range[0] && error.range[1] <= range[1]);
  return own && errorOf(own);
}

/** Calls in the order of the text; those of MATLAB, Julia and R are found by their own tables. */
function callsIn({ offset, text }: Segment, languageId: string | undefined): WrittenCall[] {
  const known = arraysOnly(languageId) === undefined ? layerCalls(text) : [];
  const others = findTextCalls(text, languageId).map((call) => ({ ...call, table: true as const }));
  const rest = known.filter(({ range }) => !others.some((call) => overlap(call.range, range)));
  return [...rest, ...others]
    .sort((a, b) => a.range[0] - b.range[0])
    .map((call) => ({ ...call, range: [call.range[0] + offset, call.range[1] + offset] }));
}

/**
 * Whether the evaluation reached a call: it recorded one at the same place, or one in a function that the call runs. ONNX's nodes
 * run further down.
 */
function isRecorded({ callee, range }: Place, recorded: readonly LayerCall[], errors: readonly ReadError[]): boolean {
  if (isNode(callee) && recorded.some((call) => placeOfCall(call)[0] >= range[1])) return true;
  return recorded.some(({ range: own, statement }) => {
    if (overlap(own, range)) return true;
    const failed = errors.some((error) => !isRemark(error) && statement && overlap(error.range, statement));
    return statement !== undefined && overlap(statement, range) && !failed;
  });
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a[0] < b[1] && a[1] > b[0];
}

function otherKind({ callee, range }: Place, requested: RequestedKind): LensError {
  const message =
    requested === 'pool'
      ? msg('{0} is not pooling: use Step Through Layer', callee)
      : msg('{0} is not a convolution: use Step Through Layer', callee);
  return new LensError(message, undefined, range);
}
