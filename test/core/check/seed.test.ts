/** The seed text: the course's pool_backward that ignores the stride. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../core/check';

const source = readFileSync(join(import.meta.dirname, '../../fixtures/seed/pooling.zh.txt'), 'utf8');

describe('checkCode: the seed text', () => {
  const checks = checkCode(source);

  it('finds its two functions', () => {
    expect(checks.map(({ name, operation }) => [name, operation])).toEqual([
      ['distribute_value', 'distribute_value'],
      ['pool_backward', 'pool_backward'],
    ]);
  });

  it('distribute_value agrees everywhere', () => {
    expect(checks[0]).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  });

  it('pool_backward agrees on its own test and differs from stride 2 on', () => {
    expect(checks[1]).toMatchObject({ agrees: true, differing: 0 });
    const strides = checks[1]!.unseen.map(({ layerCase }) => layerCase.stride);
    expect(strides.length).toBeGreaterThan(3);
    expect(Math.min(...strides)).toBe(2);
  });

  it('names the two lines of the window start, with a repair that agrees everywhere', () => {
    const lines = source.split('\n');
    const mistakes = checks[1]!.mistakes;
    expect(mistakes.map(({ line }) => lines[line! - 1]!.trim())).toEqual(['vert_start = h', 'horiz_start = w']);
    expect(mistakes.map(({ id, verified, edit }) => [id, verified, edit?.text])).toEqual([
      ['stride-ignored', true, 'h * stride'],
      ['stride-ignored', true, 'w * stride'],
    ]);
    const [again] = checkCode(mistakes[0]!.repaired!).filter(({ name }) => name === 'pool_backward');
    expect(again).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  });

  it('names the functions that are the layer’s own', () => {
    expect(checks[1]!.borrowed).toContain('create_mask_from_window');
  });
});
