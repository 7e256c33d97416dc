/**
 * Searches the edits after which a function agrees with the layer on every case: single edits first, then pairs and triples
 * of edits that each reduce the difference, then edits that help only after another one.
 */
import type { TextEdit } from '../FunctionCheck';
import { Attempts } from './Attempts';
import { attemptsToExtend, best, firstSettled, mostCases, type Attempt } from './chosenAttempts';
import type { RepairProblem } from './RepairProblem';
import type { Candidate } from './Candidate';

export interface Repair {
  readonly candidates: readonly Candidate[];
  readonly edits: readonly TextEdit[];
}

const DEPTH = 3;
/**
 * The likeliest candidates are tried alone, then in pairs with those that helped, before less likely ones. Of the mistakes of
 * other authors' programs that one edit repairs, 90 of 100 are among the first 500 candidates, 98 among the first 1500.
 */
const BATCHES = [
  { singles: 500, extensions: 160 },
  { singles: 1400, extensions: 500 },
  { singles: 3000, extensions: 900 },
  { singles: Infinity, extensions: 900 },
];
/** Edits that each reduce the difference, of which pairs and triples are made. */
const COMBINED = 14;
/** Candidates that are tried at least after the nearest edit that repairs a case. */
const AFTER_AGREEMENT = 450;
/** Repairs in progress that are extended by every candidate. */
const BREADTH = 6;

export interface RepairSearch {
  readonly repair?: Repair;
  /** Where none is found: one edit that repairs the text's own calls and most geometries. The function may not be made for the others. */
  readonly partial?: Repair;
  /** The search ended at its bound: not every edit was tried. */
  readonly isBounded: boolean;
  /** The work that it took, in the unit of its bound. */
  readonly spent: number;
}

/** Continues a search to a bound, in units of work from its beginning, or to a deadline on a machine that is too slow. */
export type ContinueSearch = (work: number, deadline: number) => RepairSearch;

/** `accepts`: whether a repair leaves other functions of the text right. */
export function searchEdits(problem: RepairProblem, accepts: (repair: Repair) => boolean): ContinueSearch {
  const attempts: Attempts = new Attempts(problem, (candidates) => accepts(minimal(attempts, candidates)));
  const partial: PartialRepair = {};
  const search = foundBy(attempts, problem, partial);
  return (work, deadline) => {
    attempts.continueTo(work, deadline);
    const { done, value } = search.next();
    const { spent } = attempts;
    if (done && value) return { repair: value, isBounded: false, spent };
    const most = partial.attempt?.candidates;
    const isPartial = most && attempts.isMostlyRepair(most);
    return { ...(isPartial && { partial: repairOf(most) }), isBounded: attempts.isOver, spent };
  };
}

/** The edit after which most cases agree. */
interface PartialRepair {
  attempt?: Attempt | undefined;
}

/** A search that pauses at each bound. */
type Paused<T> = Generator<undefined, T, undefined>;

function* foundBy(attempts: Attempts, problem: RepairProblem, partial: PartialRepair): Paused<Repair | undefined> {
  const { inherited } = problem;
  const begun = inherited && attempts.begin(inherited);
  if (begun === 'repaired') return minimal(attempts, [inherited!]);
  const unchanged: Attempt = { candidates: [], standing: attempts.initial };
  const isNearer = begun !== undefined && begun.score < attempts.initial.score;
  const start = isNearer ? { candidates: [inherited!], standing: begun } : unchanged;
  return yield* foundFrom(attempts, problem, start, partial);
}

function* foundFrom(
  attempts: Attempts,
  problem: RepairProblem,
  start: Attempt,
  partial: PartialRepair,
): Paused<Repair | undefined> {
  const singles: Attempt[] = [];
  let from = 0;
  let isSettled = false;
  for (const { singles: size, extensions } of BATCHES) {
    const batch = problem.candidates.slice(from, size);
    from = size;
    const found = yield* extend(attempts, [start], batch);
    if (!Array.isArray(found)) return found;
    singles.push(...found);
    const behind = yield* behindError(attempts, batch);
    if (behind) return behind;
    const chosen = best(problem, attempts, singles, { count: COMBINED, alike: COMBINED / 2, perLine: COMBINED / 4 });
    const combined = yield* combine(problem, attempts, chosen.some((each) => found.includes(each)) ? chosen : []);
    if (!Array.isArray(combined)) return simpler(attempts, start, problem.candidates.slice(from), combined);
    // An edit that repairs a case is followed by more of them: the mistake behind it is another one.
    for (const [k, attempt] of attemptsToExtend(problem, attempts, singles, start).entries()) {
      const isPromising = k === 0 && attempts.agreedCases(attempt.candidates) > 0;
      const count = isPromising ? Math.max(extensions, AFTER_AGREEMENT) : extensions;
      const next = yield* extend(attempts, [attempt], problem.candidates.slice(0, count));
      if (!Array.isArray(next)) return simpler(attempts, start, problem.candidates.slice(from), next);
    }
    partial.attempt = mostCases(attempts, singles) ?? partial.attempt;
    // What one of several results needs is known, whatever is wrong with the others.
    const settled = isSettled || from < BATCHES[1]!.singles ? undefined : firstSettled(attempts, start, singles);
    if (settled) {
      isSettled = true;
      const next = yield* foundFrom(attempts, problem, settled, partial);
      if (next) return simpler(attempts, start, problem.candidates.slice(from), next);
    }
  }
  let beam = best(problem, attempts, singles, { count: BREADTH });
  for (let depth = 2; depth <= DEPTH && beam.length > 0; depth++) {
    const next = yield* extend(attempts, beam, problem.candidates);
    if (!Array.isArray(next)) return next;
    beam = best(problem, attempts, next, { count: BREADTH });
  }
  return undefined;
}

/** Edits that make an axis like the other one. */
const ALIKE = 4;

/** An axis that is unlike the other one is a mistake, also where an error of another line hides what its repair does. */
function* behindError(attempts: Attempts, batch: readonly Candidate[]): Paused<Repair | undefined> {
  for (const alike of batch.filter(({ id }) => id === 'axes-differ').slice(0, ALIKE)) {
    const standing = attempts.begin(alike);
    if (standing === undefined || standing === 'repaired') continue;
    const next = yield* extend(attempts, [{ candidates: [alike], standing }], attempts.ofErrorAfter(alike, batch));
    if (!Array.isArray(next)) return next;
  }
  return undefined;
}

/** Single edits that are tried after a repair of several edits is found, and the work that they may take. */
const SIMPLER = 900;
const WORK_OF_SIMPLER = 240_000_000;

/** What each of several edits costs at least. */
const LEAST_COST = 1.5;

/** A single edit that repairs as much as several ones, which together are less likely; otherwise those. */
function simpler(attempts: Attempts, start: Attempt, candidates: readonly Candidate[], found: Repair): Repair {
  if (found.candidates.length < 2) return found;
  const bound = found.candidates.reduce((sum, { cost }) => sum + Math.max(cost, LEAST_COST), 0);
  const { spent } = attempts;
  for (const candidate of candidates.slice(0, SIMPLER)) {
    if (candidate.cost >= bound || attempts.spent > spent + WORK_OF_SIMPLER) break;
    if (attempts.run([...start.candidates, candidate], start.standing) !== 'repaired') continue;
    return minimal(attempts, [...start.candidates, candidate]);
  }
  return found;
}

/** Pairs, then triples, of edits that each reduce the difference. */
function* combine(problem: RepairProblem, attempts: Attempts, singles: readonly Attempt[]): Paused<Repair | Attempt[]> {
  const helpful = singles.map(({ candidates }) => candidates.at(-1)!);
  let beam = singles;
  for (let depth = 2; depth <= DEPTH && beam.length > 0; depth++) {
    const next = yield* extend(attempts, beam, helpful, (last) => helpful.slice(helpful.indexOf(last) + 1));
    if (!Array.isArray(next)) return next;
    beam = best(problem, attempts, next, { count: BREADTH });
  }
  return [];
}

/** A repair, or all attempts that reduce the difference further. `after`: pairs once. */
function* extend(
  attempts: Attempts,
  beam: readonly Attempt[],
  candidates: readonly Candidate[],
  after?: (last: Candidate) => readonly Candidate[],
): Paused<Repair | Attempt[]> {
  const next: Attempt[] = [];
  for (const attempt of beam) {
    const last = attempt.candidates.at(-1);
    const isWithoutEffect = after ? () => false : attempts.withoutEffectAfter(attempt.candidates, attempt.standing);
    for (const candidate of after && last ? after(last) : candidates) {
      if (attempt.candidates.includes(candidate) || isWithoutEffect(candidate)) continue;
      while (attempts.isOver) yield;
      const tried = [...attempt.candidates, candidate];
      const result = attempts.run(tried, attempt.standing);
      if (result === 'repaired') return minimal(attempts, tried);
      if (result !== undefined) next.push({ candidates: tried, standing: result });
    }
  }
  return next;
}

/** Leaves out the edits without which the function still agrees. */
function minimal(attempts: Attempts, candidates: readonly Candidate[]): Repair {
  let single: Candidate[] = candidates.flatMap((candidate) =>
    candidate.isOne ? [candidate] : candidate.edits.map((_, k) => withOneEdit(candidate, k)),
  );
  for (const dropped of [...single]) {
    if (single.length === 1 || attempts.isOver) break;
    const rest = single.filter((candidate) => candidate !== dropped);
    if (attempts.isRepair(rest)) single = rest;
  }
  return repairOf(single);
}

function repairOf(candidates: readonly Candidate[]): Repair {
  return { candidates, edits: candidates.flatMap(({ edits }) => edits) };
}

function withOneEdit({ details, ...candidate }: Candidate, k: number): Candidate {
  return { ...candidate, detail: details?.[k] ?? candidate.detail, edits: [candidate.edits[k]!] };
}
