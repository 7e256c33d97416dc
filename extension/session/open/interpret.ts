/** The meaning of what was read: a layer, arrays without a layer, or the reason why it is neither. */
import { LensError, msg, type Message } from '../../../core/message';
import type { LayerCall, ParsedArray, ParseResult, ReadError, TextRange } from '../../../core/read/ParseResult';
import type { FoundCall } from '../../../core/read/python/findCalls';
import { layerOperation } from '../../../core/read/python/layers/callNames';
import { hyperparameters } from '../../../core/setup/options/hyperparameters';
import { chosenCall, lastLayer } from '../../../core/setup/intent';
import { roleOfName } from '../../../core/setup/roles';
import type { Choices, RequestedKind } from '../../../core/setup/Setup';
import type { Purpose } from '../source/Purpose';
import { lineAt } from '../source/assignment';
import { readSource } from '../source/readSource';
import type { LensSource, Segment, TextSource } from '../source/LensSource';
import { placeOfCall } from '../../../core/read/LayerCall';
import { courseCall, takesPlanes } from './courseCall';
import { courseDefinitions } from './definitions';
import { canBeInput, isComputedWith, isInputAlone, isPrinted, isUsedIn } from './inputs';
import { isRequested } from '../../../core/setup/callOperations';
import { layerCalls } from './layerCalls';
import { causeOf, isNode, isRemark, remarksOf, touching } from './problems';
import { requestedKind } from './purpose';
import { withHint } from './setUpMeaning';
import { unknownLayer } from './unknownLayers';

export interface LayerMeaning {
  readonly kind: 'layer';
  readonly parsed: ParseResult;
  /** The call that is opened; absent: roles are decided from names and shapes. */
  readonly call?: LayerCall;
  /** The function that the text defines and does not call: the arrays are those of the course. */
  readonly defined?: string;
  /** What was assumed before the layer is set up. */
  readonly assumptions: readonly Message[];
  /** Errors that concern the layer's arrays. */
  readonly problems: readonly ReadError[];
  readonly otherProblems: number;
}

interface ArrayMeaning {
  readonly kind: 'array';
  readonly parsed: ParseResult;
}

interface Refusal {
  readonly kind: 'refused';
  readonly error: LensError;
}

export type Meaning = LayerMeaning | ArrayMeaning | Refusal;

/** Never throws because of the text's content. `choices`: the call that the user chose. */
export function interpret(source: LensSource, purpose: Purpose, choices: Choices = {}): Meaning {
  const parsed = readSource(source);
  if (purpose === 'inspect') return arraysOf(parsed);
  const requested = requestedKind(purpose);
  if (source.kind !== 'text') return layerOf(parsed, requested, choices);
  return meaningOf(source, parsed, requested, choices);
}

/** The meaning of a text whose reading is known; see `interpret`. */
export function interpretRead(source: TextSource, parsed: ParseResult, purpose: Purpose): Meaning {
  return meaningOf(source, parsed, requestedKind(purpose), {});
}

/** The meaning with the call that the user chose. */
export function withChoices(meaning: LayerMeaning, requested: RequestedKind, choices: Choices): LayerMeaning {
  return meaning.call
    ? { ...meaning, ...layerOf(meaning.parsed, requested, choices), assumptions: meaning.assumptions }
    : meaning;
}

function meaningOf(source: TextSource, parsed: ParseResult, requested: RequestedKind, choices: Choices): Meaning {
  const { segments } = source;
  if (segments.length === 0) return arraysOf(parsed);
  const written = segments.flatMap((segment) => callsIn(segment));
  const fitting = written.filter((call) => isRequested(call, requested));
  const recorded = parsed.calls.filter((call) => isRequested(call, requested));
  const target = lastLayer(fitting);
  if (target && !isRecorded(target, recorded, parsed.errors)) {
    return { kind: 'refused', error: causeOf(target, parsed, segments) };
  }
  if (recorded.length > 0) {
    const meaning = layerOf(parsed, requested, choices, segments);
    const failed = meaning.call && failureOf(meaning.call, parsed);
    return failed ? { kind: 'refused', error: failed } : meaning;
  }
  const other = written.at(-1) ?? parsed.calls.at(-1);
  if (other) return { kind: 'refused', error: otherKind(other, requested) };
  return guessOf(source, parsed, requested, choices);
}

/** The error of a call that was recorded, but could not be computed. */
function failureOf(call: LayerCall, { errors }: ParseResult): LensError | undefined {
  const [start, end] = call.range;
  const failed = errors.find((error) => error.range[0] === start && error.range[1] === end && !isRemark(error));
  return failed && new LensError(withHint(failed.detail, call), undefined, failed.range);
}

/** The layer that a text computes with a function that is not known. */
function unknownOf({ segments, languageId = 'python' }: TextSource, { errors }: ParseResult): LensError | undefined {
  const comment = /^(?:matlab|octave)$/.test(languageId)
    ? /%.*$/gm
    : /#.*$|'''[^]*?'''|"""[^]*?"""|'[^'\n]*'|"[^"\n]*"/gm;
  for (const { offset, text } of [...segments].reverse()) {
    const unknown = unknownLayer(text, comment);
    if (!unknown) continue;
    const [start, end] = [unknown.range[0] + offset, unknown.range[1] + offset];
    const stop = offset + lineAt(text, unknown.range[1]).end;
    const cause = errors.find((error) => error.range[0] >= start && error.range[0] <= stop && !isRemark(error));
    if (cause) return new LensError(cause.detail, undefined, cause.range);
    const message = layerOperation(unknown.callee)
      ? msg('the text makes {0}, but does not apply it to an array', unknown.callee)
      : msg('{0} is not supported', unknown.callee);
    return new LensError(message, undefined, [start, end]);
  }
  return undefined;
}

/** A text without a layer call that is known. */
function guessOf(source: TextSource, read: ParseResult, requested: RequestedKind, choices: Choices): Meaning {
  const { segments } = source;
  const unknown = unknownOf(source, read);
  if (unknown) return { kind: 'refused', error: unknown };
  const parsed = { ...read, arrays: read.arrays.filter((each) => isCandidate(each, read)) };
  const inputs = parsed.arrays.filter(({ name, array, range }) =>
    canBeInput(name, array.shape, textOf(segments, range)),
  );
  const unread = parsed.errors.find((error) => isUnread(error, parsed, segments));
  if (unread) return { kind: 'refused', error: new LensError(unread.detail, undefined, unread.range) };
  const results = parsed.arrays.filter(({ name }) => roleOfName(name) === 'result');
  if (
    requested === undefined &&
    (areResults(parsed, segments) || computesElse([...inputs, ...results], read, segments))
  ) {
    return { kind: 'array', parsed: read };
  }
  if (inputs.length > 0 && opens(inputs, parsed, requested)) return layerOf(parsed, requested, choices);
  const defined = segments
    .flatMap(({ text }) => courseDefinitions(text))
    .filter((definition) => isRequested(definition, requested));
  const last = defined.at(-1);
  if (last) {
    const call = courseCall(last.operation, last.name, segments[0]!.offset + last.offset);
    const assumption = takesPlanes(last.name)
      ? msg('{0} is not called in the text: the numbers 0 to 8 are used', last.name)
      : msg("{0} is not called in the text: the course's test arrays are used", last.name);
    const meaning = layerOf({ ...parsed, calls: [call], errors: [] }, requested, choices);
    return { ...meaning, defined: last.name, assumptions: [assumption] };
  }
  const shown = read.arrays.filter(({ array }) => array.shape.length > 0);
  if (shown.length > 0 || Object.values(read.values).some((value) => typeof value === 'number')) {
    if (read.errors.length > 0 && shown.length === 0) return { kind: 'refused', error: firstError(read) };
    const filter = shown.find(({ name }) => roleOfName(name) === 'w');
    if (filter && shown.every(({ name }) => roleOfName(name) === 'w' || roleOfName(name) === 'b')) {
      const message = msg('{0} is a filter, and the text has no input for it', filter.name ?? '');
      return { kind: 'refused', error: new LensError(message, 'input', filter.range) };
    }
    return { kind: 'array', parsed: read };
  }
  return { kind: 'refused', error: firstError(read) };
}

/**
 * Whether the text itself computes something else than a layer with its inputs: `scores = X.dot(W)`, pseudo-code, or, where it
 * has no filter, `print(x.reshape(2, 2, 2, 2).max((1, 3)))`.
 */
function computesElse(
  inputs: readonly ParsedArray[],
  { arrays, errors }: ParseResult,
  segments: readonly Segment[],
): boolean {
  const unread = errors.filter(isNoCode).map(({ range }) => textOf(segments, range));
  const prints = !arrays.some(({ name }) => roleOfName(name) === 'w');
  return inputs.some(
    ({ name }) =>
      name !== undefined &&
      (segments.some(({ text }) => isComputedWith(name, text, prints)) || unread.some((text) => isUsedIn(name, text))),
  );
}

/** Lines that are no Python: prose, pseudo-code. */
function isNoCode({ detail }: ReadError): boolean {
  return detail.text === 'this is not Python code and is not used';
}

/** Whether a text is printed output that names results: their inputs are printed with them, but are not to be computed with. */
function areResults({ arrays }: ParseResult, segments: readonly Segment[]): boolean {
  return (
    arrays.length > 1 &&
    arrays.some(({ name }) => roleOfName(name) === 'result' || name?.includes('[')) &&
    arrays.every(({ range }) => isPrinted(textOf(segments, range)))
  );
}

/** Whether an array can have a role: not a number, and not the value of an expression in code that names its arrays. */
function isCandidate({ name, array, ranges }: ParsedArray, { arrays }: ParseResult): boolean {
  if (array.shape.length === 0) return arrays.length === 1;
  return name !== undefined || ranges !== undefined || !arrays.some((other) => other.name !== undefined);
}

function layerOf(
  parsed: ParseResult,
  requested: RequestedKind,
  choices: Choices,
  segments: readonly Segment[] = [],
): LayerMeaning {
  const calls = parsed.calls.filter((call) => isRequested(call, requested));
  const call = chosenCall(calls, choices);
  const concerned = touching(parsed, call);
  const problems = concerned.filter((error) => !isRemark(error));
  const remarks = new Set([...concerned.filter(isRemark), ...(call ? remarksOf(call, parsed, segments) : [])]);
  const texts = new Map([...remarks].map(({ message, detail }) => [message, detail]));
  const failures = parsed.errors.filter((error) => !isRemark(error));
  return {
    kind: 'layer',
    parsed,
    ...(call && { call }),
    assumptions: [...texts.values()],
    problems,
    otherProblems: failures.length - problems.length,
  };
}

function arraysOf(parsed: ParseResult): Meaning {
  if (parsed.arrays.length > 0) return { kind: 'array', parsed };
  return { kind: 'refused', error: firstError(parsed) };
}

function firstError({ errors }: ParseResult): LensError {
  const first = errors.find((error) => !isRemark(error)) ?? errors[0];
  return first
    ? new LensError(first.detail, undefined, first.range)
    : new LensError(msg('this text has neither an array nor a call of a layer'));
}

function callsIn({ offset, text }: Segment): FoundCall[] {
  return layerCalls(text).map((call) => ({ ...call, range: [call.range[0] + offset, call.range[1] + offset] }));
}

/**
 * Whether the evaluation reached a call: it recorded one at the same place, or one in a function that the call runs. ONNX's nodes
 * run further down.
 */
function isRecorded(
  { callee, range }: FoundCall,
  recorded: readonly LayerCall[],
  errors: readonly ReadError[],
): boolean {
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

function otherKind({ callee, range }: Pick<FoundCall, 'callee' | 'range'>, requested: RequestedKind): LensError {
  const message =
    requested === 'pool'
      ? msg('{0} is not pooling: use Step Through Layer', callee)
      : msg('{0} is not a convolution: use Step Through Layer', callee);
  return new LensError(message, undefined, range);
}

/** A vector alone is an input where the command or another array implies it; a vector is not a filter for planes. */
function opens(inputs: readonly ParsedArray[], { arrays, values }: ParseResult, requested: RequestedKind): boolean {
  if (requested !== undefined) return true;
  const filters = arrays.filter(({ name }) => roleOfName(name) === 'w');
  const planes = inputs.some(({ array }) => array.shape.length > 1);
  const fits = filters.length === 0 || filters.some(({ array }) => array.shape.length > 1 || !planes);
  if (!fits && Object.keys(hyperparameters(values)).length === 0) return false;
  return filters.length > 0 || inputs.some(({ name, array }) => isInputAlone(name, array.shape));
}

/** Whether an error keeps an array with a role from being read. */
function isUnread(error: ReadError, { arrays }: ParseResult, segments: readonly Segment[]): boolean {
  const [at] = error.range;
  const segment = segments.find(({ offset, text }) => offset <= at && at <= offset + text.length);
  if (!segment || isRemark(error)) return false;
  const local = at - segment.offset;
  const start = segment.text.lastIndexOf('\n', local - 1) + 1;
  const name = /^[ \t]*([A-Za-z_][\w.]*)[ \t]*=[^=]/.exec(segment.text.slice(start, start + 200))?.[1];
  const role = roleOfName(name);
  return role !== undefined && role !== 'result' && !arrays.some((each) => each.name === name);
}

function textOf(segments: readonly Segment[], [start, end]: readonly [number, number]): string {
  const segment = segments.find(({ offset, text }) => offset <= start && start < offset + text.length);
  return segment?.text.slice(start - segment.offset, end - segment.offset) ?? '';
}
