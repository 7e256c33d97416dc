/** The meaning of what was read: a layer, arrays without a layer, or the reason why it is neither. */
import { LensError, msg } from '../../../core/message';
import type { LayerCall, ParseResult } from '../../../core/read/ParseResult';
import { isRequested } from '../../../core/setup/callOperations';
import { lastLayer } from '../../../core/setup/readIntent';
import type { Choices, RequestedKind } from '../../../core/setup/Setup';
import type { LensSource, TextSource } from '../source/LensSource';
import type { Purpose } from '../source/Purpose';
import { definedMeaning } from './definitions/definedMeaning';
import { idleAt } from './definitions/usersOf';
import { lineAt } from '../source/assignment';
import { overlap } from '../source/overlap';
import { readSource } from '../source/readSource';
import { textInSegments } from '../source/textInSegments';
import { inOrder } from '../source/readWithSurroundings';
import { guessMeaning } from './guess/guessMeaning';
import { callInTest } from './guess/tests/callInTest';
import { printedLayer } from './guess/shown/printedLayer';
import { rectifiedInTest, shownInTest } from './guess/tests/shownInTest';
import { plainSource } from './document/plainText';
import { arraysOf, layerMeaning, refused, type LayerMeaning, type Meaning } from './meaning';
import { resultLast } from './calls/gradientCalls';
import { writtenCalls, type CallPlace } from './calls/writtenCalls';
import { hasElements, otherLoop } from './calls/loops';
import { callsOnLine, ofFirstUse } from './cursor/callsOnLine';
import { callsAround, computesNone, stoppedAbove } from './cursor/callsOfCase';
import { notComputed, notShown, readOnLine, shownOnLine } from './cursor/shownOnLine';
import { noLayerOnLine } from './cursor/ownOnLine';
import { asPrinted, shownValue } from './cursor/shownValue';
import { arraysOfCode } from './refusals/readableArrays';
import { notEvaluated } from './refusals/notEvaluated';
import { computesNoLayer, failureOnLine, otherLayerOnLine, ownGradientOnLine, unknownObject } from './refusals/onLine';
import { failedBehind, failedDefinition, failureOfTest, notReached, notRun } from './refusals/notReached';
import { callsOfTable, otherTest } from './refusals/otherTest';
import { notEvaluatedBehind } from './refusals/unknownCall';
import { assignmentFailure, isRemark } from './problems';
import { requestedKind } from './purpose';
import { withHint } from './setUpMeaning';
import { errorOf, missingNames } from '../source/errorOf';

/** Never throws because of the text's content. `choices`: the call that the user chose. */
export function interpret(source: LensSource, purpose: Purpose, choices: Choices = {}): Meaning {
  const parsed = readSource(source);
  if (purpose === 'inspect') return inspected(source, parsed);
  const requested = requestedKind(purpose);
  if (source.kind !== 'text') return layerMeaning(parsed, requested, choices);
  const meaning = meaningOf(source, parsed, requested, choices);
  const shown =
    meaning.kind === 'refused'
      ? inTest(meaning.error, source, parsed, requested)
      : meaning.kind === 'array'
        ? rectifiedInTest(source, parsed, requested)
        : [];
  // Where the result is known, the function needs no definition.
  const reason = meaning.kind === 'refused' ? meaning.error.message : undefined;
  const errors = parsed.errors.filter(({ kind, message }) => kind !== 'argument' && message !== reason);
  if (shown.length > 0) return layerMeaning({ ...parsed, errors, calls: shown }, requested, choices);
  const value = meaning.kind === 'refused' ? shownValue(source, meaning.error) : undefined;
  if (value) return arraysOf(value);
  const caused = withDefinedBelow(withCause(meaning, parsed, source), source);
  return caused.kind === 'array' ? { ...caused, parsed: asPrinted(caused.parsed, source) } : caused;
}

/** Also the arrays that calls of C-like languages make. */
function inspected(source: LensSource, parsed: ParseResult): Meaning {
  const arrays = source.kind === 'text' && parsed.arrays.length === 0 ? arraysOfCode(source) : [];
  return arraysOf(arrays.length > 0 ? { ...parsed, arrays, errors: [] } : parsed);
}

/** The layer of a test in which a function from elsewhere is called. */
function inTest(error: LensError, source: TextSource, parsed: ParseResult, requested: RequestedKind): LayerCall[] {
  const called = callInTest(error, source, requested);
  const shown = called.length > 0 ? called : shownInTest(error, source, parsed, requested);
  const printed = shown.length > 0 ? undefined : printedLayer(plainSource(source), parsed);
  return printed && isRequested(printed, requested) ? [printed] : shown;
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
  const lost = errors.find(({ kind }) => kind === 'notIndented');
  const { callee } = source;
  const isOfCallee =
    lost && callee && new RegExp(`\\bdef[ \\t]+${callee}\\b`).test(textInSegments(source.segments, lost.range));
  const isOfLoop = source.segments.some(({ text }) => hasElements(text));
  if (meaning.kind === 'array' && lost && (isOfCallee || isOfLoop)) return refused(errorOf(lost));
  if (meaning.kind !== 'refused') return meaning;
  const stopped = failureOfTest(meaning.error, errors, source);
  if (stopped) return refused(stopped);
  const { range } = meaning.error;
  // What fails below lines that lost their indentation would be in a function's body.
  if (lost && range && range[0] >= lost.range[0]) return refused(errorOf(lost));
  if (meaning.error.kind !== 'notDefined') return meaning;
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
  const written = segments.flatMap((segment) => writtenCalls(segment, source.languageId));
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
  const stopped = guessed.kind === 'array' ? notRun(source, parsed.errors) : undefined;
  if (stopped) return refused(stopped);
  if (meant && guessed.kind === 'refused' && guessed.error.kind === 'empty')
    return refused(unknownHere(source, parsed, meant));
  // The function of the text does not compute what its name means: no other layer is meant.
  if (guessed.kind !== 'layer' || guessed.call) return guessed;
  const idle = meant ? computesNoLayer(meant) : noLayerOnLine(source);
  return idle ? refused(idle) : guessed;
}

/** The layer of the calls that were evaluated: that of the cursor's line, else the last one. */
function recordedLayer(
  source: TextSource,
  parsed: ParseResult,
  requested: RequestedKind,
  choices: Choices,
  meant: CallPlace | undefined,
): Meaning {
  const recorded = parsed.calls.filter((call) => isRequested(call, requested));
  const { line, bodyLine } = source;
  const onLine = line
    ? (shownOnLine(recorded, source) ?? ofFirstUse(callsOnLine(recorded, line), line))
    : bodyLine
      ? callsOnLine(recorded, bodyLine)
      : [];
  const calledHere = onLine.length > 0 ? onLine : callsOfTable(source, recorded);
  const here = calledHere.length > 0 ? calledHere : readOnLine(recorded, source);
  if (here.length === 0) {
    const unreached =
      failureOnLine(source, parsed) ??
      unknownObject(source, parsed) ??
      notShown(recorded, source) ??
      notComputed(recorded, source) ??
      otherLayerOnLine(source) ??
      ownGradientOnLine(source) ??
      computesNone(source, recorded) ??
      noLayerOnLine(source, recorded) ??
      otherLoop(source, recorded) ??
      otherTest(source, recorded) ??
      stoppedAbove(source, recorded, parsed.errors) ??
      notReached(source, recorded, parsed.errors) ??
      notRun(source, parsed.errors);
    if (unreached) return refused(unreached);
    const idle = idleAt(source);
    if (idle) return definedMeaning(source, parsed, requested, choices) ?? refused(idle);
  }
  // A helper that a function of the text calls is not what the function computes.
  const own = here.length > 0 ? resultLast(here, recorded, source) : callsAround(source, recorded);
  const chosen = lastLayer(own.length > 0 ? own : recorded)!;
  if (meant && HELPERS.has(chosen.operation) && !overlap(chosen.range, meant.range))
    return refused(computesNoLayer(meant));
  const behind = failedBehind(source, chosen, parsed.errors);
  if (behind) return refused(behind);
  const atCursor = own.length > 0 ? { ...parsed, calls: own } : parsed;
  const meaning = layerMeaning(atCursor, requested, choices, inOrder(source));
  const failed = meaning.call && failureOf(meaning.call, parsed);
  if (failed) return refused(failed);
  const remark = notEvaluatedBehind(source, chosen, parsed.errors);
  return { ...meaning, assumptions: [...meaning.assumptions, ...(remark ? [remark] : [])] };
}

/** Functions that the course's layers call for one window. */
const HELPERS: ReadonlySet<string> = new Set([
  'conv_single_step',
  'create_mask_from_window',
  'distribute_value',
  'zero_pad',
]);

/** Why the call of the text's own function that is meant gives no layer: its arguments have no values. */
function unknownHere(source: TextSource, { errors, above = [] }: ParseResult, meant: CallPlace): LensError {
  const names = textInSegments(source.segments, meant.range).match(/[A-Za-z_]\w*/g) ?? [];
  const failed = assignmentFailure(names, [...above, ...errors], inOrder(source), meant.range[0]);
  return failed ? errorOf(failed, meant.range) : computesNoLayer(meant);
}

/** The last call of the function that the source is about. */
function lastCall({ callee, segments }: TextSource): CallPlace | undefined {
  const last = segments.at(-1);
  if (callee === undefined || !last) return undefined;
  const start = last.text.lastIndexOf(`${callee}(`);
  const end = lineAt(last.text, start).end;
  return start < 0 ? undefined : { callee, range: [start + last.offset, end + last.offset] };
}

/** The error of a call that was recorded, but could not be computed. */
function failureOf(call: LayerCall, { errors }: ParseResult): LensError | undefined {
  const [start, end] = call.range;
  const failed = errors.find((error) => error.range[0] === start && error.range[1] === end && !isRemark(error));
  return failed && new LensError(withHint(failed.detail, call), undefined, failed.range, failed.kind);
}

function otherKind({ callee, range }: CallPlace, requested: RequestedKind): LensError {
  const message =
    requested === 'pool'
      ? msg('{0} is not pooling: use Step Through Layer', callee)
      : msg('{0} is not a convolution: use Step Through Layer', callee);
  return new LensError(message, undefined, range);
}
