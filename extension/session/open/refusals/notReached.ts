/** The layer call at the cursor in the body of a function, where the tests that were run did not come to it. */
import { LensError, msg } from '../../../../core/message';
import type { LayerCall, ReadError, TextRange } from '../../../../core/read/ParseResult';
import type { Segment, TextSource } from '../../source/LensSource';
import { lineAt } from '../../source/assignment';
import { overlap } from '../../source/overlap';
import { enclosingDefinition, testAt } from '../definitions/definitions';
import { isInDefinition } from '../calls/layerCalls';
import { errorOf } from '../../source/errorOf';
import { isConsequence, isFailure, isRemark } from '../problems';
import { ASKS_GRADIENT } from '../calls/gradientCalls';

/** The windows of loops: `a[i:i + 3, j:j + 3]`. */
const WINDOW = /\[[^\]\n]*\w[ \t]*:[ \t]*[\w.]+[ \t]*\+/;

/** Why a function of the text that computes a layer fails where the text calls it. */
export function failedDefinition(segments: readonly Segment[], errors: readonly ReadError[]): LensError | undefined {
  const failed = errors.find((error) => {
    const segment = segments.find(
      ({ offset, text }) => offset <= error.range[0] && error.range[0] < offset + text.length,
    );
    if (!segment || !isFailure(error) || isConsequence(error)) return false;
    const around = enclosingDefinition(segment.text, error.range[0] - segment.offset);
    const body = around && segment.text.slice(...around.range).replace(/#.*$/gm, '');
    return body !== undefined && (LAYER_CALL.test(body) || WINDOW.test(body));
  });
  return failed && errorOf(failed);
}

/** Why the test at the cursor stops, where `given`, the reason of the refusal, is not about it. */
export function failureOfTest(
  given: LensError,
  errors: readonly ReadError[],
  { line, segments }: TextSource,
): LensError | undefined {
  const segment = segments.find(({ offset, text }) => line && offset <= line[0] && line[0] <= offset + text.length);
  const test = line && segment && testAt(segment.text, line[0] - segment.offset);
  if (!test) return undefined;
  const failures = errors.filter((each) => each.test === test.name && isFailure(each) && !isConsequence(each));
  if (failures.some(({ range }) => given.range && overlap(range, given.range))) return undefined;
  const failed = failures.find(({ range }) => overlap(range, line)) ?? failures[0];
  return failed && errorOf(failed);
}

/** Why a layer behind the recorded one fails in the same function: `F.max_pool2d(self.conv(x), kernel)` without a kernel. */
export function failedBehind(
  { line, segments }: TextSource,
  { range: [start, end] }: LayerCall,
  errors: readonly ReadError[],
): LensError | undefined {
  const segment = segments.find(({ offset, text }) => offset <= start && start < offset + text.length);
  const around = segment && enclosingDefinition(segment.text, start - segment.offset);
  if (!segment || !around) return undefined;
  const { offset, text } = segment;
  const isAtCursor = line && start < line[1] && end > line[0];
  const failed = errors.find((error) => {
    const [at] = error.range;
    if (!isFailure(error) || isConsequence(error) || at < end || at >= around.range[1] + offset) return false;
    if (isAtCursor && at > line[1]) return false;
    const { start: from } = lineAt(text, at - offset);
    return LAYER_CALL.test(text.slice(from, at - offset).replace(/#.*/, ''));
  });
  return failed && errorOf(failed);
}

/** The name of a call in a line, which is not a method of the class around it. */
const LAYER_CALL =
  /(?<!\bself\.)(?<![\w.])((?:\w+\.)*\w*(?:conv(?!ert)|pool(?!e)|correlate|filter2d|block_reduce)\w*)\(/i;

/** Why the call on the cursor's line is not among the recorded ones; undefined where one of these can be meant. */
export function notReached(
  { line, segments, test }: TextSource,
  recorded: readonly LayerCall[],
  errors: readonly ReadError[],
): LensError | undefined {
  const segment = segments.find(({ offset, text }) => line && offset <= line[0] && line[0] <= offset + text.length);
  if (!line || !segment) return undefined;
  const { offset, text } = segment;
  const written = text.slice(line[0] - offset, line[1] - offset);
  const asked = ASKS_GRADIENT.test(written.replace(/#.*/, '')) ? failureIn(line, errors) : undefined;
  if (asked) return errorOf(asked);
  if (recorded.some((call) => call.test === undefined)) return undefined;
  const callee = LAYER_CALL.exec(written.replace(/#.*/, ''))?.[1];
  const repeated = test && repeatedCall(text, line[0] - offset);
  const broken = repeated && errors.find((error) => !isRemark(error) && isInDefinition(text, error.range[0] - offset));
  if (broken) return errorOf(broken);
  if (callee === undefined || /^\s*(?:def|class|>>>)/.test(written) || isOwn(callee, segments)) return undefined;
  const start = test?.start ?? line[0];
  const failed = failureIn([start, line[1]], errors);
  if (test && failed && recorded.every(({ range }) => range[1] <= failed.range[0])) return errorOf(failed);
  const around = enclosingDefinition(text, line[0] - offset);
  if (!around) return undefined;
  const range: TextRange = [around.range[0] + offset, around.range[1] + offset];
  if (recorded.some((call) => range[0] <= call.range[0] && call.range[1] <= range[1])) return undefined;
  const cause = failureIn(range, errors);
  if (cause) return errorOf(cause);
  const message = msg('the text defines {0}, but does not call it with an array', around.name);
  return new LensError(message, undefined, [range[0], line[1]]);
}

/** Why the call on the cursor's line did not run: a layer before it took more work than is allowed, or has no known result. */
export function notRun({ line, segments }: TextSource, errors: readonly ReadError[]): LensError | undefined {
  const segment = segments.find(({ offset, text }) => line && offset <= line[0] && line[0] <= offset + text.length);
  if (!line || !segment) return undefined;
  const { offset, text } = segment;
  const written = text.slice(line[0] - offset, line[1] - offset).replace(/#.*/, '');
  const around = enclosingDefinition(text, line[0] - offset);
  if (!(around ? /[\w\])]\(/ : OWN_CALLEE).test(written) || /^\s*(?:def|class)\b/.test(written)) return undefined;
  const end = around ? around.range[1] + offset : Infinity;
  const stopped = errors.find(
    ({ kind, range: [at] }) => (kind === 'overBudget' || kind === 'unknownResult') && (at < line[1] || at >= end),
  );
  return stopped && errorOf(stopped);
}

/** A call of a function or an object that the text makes: neither a member of a module nor a function of Python. */
const OWN_CALLEE =
  /(?<![\w.])(?!(?:print|len|range|list|tuple|int|float|str|dict|zip|max|min|sum|abs|round)\()[A-Za-z_]\w*\(/;

/** A call of one of the text's own functions on a line of a test that calls it more than once; outside of `try`. */
export function repeatedCall(text: string, lineStart: number): { readonly arguments: number } | undefined {
  const { end } = lineAt(text, lineStart);
  const found = OWN_CALL.exec(text.slice(lineStart, end));
  const around = found ? enclosingDefinition(text, lineStart) : undefined;
  const name = found?.[1];
  if (!found || !around || name === undefined || !new RegExp(`\\bdef[ \\t]+${name}\\b`).test(text)) return undefined;
  const body = text.slice(...around.range);
  const count = [...body.matchAll(new RegExp(`(?<!def[ \\t]+)\\b${name}\\(`, 'g'))].length;
  if (count < 2 || /^[ \t]*try:/m.test(body)) return undefined;
  return { arguments: lineStart + found.index + found[0].length };
}

const OWN_CALL = /^[ \t]*(?:[\w., \t]+=[ \t]*)?(?:self\.)?(\w*(?:conv(?!ert)|pool(?!e)|corr|filter)\w*)\(/i;

/** Whether the text defines what is called: its layer is recorded in the definition. */
function isOwn(callee: string, segments: readonly Segment[]): boolean {
  const defines = new RegExp(`\\b(?:def|class)[ \\t]+${callee.slice(callee.lastIndexOf('.') + 1)}\\b`);
  return segments.some(({ text }) => defines.test(text));
}

function failureIn([start, end]: TextRange, errors: readonly ReadError[]): ReadError | undefined {
  const failures = errors.filter((error) => start <= error.range[0] && error.range[0] < end && !isRemark(error));
  return failures.find((error) => !isConsequence(error)) ?? failures[0];
}
