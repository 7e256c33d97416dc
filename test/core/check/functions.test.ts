/** Implementations in many styles: the correct ones are never accused, the mistake of each wrong one is named with its line. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../core/check';
import { everything } from '../../everything';

const corpus = join(import.meta.dirname, '../../programs/functions');
const expectedLines = JSON.parse(readFileSync(join(corpus, 'wrong.json'), 'utf8')) as Record<string, number[]>;
/** Mistakes that no candidate repair reaches, whose code the interpreter refuses, or which may be another order of axes. */
const UNREPAIRED = ['cs_one_channel', 'taps_stride', 'pf_float_size', 'zp_axes'];

describe('checkCode: correct implementations', () => {
  it.each(readdirSync(join(corpus, 'right')))('%s is not accused', (file) => {
    const checks = checkCode(readFileSync(join(corpus, 'right', file), 'utf8'));
    expect(checks.length).toBeGreaterThan(0);
    for (const check of checks.filter(({ refused }) => !refused)) {
      expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
    }
  });
});

describe('checkCode: wrong implementations', () => {
  const always = ['cb_stride_and_unpad', 'pb_dA_at_window', 'cs_pool_python2'];
  const names = Object.keys(expectedLines).filter(
    (name, k) => (everything || k % 40 === 0 || always.includes(name)) && !UNREPAIRED.includes(name),
  );

  it.each(names)('%s: the line and a repair that agrees everywhere', { timeout: 60_000 }, (name) => {
    const source = readFileSync(join(corpus, 'wrong', `${name}.py`), 'utf8');
    const mistakes = checkCode(source, { budget: 40_000 }).flatMap((check) => check.mistakes);
    expect(mistakes.length).toBeGreaterThan(0);
    const lines = expectedLines[name]!;
    expect(
      mistakes.filter(({ line }) => !lines.includes(line!)).map(({ line, message }) => `${line}: ${message}`),
    ).toEqual([]);
    for (const check of checkCode(mistakes.at(-1).repaired!))
      expect(check).toMatchObject({ agrees: true, mistakes: [] });
  });
});
