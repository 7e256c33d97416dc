/** The meanings that a text can have: a layer, arrays without a layer, or the reason why it is neither. */
import { isRequested } from '../../../core/setup/callOperations';
import { LensError, msg, type Message } from '../../../core/message';
import type { LayerCall, ParseResult, ReadError } from '../../../core/read/ParseResult';
import { chosenCall } from '../../../core/setup/readIntent';
import type { Choices, RequestedKind } from '../../../core/setup/Setup';
import type { Segment } from '../source/LensSource';
import { isRemark, remarksOf, touching } from './problems';
import { errorOf } from '../source/errorOf';

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

export function refused(error: LensError): Refusal {
  return { kind: 'refused', error };
}

/** The layer of what was read. `segments`: the text and the text above it, for remarks on what its call depends on. */
export function layerMeaning(
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

/** The arrays of what was read, without a layer. */
export function arraysOf(parsed: ParseResult): Meaning {
  if (parsed.arrays.length > 0) return { kind: 'array', parsed };
  return refused(readingError(parsed));
}

/** The error that is reported where nothing opens. */
export function readingError({ errors }: ParseResult): LensError {
  const first = errors.find((error) => !isRemark(error));
  return first
    ? errorOf(first)
    : new LensError(msg('this text has neither an array nor a call of a layer'), undefined, undefined, 'empty');
}
