/** Which statements are suspicious, from what differs: those that compute the only wrong array, or the size of a wrong shape. */
import { isBackward } from '../CourseFunction';
import { agrees, type Outcome } from '../compare/runCase';
import type { ResultName } from '../cases/LayerCase';

const NAMES: Partial<Record<ResultName, RegExp>> = {
  dA_prev: /\bd_?[aAxX]|d_?in|d_?prev|return/,
  dW: /\bd_?[wWkKfF]|grad_?w|self\.d[wW]|return/,
  db: /\bd_?b|grad_?b|self\.db|grad\w*\[["']d?b|return/,
};

/** Whether a gradient is right, except with what its forward function, which is right too, keeps for it. */
export function isOfOwnCache(outcomes: readonly Outcome[]): boolean {
  return outcomes.every((outcome) => agrees(outcome) || outcome.layerCase.use === 'own-cache');
}

/** Undefined where every part of the function is equally suspicious. */
export function focusOf(outcomes: readonly Outcome[]): RegExp | undefined {
  const uses = new Set(outcomes.filter((outcome) => !agrees(outcome)).map(({ layerCase }) => layerCase.use));
  if (uses.size === 1 && uses.has('second-call')) return /self\./;
  if (isOfOwnCache(outcomes)) return /cache|^return/;
  const failing = outcomes.filter((outcome) => !agrees(outcome) && !outcome.error);
  const [first] = failing;
  if (!first) return undefined;
  const wrong = new Set(
    failing.flatMap(({ arrays }) => arrays.flatMap(({ name, differing }) => (differing > 0 ? [name] : []))),
  );
  const [only] = wrong;
  const isOnly = wrong.size === 1 && first.arrays.length > 1;
  const named = isOnly && only ? NAMES[only] : undefined;
  if (!failing.some(({ arrays }) => arrays.some(({ sameShape }) => !sameShape))) return named;
  // The sum of a bias has no array of its size before it.
  if (named && only === 'db') return named;
  // A transposed convolution has the repairs of a gradient, but computes the size of its result.
  return isBackward(first.layerCase.operation) && only !== 'result'
    ? /return|zeros|shape/
    : /\/|zeros|empty|shape|pad|stride|transpose/;
}
