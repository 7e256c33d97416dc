import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { runStages, summary } from '../../scripts/lib/stages.mjs';
import { failuresOf } from '../../scripts/lib/vitestStage.mjs';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test('skipped tests are named only where there are some', () => {
  expect(summary({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(summary({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});

test('a stage that throws is a failure, the stages after it run, and the last line counts all', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  await runStages([
    { name: 'a', run: () => Promise.resolve({ passed: 2, failed: 0, skipped: 1 }) },
    { name: 'b', run: () => Promise.reject(new Error('broken')) },
    { name: 'c', run: () => Promise.resolve({ passed: 4, failed: 0, skipped: 0 }) },
  ]);
  expect(lines.at(-1)?.trim()).toBe('6 passed, 1 failed, 1 skipped');
  expect(process.exitCode).toBe(1);
});

test('the stages of a list run as many at a time as there are cores, each with its output under its own heading', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  const running = new Set<string>();
  let most = 0;
  const stage = (name: string, turns: number) => ({
    name,
    run: async () => {
      running.add(name);
      most = Math.max(most, running.size);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      running.delete(name);
      if (name === 'c') throw new Error('c is broken');
      return { passed: 1, failed: 0, skipped: 0, output: `${name} has printed\n` };
    },
  });
  await runStages([[stage('a', 40), stage('b', 1), stage('c', 1)], stage('d', 1)], 2);
  expect(most).toBe(2);
  const text = lines.join('\n');
  for (const name of ['a', 'b', 'd']) expect(text).toMatch(new RegExp(`── ${name} ──\n${name} has printed`));
  expect(text).toContain('── c ──\nc is broken');
  // The table has the order of the list.
  const rows = lines.filter((line) => /^[✓✗]/.test(line)).map((line) => line.slice(0, 3));
  expect(rows).toEqual(['✓ a', '✓ b', '✗ c', '✓ d']);
  expect(lines.at(-1)?.trim()).toBe('3 passed, 1 failed');
});

test('two sequences run at the same time; what the second prints follows at the end of each of its stages', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  const order: string[] = [];
  const stage = (name: string, turns: number) => ({
    name,
    run: async () => {
      order.push(`${name} begins`);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      order.push(`${name} ends`);
      return { passed: 1, failed: 0, skipped: 0, output: `${name} has printed\n` };
    },
  });
  await runStages([{ pair: [[stage('a', 1), stage('b', 1)], [stage('c', 100)]] }, stage('d', 1)]);
  expect(order.indexOf('c begins')).toBeLessThan(order.indexOf('a ends'));
  expect(order.indexOf('c ends')).toBeGreaterThan(order.indexOf('b ends'));
  expect(order.indexOf('d begins')).toBeGreaterThan(order.indexOf('c ends'));
  expect(lines.join('\n')).toMatch(/── c ──\nc has printed/);
  const rows = lines.filter((line) => line.startsWith('✓')).map((line) => line.slice(0, 3));
  expect(rows).toEqual(['✓ a', '✓ b', '✓ c', '✓ d']);
});

test('what failed is named above the table, at the end of everything that was printed', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  const failures = ['a.test.ts > adds\n    expected 1 to be 2'];
  await runStages([
    { name: 'unit', run: () => Promise.resolve({ passed: 2, failed: 1, skipped: 0, failures }) },
    { name: 'panel', run: () => Promise.resolve({ passed: 4, failed: 0, skipped: 0, output: 'much output' }) },
  ]);
  const at = lines.indexOf('\n✗ unit: a.test.ts > adds\n    expected 1 to be 2');
  expect(at).toBeGreaterThan(lines.indexOf('much output'));
  expect(lines.slice(at + 1).map((line) => line.trim().slice(0, 6).trim())).toEqual([
    '',
    '✗ unit',
    '✓ pane',
    'all st',
    '6 pass',
  ]);
});

test('a report names its failed tests with the start of their errors, and the files that did not load', () => {
  const passed = { status: 'passed', fullName: 'is right', failureMessages: [] };
  const failed = {
    status: 'failed',
    fullName: 'adds',
    failureMessages: ['\u001b[31mexpected 1 to be 2\u001b[39m\n at x'],
  };
  const file = (name: string) => fileURLToPath(new URL(`../../test/${name}`, import.meta.url));
  expect(
    failuresOf([
      { name: file('a.test.ts'), status: 'failed', assertionResults: [passed, failed] },
      { name: file('b.test.ts'), status: 'passed', assertionResults: [passed] },
      { name: file('c.test.ts'), status: 'failed', message: 'cannot find x', assertionResults: [] },
    ]),
  ).toEqual(['test/a.test.ts > adds\n    expected 1 to be 2\n     at x', 'test/c.test.ts\n    cannot find x']);
});
