import { afterEach, expect, test, vi } from 'vitest';
import { runStages, summary } from '../../scripts/lib/stages.mjs';

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
