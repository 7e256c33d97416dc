/** Results of a wrong shape: the axes that differ, and the formula that gives the size. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { sizeFormula } from '../../../../core/check/compare/sizeFormula';
import { makeCase } from '../../../../core/check/cases/makeCase';

const right = readFileSync(
  join(import.meta.dirname, '../../../programs/functions/right/course_conv_forward.py'),
  'utf8',
);

/** The shape that is reported after changes of the text. */
function shapeAfter(...changes: readonly (readonly [string, string])[]): string | undefined {
  let source = right;
  for (const [from, to] of changes) {
    expect(source).toContain(from);
    source = source.replaceAll(from, to);
  }
  return checkCode(source, { budget: 0 }).find(({ name }) => name === 'conv_forward')?.shape;
}

describe('checkCode: a wrong shape', () => {
  it('of rows and columns: the formula', () => {
    expect(shapeAfter([' + 1\n', '\n'])).toMatch(
      /rows and columns have the wrong size – \(n − f \+ 2·pad\) \/ stride gives these sizes/,
    );
  });

  it('the padding counted once', () => {
    expect(shapeAfter(['2 * pad', 'pad'])).toMatch(/\(n − f \+ pad\) \/ stride \+ 1 gives/);
  });

  it('of the channels: the number of the input’s channels', () => {
    expect(shapeAfter(['(m, n_H, n_W, n_C)', '(m, n_H, n_W, n_C_prev)'], ['range(n_C)', 'range(1)'])).toMatch(
      /axis 3 has size 4 – the number of the input’s channels gives this size/,
    );
  });

  it('in another order', () => {
    expect(shapeAfter(['return Z, cache', 'return Z.transpose(0, 2, 1, 3), cache'])).toMatch(
      /its axes are in another order/,
    );
  });
});

describe('sizeFormula', () => {
  const layerCase = makeCase('conv_forward', { rows: 9, cols: 7, kernel: [3, 3], stride: 2, pad: 1 }, 1);
  const other = makeCase('conv_forward', { rows: 8, cols: 7, kernel: [2, 2], stride: 3, pad: 0 }, 2);

  it('of two formulas that give one size the one that gives all sizes', () => {
    expect(sizeFormula([{ axis: 1, size: 9, layerCase }])).toBe('n − f + 2·pad + 1');
    expect(
      sizeFormula([
        { axis: 1, size: 9, layerCase },
        { axis: 1, size: 8, layerCase: other },
      ]),
    ).toBe('n');
    expect(sizeFormula([{ axis: 1, size: 123, layerCase }])).toBe(undefined);
    expect(sizeFormula([{ axis: 3, size: 9, layerCase }])).toBe(undefined);
  });
});
