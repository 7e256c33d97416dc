/**
 * Searches the edits after which a function agrees with the layer on every case: single edits first, then pairs and triples
 * of edits that each reduce the difference, then edits that help only after another one.
 */
import type { TextEdit } from '../FunctionCheck';
import { Attempts, type RepairProblem, type Standing } from './Attempts';
import type { Candidate } from './Candidate';

export interface Repair {
  readonly candidates: readonly Candidate[];
  readonly edits: readonly TextEdit[];
}

interface Attempt {
  readonly candidates: readonly Candidate[];
  readonly standing: Standing;
}

const DEPTH = 3;
/** The likeliest candidates are combined before unlikely ones are tried alone. */
const BATCHES = [160, 500, 900, 1400, 2000, 3000, Infinity];
/** Edits that each reduce the difference, of which pairs and triples are made. */
const COMBINED = 14;
/** The likeliest candidates that are tried after each of the two best edits. */
const EXTENDED = 900;
/** Repairs in progress that are extended by every candidate. */
const BREADTH = 6;

export function findRepair(problem: RepairProblem): Repair | undefined {
  const attempts = new Attempts(problem);
  const start: Attempt = { candidates: [], standing: attempts.initial };
  const singles: Attempt[] = [];
  let from = 0;
  for (const size of BATCHES) {
    const batch = problem.candidates.slice(from, size);
    from = size;
    const found = extend(attempts, [start], batch);
    if (!Array.isArray(found)) return found;
    singles.push(...found);
    const chosen = best(singles, COMBINED, COMBINED / 2);
    const combined = combine(attempts, chosen.some((each) => found.includes(each)) ? chosen : []);
    if (!Array.isArray(combined)) return combined;
    // An error, or a factor of several terms, hides the mistakes behind it.
    if (size <= EXTENDED) {
      const next = extend(attempts, best(singles, 2), problem.candidates.slice(0, size));
      if (!Array.isArray(next)) return next;
    }
  }
  let beam = best(singles, BREADTH);
  for (let depth = 2; depth <= DEPTH && beam.length > 0; depth++) {
    const next = extend(attempts, beam, problem.candidates);
    if (!Array.isArray(next)) return next;
    beam = best(next, BREADTH);
  }
  return undefined;
}

/** Pairs, then triples, of edits that each reduce the difference. */
function combine(attempts: Attempts, singles: readonly Attempt[]): Repair | undefined | Attempt[] {
  const helpful = singles.flatMap(({ candidates }) => candidates);
  let beam = singles;
  for (let depth = 2; depth <= DEPTH && beam.length > 0; depth++) {
    const next = extend(attempts, beam, helpful, (last) => helpful.slice(helpful.indexOf(last) + 1));
    if (!Array.isArray(next)) return next;
    beam = best(next, BREADTH);
  }
  return [];
}

/** A repair (undefined at the end of the time), or all attempts that reduce the difference further. `after`: pairs once. */
function extend(
  attempts: Attempts,
  beam: readonly Attempt[],
  candidates: readonly Candidate[],
  after?: (last: Candidate) => readonly Candidate[],
): Repair | undefined | Attempt[] {
  const next: Attempt[] = [];
  for (const attempt of beam) {
    const last = attempt.candidates.at(-1);
    for (const candidate of after && last ? after(last) : candidates) {
      if (attempt.candidates.includes(candidate)) continue;
      if (attempts.isOver) return undefined;
      const tried = [...attempt.candidates, candidate];
      const result = attempts.run(tried, attempt.standing);
      if (result === 'repaired') return minimal(attempts, tried);
      if (result !== undefined) next.push({ candidates: tried, standing: result });
    }
  }
  return next;
}

/** The lowest scores; at most `alike` of the same score. */
function best(attempts: readonly Attempt[], count: number, alike = 2): Attempt[] {
  const perScore = new Map<string, number>();
  return [...attempts]
    .sort((a, b) => a.standing.score - b.standing.score)
    .filter(({ standing }) => {
      const key = standing.score.toFixed(6);
      perScore.set(key, (perScore.get(key) ?? 0) + 1);
      return perScore.get(key)! <= alike;
    })
    .slice(0, count);
}

/** Leaves out the edits without which the function still agrees. */
function minimal(attempts: Attempts, candidates: readonly Candidate[]): Repair {
  let single: Candidate[] = candidates.flatMap((candidate) =>
    candidate.isOne ? [candidate] : candidate.edits.map((edit) => ({ ...candidate, edits: [edit] })),
  );
  for (const dropped of [...single]) {
    if (single.length === 1 || attempts.isOver) break;
    const rest = single.filter((candidate) => candidate !== dropped);
    if (attempts.isRepair(rest)) single = rest;
  }
  return { candidates: single, edits: single.flatMap(({ edits }) => edits) };
}
