// @ts-check
// Runs stages, times them, and adds up what passed and failed.
import { availableParallelism } from 'node:os';
import { complain, seconds } from './log.mjs';
import { run } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {Counts & { output?: string, failures?: readonly string[] }} Result What a stage printed where it did not print it itself,
 * and what failed in it, by name.
 * @typedef {{ name: string, run: () => Promise<Result> }} Stage A stage that throws counts as one failure.
 * @typedef {{ pair: readonly [shown: readonly Stage[], kept: readonly Stage[]] }} Pair Two sequences at the same time: what those of
 * the second print follows at the end of each.
 * @typedef {{ name: string, counts: Counts, time: string, failures: readonly string[] }} Row
 */

/**
 * Runs stages one after the other; those of an inner list, each of which uses one core, at the same time, as many as there are
 * cores. Every stage runs, also after a failure. Ends with what failed, so that the end of a record of the run is enough to know it,
 * the table and the line of counts, and with exit code 1 where something failed.
 * @param {readonly (Stage | Pair | readonly Stage[])[]} stages @param {number} [cores]
 */
export async function runStages(stages, cores = availableParallelism()) {
  /** @type {Row[]} */
  const table = [];
  const start = Date.now();
  for (const each of stages) {
    if ('run' in each) table.push(await runOne(each));
    else if ('pair' in each) table.push(...(await runPair(each)));
    else table.push(...(await runTogether(each, cores)));
  }
  for (const { name, failures } of table) {
    for (const each of failures) console.log(`\n✗ ${name}: ${each}`);
  }
  console.log('');
  for (const { name, counts, time } of table) {
    console.log(`${counts.failed > 0 ? '✗' : '✓'} ${name.padEnd(20)} ${time.padStart(8)}  ${summary(counts)}`);
  }
  console.log(`  ${'all stages'.padEnd(20)} ${seconds(Date.now() - start).padStart(8)}`);
  const total = table.map(({ counts }) => counts).reduce(add);
  console.log(`\n${summary(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** Prints the heading at the start. @param {Stage} stage @returns {Promise<Row>} */
async function runOne({ name, run }) {
  console.log(heading(name));
  const start = Date.now();
  const { output, failures = [], ...counts } = await run().catch(asFailure);
  if (output) console.log(output);
  return { name, counts, time: seconds(Date.now() - start), failures };
}

/** @param {Pair} stages @returns {Promise<Row[]>} */
async function runPair({ pair: [shown, kept] }) {
  const others = runTogether(kept, 1);
  /** @type {Row[]} */
  const rows = [];
  for (const each of shown) rows.push(await runOne(each));
  return [...rows, ...(await others)];
}

/** Prints the heading of each at its end, so that its output follows. @param {readonly Stage[]} stages @param {number} cores */
async function runTogether(stages, cores) {
  const rows = /** @type {Row[]} */ (Array(stages.length));
  const waiting = [...stages.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, { name, run }] = next;
      const start = Date.now();
      const { output, failures = [], ...counts } = await run().catch(asOutput);
      rows[index] = { name, counts, time: seconds(Date.now() - start), failures };
      console.log([heading(name), ...(output ? [output.trimEnd()] : [])].join('\n'));
    }
  };
  await Promise.all(Array.from({ length: cores }, work));
  return rows;
}

/**
 * A program of node_modules as a stage: it passes or it fails.
 * @param {string} script @param {readonly string[]} args @returns {Promise<Result>}
 */
export async function command(script, args) {
  const { code, output } = await run(process.execPath, [script, ...args], { quiet: true });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
}

/** @param {Counts} counts */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {string} name */
function heading(name) {
  return `\n── ${name} ──`;
}

const failure = { passed: 0, failed: 1, skipped: 0 };

/** @param {unknown} error @returns {Result} */
function asFailure(error) {
  complain(messageOf(error));
  return failure;
}

/** @param {unknown} error @returns {Result} */
function asOutput(error) {
  return { ...failure, output: messageOf(error) };
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {Counts} a @param {Counts} b */
function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
