/**
 * Times candidates in turns, so that whatever else the machine does falls on all of them alike. The time is the processor's,
 * of this process with all its threads, not the clock's: waiting for other work on the machine does not count.
 */

export interface Candidate {
  readonly name: string;
  /** One pass. A number it resolves to is the time that it took, in ms, measured in the process where it ran. */
  readonly run: () => unknown;
  readonly cleanUp?: () => void;
}

export interface Timing {
  /** ms of one pass in each round, as many as the rounds that this candidate took part in. */
  readonly rounds: readonly number[];
}

export interface Ratio {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly rounds: number;
}

interface Plan {
  readonly candidate: Candidate;
  readonly passes: number;
  /** Rounds still to be run. */
  readonly rounds: number;
  readonly times: number[];
}

const mostRounds = 7;
/** ms that a candidate runs before it is measured, and that a round repeats its passes for. */
const warmUpTime = 150;
const roundTime = 12;
/** Slow candidates take part in fewer rounds: about this many ms in all; slower ones in one, without a warm-up. */
const candidateTime = 600;

export async function measure(candidates: readonly Candidate[]): Promise<Map<string, Timing>> {
  const plans: Plan[] = [];
  for (const candidate of candidates) plans.push(await plan(candidate));
  for (let round = 0; round < mostRounds; round++) {
    for (const { candidate, passes, rounds, times } of plans) {
      if (round < rounds) times.push(await time(candidate, passes));
    }
  }
  return new Map(plans.map(({ candidate, times }) => [candidate.name, { rounds: times }]));
}

/** How many times as long as `own` `other` takes, round by round; a single round against the median of the others. */
export function ratio(own: Timing | undefined, other: Timing | undefined): Ratio | undefined {
  if (!own || !other) return undefined;
  const each =
    own.rounds.length === 1 || other.rounds.length === 1
      ? [summary(other.rounds).median / summary(own.rounds).median]
      : other.rounds.slice(0, own.rounds.length).map((ms, round) => ms / own.rounds[round]!);
  return { ...summary(each), rounds: each.length };
}

export function summary(values: readonly number[]): { median: number; low: number; high: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const median = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  return { median, low: sorted[0]!, high: sorted[sorted.length - 1]! };
}

/** Warms up until the compilers have done their work; where one pass is slow, that pass is the measurement. */
async function plan(candidate: Candidate): Promise<Plan> {
  let single = await time(candidate, 1);
  if (single > candidateTime) return { candidate, passes: 1, rounds: 0, times: [single] };
  for (let spent = single; spent < warmUpTime;) {
    const passes = Math.max(1, Math.ceil(roundTime / 4 / single));
    single = await time(candidate, passes);
    spent += single * passes;
  }
  const passes = Math.max(1, Math.ceil(roundTime / single));
  const rounds = Math.max(1, Math.min(mostRounds, Math.floor(candidateTime / (single * passes))));
  return { candidate, passes, rounds, times: [] };
}

async function time({ run, cleanUp }: Candidate, passes: number): Promise<number> {
  let measured = 0;
  const start = process.cpuUsage();
  for (let pass = 0; pass < passes; pass++) {
    const result = run();
    const elsewhere: unknown = result instanceof Promise ? await result : undefined;
    if (typeof elsewhere === 'number') measured += elsewhere;
    cleanUp?.();
  }
  const { user, system } = process.cpuUsage(start);
  // A clock's tick at the least, so that the shortest passes are not divided by nothing.
  return Math.max(measured > 0 ? measured : (user + system) / 1000, 0.001) / passes;
}
