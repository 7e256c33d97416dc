/** Leaves out the tests that longTests.json lists: `npm test -- --all` runs them. */
import { relative } from 'node:path';
import { beforeAll, beforeEach } from 'vitest';
import type { RunnerTask, RunnerTestFile } from 'vitest';
import { everything } from './everything';
import longTests from './longTests.json' with { type: 'json' };

const lists: Readonly<Record<string, readonly string[]>> = longTests;

// oxlint-disable-next-line no-empty-pattern -- vitest reads the pattern
beforeAll(({}, { file }) => {
  const names = new Set(namesOf(file.tasks));
  const unknown = longOf(file).filter((name) => !names.has(name));
  if (unknown.length > 0)
    throw new Error(`longTests.json lists tests that ${file.name} does not have: ${unknown.join('; ')}`);
});

beforeEach(({ task, skip }) => {
  skip(!everything && longOf(task.file).includes(task.fullTestName), 'it takes long: npm test -- --all');
});

function longOf({ filepath }: RunnerTestFile): readonly string[] {
  return lists[relative(import.meta.dirname, filepath).replaceAll('\\', '/')] ?? [];
}

function namesOf(tasks: readonly RunnerTask[]): readonly string[] {
  return tasks.flatMap((task) => (task.type === 'suite' ? namesOf(task.tasks) : [task.fullTestName]));
}
