/** Runs a function with edits applied on the failing cases, and scores how far it still is from the layer. */
import { DRIVER, driverSource } from '../adapt/Adapter';
import { agrees, driverArguments, outcomeOf, runCase, type Outcome } from '../compare/runCase';
import type { ResultName } from '../cases/LayerCase';
import type { TextEdit } from '../FunctionCheck';
import { WORK_OF_CALL, type Runner } from '../run/Runner';
import { compactSource, type CompactSource } from '../source/compactSource';
import { applyEdits } from './applyEdits';
import type { Candidate } from './Candidate';
import type { RepairProblem } from './RepairProblem';
import { caseOrder, scoredCases, distanceOf } from './standing';

/** Work of parsing and compiling an edited statement. */
const WORK_OF_EDIT = 300_000;
/** Times its work that a function does at least before another error, where an edit has removed the first one. */
const LEAST_PROGRESS = 1.3;
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
  /** What the unchanged function takes on each case. */
  private readonly workBefore: readonly number[];
  private readonly scored: readonly number[];
  /** A case that ends with an error where the first one does not, or the reverse. */
  private readonly other: number | undefined;
  /** The unchanged function. */
  readonly initial: Standing;
  private taken = 0;
  private bound = 0;
  private deadline = 0;
  /** Results of several edits, by their numbers: the likeliest pairs are tried again after each batch of candidates. */
  private readonly pairs = new Map<string, ReturnType<Attempts['judged']>>();
  private readonly whole = new Map<string, number>();
  private readonly agreed = new Map<string, number>();
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
    this.workBefore = work;
    this.order = caseOrder(problem, work);
    this.scored = scoredCases(problem.outcomes, this.order);
    const next = this.order[0]!;
    const score = distanceOf(this.scored.map((k) => problem.outcomes[k]!));
    this.initial = { score, next, nextScore: distanceOf([problem.outcomes[next]!]) };
    const { error } = problem.outcomes[next]!;
    const isOwnWrong = problem.outcomes.some((outcome, k) => problem.cases[k]!.own && !agrees(outcome));
    this.other = this.scored.find(
      (k) => isOwnWrong && (problem.outcomes[k]!.error === undefined) !== (error === undefined),
    );
    this.work = Math.min(WORK_OF_CALL, 10 * Math.max(LEAST_WORK, ...work));
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

  get spent(): number {
    return this.taken;
  }

  /** The end of the search is a number of work units, so that a busy machine does not end it before a repair is found. */
  get isOver(): boolean {
    return this.taken > this.bound || this.problem.now() > this.deadline;
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

  /** As `run`, of an edit that need not help; undefined where it cannot be made. */
  begin(candidate: Candidate): 'repaired' | Standing | undefined {
    const outcomeOf = this.open([candidate]);
    if (!outcomeOf) return undefined;
    const next = this.failingOf(outcomeOf);
    if (next === undefined) return this.accepts([candidate]) ? 'repaired' : undefined;
    return { score: distanceOf(this.scored.map(outcomeOf)), next, nextScore: distanceOf([outcomeOf(next)]) };
  }

  /** Those of further edits that are on the line of the error with which a case ends after an edit. */
  ofErrorAfter(candidate: Candidate, further: readonly Candidate[]): Candidate[] {
    const outcomeOf = this.open([candidate]);
    const failed = outcomeOf && this.order.map(outcomeOf).find(({ error }) => error)?.error;
    const lines = this.compact.text.split('\n');
    const line = lines[(failed?.line ?? 0) - 1];
    // None, or in the call of the function.
    if (!failed || line === undefined) return [];
    const from = lines.slice(0, failed.line - 1).join('\n').length;
    const to = from + line.length;
    return further.filter((each) => this.placed(each).some(({ range }) => from <= range[0] && range[1] <= to + 1));
  }

  /** How far the function is after the edits, on average over all cases that failed. */
  scoreOnAll(candidates: readonly Candidate[]): number {
    const key = this.keyOf(candidates);
    const known = this.whole.get(key);
    if (known !== undefined) return known;
    const outcomeOf = this.open(candidates);
    const failing = this.order.filter((k) => !agrees(this.problem.outcomes[k]!));
    const score = outcomeOf ? distanceOf(failing.map(outcomeOf)) / failing.length : Infinity;
    this.whole.set(key, score);
    return score;
  }

  /** How many cases that failed agree after the edits. */
  agreedCases(candidates: readonly Candidate[]): number {
    const key = this.keyOf(candidates);
    const known = this.agreed.get(key);
    if (known !== undefined) return known;
    const outcomeOf = this.open(candidates);
    const { outcomes } = this.problem;
    const count = outcomeOf ? this.order.filter((k) => !agrees(outcomes[k]!) && agrees(outcomeOf(k))).length : 0;
    this.agreed.set(key, count);
    return count;
  }

  /** Whether the edits repair the text's own calls and most of the other cases that failed, and leave right those that agreed. */
  isMostlyRepair(candidates: readonly Candidate[]): boolean {
    const { outcomes, cases } = this.problem;
    const outcomeOf = this.open(candidates);
    if (!outcomeOf) return false;
    const failed = this.order.filter((k) => !agrees(outcomes[k]!));
    const fails = this.order.filter((k) => !agrees(outcomeOf(k)));
    const isLeft = fails.every((k) => !cases[k]!.own && failed.includes(k));
    return isLeft && 2 * fails.length < failed.length && this.accepts(candidates);
  }

  /** How many arrays the function returns. */
  get results(): number {
    return this.problem.adapter.results.length;
  }

  /** Those that agree on every case after the edits. */
  agreeingAfter(candidates: readonly Candidate[]): ResultName[] {
    const { adapter } = this.problem;
    const outcomeOf = adapter.results.length > 1 ? this.open(candidates) : undefined;
    if (!outcomeOf) return [];
    return adapter.results.filter((name) =>
      this.order.every((k) => {
        const { error, arrays } = outcomeOf(k);
        const found = arrays.find((each) => each.name === name);
        return !error && found?.sameShape === true && found.differing === 0;
      }),
    );
  }

  private keyOf(candidates: readonly Candidate[]): string {
    const { numbers } = this;
    for (const each of candidates) if (!numbers.has(each)) numbers.set(each, numbers.size);
    return candidates.map((each) => numbers.get(each)).join();
  }

  private judged(candidates: readonly Candidate[], before: Standing): 'repaired' | Standing | undefined {
    const outcomeOf = this.open(candidates);
    if (!outcomeOf) return undefined;
    const nextScore = distanceOf([outcomeOf(before.next)]);
    if (nextScore >= before.nextScore - 1e-9) {
      // Another mistake may hide on this case what repairs those that fail in another way.
      if (candidates.length > 1 || this.other === undefined || !agrees(outcomeOf(this.other))) return undefined;
      return { score: distanceOf(this.scored.map(outcomeOf)), next: before.next, nextScore };
    }
    if (nextScore > 0) {
      const score = distanceOf(this.scored.map(outcomeOf));
      return score < before.score - 1e-9 ? { score, next: before.next, nextScore } : undefined;
    }
    const failing = this.failingOf(outcomeOf);
    if (failing === undefined) return this.accepts(candidates) ? 'repaired' : undefined;
    // A repair must not break a case that agreed.
    if (agrees(this.problem.outcomes[failing]!)) return undefined;
    const score = distanceOf(this.scored.map(outcomeOf)) + 0.01;
    return { score, next: failing, nextScore: distanceOf([outcomeOf(failing)]) };
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
    if (!result || distanceOf([outcomeOf(result, problem.adapter, layerCase, expected)]) < nextScore - 1e-9)
      return () => false;
    return (further) => result.isUnreached(this.placed(further));
  }

  /** Where the error of a case is gone, and the function has done more of its work before another one. */
  private withProgress(k: number, outcome: Outcome, work: number): Outcome {
    const { error } = outcome;
    const before = this.problem.outcomes[k]!.error;
    const least = this.workBefore[k]!;
    if (!error || !before || work < LEAST_PROGRESS * least) return outcome;
    return { ...outcome, further: 1 - least / work };
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
    this.taken += WORK_OF_EDIT;
    const known = new Map<number, Outcome>();
    return (k) => {
      const { layerCase, expected } = problem.cases[k]!;
      const before = known.get(k);
      if (before) return before;
      const outcome = this.withProgress(k, runCase(runner, problem.adapter, layerCase, expected), runner.work);
      this.taken += runner.work;
      known.set(k, outcome);
      return outcome;
    };
  }
}
