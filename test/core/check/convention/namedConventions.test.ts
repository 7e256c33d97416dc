/** Functions of other conventions than the course's, which are named as such. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { traceCode } from '../../../../core/check/trace/traceCode';
import { plane, pool } from '../cases/planeFunctions';

describe('checkCode: another convention, named', () => {
  it.each([
    [
      'the border repeated',
      plane('filter2d', "    p = kh // 2\n    q = kw // 2\n    xp = np.pad(x, ((p, p), (q, q)), mode='edge')") +
        'filter2d(np.arange(20.).reshape(4, 5), np.ones((3, 3)))\n',
      'the padding repeats the values of the border',
    ],
    [
      'the border reflected',
      plane('convolve', "    p = kh // 2\n    q = kw // 2\n    xp = np.pad(x, ((p, p), (q, q)), mode='reflect')") +
        'convolve(np.arange(20.).reshape(4, 5), np.ones((3, 3)))\n',
      'the padding reflects the values at the border',
    ],
  ])('%s', (_title, source, convention) => {
    const [check] = checkCode(source);
    expect(check).toMatchObject({ agrees: true, convention, mistakes: [], unseen: [] });
    expect(check!.geometries).toBeGreaterThan(2);
    expect(traceCode(source, check!.name)!.error).toBe(undefined);
  });

  it.each([
    [
      'correlate_full',
      plane('correlate_full', '    xp = np.pad(x, ((kh - 1, kh - 1), (kw - 1, kw - 1)))') +
        'correlate_full(np.arange(20.).reshape(4, 5), np.arange(6.).reshape(2, 3))\n',
    ],
    ['sum_pool', pool('sum_pool', '(h - k) // s + 1, (w - k) // s + 1', 'sum')],
    [
      'maxpool_ceil',
      pool('maxpool_ceil', 'math.ceil((h - k) / s) + 1, math.ceil((w - k) / s) + 1', 'max') +
        'maxpool_ceil(np.arange(36.).reshape(1, 1, 6, 6), 3, 2)\n',
    ],
  ])('%s, whose name states what it computes', (_name, source) => {
    expect(checkCode(source)[0]).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  });

  it('sums where the course takes the maximum are a mistake', () => {
    const source = pool('max_pool', '(h - k) // s + 1, (w - k) // s + 1', 'sum');
    const [check] = checkCode(source);
    expect(check!.convention).toBe(undefined);
    expect(check!.mistakes.map(({ line }) => line)).toEqual([9]);
  });
});
