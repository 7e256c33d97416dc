/** Why the call or the test that is meant was not evaluated. */
import { LensError, msg, type Message } from '../../../../core/message';
import { placeOfCall } from '../../../../core/read/LayerCall';
import type { LayerCall, ParseResult, ReadError } from '../../../../core/read/ParseResult';
import { isRequested } from '../../../../core/setup/callOperations';
import { lastLayer } from '../../../../core/setup/readIntent';
import type { RequestedKind } from '../../../../core/setup/Setup';
import { errorOf, missingNames } from '../../source/errorOf';
import type { TextSource } from '../../source/LensSource';
import { overlap } from '../../source/overlap';
import { inOrder } from '../../source/readWithSurroundings';
import type { CallPlace, WrittenCall } from '../calls/writtenCalls';
import { assignmentFailure, causeOf, isConsequence, isNode, isRemark } from '../problems';

/** `meant`: the last call of the function at the cursor. */
export function notEvaluated(
  source: TextSource,
  parsed: ParseResult,
  written: readonly WrittenCall[],
  requested: RequestedKind,
  meant: CallPlace | undefined,
): LensError | undefined {
  const { line, test } = source;
  const fitting = written.filter((call) => isRequested(call, requested));
  const recorded = parsed.calls.filter((call) => isRequested(call, requested));
  // A graph or a function has calls below the one at the cursor.
  const atLine = line ? fitting.filter(({ range }) => overlap(range, line)) : [];
  const target = lastLayer(atLine.length > 0 ? atLine : fitting);
  if (target && !isRecorded(target, recorded, parsed.errors))
    return ownFailure(target, parsed) ?? causeWithAbove(target, parsed, source, ofOwnMethod(target, source));
  if (meant && parsed.calls.length > 0 && !isRecorded(meant, parsed.calls, parsed.errors))
    return causeWithAbove(
      meant,
      parsed,
      source,
      msg('{0} of the text computes no layer that can be shown', meant.callee),
    );
  // Where the test at the cursor computes no layer, another one has run in its place.
  const ranOther = recorded.length > 0 && recorded.every((call) => call.test !== undefined && call.test !== test?.name);
  return test && ranOther ? failureOfTest(test, parsed) : undefined;
}

/** A statement outside of all functions runs: what its call of a method of the text returns is not known as a layer's. */
function ofOwnMethod({ callee, range: [at] }: CallPlace, { segments }: TextSource): Message | undefined {
  const name = callee.slice(callee.lastIndexOf('.') + 1);
  const own = new RegExp(`^[ \\t]+def[ \\t]+${name}\\b`, 'm');
  const isRun = segments.some(({ offset, text }) => offset <= at && /\n\S.*$/.test(text.slice(0, at - offset)));
  if (!isRun || !segments.some(({ text }) => own.test(text))) return undefined;
  return msg('{0} of the text computes no layer that can be shown', name);
}

/** What the tables of MATLAB, Julia and R report for a call: their errors have its place. */
function ownFailure({ range, table }: WrittenCall, { errors }: ParseResult) {
  const own = errors.find((error) => table && range[0] <= error.range[0] && error.range[1] <= range[1]);
  return own && errorOf(own);
}

/** Why the test at the cursor computes no layer. */
function failureOfTest({ name, start }: NonNullable<TextSource['test']>, { errors }: ParseResult): LensError {
  const failures = errors.filter((error) => error.range[0] >= start && !isRemark(error));
  const own = failures.find((error) => !isConsequence(error)) ?? failures[0];
  if (own) return errorOf(own);
  return new LensError(msg('{0} is run without arguments, but computes no layer that can be shown', name));
}

/** The cause in the text; for a name that it does not define, why the text above, an earlier cell, could not define it. */
function causeWithAbove(target: CallPlace, parsed: ParseResult, source: TextSource, otherwise?: Message): LensError {
  const cause = causeOf(target, parsed, source.segments, otherwise);
  const above = assignmentFailure(missingNames(cause), parsed.above ?? [], inOrder(source), target.range[0]);
  return above ? errorOf(above, target.range) : cause;
}

/**
 * Whether the evaluation reached a call: it recorded one at the same place, or one in a function that the call runs. ONNX's nodes
 * run further down.
 */
function isRecorded(
  { callee, range }: CallPlace,
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
