/** Lines that are missing or that differ from those of the other axis: the line, and a repair that is verified. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const WRONG: readonly (readonly [title: string, line: number, repair: string, source: string])[] = [
  [
    'a line that the function above has',
    15,
    'hk, wk = len(k), len(k[0])',
    `def convolve_full(a, k):
    ha, wa = len(a), len(a[0])
    hk, wk = len(k), len(k[0])
    out = []
    for y in range(ha + hk - 1):
        line = []
        for x in range(wa + wk - 1):
            rows = range(max(0, y - hk + 1), min(y, ha - 1) + 1)
            cols = range(max(0, x - wk + 1), min(x, wa - 1) + 1)
            line.append(sum(a[i][j] * k[y - i][x - j] for i in rows for j in cols))
        out.append(line)
    return out

def convolve_valid(a, k):
    return [[sum(k[-1 - i][-1 - j] * a[y + i][x + j] for i in range(hk) for j in range(wk))
             for x in range(len(a[0]) - wk + 1)] for y in range(len(a) - hk + 1)]

print(convolve_full([[1, 2, 0, 3], [0, 1, 4, 1], [5, 0, 2, 2]], [[1, 0], [2, -1]]))
print(convolve_valid([[1, 2, 0, 3], [0, 1, 4, 1], [5, 0, 2, 2]], [[1, 0], [2, -1]]))`,
  ],
  [
    'the sizes of the input',
    3,
    'n, h, w, c = x.shape',
    `import numpy as np
def avg_pool(x, k):
    return x.reshape(n, h // k, k, w // k, k, c).mean(axis=(2, 4))

print(avg_pool(np.arange(32.0).reshape(1, 4, 4, 2), 2))`,
  ],
  [
    'a size without its divisor',
    4,
    'w // k',
    `import numpy as np
def avg_pool(x, k):
    n, c, h, w = x.shape
    return x.reshape(n, c, h // k, k, w, k).mean(axis=(3, 5))

print(avg_pool(np.arange(32.0).reshape(1, 2, 4, 4), 2))`,
  ],
  [
    'a size without its formula',
    4,
    'X.shape[0] - h + 1',
    `import numpy as np
def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((w, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y

print(corr2d(np.random.rand(4, 6), np.random.rand(2, 3)))`,
  ],
];

describe('checkCode: missing lines and lines of the other axis', () => {
  it.each(WRONG)('%s', { timeout: 60_000 }, (_, line, repair, source) => {
    const mistakes = checkCode(source).flatMap((check) => check.mistakes);
    expect(mistakes).toMatchObject([
      { line, verified: true, edit: { text: expect.stringContaining(repair) as string } },
    ]);
  });
});
