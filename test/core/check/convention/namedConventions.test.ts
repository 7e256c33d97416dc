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

const END_PADDED = `import numpy as np

# Exercise: zeros are put only below and on the right
def filter2d(m, k, stride=1):
    kh, kw = k.shape
    m = np.pad(m, ((0, kh - 1), (0, kw - 1)))
    rows = range(0, m.shape[0] - kh + 1, stride)
    cols = range(0, m.shape[1] - kw + 1, stride)
    return np.array([[(m[i:i + kh, j:j + kw] * k).sum() for j in cols] for i in rows])

print(filter2d(np.arange(20.).reshape(4, 5), np.array([[1., 2], [3, 4]])))
`;

it('a padding at the end only, as a comment above all functions states', () => {
  expect(checkCode(END_PADDED)).toMatchObject([
    {
      agrees: true,
      convention: 'the padding is on one side of the rows and of the columns only',
      mistakes: [],
      unseen: [],
    },
  ]);
});

const CAUSAL = (rest: string): string => `import numpy as np

class CausalConv1d:
    def __init__(self, weight, bias, dilation=1):
        self.weight, self.bias, self.dilation = weight, bias, dilation
        self.pad = (weight.shape[2] - 1) * dilation

    def __call__(self, x):
        n, c, t = x.shape
        o, _, k = self.weight.shape
        xp = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)))
        length = xp.shape[2] - self.pad
        y = np.zeros((n, o, length))
        for j in range(k):
            y += np.einsum('nct,oc->not', xp[:, :, j * self.dilation:j * self.dilation + length], self.weight[:, :, j])
        y += self.bias[:, None]
        return y if self.pad == 0 else y[:, :, ${rest}]

layer = CausalConv1d(np.random.randn(2, 3, 2), np.random.randn(2))
print(layer(np.random.randn(1, 3, 12)).shape)
`;

it('a causal convolution that leaves out its first results in place of the last ones stays causal', () => {
  const convention = 'causal: the padding comes before the input only';
  expect(checkCode(CAUSAL(':-self.pad'))).toMatchObject([{ agrees: true, convention, unseen: [] }]);
  const [check] = checkCode(CAUSAL('self.pad:'));
  expect(check).toMatchObject({ agrees: false, convention });
  expect(check!.mistakes).toMatchObject([{ message: 'self.pad: must be :-self.pad', line: 17, verified: true }]);
});

it.each(['不完整的窗口也参与（向上取整）', 'unvollständige Fenster am Rand zählen mit', '端数は切り上げ'])(
  'a pooling of lists with windows beyond the edge, as its comment states: %s',
  (words) => {
    const source = `def max_pool(image, size):
    # ${words}
    out = []
    for row in range(0, len(image), size):
        line = []
        for col in range(0, len(image[0]), size):
            line.append(max(v for r in image[row:row + size] for v in r[col:col + size]))
        out.append(line)
    return out

print(max_pool([[(3 * i + 5 * j) % 11 - 4 for j in range(5)] for i in range(5)], 2))
`;
    expect(checkCode(source)[0]).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  },
);

it('a mean of the cells that exist, as a docstring states, in which a counter counts all of them', () => {
  const source = `def average_pool(grid, k, stride, border):
    """The average of the cells that really exist: no zeros are averaged in."""
    h, w = len(grid), len(grid[0])
    result = []
    for r in range((h + 2 * border - k) // stride + 1):
        line = []
        for c in range((w + 2 * border - k) // stride + 1):
            total, count = 0.0, 0
            for y in range(r * stride - border, r * stride - border + k):
                for x in range(c * stride - border, c * stride - border + k):
                    if 0 <= y < h and 0 <= x < w:
                        total += grid[y][x]
                    count += 1
            line.append(total / count)
        result.append(line)
    return result
average_pool([[float(7 * i + j) for j in range(6)] for i in range(5)], 3, 2, 1)
`;
  expect(checkCode(source)[0]?.mistakes).toMatchObject([{ id: 'outside-the-branch', line: 13, verified: true }]);
});
