/** The operation, layout and fixed options of a function: those under which it agrees best with the layer. */
import { checkedMethod } from '../adapt/classes/buildClassAdapter';
import { OTHER_AXES } from '../adapt/Adapter';
import { neededForm } from '../adapt/arguments/pairs';
import type { FixedGeometry } from '../cases/FixedGeometry';
import type { CheckContext } from '../CheckContext';
import { agrees } from '../compare/runCase';
import { isBackward, isConvolution, isPooling, type CourseFunction } from '../CourseFunction';
import { asArray } from '../run/ProgramValue';
import type { RecordedCall } from '../run/Runner';
import { withConvention } from '../convention/withConvention';
import { statedSource } from '../source/statedSource';
import { specialRuns } from './specialRuns';
import type { Target } from '../Target';
import { isAcceptedOnlyIfRight, layoutOrder } from './layoutOrder';
import type { Run } from '../Run';
import { haveOtherRank } from './preconditions';
import { geometriesOf, runWith, type Form } from './runWith';
import { runOnSquareInputs } from './runOnSquareInputs';

/** Conventions of a special layer, or layouts and geometries, that a function may be meant to follow that ends with an error. */
const ALTERNATIVES = 4;

/** Work after which no further layout of a function is tried, such as a network that is made for each call. */
const MOST_WORK = 400_000_000;
/** The same where the name does not tell that the function is a layer. */
const MOST_UNCERTAIN_WORK = 50_000_000;

/**
 * The run that agrees best, over the operations and layouts that the function may have; undefined where it cannot be called, or takes
 * too long and agrees under none of those that were tried.
 */
export function bestRun(context: CheckContext, target: Target): Run | undefined {
  const rejected: Run[] = [];
  const limit = context.work.spent + (target.uncertain ? MOST_UNCERTAIN_WORK : MOST_WORK);
  const tried = target.special
    ? specialRuns(context, target, target.special)
    : operationsOf(context, target).flatMap((operation) => runsOf(context, target, { operation, rejected, limit }));
  // Layouts were not tried: only an agreement or an error tells something.
  const isShort = context.work.spent > limit && !tried.some(({ outcomes }) => outcomes.every(agrees));
  const runs = isShort ? tried.filter(({ outcomes }) => outcomes.every(({ error }) => error)) : tried;
  if (isShort && runs.length === 0) {
    context.slow.add(target.name);
    return undefined;
  }
  const ownCalls = target.owner ? [] : context.calls.filter(({ name }) => name === target.definition.name);
  // The gradient of a call has the shape of the right output, also where the call ends with an error.
  const hasRun =
    target.owner !== undefined ||
    (target.operations.length === 1 &&
      ownCalls.length > 0 &&
      (isBackward(target.operations[0]!) || ownCalls.every(({ error }) => error === undefined)));
  const [likeliest] = runs;
  const sorted = [...runs].sort(
    (a, b) =>
      (hasRun ? otherThanCalled(a) - otherThanCalled(b) || differsFromCall(a) - differsFromCall(b) : 0) ||
      penaltyOf(a) - penaltyOf(b) ||
      usedBefore(context, b) - usedBefore(context, a) ||
      reachedBy(b) - reachedBy(a),
  );
  const [best] = sorted;
  if (best && target.special && runs.length > 1) return { ...best, alternatives: sorted.slice(1, ALTERNATIVES) };
  // Methods of other classes have the same names.
  const isCalled = target.owner ? best?.cases.some(({ isCall }) => isCall) : ownCalls.length > 0;
  if (!best || target.special || best.outcomes.every(agrees)) return best;
  const least = [...runs].sort((a, b) => errorsOf(a) - errorsOf(b)).slice(0, ALTERNATIVES);
  for (const run of isCalled ? [] : new Set([...sorted.slice(0, ALTERNATIVES), ...rejected, ...least])) {
    const square = runOnSquareInputs(run);
    if (square) return square;
  }
  if (hasGuessedStride(best))
    return {
      ...best,
      alternatives: [
        ...sorted
          .slice(1)
          .filter((run) => hasGuessedStride(run) && isAlike(run, best))
          .slice(0, 1),
        ...sorted.filter((run) => isOtherMode(run, best)).slice(0, 1),
      ],
    };
  if (penaltyOf(best) < OF_NO_LAYOUT) return best;
  const likely = [...sorted.filter((run) => usedBefore(context, run) > 0).slice(0, 1), likeliest!, ...sorted];
  const alternatives = [...new Set(likely)].filter((run) => run !== best);
  return { ...best, alternatives: alternatives.slice(0, ALTERNATIVES - 1) };
}

/** The least penalty of a run that tells nothing about the layout: most calls end with an error or return a wrong shape. */
const OF_NO_LAYOUT = 1.5;

/** Whether no argument of a pooling gives the stride. */
function hasGuessedStride({ adapter: { operation, fixed } }: Run): boolean {
  return isPooling(operation) && fixed.stride !== undefined;
}

/** Whether nothing tells the maximum from the mean. */
function isOtherMode({ adapter: a }: Run, { adapter: b }: Run): boolean {
  return a.layout === b.layout && a.fixed.mode !== b.fixed.mode && a.fixed.stride === b.fixed.stride;
}

function isAlike({ adapter: a }: Run, { adapter: b }: Run): boolean {
  return a.layout === b.layout && a.operation === b.operation && a.fixed.mode === b.fixed.mode;
}

/** Of a filter that is applied to an image or to a window: to an image where the text calls it with one. */
function operationsOf({ calls }: CheckContext, { operations, definition }: Target): readonly CourseFunction[] {
  const [first, ...others] = operations;
  if (first !== 'conv_single_step' || others.length === 0) return operations;
  return calls.some(({ name, args }) => name === definition.name && isLarger(args)) ? others : operations;
}

/** Whether the first array has more rows or columns than the second. */
function isLarger(args: RecordedCall['args']): boolean {
  const [x, w] = [...args.values()].flatMap((value) => asArray(value) ?? []);
  return x !== undefined && w !== undefined && [0, 1].some((axis) => (x.shape[axis] ?? 0) > (w.shape[axis] ?? 0));
}

/** 1 where another function of the text agrees in the layout of the run. */
function usedBefore({ layouts }: CheckContext, { adapter }: Run): number {
  return layouts.has(adapter.layout) ? 1 : 0;
}

interface RunRequest {
  readonly operation: CourseFunction;
  /** Gets the runs that count only where they agree. */
  readonly rejected: Run[];
  /** Work of the context beyond which nothing more is tried. */
  readonly limit: number;
  readonly isAnyShape?: boolean;
  /** Also in other layouts than that of the forward method of the class. */
  readonly isFree?: boolean;
}

/** The function under each layout and geometry that its arguments and its text allow; the likeliest first. */
function runsOf(context: CheckContext, target: Target, request: RunRequest): Run[] {
  const { operation, rejected, limit, isAnyShape = false, isFree = false } = request;
  const isLayer = !['conv_single_step', 'create_mask_from_window', 'distribute_value'].includes(operation);
  const layouts = isLayer ? layoutOrder(context, target, operation) : (['NHWC'] as const);
  const form = isFree ? undefined : forwardForm(context, target, operation);
  const runs: Run[] = [];
  /** Whether sizes are pairs: undefined until the first run that ends with an error of the other form. */
  let arePairs: boolean | undefined;
  let isTried = false;
  let hasOtherAxes = false;
  for (const layout of layouts) {
    for (const fixed of geometriesOf(context, target, operation, layout)) {
      if (form && (form.layout !== layout || !isSameGeometry(form.fixed, fixed))) continue;
      if (context.work.spent > limit) return runs;
      const first = runWith(context, target, operation, {
        layout,
        fixed,
        isAnyShape,
        ...(arePairs !== undefined && { arePairs }),
      });
      if (!first) continue;
      if (first.outcomes[0]?.error?.type === OTHER_AXES) {
        hasOtherAxes = true;
        continue;
      }
      const needed: boolean | undefined = isTried
        ? undefined
        : neededForm(first.outcomes.find(({ error }) => error)?.error);
      const other =
        needed === undefined
          ? undefined
          : runWith(context, target, operation, { layout, fixed, isAnyShape, arePairs: needed });
      const isBetter = other !== undefined && reachedBy(other) > reachedBy(first);
      isTried ||= needed !== undefined;
      if (isBetter) arePairs = needed;
      const run = isBetter ? other : first;
      const isRight = run.outcomes.every(agrees);
      // The forward method shows the layout of its class.
      const isAccepted =
        isRight ||
        form !== undefined ||
        !isAcceptedOnlyIfRight(context, target, layout, layouts) ||
        followsConvention(context, run);
      (isAccepted ? runs : rejected).push(run);
      if (isRight) return runs;
    }
  }
  if (hasOtherAxes && runs.length === 0)
    return runsOf(context, target, { ...request, isAnyShape: true }).map((run) => ({ ...run, isAnyShape: true }));
  // A forward method that takes any number of axes agrees in several layouts.
  if (form && runs.length > 0 && runs.every(({ outcomes }) => haveOtherRank(outcomes))) {
    const free = runsOf(context, target, { ...request, isFree: true });
    const near = free.filter(({ outcomes }) => 2 * outcomes.filter(agrees).length > outcomes.length);
    if (near.length > 0) return near;
  }
  return runs;
}

/** Whether a convolution gives arrays of the right shapes, and agrees under another convention. */
function followsConvention({ tree }: CheckContext, run: Run): boolean {
  const { adapter, outcomes } = run;
  const isAlike = outcomes.every(({ error, arrays }) => !error && arrays.every(({ sameShape }) => sameShape));
  if (adapter.operation !== 'conv_forward' || !isAlike) return false;
  return withConvention(run, statedSource(tree, adapter.roots)).outcomes.every(agrees);
}

/** The layout and the geometry under which the forward method of the same class agrees, if only on square inputs. */
function forwardForm(context: CheckContext, { owner }: Target, operation: CourseFunction): Form | undefined {
  if (!owner || !isBackward(operation)) return undefined;
  const forward = isConvolution(operation) ? 'conv_forward' : 'pool_forward';
  const definition = checkedMethod(owner, forward);
  if (!definition) return undefined;
  const known = context.runs.get(definition);
  const run =
    known?.adapter.operation === forward
      ? known
      : bestRun(context, { ...definition, operations: [forward], definition, owner, uncertain: false });
  return run?.isForSquares || run?.outcomes.every(agrees)
    ? { layout: run.adapter.layout, fixed: run.adapter.fixed }
    : undefined;
}

function isSameGeometry(a: FixedGeometry, b: FixedGeometry): boolean {
  const areAlike = a.kernel === b.kernel && a.stride === b.stride && a.pad === b.pad;
  const areVariants =
    a.isSum === b.isSum && a.ceilMode === b.ceilMode && a.rectified === b.rectified && !a.pooled && !b.pooled;
  return areAlike && areVariants && (a.mode ?? b.mode) === (b.mode ?? a.mode);
}

/** The last line at which a call of a run ends with an error; beyond all lines where none does. */
function reachedBy({ outcomes }: Run): number {
  const lines = outcomes.flatMap(({ error }) => error?.line ?? []);
  return lines.length > 0 ? Math.max(...lines) : Number.MAX_SAFE_INTEGER;
}

function errorsOf({ outcomes }: Run): number {
  return outcomes.filter(({ error }) => error).length;
}

/** 1 where a run differs and has none of the text's own calls: their arrays have other axes. */
function otherThanCalled({ cases, outcomes }: Run): number {
  return cases.some(({ isCall }) => isCall) || outcomes.every(agrees) ? 0 : 1;
}

/** 1 where a run differs on one of the text's own calls: agreement on all of them is not accidental. */
function differsFromCall({ cases, outcomes }: Run): number {
  return outcomes.every((outcome, k) => !cases[k]!.isCall || agrees(outcome)) ? 0 : 1;
}

/** How badly a run disagrees: errors weigh more than wrong values. */
function penaltyOf({ outcomes }: Run): number {
  // Where other geometries end with an error, an array of a wrong shape counts as one.
  const wrongShape = outcomes.some(({ error }) => error) ? 3 : 2;
  const each = outcomes.map(({ error, arrays, differing, total }) => {
    if (error) return 3;
    return arrays.some(({ sameShape }) => !sameShape) ? wrongShape : differing / Math.max(1, total);
  });
  return each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length);
}
