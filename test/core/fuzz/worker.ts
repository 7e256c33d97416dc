/**
 * A thread of `npm run fuzz`: makes inputs from consecutive seeds and judges them. Before each input its number is written to
 * memory that the main thread watches, so that an input that never ends is known.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { failureOf, type Failure } from './failures';
import { judge } from './judge';
import { Random } from './Random';
import { targets, type Target } from './targets';
import { seedTexts, type SeedText } from './texts';

export interface FuzzRequest {
  readonly fixtures: string;
  readonly first: number;
  readonly step: number;
  /** Milliseconds since 1970. */
  readonly end: number;
  readonly only: string | undefined;
  /** [the number of the present input]. */
  readonly progress: Int32Array;
}

/** Milliseconds after which an input is a failure: a program may use its whole budget of work. */
const longest = 1000;
const longestProgram = 5000;
/** Milliseconds from which the growth of the time is measured. */
const slow = 150;
/** The time of an input of twice the length may be this multiple: n·log n with a margin for the machine's noise. */
const mostGrowth = 3.2;

/** The reader and the input of a number. */
export function inputAt(number: number, seeds: readonly SeedText[], only: string | undefined) {
  const random = new Random(number);
  const target = random.pick(only === undefined ? targets : targets.filter(({ name }) => name === only));
  return { target, input: target.make(random, seeds) };
}

function problemOf(target: Target, input: string | Uint8Array): string | undefined {
  const { problem, milliseconds } = judge(target, input);
  if (problem !== undefined || milliseconds < slow) return problem;
  // The machine may have been busy: the best of three counts.
  const best = (each: string | Uint8Array) => Math.min(...[1, 2, 3].map(() => judge(target, each).milliseconds));
  const time = best(input);
  if (time > (target.name === 'program' ? longestProgram : longest))
    return `${time.toFixed(0)} ms for ${input.length} characters`;
  if (!target.grows || typeof input !== 'string' || time < slow) return undefined;
  const doubled = best(input + input.slice(input.indexOf('\n') + 1));
  return doubled > mostGrowth * time ? `twice the input takes ${(doubled / time).toFixed(1)} times as long` : undefined;
}

function run({ fixtures, first, step, end, only, progress }: FuzzRequest, report: (failure: Failure) => void): void {
  const seeds = seedTexts(fixtures);
  for (let number = first; Date.now() < end; number += step) {
    Atomics.store(progress, 0, number);
    const { target, input } = inputAt(number, seeds, only);
    const problem = problemOf(target, input);
    if (problem !== undefined) report(failureOf(target.name, problem, input));
  }
}

if (parentPort) {
  const port = parentPort;
  run(workerData as FuzzRequest, (failure) => port.postMessage(failure));
}

export { failureOf, fileName } from './failures';
export { seedTexts } from './texts';
