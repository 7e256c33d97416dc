/**
 * Searches the edits after which a function agrees with the layer on every case.
 * Single edits first, then pairs and triples that extend the edits that reduce the difference most.
 */
import type { NdArray } from '../../array/NdArray';
import type { Adapter } from '../adapt/Adapter';
import { driverSource } from '../adapt/Adapter';
import type { LayerCase, NamedArray } from '../cases/LayerCase';
import type { TextEdit } from '../FunctionCheck';
import type { OpenRunner } from '../run/Runner';
import { agrees, runCase, type Outcome } from '../compare/runCase';
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

export interface Repair {
  readonly candidates: readonly Candidate[];
  readonly edits: readonly TextEdit[];
}

interface Attempt {
  readonly candidates: readonly Candidate[];
  readonly score: number;
}

const BREADTH = 6;
const DEPTH = 3;
/** Of the failing cases, those whose differing cells are counted. */
const SCORED = 3;

export function findRepair(problem: RepairProblem): Repair | undefined {
  const order = orderOf(problem);
  let beam: Attempt[] = [
    { candidates: [], score: scoreOf(problem.outcomes.filter((_, k) => order.slice(0, SCORED).includes(k))) },
  ];
  for (let depth = 1; depth <= DEPTH; depth++) {
    const next: Attempt[] = [];
    for (const attempt of beam) {
      for (const candidate of problem.candidates) {
        if (problem.now() > problem.deadline) return undefined;
        const candidates = [...attempt.candidates, candidate];
        const result = attemptWith(problem, order, candidates, attempt.score);
        if (result === 'repaired') return minimal(problem, order, candidates);
        if (result !== undefined && result < attempt.score - 1e-9) next.push({ candidates, score: result });
      }
    }
    beam = distinct(next.sort((a, b) => a.score - b.score)).slice(0, BREADTH);
    if (beam.length === 0) return undefined;
  }
  return undefined;
}

/** Failing cases first, the small before the large. */
function orderOf({ outcomes }: RepairProblem): number[] {
  const size = (k: number): number => outcomes[k]!.layerCase.x?.data.length ?? 0;
  return outcomes
    .map((_, k) => k)
    .sort((a, b) => Number(agrees(outcomes[a]!)) - Number(agrees(outcomes[b]!)) || size(a) - size(b));
}

/** `repaired`, or the score of the first failing cases; undefined where the edits do not fit together or get worse. */
function attemptWith(
  problem: RepairProblem,
  order: readonly number[],
  candidates: readonly Candidate[],
  limit: number,
): 'repaired' | number | undefined {
  const edited = applyEdits(
    problem.source,
    candidates.flatMap(({ edits }) => edits),
  );
  if (edited === undefined) return undefined;
  const runner = problem.open(edited + driverSource(problem.adapter));
  const outcomes: Outcome[] = [];
  let clean = true;
  for (const [position, k] of order.entries()) {
    const { layerCase, expected } = problem.cases[k]!;
    const outcome = runCase(runner, problem.adapter, layerCase, expected);
    clean &&= agrees(outcome);
    if (position < SCORED && !agrees(problem.outcomes[k]!)) {
      outcomes.push(outcome);
      if (scoreOf(outcomes) >= limit) return undefined;
    } else if (!clean) {
      // A repair must not break a case that agreed.
      return agrees(problem.outcomes[k]!) && !agrees(outcome) ? undefined : scoreOf(outcomes);
    }
  }
  return clean ? 'repaired' : scoreOf(outcomes);
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

function distinct(attempts: readonly Attempt[]): Attempt[] {
  const perScore = new Map<string, number>();
  return attempts.filter(({ score }) => {
    const key = score.toFixed(6);
    const count = perScore.get(key) ?? 0;
    perScore.set(key, count + 1);
    return count < 2;
  });
}

/** Leaves out the edits without which the function still agrees. */
function minimal(problem: RepairProblem, order: readonly number[], candidates: readonly Candidate[]): Repair {
  let single = candidates.flatMap((candidate) => candidate.edits.map((edit) => ({ ...candidate, edits: [edit] })));
  for (const dropped of [...single]) {
    if (single.length === 1 || problem.now() > problem.deadline) break;
    const rest = single.filter((candidate) => candidate !== dropped);
    if (attemptWith(problem, order, rest, Infinity) === 'repaired') single = rest;
  }
  return { candidates: single, edits: single.flatMap(({ edits }) => edits) };
}
