// @ts-check
// A run of vitest as a stage, counted from its own report.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

/**
 * `quiet`: what it prints is kept for its end; `files`: parts of the names of its files, default: all.
 * @param {string} name @param {string} config
 * @param {{ quiet?: boolean, files?: readonly string[], env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<import('./stages.mjs').Result>}
 */
export async function vitest(name, config, { quiet = false, files = [], env = process.env } = {}) {
  const folder = inRoot('test', 'output');
  const report = inRoot('test', 'output', `${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const reporters = [
    '--reporter=default',
    '--reporter=scripts/lib/RetriedReporter.mjs',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code, output } = await run(
    process.execPath,
    [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', '-c', config, ...reporters, ...files],
    { quiet, env },
  );
  if (!existsSync(report)) throw new Error(`vitest ended with ${code} and left no report`);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not load, or an error outside a test, fails the run without failing a test.
  const failed = Math.max(numFailedTests, code === 0 ? 0 : 1);
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests, ...(quiet && { output }) };
}
