/** Edits of values that a call does not compute leave its result as it is; every other edit may change it. */
import { describe, expect, it } from 'vitest';
import { openProgram } from '../../../../../core/read/python/program';
import type { Py } from '../../../../../core/read/python/value/Py';

const TEXT = `LIMIT = 3
def helper(a, scale=1):
    return a * scale
def run(a):
    b = a + 1
    if a > LIMIT:
        c = helper(a)
        if c > 4:
            d = min(c, 2)
    else:
        c = 5
    return c / 0
    e = b
`;
const TWO: Py = { kind: 'number', value: 2, dtype: 'int64' };

function isUnreached(before: string, after: string): boolean {
  const program = openProgram(TEXT);
  const { error, isUnreached: decide } = program.call('run', [TWO], { trace: 'statements' });
  expect(error?.type).toBe('ZeroDivisionError');
  const at = TEXT.indexOf(before);
  return decide!([{ range: [at, at + before.length], text: after }]);
}

describe('isUnreached: run(2), which ends with an error', () => {
  it.each([
    ['helper(a)\n', 'helper(a)\n', false],
    ['helper(a)', 'helper(a + 1)', true],
    ['helper(a)', 'helper(a, scale=2)', true],
    ['a * scale', 'a / scale', true],
    ['c > 4', 'c > 5', true],
    ['min(c, 2)', 'max(c, 2)', true],
    ['b\n', 'c\n', false],
    ['a + 1', 'a + 2', false],
    ['a > LIMIT', 'a >= LIMIT', false],
    ['= 5', '= 6', false],
    ['c / 0', 'c / 1', false],
    ['LIMIT = 3', 'LIMIT = 1', false],
    ['scale=1', 'scale=2', false],
    // Edits that bind other names, or reach over the value.
    ['d = min', 'a = min', false],
    ['min(c, 2)', 'a = min(c, 2)', false],
    ['min(c, 2)', '(a := 2)', false],
    ['min(c, 2)', '(yield c)', false],
    ['min(c, 2)', 'min(c, 2', false],
    ['min(c, 2)', 'min(c, 2); a = 1', false],
  ])('%j → %j: %s', (before, after, unreached) => {
    expect(isUnreached(before, after)).toBe(unreached);
  });
});
