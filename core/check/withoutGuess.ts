/** No claim about a function that may be right for another layer or convention than those that are known. */
import type { CheckContext } from './CheckContext';
import { isNear } from './compare/isNear';
import type { Outcome } from './compare/runCase';
import { hasCourseName, isBackward, type CourseFunction } from './CourseFunction';
import { hasGradient } from './convention/conventions';
import { forwardConvention } from './convention/followed';
import type { FunctionCheck } from './FunctionCheck';
import { formatMessage, msg } from '../message';
import type { Target } from './Target';

export function withoutGuess(
  context: CheckContext,
  target: Target,
  check: FunctionCheck,
  outcomes: readonly Outcome[],
): FunctionCheck {
  return isOtherwise(context, target, check, outcomes) ? unclaimed(check) : check;
}

/**
 * Whether a function may be right for another layer or convention than those that are known: it runs without an error, no repair
 * makes it the layer, and none of its results is near the layer's.
 */
function isOtherwise(
  context: CheckContext,
  target: Target,
  { agrees: isRight, refused, mistakes, unseen, operation }: FunctionCheck,
  outcomes: readonly Outcome[],
): boolean {
  const { calls } = context;
  const { name, definition } = target;
  if (isGradientUnknown(context, target, operation))
    return (!isRight || unseen.length > 0) && (target.owner !== undefined || !isOwnMistake(mistakes));
  if (isClipped(context, target) && mistakes.length === 0) return !isRight;
  if (refused || mistakes.length > 0 || (isRight && unseen.length === 0) || hasCourseName(name)) return false;
  const own = calls.filter((call) => call.name === definition.name);
  const fails = own.length === 0 ? outcomes.some(({ error }) => error) : own.some(({ error }) => error);
  return !fails && !outcomes.some(({ arrays }) => arrays.some(isNear));
}

/** Whether a repair leaves the convention of the function as it is. */
function isOwnMistake(mistakes: FunctionCheck['mistakes']): boolean {
  return mistakes.length > 0 && mistakes.every(({ id, verified }) => verified && !CONVENTIONAL.includes(id));
}

/** Edits that turn one convention of a layer with a known name into another. */
export const CONVENTIONAL: readonly string[] = ['flipped-kernel', 'pad-mode'];

/** Whether a gradient is cut off at a bound. */
function isClipped({ tree }: CheckContext, { definition, operations }: Target): boolean {
  return isBackward(operations[0]!) && /\bclip\w*\(\s*(?:self\.)?\w*(?:grad|d[wb])/i.test(tree.text(definition.node));
}

/** Whether a gradient belongs to a forward function that follows a convention for which no gradient is known. */
export function isGradientUnknown(context: CheckContext, target: Target, operation: CourseFunction): boolean {
  const convention = isBackward(operation) ? forwardConvention(context, target) : undefined;
  return convention !== undefined && !hasGradient(convention);
}

/** Nothing is claimed about the function. */
export function unclaimed(check: FunctionCheck): FunctionCheck {
  const { line, ...rest } = check;
  const message = formatMessage(msg('the results are those of no layer or convention that is known'));
  return {
    ...rest,
    line,
    error: { message, line },
    refused: true,
    agrees: false,
    differing: 0,
    mistakes: [],
    unseen: [],
  };
}
