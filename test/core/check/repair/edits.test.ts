/** The edit of a mistake, and the end of the search for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const course = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../programs/styles', name), 'utf8');

describe('checkCode: the edit of a mistake alone repairs the program', () => {
  it.each([
    [
      'a new array in each step of a loop',
      'corners_helper.py',
      '    A = np.zeros((m, n_H, n_W, n_C_prev))\n    for i in range(m):\n',
      '    for i in range(m):\n        A = np.zeros((m, n_H, n_W, n_C_prev))\n',
    ],
    [
      'a sum that starts before the loops over rows and columns',
      'plain_lists_pool.py',
      '        for j in range(out_cols):\n            acc = 0\n',
      '        acc = 0\n        for j in range(out_cols):\n',
    ],
  ])('%s', (_, file, right, wrong) => {
    const text = course(file);
    expect(text).toContain(right);
    const source = text.replace(right, wrong);
    const [mistake, ...others] = checkCode(source).flatMap(({ mistakes }) => mistakes);
    expect(others).toEqual([]);
    const [start, end] = mistake!.edit!.range;
    const applied = source.slice(0, start) + mistake!.edit!.text + source.slice(end);
    for (const check of checkCode(applied)) expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  });
});

it('the search ends after its work, not after the time that a busy machine needs for it', () => {
  const source = course('assignment_backward.py').replace(
    '+= dout[n, c, i, j]\n    return dx',
    '+= pool.max()\n    return dx',
  );
  let time = 0;
  const [mistake] = checkCode(source, { budget: 1000, now: () => (time += 10) }).flatMap(({ mistakes }) => mistakes);
  expect(mistake).toMatchObject({ line: 51, verified: true });
});

it('a result that holds itself many times is compared in finite time', () => {
  const source = `def max_pool(image, size, stride):
    result = []
    for r in range(0, len(image) - size + 1, stride):
        for c in range(0, len(image[0]) - size + 1, stride):
            result.append(result)
    return result

max_pool([[1, 2, 3, 4, 5]] * 40, 2, 1)
`;
  const [check] = checkCode(source, { budget: 0 });
  expect(check).toMatchObject({ agrees: false, differing: 0 });
});
