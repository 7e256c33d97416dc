/**
 * Implementations in styles other than the corpus: loops, im2col, strides, einsum, classes, lists, generators. As they are they
 * agree; each mistake that is written into them is named at its line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../core/check';
import { everything } from '../../everything';

const folder = join(import.meta.dirname, '../../programs/styles');

/** Mistakes whose repair is not found in the time of the search, or that a verified repair of another line removes. */
const UNREPAIRED = new Set([
  'd * xp[n, :',
  'reshape(n, oh, k, ow, k, c)\n    return blocks.mean(axis=(2, 4))',
  'total += value',
  'sw * stride, sh, sw)',
  'col = col.reshape(-1, self.pool_h * self.pool_w)\n',
  'return top, top + f, left, left + f',
  'self.save_mask(piece, (i, j))',
]);

interface Mutation {
  readonly base: string;
  readonly from: string;
  readonly to: string;
  /** In every run, or, where the search takes some seconds, in the whole set only. */
  readonly always?: boolean;
}

const mutations = JSON.parse(textOf('mutations.json')) as Mutation[];
const sources = readdirSync(folder).filter((file) => file.endsWith('.py'));

function textOf(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** Milliseconds that the process has computed: the search has the same time on a loaded machine. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

describe('checkCode: right programs in other styles', () => {
  it.each(sources)('%s has no mistake', (file) => {
    const checks = checkCode(textOf(file));
    expect(checks.length).toBeGreaterThan(0);
    for (const check of checks) expect(check).toMatchObject({ refused: false, agrees: true, mistakes: [], unseen: [] });
  });
});

describe('checkCode: a mistake in each of them', () => {
  const chosen = mutations.filter(
    ({ from, always }, k) => (everything || (always ?? k % 72 === 0)) && !UNREPAIRED.has(from),
  );

  it.each(chosen)('$base: $from → $to', { timeout: 300_000 }, ({ base, from, to }) => {
    const right = textOf(`${base}.py`);
    const at = right.indexOf(from);
    const lines = [lineAt(right, at), lineAt(right, at + from.length)] as const;
    const checks = checkCode(
      right.replace(from, () => to),
      { budget: 30_000, now: processorTime },
    );
    const mistakes = checks.flatMap((check) => check.mistakes);
    expect(mistakes.length).toBeGreaterThan(0);
    // A part that is left out can be put back at several places.
    const isLeftOut = from.includes(to);
    for (const { line, verified } of mistakes) {
      expect([verified, isLeftOut || (line! >= lines[0] && line! <= lines[1])]).toEqual([true, true]);
    }
  });
});
