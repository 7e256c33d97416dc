// @ts-check
// npm run fuzz -- MINUTES [READER or all] [FIRST] [THREADS]: tries the readers of external input (text, files, debuggers' answers,
// messages) on inputs made from consecutive numbers, starting with FIRST, each for its share of the time. Inputs on which a reader fails are
// stored in test/fixtures/failures, where `npm test` tries them again.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import * as esbuild from 'esbuild';
import { ensureDependencies } from './lib/dependencies.mjs';
import { complain, endWithMessage, say } from './lib/log.mjs';
import { cache, inRoot } from './lib/paths.mjs';

/** Milliseconds of processor time without a new input after which a thread counts as hanging: a thread that waits on a busy machine does not. */
const longest = 90_000;
/** Memory limit of a thread, in megabytes. */
const memory = 1024;

endWithMessage();
const spare = Math.max(1, availableParallelism() - 1);
const [minutes = '1', reader = 'all', start = String((Date.now() % 1e9) | 0), parallel = String(spare)] =
  process.argv.slice(2);
/** @type {string | undefined} */
const only = reader === 'all' ? undefined : reader;
if (!(Number(minutes) > 0)) throw new Error(`${minutes} is not a number of minutes`);
await ensureDependencies();

const bundle = join(cache, 'fuzz', 'worker.mjs');
await esbuild.build({
  entryPoints: [inRoot('test', 'core', 'fuzz', 'worker.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
});
const { failureOf, fileName, inputAt, seedTexts, targetsOf } = await import(pathToFileURL(bundle).href);

const folder = inRoot('test', 'fixtures', 'failures');
const fixtures = inRoot('test', 'fixtures');
const end = Date.now() + Number(minutes) * 60_000;
const threads = Number(parallel);
const first = Number(start);
/** @type {readonly { name: string }[]} */
const targets = targetsOf(only);
if (targets.length === 0) throw new Error(`${only} is no reader`);
/** Number of inputs of each reader. */
const inputs = new Int32Array(new SharedArrayBuffer(4 * targets.length));
let failures = 0;
mkdirSync(folder, { recursive: true });
say(`${minutes} min on ${threads} ${threads === 1 ? 'thread' : 'threads'}, from input ${first}`);
const report = setInterval(count, 300_000);
await Promise.all(Array.from({ length: threads }, (_, thread) => runThread(first + thread)));
clearInterval(report);
count();
process.exitCode = failures > 0 ? 1 : 0;

/** Prints the number of inputs of each reader. */
function count() {
  for (const [index, { name }] of targets.entries()) say(`${name.padEnd(12)} ${String(inputs[index]).padStart(10)}`);
  const sum = inputs.reduce((a, b) => a + b, 0);
  say(`${sum} inputs, ${failures} ${failures === 1 ? 'failure' : 'failures'}`);
}

/** Milliseconds of processor time of all threads. */
function worked() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Tries the inputs from `number` on; after a hang or a crash it continues after that input. @param {number} number */
async function runThread(number) {
  let next = number;
  while (Date.now() < end) next = await runOnce(next);
}

/** Tries inputs in a thread until it ends, hangs or crashes. Returns the number of the next input. @param {number} number @returns {Promise<number>} */
function runOnce(number) {
  const progress = new Int32Array(new SharedArrayBuffer(8));
  progress[0] = number;
  return new Promise((resolve) => {
    const workerData = { fixtures, first: number, step: threads, end, only, progress, inputs };
    const worker = new Worker(bundle, { workerData, resourceLimits: { maxOldGenerationSizeMb: memory } });
    let seen = number;
    let since = worked();
    let problem = '';
    const watch = setInterval(() => {
      const now = Atomics.load(progress, 0);
      if (now !== seen) {
        seen = now;
        since = worked();
      } else if (worked() - since > longest * threads) {
        problem = `no end after ${longest / 1000} s`;
        void worker.terminate();
      }
    }, 500);
    worker.on('message', store);
    worker.on('error', (error) => (problem ||= error.message));
    worker.on('exit', () => {
      clearInterval(watch);
      const last = Atomics.load(progress, 0);
      if (problem) {
        const target = targets[Atomics.load(progress, 1)];
        store(failureOf(target?.name, problem, inputAt(target, last, seedTexts(fixtures))));
      }
      resolve(last + threads);
    });
  });
}

/** @param {{ target: string, problem: string }} failure */
function store(failure) {
  failures++;
  const file = join(folder, fileName(failure));
  writeFileSync(file, JSON.stringify(failure, null, 2) + '\n');
  complain(`${failure.target}: ${failure.problem.split('\n').slice(0, 3).join(' | ')}\n  ${file}`);
}
