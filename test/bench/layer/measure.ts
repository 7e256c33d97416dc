/** Times candidates in turns, so that whatever else the machine does falls on all of them alike. */

export interface Candidate {
  readonly name: string;
  /** One pass. A number it resolves to is the time that it took, in ms, measured where it ran. */
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

const mostRounds = 9;
/** A round repeats a pass until this many ms are over. */
const roundTime = 12;
/** Slow candidates take part in fewer rounds: about this many ms in all. */
const candidateTime = 2500;

export async function measure(candidates: readonly Candidate[]): Promise<Map<string, Timing>> {
  const timings = new Map<string, number[]>();
  const plans = [];
  for (const candidate of candidates) plans.push(await plan(candidate));
  for (let round = 0; round < mostRounds; round++) {
    for (const { candidate, passes, rounds } of plans) {
      if (round >= rounds) continue;
      const times = timings.get(candidate.name) ?? [];
      times.push(await time(candidate, passes));
      timings.set(candidate.name, times);
    }
  }
  return new Map([...timings].map(([name, rounds]) => [name, { rounds }]));
}

/** How often `other` takes as long as `own`, round by round. */
export function ratio(own: Timing | undefined, other: Timing | undefined): Ratio | undefined {
  if (!own || !other) return undefined;
  const each = other.rounds.slice(0, own.rounds.length).map((ms, round) => ms / own.rounds[round]!);
  return { ...summary(each), rounds: each.length };
}

export function summary(values: readonly number[]): { median: number; low: number; high: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const median = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  return { median, low: sorted[0]!, high: sorted.at(-1) };
}

/** Warms up until the compilers have done their work, or once where a pass is slow. */
async function plan(candidate: Candidate): Promise<{ candidate: Candidate; passes: number; rounds: number }> {
  const start = performance.now();
  let single = await time(candidate, 1);
  for (let pass = 0; pass < 400 && performance.now() - start < 250; pass++) single = await time(candidate, 1);
  const passes = Math.max(1, Math.ceil(roundTime / single));
  const rounds = Math.max(1, Math.min(mostRounds, Math.floor(candidateTime / (single * passes))));
  return { candidate, passes, rounds };
}

async function time({ run, cleanUp }: Candidate, passes: number): Promise<number> {
  let measured = 0;
  const start = performance.now();
  for (let pass = 0; pass < passes; pass++) {
    const result = run();
    if (result instanceof Promise) measured += (await result) as number;
    cleanUp?.();
  }
  return (measured > 0 ? measured : performance.now() - start) / passes;
}
