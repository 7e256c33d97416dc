/**
 * A thread of `npm run fuzz`: makes inputs from consecutive seeds and judges them. Before each input its number is written to
 * memory that the main thread watches, so that an input that never ends is known.
 */
import { getHeapStatistics } from 'node:v8';
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
  /** [the number of the present input, the index of its reader]. */
  readonly progress: Int32Array;
  /** Number of inputs of each reader, of all threads. */
  readonly inputs: Int32Array;
}

/** Milliseconds from which the growth of the time is measured. */
const slow = 60;
/** The time of an input of twice the length may be this multiple: n·log n with a margin for the machine's noise. */
const mostGrowth = 3.2;

/** Bytes outside of the engine's heap that one input may take. */
const mostMemory = 600_000_000;

/** The readers that are tried. */
export function targetsOf(only: string | undefined): readonly Target[] {
  return targets.filter(({ name }) => only === undefined || name === only);
}

/** The input of a number for a reader. */
export function inputAt(target: Target, number: number, seeds: readonly SeedText[]): string | Uint8Array {
  return target.make(new Random(number), seeds);
}

/** Bytes outside of the heap when they were last asked for. */
let external = 0;

function problemOf(target: Target, input: string | Uint8Array): string | undefined {
  const { problem, milliseconds } = judge(target, input);
  // What takes much memory takes some time.
  const before = external;
  if (milliseconds > 1) external = getHeapStatistics().external_memory;
  const taken = external - before;
  if (taken > mostMemory) return `${(taken / 1e6).toFixed(0)} MB for ${input.length} characters`;
  if (problem !== undefined) return traced(() => judge(target, input).problem) ?? problem;
  if (milliseconds < slow) return undefined;
  if (milliseconds < (target.longest ?? 0)) return undefined;
  // The machine may have been busy: the best of three counts.
  const best = (each: string | Uint8Array) => Math.min(...[1, 2, 3].map(() => judge(target, each).milliseconds));
  const time = best(input);
  if (time > (target.longest ?? 1000)) return `${time.toFixed(0)} ms for ${input.length} characters`;
  if (!target.grows || typeof input !== 'string' || time < slow) return undefined;
  const doubled = best(input + input.slice(input.indexOf('\n') + 1));
  return doubled > mostGrowth * time ? `twice the input takes ${(doubled / time).toFixed(1)} times as long` : undefined;
}

/** Recording where an error was thrown takes longer than refusing most inputs: only for failures. */
function traced<T>(action: () => T): T {
  Error.stackTraceLimit = 10;
  const result = action();
  Error.stackTraceLimit = 0;
  return result;
}

function run(request: FuzzRequest, report: (failure: Failure) => void): void {
  const { fixtures, first, step, end, only, progress, inputs } = request;
  Error.stackTraceLimit = 0;
  const seeds = seedTexts(fixtures);
  const tried = targetsOf(only);
  /** Milliseconds, divided by the reader's share. */
  const spent = tried.map(() => 0);
  for (let number = first, start = performance.now(); Date.now() < end; number += step) {
    const index = spent.indexOf(Math.min(...spent));
    const target = tried[index]!;
    Atomics.store(progress, 0, number);
    Atomics.store(progress, 1, index);
    const input = inputAt(target, number, seeds);
    const problem = problemOf(target, input);
    if (problem !== undefined) report(failureOf(target.name, problem, input));
    Atomics.add(inputs, index, 1);
    const now = performance.now();
    spent[index]! += (now - start) / target.share;
    start = now;
  }
}

if (parentPort) {
  const port = parentPort;
  run(workerData as FuzzRequest, (failure) => port.postMessage(failure));
}

export { failureOf, fileName } from './failures';
export { seedTexts } from './texts';
