/** Runs a function with edits applied on the failing cases, and scores how far it still is from the layer. */
import type { NdArray } from '../../array/NdArray';
import { driverSource, type Adapter } from '../adapt/Adapter';
import type { LayerCase, NamedArray } from '../cases/LayerCase';
import { agrees, runCase, type Outcome } from '../compare/runCase';
import type { OpenRunner } from '../run/Runner';
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
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly now: () => number;
}

/** Of the failing cases, those whose differing cells are counted. */
const MAX_SCORED = 3;

export class Attempts {
  private readonly compact: CompactSource;
  private readonly driver: string;
  /** Failing cases first, the small before the large. */
  private readonly order: readonly number[];
  private readonly scored: readonly number[];
  /** Score of the unchanged function. */
  readonly initial: number;

  constructor(private readonly problem: RepairProblem) {
    this.compact = compactSource(problem.source);
    this.driver = driverSource(problem.adapter);
    this.order = orderOf(problem.outcomes);
    this.scored = scoredOf(problem.outcomes, this.order);
    this.initial = scoreOf(this.scored.map((k) => problem.outcomes[k]!));
  }

  get isOver(): boolean {
    return this.problem.now() > this.problem.deadline;
  }

  /** `repaired`, or the score of the failing cases; undefined where the edits overlap or do not come below `limit`. */
  run(candidates: readonly Candidate[], limit: number): 'repaired' | number | undefined {
    const { problem } = this;
    const edits = candidates.flatMap((candidate) => candidate.edits.map((edit) => this.compact.place(edit)));
    const edited = applyEdits(this.compact.text, edits);
    if (edited === undefined) return undefined;
    const runner = problem.open(edited + this.driver);
    const outcomes: Outcome[] = [];
    const outcomeOf = (k: number): Outcome => {
      const { layerCase, expected } = problem.cases[k]!;
      return runCase(runner, problem.adapter, layerCase, expected);
    };
    for (const k of this.scored) {
      outcomes.push(outcomeOf(k));
      if (scoreOf(outcomes) >= limit - 1e-9) return undefined;
    }
    const score = scoreOf(outcomes);
    if (!outcomes.every(agrees)) return score;
    for (const k of this.order) {
      if (this.scored.includes(k)) continue;
      if (agrees(outcomeOf(k))) continue;
      // A repair must not break a case that agreed.
      return agrees(problem.outcomes[k]!) ? undefined : score + 0.01;
    }
    return 'repaired';
  }
}

function orderOf(outcomes: readonly Outcome[]): number[] {
  const size = (k: number): number => outcomes[k]!.layerCase.x?.data.length ?? 0;
  return outcomes
    .map((_, k) => k)
    .sort((a, b) => Number(agrees(outcomes[a]!)) - Number(agrees(outcomes[b]!)) || size(a) - size(b));
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

/** Share of differing cells; more for a wrong shape, most for an error. */
function scoreOf(outcomes: readonly Outcome[]): number {
  let score = 0;
  for (const { error, arrays } of outcomes) {
    if (error) {
      score += 4;
      continue;
    }
    for (const { sameShape, differing, total, actual, returned, expected } of arrays) {
      score +=
        (sameShape ? differing / Math.max(1, total) : 1.2 + wrongAxes(actual ?? returned, expected)) / arrays.length;
    }
  }
  return score;
}

/** Up to 0.5 by the share of axes with a wrong size. */
function wrongAxes(array: NdArray | undefined, { shape }: NdArray): number {
  if (!array) return 1;
  if (array.shape.length !== shape.length) return 0.5;
  return (0.5 * shape.filter((extent, axis) => extent !== array.shape[axis]).length) / (shape.length + 1);
}
