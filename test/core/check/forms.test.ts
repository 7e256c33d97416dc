/** Programs in seldom forms: the correct ones are not accused, the mistake of each wrong one is named at its line. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../core/check';

const folder = join(import.meta.dirname, '../../programs/forms');
const lines = JSON.parse(readFileSync(join(folder, 'wrong.json'), 'utf8')) as Record<string, number[]>;

describe('checkCode: right programs in seldom forms', () => {
  it.each(readdirSync(join(folder, 'right')))('%s is checked and has no mistake', { timeout: 60_000 }, (file) => {
    const checks = checkCode(readFileSync(join(folder, 'right', file), 'utf8'));
    expect(checks.length).toBeGreaterThan(0);
    for (const check of checks) expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  });

  it('the gradient of a forward function that pads itself is compared on the geometries of that function', () => {
    const source = readFileSync(join(folder, '../independent/right/c22_22.py'), 'utf8');
    expect(checkCode(source)).toMatchObject([
      { agrees: true, unseen: [] },
      { operation: 'conv_backward', agrees: true, unseen: [] },
    ]);
  });
});

describe('checkCode: wrong programs in seldom forms', () => {
  it.each(Object.keys(lines))('%s: the line and a verified repair', { timeout: 60_000 }, (name) => {
    const mistakes = checkCode(readFileSync(join(folder, 'wrong', `${name}.py`), 'utf8')).flatMap(
      (check) => check.mistakes,
    );
    expect(mistakes.length).toBeGreaterThan(0);
    for (const mistake of mistakes) expect(mistake).toMatchObject({ verified: true });
    for (const { line } of mistakes) expect(lines[name]).toContain(line);
  });
});
