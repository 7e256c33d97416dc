/** Whether it is known how a function is called, and how much time its repair is worth. */
import type { CheckContext } from './CheckContext';
import { agrees, type Outcome } from './compare/runCase';
import { hasCourseName } from './CourseFunction';
import type { FunctionCheck } from './FunctionCheck';
import type { Run } from './Run';
import type { RecordedCall } from './run/Runner';
import type { Target } from './Target';
import { isOtherCache } from './uncalled';

/**
 * Whether it is known how the function is called: the text calls it, its name is one of the course or of CS231n, a repair makes
 * it agree, or a result has the right shape. Otherwise its arguments are a guess, and nothing is claimed.
 */
export function isUnderstood(
  { calls, source }: CheckContext,
  target: Target,
  { agrees: isRight, refused, mistakes }: FunctionCheck,
  outcomes: readonly Outcome[],
): boolean {
  if (isOtherCache(source, outcomes) && !calls.some(({ name }) => name === target.name)) return false;
  // The arguments are a guess, and none of them can be used: an edit that removes their use repairs nothing.
  const isMisused = outcomes.every(({ error }) => error?.type === 'TypeError' && !FLOAT_SIZE.test(error.message));
  const isNamed = mistakes.length > 0 && !(isMisused && target.owner);
  // Python 2 divides whole numbers without a fraction: the function fails however it is called.
  const isOfPython2 = outcomes.every(({ error }) => FLOAT_SIZE.test(error?.message ?? ''));
  // A variable that is read before it is assigned is the function's own mistake.
  const isUnbound = outcomes.every(({ error }) => error?.type === 'UnboundLocalError');
  return isRight || refused || isNamed || isOfPython2 || isUnbound || isCallKnown(calls, target, outcomes);
}

/** The function's own mistake, however it is called: `/` for `//` in a size or an index. */
const FLOAT_SIZE =
  /'float' object cannot be interpreted as an integer|expected a sequence of integers or a single integer|slice indices must be integers/;

function isCallKnown(
  calls: CheckContext['calls'],
  { name, owner, definition }: Target,
  outcomes: readonly Outcome[],
): boolean {
  // One result of the right shape is enough.
  if (outcomes.some(({ error, arrays }) => !error && arrays.some(({ sameShape }) => sameShape))) return true;
  // The text's own call of the method stops with an error too.
  if (owner) {
    const isRepeated = (error: RecordedCall['error']): boolean =>
      outcomes.every((outcome) => outcome.error?.type === error?.type && outcome.error?.line === error?.line);
    return calls.some(
      ({ name: called, error }) => called === definition.name && (isOwnError(error?.type) || isRepeated(error)),
    );
  }
  return hasCourseName(name) || calls.some((call) => call.name === name);
}

/** An error that is not one of the arguments, or of what the interpreter supports. */
function isOwnError(type: string | undefined): boolean {
  return type !== undefined && type !== 'NotSupported' && type !== 'TypeError';
}

const OF_ARGUMENTS = ['TypeError', 'AttributeError', 'KeyError', 'AssertionError'];

/** Whether it is a guess how the function is called, and every call ends with an error that a wrong guess explains. */
export function isMisread({ calls }: CheckContext, target: Target, outcomes: readonly Outcome[]): boolean {
  if (isCallKnown(calls, target, outcomes)) return false;
  return outcomes.every(({ error }) => error && OF_ARGUMENTS.includes(error.type) && !FLOAT_SIZE.test(error.message));
}

/** Share of the time that is spent where the operation or the call is a guess: mostly another kind of function. */
const GUESSED = 0.4;
/** Share where it is a guess, and every call ends with an error: the arguments may be misread. */
const MISREAD = 0.1;
/** Share where the function agrees on its own case: it may be meant for fewer geometries. */
const UNSEEN = 0.8;

export function shareOf(
  { calls, unclaimed }: CheckContext,
  target: Target,
  { cases, outcomes, isForSquares }: Run,
): number {
  const own = outcomes.filter((_, k) => cases[k]!.own);
  // The gradient of a layer that is not known.
  if (target.owner && unclaimed.has(target.owner.name)) return MISREAD;
  if (target.uncertain || !isCallKnown(calls, target, outcomes)) {
    // A class whose name does not tell its layer.
    const isGuess = target.uncertain && target.owner && !target.special;
    const isOther = outcomes.every(({ error, arrays }) => error || arrays.every(({ sameShape }) => !sameShape));
    const isMisused = outcomes.every(({ error }) => error?.type === 'TypeError' || error?.type === 'ValueError');
    return isMisused || (isGuess && isOther) ? MISREAD : GUESSED;
  }
  if (own.every(agrees)) return isForSquares ? MISREAD : UNSEEN;
  return 1;
}
