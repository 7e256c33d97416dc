/** The meaning of what was read: a layer, arrays without a layer, or the reason why it is neither. */
import { LensError, msg, type Message } from '../../../core/message';
import type { LayerCall, ParsedArray, ParseResult, ReadError } from '../../../core/read/ParseResult';
import type { FoundCall } from '../../../core/read/python/findCalls';
import { roleOfName } from '../../../core/setup/roles';
import type { Choices, Setup, Wish } from '../../../core/setup/Setup';
import { setUpLayer } from '../../../core/setup/setUpLayer';
import { plainTools, type Tools } from '../../../core/setup/Tools';
import type { Purpose } from '../source/Purpose';
import { readSource } from '../source/readSource';
import type { LensSource, Segment, TextSource } from '../source/LensSource';
import { courseCall } from './courseCall';
import { courseDefinitions } from './definitions';
import { canBeInput, isInputAlone } from './inputs';
import { isWished, layerCalls } from './layerCalls';
import { causeOf, touching } from './problems';
import { wishOf } from './purpose';

export interface LayerMeaning {
  readonly kind: 'layer';
  readonly parsed: ParseResult;
  /** The call that is opened; absent: roles are decided from names and shapes. */
  readonly call?: LayerCall;
  /** What was assumed before the layer is set up. */
  readonly assumptions: readonly Message[];
  /** Errors that concern the layer's arrays. */
  readonly problems: readonly ReadError[];
  readonly otherProblems: number;
}

export interface ArrayMeaning {
  readonly kind: 'array';
  readonly parsed: ParseResult;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly error: LensError;
}

export type Meaning = LayerMeaning | ArrayMeaning | Refusal;

/** Never throws because of the text's content. `choices`: the call that the user chose. */
export function interpret(source: LensSource, purpose: Purpose, choices: Choices = {}): Meaning {
  const parsed = readSource(source);
  if (purpose === 'inspect') return arraysOf(parsed);
  const wish = wishOf(purpose);
  if (source.kind !== 'text') return layerOf(parsed, wish, choices);
  return meaningOf(source, parsed, wish, choices);
}

/** The meaning with the call that the user chose. */
export function withChoices(meaning: LayerMeaning, wish: Wish, choices: Choices): LayerMeaning {
  return meaning.call ? { ...layerOf(meaning.parsed, wish, choices), assumptions: meaning.assumptions } : meaning;
}

/** Sets up the layer. Throws a LensError, at the call where there is one. */
export function setUpMeaning(
  { parsed, call }: LayerMeaning,
  wish: Wish,
  choices: Choices = {},
  tools: Tools = plainTools,
): Setup {
  if (!call) return setUpLayer(parsed, wish, choices, tools);
  const convolves = call.operation === 'conv_forward' || call.operation === 'conv_backward';
  if (convolves && !call.arrays['W'] && choices['filterChoice'] === undefined) {
    throw new LensError(msg('the weights of {0} are not in the text', call.callee), 'filter', call.range);
  }
  try {
    return setUpLayer(parsed, wish, choices, tools);
  } catch (error) {
    if (error instanceof LensError && !error.range) throw new LensError(error.detail, error.field, call.range);
    throw error;
  }
}

function meaningOf(source: TextSource, parsed: ParseResult, wish: Wish, choices: Choices): Meaning {
  const { segments } = source;
  if (segments.length === 0) return arraysOf(parsed);
  const written = segments.flatMap((segment) => callsIn(segment));
  const wished = written.filter((call) => isWished(call, wish));
  const recorded = parsed.calls.filter((call) => isWished(call, wish));
  const target = wished.at(-1);
  if (target && !isRecorded(target, recorded)) {
    return { kind: 'refused', error: causeOf(target, parsed, segments) };
  }
  if (recorded.length > 0) return layerOf(parsed, wish, choices);
  const other = written.at(-1) ?? parsed.calls.at(-1);
  if (other) return { kind: 'refused', error: otherKind(other, wish) };
  return guessOf(source, parsed, wish, choices);
}

/** A text without a layer call. */
function guessOf(source: TextSource, parsed: ParseResult, wish: Wish, choices: Choices): Meaning {
  const { segments } = source;
  const inputs = parsed.arrays.filter(({ name, array, range }) =>
    canBeInput(name, array.shape, textOf(segments, range)),
  );
  const unread = parsed.errors.find((error) => hasRole(error, segments));
  if (unread) return { kind: 'refused', error: new LensError(unread.detail, undefined, unread.range) };
  if (inputs.length > 0 && opens(inputs, parsed, wish)) return layerOf(parsed, wish, choices);
  const defined = segments
    .flatMap(({ text }) => courseDefinitions(text))
    .filter((definition) => isWished(definition, wish));
  const last = defined.at(-1);
  if (last) {
    const call = courseCall(last.operation, last.name, segments[0]!.offset + last.offset);
    const assumption = msg("{0} is not called in the text: the course's test arrays are used", last.name);
    const meaning = layerOf({ ...parsed, calls: [call], errors: [] }, wish, choices);
    return { ...meaning, assumptions: [assumption, ...meaning.assumptions] };
  }
  const results = parsed.arrays.filter(({ array }) => array.shape.length > 0);
  if (results.length > 0 || Object.values(parsed.values).some((value) => typeof value === 'number')) {
    if (parsed.errors.length > 0 && results.length === 0) return { kind: 'refused', error: firstError(parsed) };
    const filter = results.find(({ name }) => roleOfName(name) === 'w');
    if (filter && results.every(({ name }) => roleOfName(name) !== 'result')) {
      const message = msg('{0} is a filter, and the text has no input for it', filter.name ?? '');
      return { kind: 'refused', error: new LensError(message, 'input', filter.range) };
    }
    return { kind: 'array', parsed };
  }
  return { kind: 'refused', error: firstError(parsed) };
}

function layerOf(parsed: ParseResult, wish: Wish, choices: Choices): LayerMeaning {
  const calls = parsed.calls.filter((call) => isWished(call, wish));
  const call = calls[Number(choices['call'] ?? calls.length - 1)] ?? calls.at(-1);
  const problems = touching(parsed, call);
  return {
    kind: 'layer',
    parsed,
    ...(call && { call }),
    assumptions: [],
    problems,
    otherProblems: parsed.errors.length - problems.length,
  };
}

function arraysOf(parsed: ParseResult): Meaning {
  if (parsed.arrays.length > 0) return { kind: 'array', parsed };
  return { kind: 'refused', error: firstError(parsed) };
}

function firstError({ errors: [first] }: ParseResult): LensError {
  return first
    ? new LensError(first.detail, undefined, first.range)
    : new LensError(msg('no array was found in this text'));
}

function callsIn({ offset, text }: Segment): FoundCall[] {
  return layerCalls(text).map((call) => ({ ...call, range: [call.range[0] + offset, call.range[1] + offset] }));
}

/** Whether the evaluation reached a call: it recorded one at the same place. */
function isRecorded({ range: [start, end] }: FoundCall, recorded: readonly LayerCall[]): boolean {
  return recorded.some(({ range }) => range[0] < end && range[1] > start);
}

function otherKind({ callee, range }: Pick<FoundCall, 'callee' | 'range'>, wish: Wish): LensError {
  const message =
    wish === 'pool'
      ? msg('{0} is not pooling: use Step Through Layer', callee)
      : msg('{0} is not a convolution: use Step Through Layer', callee);
  return new LensError(message, undefined, range);
}

/** A vector alone is an input where the command or another array implies it. */
function opens(inputs: readonly ParsedArray[], { arrays }: ParseResult, wish: Wish): boolean {
  if (wish !== undefined || inputs.some(({ name, array }) => isInputAlone(name, array.shape))) return true;
  return arrays.some(({ name }) => roleOfName(name) === 'w');
}

/** Whether an error is in a statement that assigns an array with a role. */
function hasRole({ range: [at] }: ReadError, segments: readonly Segment[]): boolean {
  const segment = segments.find(({ offset, text }) => offset <= at && at <= offset + text.length);
  if (!segment) return false;
  const local = at - segment.offset;
  const start = segment.text.lastIndexOf('\n', local - 1) + 1;
  const name = /^[ \t]*([A-Za-z_][\w.]*)[ \t]*=[^=]/.exec(segment.text.slice(start, start + 200))?.[1];
  const role = roleOfName(name);
  return role !== undefined && role !== 'result';
}

function textOf(segments: readonly Segment[], [start, end]: readonly [number, number]): string {
  const segment = segments.find(({ offset, text }) => offset <= start && start < offset + text.length);
  return segment?.text.slice(start - segment.offset, end - segment.offset) ?? '';
}
