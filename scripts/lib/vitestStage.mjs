// @ts-check
// A run of vitest as a stage, counted from its own report.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
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
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that does not load, or an error outside a test, fails the run without failing a test.
  const failed = Math.max(numFailedTests, code === 0 ? 0 : 1);
  const skipped = numPendingTests + numTodoTests;
  return { passed: numPassedTests, failed, skipped, failures: failuresOf(testResults), ...(quiet && { output }) };
}

/**
 * The failed tests of a report, each with its file, its name and the first lines of its error, and the files that did not load.
 * @param {readonly ReportedFile[]} files
 * @typedef {{ status: string, fullName: string, failureMessages?: readonly string[] | null }} ReportedTest
 * @typedef {{ name: string, status: string, message?: string, assertionResults: readonly ReportedTest[] }} ReportedFile
 */
export function failuresOf(files) {
  return files.flatMap(({ name, status, message = '', assertionResults }) => {
    const file = relative(inRoot(), name).replaceAll('\\', '/');
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${file}\n${firstLines(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${file} > ${fullName}\n${firstLines((failureMessages ?? []).join('\n'))}`,
    );
  });
}

/** Indented, and without the colours of a terminal. @param {string} message */
function firstLines(message) {
  const lines = stripVTControlCharacters(message).trim().split('\n');
  return lines
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 200)}`)
    .join('\n');
}
