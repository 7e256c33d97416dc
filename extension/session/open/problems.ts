/** Which errors of a text concern a layer, and the one that keeps a call from being evaluated. */
import { LensError, msg } from '../../../core/message';
import type { LayerCall, ParseResult, ReadError, TextRange } from '../../../core/read/ParseResult';
import type { FoundCall } from '../../../core/read/python/findCalls';
import type { Segment } from '../source/LensSource';

/** Python's identifiers, for the names that a call uses. */
const NAME = /(?<![\w.])[A-Za-z_]\w*/g;

/** A remark on a value that was read: numbers that no seed fixes. */
export function isRemark({ detail }: ReadError): boolean {
  return detail.text.startsWith('there is no np.random.seed');
}

/** The errors at a call, or, without a call, at the arrays. */
export function touching({ errors, arrays }: ParseResult, call: LayerCall | undefined): ReadError[] {
  const ranges = call
    ? [call.range, ...arrays.filter(({ array }) => isUsed(call, array.data)).map(({ range }) => range)]
    : arrays.map(({ range }) => range);
  return errors.filter(({ range }) => ranges.some((each) => range[0] < each[1] && range[1] > each[0]));
}

/** The error of the earliest statement on which a call depends, else the one at the call. */
export function causeOf(call: FoundCall, { errors }: ParseResult, segments: readonly Segment[]): LensError {
  const statements = errors.map((error) => ({ error, ...statementAt(segments, error.range) }));
  let names = namesIn(textOf(segments, call.range));
  let cause = errors.find(({ range }) => range[0] < call.range[1] && range[1] > call.range[0]);
  for (const { error, text, targets } of [...statements].reverse()) {
    if (error.range[0] >= call.range[0] || !targets.some((name) => names.has(name))) continue;
    cause = error;
    names = new Set([...names, ...namesIn(text)]);
  }
  if (cause) return new LensError(cause.detail, undefined, cause.range);
  return new LensError(msg('{0} is not reached when the text runs', call.callee), undefined, call.range);
}

function isUsed({ arrays }: LayerCall, data: unknown): boolean {
  return Object.values(arrays).some((array) => array.data === data);
}

/** The line of a range, and the names that it assigns. */
function statementAt(segments: readonly Segment[], [at]: TextRange): { text: string; targets: string[] } {
  const segment = segments.find(({ offset, text }) => offset <= at && at <= offset + text.length);
  if (!segment) return { text: '', targets: [] };
  const local = at - segment.offset;
  const start = segment.text.lastIndexOf('\n', local - 1) + 1;
  const end = segment.text.indexOf('\n', local);
  const text = segment.text.slice(start, end < 0 ? undefined : end);
  const targets = /^[ \t]*([A-Za-z_][\w., \t()]*?)[ \t]*=[^=]/.exec(text)?.[1];
  return { text, targets: targets === undefined ? [] : [...namesIn(targets)] };
}

function namesIn(text: string): Set<string> {
  return new Set([...text.matchAll(NAME)].map(([name]) => name));
}

function textOf(segments: readonly Segment[], [start, end]: TextRange): string {
  const segment = segments.find(({ offset, text }) => offset <= start && start < offset + text.length);
  return segment?.text.slice(start - segment.offset, end - segment.offset) ?? '';
}
