// @ts-check
// Runs stages one after the other, times them, and adds up what passed and failed.
import { complain, seconds } from './log.mjs';
import { run } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, run: () => Promise<Counts> }} Stage A stage that throws counts as one failure.
 */

/** Ends with the line of counts, and with exit code 1 where something failed. @param {readonly Stage[]} stages */
export async function runStages(stages) {
  const table = [];
  for (const { name, run } of stages) {
    console.log(`\n── ${name} ──`);
    const start = Date.now();
    const counts = await run().catch(asFailure);
    table.push({ name, counts, time: seconds(Date.now() - start) });
  }
  console.log('');
  for (const { name, counts, time } of table) {
    console.log(`${counts.failed > 0 ? '✗' : '✓'} ${name.padEnd(20)} ${time.padStart(8)}  ${summary(counts)}`);
  }
  const total = table.map(({ counts }) => counts).reduce(add);
  console.log(`\n${summary(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** A program of node_modules as a stage: it passes or it fails. @param {string} script @param {readonly string[]} args */
export async function command(script, args) {
  const { code } = await run(process.execPath, [script, ...args]);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** @param {Counts} counts */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {unknown} error */
function asFailure(error) {
  complain(error instanceof Error ? error.message : String(error));
  return { passed: 0, failed: 1, skipped: 0 };
}

/** @param {Counts} a @param {Counts} b */
function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
