/** Finds why a definition that was run as a test failed. */
import type { LensError } from '../../../../core/message';
import type { ParseResult, ReadError } from '../../../../core/read/ParseResult';
import type { Segment } from '../../source/LensSource';
import { definitionAt } from '../definitions/definitions';
import { isConsequence, isRemark } from '../problems';
import { errorOf } from '../../source/errorOf';

/** The error of a definition that was run as a test, or of the text that calls it. `range`: its name. */
export function failureWithin(
  { range }: LensError,
  { errors }: ParseResult,
  segments: readonly Segment[],
): LensError | undefined {
  const segment = segments.find(({ offset, text }) => range && offset <= range[0] && range[0] < offset + text.length);
  if (!range || !segment) return undefined;
  const local = range[1] - segment.offset;
  const next = /\n(?=[^\s#)\]}])/.exec(segment.text.slice(local));
  const end = next ? range[1] + next.index : segment.offset + segment.text.length;
  const failures = errors.filter((error) => !isRemark(error) && error.kind !== 'notPython');
  const own = failures.filter(
    (error) => error.range[0] >= range[0] - 100 && error.range[0] < end && error.range[1] > range[0],
  );
  const called =
    own.length > 0
      ? []
      : failures.filter((error) => isCalledIn(segment.text.slice(local, end - segment.offset), error, segment));
  // Code elsewhere in the text calls it, but what it is called with could not be computed.
  const rest = segment.text.slice(0, local) + segment.text.slice(end - segment.offset);
  const isUsed = new RegExp(
    `(?<![\\w.]|\\b(?:def|class)[ \\t]+)${segment.text.slice(range[0] - segment.offset, local)}\\(`,
  ).test(rest);
  const failed = [...own, ...called, ...(isUsed ? failures : [])].find((error) => !isConsequence(error)) ?? own[0];
  return failed && errorOf(failed);
}

/** Whether an error is in the body of a function that the code calls. */
function isCalledIn(code: string, { range: [at] }: ReadError, { offset, text }: Segment): boolean {
  const name = definitionAt(text, at - offset);
  return name !== undefined && new RegExp(`(?<![\\w.])${name}\\(`).test(code);
}
