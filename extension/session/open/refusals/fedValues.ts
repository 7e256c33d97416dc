/** Why a call of a graph has no value: its placeholder is fed no value of the text, or no session runs it. */
import { msg, type Message } from '../../../../core/message';
import type { ParseResult } from '../../../../core/read/ParseResult';
import type { Segment } from '../../source/LensSource';
import { textInSegments } from '../../source/textInSegments';

/** `fed`: the placeholder from which the call is computed. */
export function unfedMessage(
  fed: string,
  callee: string,
  { calls }: ParseResult,
  segments: readonly Segment[],
): Message {
  const feeds = `[{,][ \\t]*${fed}[ \\t]*:`;
  if (!matchesIn(segments, feeds)) return msg('{0} gets no value where the graph runs', fed);
  const hasValues = calls.some(
    ({ statement }) => statement && new RegExp(feeds).test(textInSegments(segments, statement)),
  );
  return hasValues
    ? msg('{0} is not reached when the text runs', callee)
    : msg('the values that {0} is fed are not in the text', fed);
}

export function matchesIn(segments: readonly Segment[], pattern: string): boolean {
  return segments.some(({ text }) => new RegExp(pattern, 'm').test(text));
}
