/**
 * Programs whose author did not know the check: the correct ones are not accused, the mistake of each wrong one is
 * named at its line. What is not found yet is listed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../core/check';

const folder = join(import.meta.dirname, '../../check-programs');
const wrong = JSON.parse(readFileSync(join(folder, 'wrong.json'), 'utf8')) as Record<string, { lines: number[] }>;
const open = JSON.parse(readFileSync(join(folder, 'open.json'), 'utf8')) as string[];
/** `CHECK_CORPUS=all`: every program; otherwise a sample. */
const all = process.env['CHECK_CORPUS'] === 'all';

/** Milliseconds that the process has computed: the search has the same time on a loaded machine. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

describe('checkCode: correct programs of others', () => {
  const files = readdirSync(join(folder, 'right')).filter((_, k) => all || k % 4 === 0);

  it.each(files)('%s is not accused', { timeout: 60_000 }, (file) => {
    const checks = checkCode(readFileSync(join(folder, 'right', file), 'utf8'), { now: processorTime });
    for (const check of checks.filter(({ refused }) => !refused)) {
      expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
    }
  });
});

describe('checkCode: wrong programs of others', () => {
  const names = Object.keys(wrong).filter((name, k) => (all || k % 6 === 0) && !open.includes(name));

  it.each(names)('%s: the line and a verified repair', { timeout: 60_000 }, (name) => {
    const checks = checkCode(readFileSync(join(folder, 'wrong', `${name}.py`), 'utf8'), { now: processorTime });
    const mistakes = checks.flatMap((check) => check.mistakes);
    const named = mistakes.filter(({ line }) => line !== undefined && wrong[name]!.lines.includes(line));
    expect(named.map(({ verified }) => verified)).toContain(true);
  });
});
