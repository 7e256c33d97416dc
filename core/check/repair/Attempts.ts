/** Runs a function with edits applied on the failing cases, and scores how far it still is from the layer. */
import type { NdArray } from '../../array/NdArray';
import { DRIVER, driverSource, type Adapter } from '../adapt/Adapter';
import type { LayerCase, NamedArray } from '../cases/LayerCase';
import { agrees, driverArguments, outcomeOf, runCase, type Outcome } from '../compare/runCase';
import type { TextEdit } from '../FunctionCheck';
import type { OpenRunner, Runner } from '../run/Runner';
import { compactSource, type CompactSource } from '../source/compactSource';
import { applyEdits } from './applyEdits';
import type { Candidate } from './Candidate';

export interface RepairProblem {
  /** Definitions without the driver. */
  readonly source: string;
  readonly adapter: Adapter;
  readonly cases: readonly { readonly layerCase: LayerCase; readonly expected: readonly NamedArray[] }[];
  /** Outcomes of the unchanged function, one for each case. */
  readonly outcomes: readonly Outcome[];
  readonly candidates: readonly Candidate[];
  readonly open: OpenRunner;
  readonly now: () => number;
}

/** Number of failing cases whose differing cells are counted. */
const MAX_SCORED = 3;

/** Work of parsing and compiling an edited statement. */
const WORK_OF_EDIT = 300_000;
const WORK_FACTOR = 10;
/** Least work of a search, in the interpreter's units. */
const LEAST_WORK = 1_000_000;

/** How far an edited function is from the layer. */
export interface Standing {
  /** Over the scored cases; lower is nearer. */
  readonly score: number;
  /** The case that the next edit must bring nearer, and its score. */
  readonly next: number;
  readonly nextScore: number;
}

export class Attempts {
  private readonly compact: CompactSource;
  private readonly driver: string;
  private readonly base: Runner;
  /** Failing cases first, the small before the large. */
  private readonly order: readonly number[];
  private readonly scored: readonly number[];
  /** The unchanged function. */
  readonly initial: Standing;
  private spent = 0;
  private bound = 0;
  private deadline = 0;
  /** Results of several edits, by their numbers: the likeliest pairs are tried again after each batch of candidates. */
  private readonly pairs = new Map<string, ReturnType<Attempts['judged']>>();
  private readonly whole = new Map<string, number>();
  private readonly numbers = new Map<Candidate, number>();
  /** Work that one call of an edited function may take, a multiple of the largest: an endless loop ends early. */
  private readonly work: number;

  /** `accepts`: whether edits after which all cases agree are a repair. */
  constructor(
    private readonly problem: RepairProblem,
    private readonly accepts: (candidates: readonly Candidate[]) => boolean,
  ) {
    this.compact = compactSource(problem.source);
    this.driver = driverSource(problem.adapter);
    this.base = problem.open(this.compact.text + this.driver);
    const work = this.workOfCases();
    this.order = orderOf(problem, work);
    this.scored = scoredOf(problem.outcomes, this.order);
    const next = this.order[0]!;
    const score = scoreOf(this.scored.map((k) => problem.outcomes[k]!));
    this.initial = { score, next, nextScore: scoreOf([problem.outcomes[next]!]) };
    this.work = WORK_FACTOR * Math.max(LEAST_WORK, ...work);
  }

  /** What the unchanged function takes on each case. */
  private workOfCases(): number[] {
    const { cases, adapter } = this.problem;
    return cases.map(({ layerCase, expected }) => {
      runCase(this.base, adapter, layerCase, expected);
      return this.base.work;
    });
  }

  /** `work` of the whole search, in the interpreter's units; `deadline` in the unit of `now`. */
  continueTo(work: number, deadline: number): void {
    this.bound = work;
    this.deadline = deadline;
  }

  /** The end of the search is a number of work units, so that a busy machine does not end it before a repair is found. */
  get isOver(): boolean {
    return this.spent > this.bound || this.problem.now() > this.deadline;
  }

  /**
   * `repaired`, or how far the function still is; undefined where the edits overlap or do not help on the case that `before`
   * fails next: a repair of several edits repairs the cases one after another.
   */
  run(candidates: readonly Candidate[], before: Standing): 'repaired' | Standing | undefined {
    if (candidates.length < 2) return this.judged(candidates, before);
    const key = this.keyOf(candidates);
    if (!this.pairs.has(key)) this.pairs.set(key, this.judged(candidates, before));
    return this.pairs.get(key);
  }

  /** How far the function is after the edits, on average over all cases that failed. */
  scoreOnAll(candidates: readonly Candidate[]): number {
    const key = this.keyOf(candidates);
    const known = this.whole.get(key);
    if (known !== undefined) return known;
    const outcomeOf = this.open(candidates);
    const failing = this.order.filter((k) => !agrees(this.problem.outcomes[k]!));
    const score = outcomeOf ? scoreOf(failing.map(outcomeOf)) / failing.length : Infinity;
    this.whole.set(key, score);
    return score;
  }

  private keyOf(candidates: readonly Candidate[]): string {
    return candidates.map((candidate) => this.numberOf(candidate)).join();
  }

  private numberOf(candidate: Candidate): number {
    const known = this.numbers.get(candidate) ?? this.numbers.size;
    this.numbers.set(candidate, known);
    return known;
  }

  private judged(candidates: readonly Candidate[], before: Standing): 'repaired' | Standing | undefined {
    const outcomeOf = this.open(candidates);
    if (!outcomeOf) return undefined;
    const nextScore = scoreOf([outcomeOf(before.next)]);
    if (nextScore >= before.nextScore - 1e-9) return undefined;
    if (nextScore > 0) {
      const score = scoreOf(this.scored.map(outcomeOf));
      return score < before.score - 1e-9 ? { score, next: before.next, nextScore } : undefined;
    }
    const failing = this.failingOf(outcomeOf);
    if (failing === undefined) return this.accepts(candidates) ? 'repaired' : undefined;
    // A repair must not break a case that agreed.
    if (agrees(this.problem.outcomes[failing]!)) return undefined;
    const score = scoreOf(this.scored.map(outcomeOf)) + 0.01;
    return { score, next: failing, nextScore: scoreOf([outcomeOf(failing)]) };
  }

  /**
   * Whether further edits leave the next failing case as it is, because they change only values that are not computed there
   * after the edits of `candidates`.
   */
  withoutEffectAfter(candidates: readonly Candidate[], { next, nextScore }: Standing): (further: Candidate) => boolean {
    const { problem } = this;
    const edits = candidates.flatMap((candidate) => this.placed(candidate));
    const runner = this.base.variant?.(edits, this.work);
    const { layerCase, expected } = problem.cases[next]!;
    const result = runner?.reach?.(DRIVER, driverArguments(layerCase));
    // A function that keeps values from call to call may have another result on its first one.
    if (!result || scoreOf([outcomeOf(result, problem.adapter, layerCase, expected)]) < nextScore - 1e-9)
      return () => false;
    return (further) => result.isUnreached(this.placed(further));
  }

  private placed({ edits }: Candidate): TextEdit[] {
    return edits.map((edit) => this.compact.place(edit));
  }

  isRepair(candidates: readonly Candidate[]): boolean {
    const outcomeOf = this.open(candidates);
    return outcomeOf !== undefined && this.failingOf(outcomeOf) === undefined;
  }

  /** The first case that fails, the small before the large. */
  private failingOf(outcomeOf: (k: number) => Outcome): number | undefined {
    return this.order.find((k) => !agrees(outcomeOf(k)));
  }

  /** Outcomes of the edited function by case; undefined where edits overlap. */
  private open(candidates: readonly Candidate[]): ((k: number) => Outcome) | undefined {
    const { problem } = this;
    const edits = candidates.flatMap((candidate) => this.placed(candidate));
    const edited = applyEdits(this.compact.text, edits);
    if (edited === undefined) return undefined;
    const runner = this.base.variant?.(edits, this.work) ?? problem.open(edited + this.driver, this.work);
    this.spent += WORK_OF_EDIT;
    const known = new Map<number, Outcome>();
    return (k) => {
      const { layerCase, expected } = problem.cases[k]!;
      const before = known.get(k);
      if (before) return before;
      const outcome = runCase(runner, problem.adapter, layerCase, expected);
      this.spent += runner.work;
      known.set(k, outcome);
      return outcome;
    };
  }
}

/** Outputs of one row or column show less of what an edit repairs. */
const ONE_ROW = 8;

/** Failing cases first, of both the ones with little work; an error ends a case before its work is done. */
function orderOf({ outcomes, cases, adapter }: RepairProblem, work: readonly number[]): number[] {
  const isCut = outcomes.some(({ error }) => error !== undefined);
  const costs = cases.map(({ layerCase: { gradient }, expected: [first] }, k) => {
    const { shape = [], data = [] } = gradient ?? first?.array ?? {};
    const cost = isCut ? data.length : work[k]!;
    // The arrays of a special layer have the function's own axes.
    return adapter.special === undefined && shape.length === 4 && Math.min(shape[1]!, shape[2]!) < 2
      ? ONE_ROW * cost
      : cost;
  });
  return outcomes
    .map((_, k) => k)
    .sort((a, b) => Number(agrees(outcomes[a]!)) - Number(agrees(outcomes[b]!)) || costs[a]! - costs[b]!);
}

/** The smallest failing case of each kind of failure; at least two cases where two fail. */
function scoredOf(outcomes: readonly Outcome[], order: readonly number[]): number[] {
  const failing = order.filter((k) => !agrees(outcomes[k]!));
  const kinds = new Map<string, number>();
  for (const k of failing) if (!kinds.has(signatureOf(outcomes[k]!))) kinds.set(signatureOf(outcomes[k]!), k);
  const first = [...kinds.values()];
  const rest = failing.filter((k) => !first.includes(k));
  return [...first, ...rest.slice(0, Math.max(0, 2 - first.length))].slice(0, MAX_SCORED);
}

/** Cases that fail alike: the same error or the same wrong arrays, in the same mode. */
function signatureOf({ error, arrays, layerCase }: Outcome): string {
  if (error) return `${error.type} ${error.line}`;
  const wrong = arrays.filter(({ differing }) => differing > 0);
  return [layerCase.mode, layerCase.stride > 1, ...wrong.map(({ name, sameShape }) => `${name} ${sameShape}`)].join();
}

/** Share of differing cells; more for a wrong shape, most for an error, less for a multiple of the right values. */
function scoreOf(outcomes: readonly Outcome[]): number {
  let score = 0;
  for (const { error, arrays } of outcomes) {
    if (error) {
      score += 4;
      continue;
    }
    for (const { sameShape, differing, total, actual, returned, expected } of arrays) {
      score +=
        (sameShape
          ? (differing / Math.max(1, total)) * (isMultiple(actual, expected) ? 0.8 : 1)
          : 1.2 + wrongAxes(actual ?? returned, expected)) / arrays.length;
    }
  }
  return score;
}

/** Whether one factor, other than 1, turns the expected values into those of the array: only a divisor is wrong. */
function isMultiple(array: NdArray | undefined, { data }: NdArray): boolean {
  const k = data.findIndex((value) => Math.abs(value) > 1e-6);
  if (!array || k < 0) return false;
  const factor = array.data[k]! / data[k]!;
  if (factor === 0 || Math.abs(factor - 1) < 1e-6) return false;
  return data.every((value, at) => Math.abs(value * factor - array.data[at]!) <= 1e-6 * (1 + Math.abs(value)));
}

/** Up to 0.5 by the share of axes with a wrong size. */
function wrongAxes(array: NdArray | undefined, { shape }: NdArray): number {
  if (!array) return 1;
  if (array.shape.length !== shape.length) return 0.5;
  return (0.5 * shape.filter((extent, axis) => extent !== array.shape[axis]).length) / (shape.length + 1);
}
