// @ts-check
// npm run long-tests: writes the list of the tests of the checker and the panel that only `npm test -- --all` runs, after a run with
// `--all`. The shorter third of each file runs always, and with it a test of each kind.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inRoot } from './lib/paths.mjs';

/** A test of the folder is long that takes more than this share of the time of all tests of the stage. */
const stages = [
  { stage: 'unit', folder: 'core/check/', share: 1 / 2500 },
  { stage: 'panel', folder: 'webview/browser/', share: 1 / 400 },
];

/** @typedef {{ ancestorTitles: string[], title: string, status: string, duration?: number | null }} Test */
/** @typedef {{ testResults: { name: string, assertionResults: Test[] }[] }} Report */
const list = inRoot('test', 'longTests.json');
/** @type {Record<string, string[]>} */
const before = JSON.parse(readFileSync(list, 'utf8'));
/** @type {Record<string, string[]>} */
const after = {};
for (const { stage, folder, share } of stages) {
  const path = inRoot('test', 'output', `${stage}.json`);
  if (!existsSync(path)) throw new Error(`${path} is missing: npm test -- --all writes it`);
  addLong(JSON.parse(readFileSync(path, 'utf8')), folder, share);
}
writeFileSync(list, `${JSON.stringify(Object.fromEntries(Object.entries(after).sort()), undefined, 2)}\n`);
console.log(`${Object.values(after).flat().length} long tests in test/longTests.json`);

/** @param {Test} test */
function timeOf({ duration }) {
  return duration ?? 0;
}

/** @param {Report} report @param {string} folder @param {number} share */
function addLong({ testResults }, folder, share) {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const longest = share * tests.reduce((all, test) => all + timeOf(test), 0);
  for (const { name, assertionResults } of testResults) {
    const file = relative(inRoot('test'), name).replaceAll('\\', '/');
    if (!file.startsWith(folder)) continue;
    const all = assertionResults.map((test) => ({ name: [...test.ancestorTitles, test.title].join(' > '), test }));
    const passed = all.filter(({ test }) => test.status === 'passed').sort((a, b) => timeOf(a.test) - timeOf(b.test));
    const long = passed.slice(Math.ceil(passed.length / 3)).filter(({ test }) => timeOf(test) > longest);
    // A run without `--all` tells no time of those that it leaves out.
    const untimed = all.filter(({ name, test }) => test.status !== 'passed' && before[file]?.includes(name));
    const names = [...long, ...untimed].map((each) => each.name);
    const listed = names.slice(names.length === all.length ? 1 : 0).sort();
    if (listed.length > 0) after[file] = listed;
  }
}
