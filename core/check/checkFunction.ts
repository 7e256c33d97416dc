/** Checks one function of a text against the layer. */
import { breaksOthers } from './breaksOthers';
import type { CheckContext } from './CheckContext';
import { changedArgument } from './changedArguments';
import { otherDefault } from './otherDefault';
import { agrees } from './compare/runCase';
import type { FunctionCheck } from './FunctionCheck';
import { isBackward } from './CourseFunction';
import type { RepairSearch } from './repair/searchEdits';
import { mistakesOf } from './repair/mistakesOf';
import { firstRepair } from './repair/firstRepair';
import { bestRun } from './evaluate/bestRun';
import type { Run } from './Run';
import { isRefused } from './evaluate/isRefused';
import { onAgreeingGeometry } from './evaluate/onAgreeingGeometry';
import { writtenSizes } from './evaluate/ownSizes';
import { runOnSquareInputs } from './evaluate/runOnSquareInputs';
import { withoutPreconditions } from './evaluate/preconditions';
import { searchRepair } from './repair/searchRepair';
import { reportOf } from './reportOf';
import { definitionSource } from './source/definitionSource';
import { statedSource } from './source/statedSource';
import type { Target } from './Target';
import { isOfKnownLayer } from './claim/isOfKnownLayer';
import { isUnderstood, isUnexplained, shareOf } from './claim/knownCall';
import { withOtherAxes, withOwnError } from './claim/ownCall';
import { uncalled } from './claim/uncalled';
import { isNetwork, repeatsLayer } from './claim/isNetwork';
import { isUnwritten } from './claim/isUnwritten';
import { CONVENTIONAL, isGradientUnknown, TAKEN_AWAY, unclaimed, withoutGuess } from './claim/withoutGuess';
import { withScale } from './convention/scaled';
import { withDecay } from './convention/weightDecay';
import { excludedConvention, excludedPadding, underForward } from './convention/followed';
import { isSmooth } from './special/activations/relu';
import { isComposed } from './composed/composedTargets';
import { likelyConventions, withConvention, type ConventionalRun } from './convention/withConvention';

/** What is known of a function before a repair is searched. */
export interface Examined {
  readonly target: Target;
  /** Share of the time that the search for its repair is worth; undefined where none is searched. */
  readonly share?: () => number;
  /** The check, with the repair that is found in `budget` milliseconds; undefined where the function is something else. */
  readonly conclude: (budget: number) => { readonly check?: FunctionCheck | undefined; readonly spent: number };
}

/** Without a search for its repair. */
function checkFunction(context: CheckContext, target: Target): FunctionCheck | undefined {
  return examine(context, target).conclude(0).check;
}

/** Runs a function, and notes whether it agrees for the functions that follow. */
export function examine(context: CheckContext, guessed: Target): Examined {
  const target = isOfKnownLayer(context, guessed) ? { ...guessed, uncertain: false } : guessed;
  const best = bestRun(context, target);
  if (best && !target.uncertain && !target.special) context.runs.set(target.definition, best);
  if (!best || isBuiltInPart(target, best)) {
    const check = uncalled(context, target, best);
    return { target, conclude: () => ({ check: check && withOwnError(context, target, check), spent: 0 }) };
  }
  const source = definitionSource(context.tree, best.adapter.roots);
  const conventional = onItsInputs(
    underForward(context, target, best) ??
      withDecay(best, source) ??
      withScale(best, source) ??
      withConvention(best, statedSource(context.tree, best.adapter.roots), excludedConvention(context, target)),
  );
  const run = conventional.isOfOwnSizes ? conventional : withoutPreconditions(conventional, source);
  const check = { ...reportOf(context, target, run), ...(run.isOfOwnSizes && writtenSizes(run)) };
  if (isRight(check)) {
    context.agreeing.add(target.name);
    context.layouts.add(best.adapter.layout);
  }
  const { convention } = conventional;
  if (check.agrees && convention && !isBackward(check.operation))
    context.conventions.set(target.owner?.name ?? target.name, convention);
  if (!isRepairable(context, target, run))
    return { target, conclude: () => ({ check: concluded(context, target, best, check), spent: 0 }) };
  return {
    target,
    share: () => shareOf(context, target, run),
    conclude: (budget) => {
      const found = budget <= 0 ? undefined : searchedRepair(context, target, run, budget);
      const whole = forGeometry(context, target, run, found ? reportOf(context, target, run, found) : check);
      return { check: concluded(context, target, best, whole), spent: found?.spent ?? 0 };
    },
  };
}

/** A function without a known mistake that agrees on some geometries is probably made for those. */
function forGeometry(context: CheckContext, target: Target, run: ConventionalRun, check: FunctionCheck): FunctionCheck {
  const isOpen = !check.agrees && !check.refused && check.mistakes.length === 0;
  const agreeing = isOpen ? onAgreeingGeometry(run) : undefined;
  return agreeing
    ? { ...reportOf(context, target, agreeing), ...(check.isSearchBounded && { isSearchBounded: true }) }
    : check;
}

function isRight({ agrees: isOwnRight, unseen }: FunctionCheck): boolean {
  return isOwnRight && unseen.length === 0;
}

/** What is claimed about a function after the search for its repair. */
function concluded(context: CheckContext, target: Target, best: Run, found: FunctionCheck): FunctionCheck | undefined {
  if (!isRight(found) && found.mistakes.length === 0) context.unrepaired.add(target.name);
  else context.unrepaired.delete(target.name);
  const made = withOwnMistake(context, target, claimed(context, target, best, found));
  const check = made && withOwnError(context, target, withOtherAxes(context, target, best, made));
  const owner = target.owner?.name;
  if (!check || owner === undefined) return check;
  if (check.refused && !isBackward(check.operation)) context.unclaimed.add(owner);
  // The gradient of a layer that is not known.
  const isWrong = !check.refused && !isRight(check);
  const isNamed = check.mistakes.some(({ verified }) => verified);
  return isWrong && !isNamed && context.unclaimed.has(owner) ? unclaimed(check) : check;
}

/**
 * With the mistake of a right function that spoils what its caller reads afterwards, or with a default that its forward function
 * does not have; what a method spoils, its class shows.
 */
function withOwnMistake(
  context: CheckContext,
  { definition, owner }: Target,
  check: FunctionCheck | undefined,
): FunctionCheck | undefined {
  if (!check || owner || context.budget === 0 || check.mistakes.length > 0) return check;
  // The text's own call may only be wrong by the default.
  const isOpen = !check.refused && !check.agrees && check.unseen.length === 0;
  if (!isRight(check) && !isOpen) return check;
  const repair =
    otherDefault(context, definition) ?? (isRight(check) ? changedArgument(context, definition) : undefined);
  return repair ? { ...check, mistakes: mistakesOf(context, repair) } : check;
}

function claimed(context: CheckContext, target: Target, best: Run, check: FunctionCheck): FunctionCheck | undefined {
  if (target.isListedIfRight && !isRight(check)) return undefined;
  if (target.uncertain && !isEvident(check, conventionalIn(target))) return undefined;
  if (isComposed(target)) return check;
  if (!check.agrees && isUnexplained(context, target, best.adapter)) return uncalled(context, target, best);
  if (isOtherMask(target, check) || (target.uncertain && !isRight(check) && isNetwork(context, target)))
    return undefined;
  if (isOtherBorder(target, check) || (!isRight(check) && repeatsLayer(context, target))) return undefined;
  // Of a function whose other result is listed.
  if (target.special?.id === 'pool_positions' && isRight(check)) return undefined;
  if (!isUnderstood(context, target, check, best)) return uncalled(context, target, best);
  if (best.isAnyShape && check.mistakes.length === 0 && !check.agrees) return unclaimed(check);
  return withoutGuess(context, target, check, best);
}

/** A padding with other values than zeros, by a function whose name does not state zeros. */
function isOtherBorder({ name }: Target, { operation, mistakes }: FunctionCheck): boolean {
  const isPadding = operation === 'zero_pad' && !/zero|null|cero/i.test(name);
  return isPadding && mistakes.length > 0 && mistakes.every(({ id }) => id === 'pad-mode');
}

/** A function that follows a convention on square inputs only is compared on those. */
function onItsInputs(run: ConventionalRun): ConventionalRun {
  const { convention, cases, outcomes } = run;
  if (!convention || cases.some(({ isCall }) => isCall) || outcomes.every(agrees)) return run;
  const square = runOnSquareInputs(run, (layerCase) => convention.expected(layerCase));
  return square ? { ...square, convention } : run;
}

/** Whether a constructor takes arguments that it passes on, and the object that is made without them stops with an error. */
function isBuiltInPart({ owner }: Target, { outcomes }: Run): boolean {
  const constructor = owner?.methods.find(({ name }) => name === '__init__');
  const passesOn = constructor?.parameters.some(({ star }) => star !== undefined) === true;
  return passesOn && outcomes.every(({ error }) => error !== undefined);
}

/** Edits that turn one kind of layer into another: they show nothing about a function whose name does not tell what it is. */
const OTHER_LAYER: readonly string[] = ['wrong-function', 'flipped-kernel', 'pad-mode'];

/** A transposed convolution has one convention. */
function conventionalIn(target: Target): readonly string[] {
  const { special } = target;
  if (isComposed(target)) return TAKEN_AWAY;
  if (special?.id.startsWith('conv_transpose')) return [];
  if (special?.id.startsWith('relu') && isSmooth(target.name)) return TAKEN_AWAY;
  return special ? CONVENTIONAL : OTHER_LAYER;
}

/** Whether a function is the layer: it agrees, or does so after a small edit. */
function isEvident(check: FunctionCheck, excluded: readonly string[]): boolean {
  if (isRight(check)) return true;
  const { mistakes } = check;
  return mistakes.length > 0 && mistakes.every(({ id, verified }) => verified && !excluded.includes(id));
}

/** A function of a matrix whose name tells nothing, and that a small edit makes a mask: masks of other kinds are near to it. */
function isOtherMask({ operations }: Target, check: FunctionCheck): boolean {
  return check.operation === 'create_mask_from_window' && operations.length > 1 && !isRight(check);
}

/** Whether a repair of the function is worth a search. */
function isRepairable(context: CheckContext, target: Target, { adapter, cases, outcomes }: ConventionalRun): boolean {
  const own = outcomes.filter((_, k) => cases[k]!.own);
  return !(
    target.isListedIfRight ||
    isUnwritten(context, target, outcomes) ||
    repeatsLayer(context, target) ||
    (isUnexplained(context, target, adapter) && !outcomes.every((outcome, k) => !cases[k]!.own || agrees(outcome))) ||
    (target.uncertain && !isComposed(target) && isNetwork(context, target)) ||
    own.some(isRefused) ||
    (target.owner && !isComposed(target) && isGradientUnknown(context, target, adapter.operation)) ||
    outcomes.every(agrees) ||
    outcomes.every(isRefused)
  );
}

/** The repair to the layer, or to it under a convention that the text may mean. */
function searchedRepair(context: CheckContext, target: Target, run: ConventionalRun, budget: number): RepairSearch {
  const text = statedSource(context.tree, run.adapter.roots);
  const others = [
    ...(run.alternatives ?? []),
    ...(run.convention ? [] : likelyConventions(run, text, excludedPadding(context))),
  ];
  const breaks = breaksOthers(context, target, checkFunction);
  const found = firstRepair(
    [run, ...others].map((each) => () => searchRepair(context, each, (repair) => !breaks(repair))),
    budget,
  );
  const { known } = context;
  for (const candidate of found.repair?.candidates ?? []) if (!known.includes(candidate)) known.push(candidate);
  return found;
}
