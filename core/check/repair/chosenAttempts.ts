/** Which edits that bring a function nearer to its layer are followed by further ones. */
import type { Attempts, Standing } from './Attempts';
import type { Candidate } from './Candidate';
import type { RepairProblem } from './RepairProblem';

export interface Attempt {
  readonly candidates: readonly Candidate[];
  readonly standing: Standing;
}

/** Edits, of different lines, after each of which the likeliest candidates are tried. */
const EXTENDED = 3;
/** Attempts that are looked at for a result that they make right. */
const LOOKED_AT = 24;

/** The likeliest attempt after which one more of the results agrees on every case. */
export function firstSettled(attempts: Attempts, start: Attempt, tried: readonly Attempt[]): Attempt | undefined {
  const before = attempts.agreeingAfter(start.candidates);
  if (before.length + 1 >= attempts.results) return undefined;
  return [...tried]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .slice(0, LOOKED_AT)
    .find(({ candidates }) => {
      const after = attempts.agreeingAfter(candidates);
      return after.length > before.length && before.every((name) => after.includes(name));
    });
}

/**
 * Repairs in progress that are extended: those after which a case that failed agrees, though others may end with an error, as
 * they do where the padding is removed with `[pad:-pad]`, and the nearest: an error, or a factor of several terms, hides the
 * mistakes behind it.
 */
export function attemptsToExtend(
  problem: RepairProblem,
  attempts: Attempts,
  singles: readonly Attempt[],
  start: Attempt,
): Attempt[] {
  const agreeing = singles.filter(({ standing }) => standing.next !== start.standing.next);
  const chosen = [agreeing, singles].flatMap((tried) =>
    best(problem, attempts, tried, { count: EXTENDED, perLine: 1 }),
  );
  const most = mostCases(attempts, singles);
  return [...new Set([...(most ? [most] : []), ...chosen])];
}

/** The edit after which most cases agree, though not the one that the next edit must bring nearer. */
export function mostCases(attempts: Attempts, singles: readonly Attempt[]): Attempt | undefined {
  const [first] = [...singles]
    .sort((a, b) => a.candidates.at(-1)!.cost - b.candidates.at(-1)!.cost)
    .slice(0, RANKED)
    .map((attempt) => ({ attempt, count: attempts.agreedCases(attempt.candidates) }))
    .sort((a, b) => b.count - a.count);
  return first && first.count > 0 ? first.attempt : undefined;
}

interface Choice {
  readonly count: number;
  /** The most of one score. */
  readonly alike?: number;
  /** The most whose last edit is on one line: several edits of a line mostly are the same repair. */
  readonly perLine?: number;
}

/** The lowest scores on all cases; of nearly equal ones the likelier edit. */
export function best(
  { source }: RepairProblem,
  attempts: Attempts,
  tried: readonly Attempt[],
  { count, alike = 2, perLine = Infinity }: Choice,
): Attempt[] {
  const used = new Map<string | number, number>();
  const take = (key: string | number, most: number): boolean => {
    used.set(key, (used.get(key) ?? 0) + 1);
    return used.get(key)! <= most;
  };
  const lineOf = ({ candidates }: Attempt): number =>
    source.lastIndexOf('\n', candidates.at(-1)!.edits[0]!.range[0] - 1);
  const scored = [...tried]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .slice(0, RANKED)
    .map((attempt) => ({ attempt, score: attempts.scoreOnAll(attempt.candidates) }));
  // Of one line the nearest, however likely.
  return scored
    .sort((a, b) => a.score - b.score || rankOf(a.attempt) - rankOf(b.attempt))
    .filter(({ attempt }) => take(lineOf(attempt), perLine))
    .sort((a, b) => a.score - b.score + rankOf(a.attempt) - rankOf(b.attempt))
    .filter(({ score }) => take(score.toFixed(6), alike))
    .slice(0, count)
    .map(({ attempt }) => attempt);
}

/** Attempts that are compared on all cases: on few of them, several edits are equally near by chance. */
const RANKED = 40;

/** What a unit of the cost of an edit weighs in the score. */
const WEIGHT = 0.03;

function rankOf({ candidates, standing }: Attempt): number {
  return standing.score + WEIGHT * candidates.reduce((sum, { cost }) => sum + cost, 0);
}
