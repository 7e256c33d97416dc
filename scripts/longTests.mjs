// @ts-check
// npm run long-tests: writes the list of the checker's tests that only `npm test -- --all` runs, after a run with `--all`: those that
// take more than a 1,500th of all unit tests' time. The shortest of each file runs always, and with it a test of each kind.
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inRoot } from './lib/paths.mjs';

/** @typedef {{ ancestorTitles: string[], title: string, status: string, duration?: number | null }} Test */
/** @type {{ testResults: { name: string, assertionResults: Test[] }[] }} */
const { testResults } = JSON.parse(readFileSync(inRoot('test', 'output', 'unit.json'), 'utf8'));
const list = inRoot('test', 'longTests.json');
/** @type {Record<string, string[]>} */
const before = JSON.parse(readFileSync(list, 'utf8'));

/** @param {Test} test */
const timeOf = ({ duration }) => duration ?? 0;
const longest =
  testResults.flatMap(({ assertionResults }) => assertionResults).reduce((all, test) => all + timeOf(test), 0) / 1500;

/** @type {Record<string, string[]>} */
const after = {};
for (const { name, assertionResults } of testResults) {
  const file = relative(inRoot('test'), name).replaceAll('\\', '/');
  if (!file.startsWith('core/check/')) continue;
  const all = assertionResults.map((test) => ({ name: [...test.ancestorTitles, test.title].join(' > '), test }));
  const passed = all.filter(({ test }) => test.status === 'passed').sort((a, b) => timeOf(a.test) - timeOf(b.test));
  const long = passed.slice(1).filter(({ test }) => timeOf(test) > longest);
  // A run without `--all` tells no time of those that it leaves out.
  const untimed = all.filter(({ name, test }) => test.status !== 'passed' && before[file]?.includes(name));
  const names = [...long, ...untimed].map((each) => each.name);
  const listed = names.slice(names.length === all.length ? 1 : 0).sort();
  if (listed.length > 0) after[file] = listed;
}
writeFileSync(list, `${JSON.stringify(Object.fromEntries(Object.entries(after).sort()), undefined, 2)}\n`);
console.log(`${Object.values(after).flat().length} long tests in test/longTests.json`);
