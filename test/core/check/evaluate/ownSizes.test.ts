/** Functions for one image, whose sizes are written in them. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const CONVOLUTION = `import numpy as np
image = np.array([[4, 1, 0, 2], [3, 5, 2, 1], [0, 2, 6, 3], [1, 1, 2, 7]])
kernel = np.array([[1, 0], [2, -1]])

def filtered(image, kernel):
    result = np.zeros((3, 3))
    for r in range(3):
        for c in range(3):
            result[r, c] = np.sum(image[r:r + 2, c:c + 2] * kernel)
    return result

print(filtered(image, kernel))
`;

const POOLING = `grid = [[4, 1, 0, 2], [3, 5, 2, 1], [0, 2, 6, 3], [1, 1, 2, 7]]

def max_pool(grid):
    out = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            out[i][j] = max(grid[2 * i][2 * j], grid[2 * i][2 * j + 1], grid[2 * i + 1][2 * j], grid[2 * i + 1][2 * j + 1])
    return out

print(max_pool(grid))
`;

const OBJECT = `import numpy as np
OUT, K = 3, 2

class Conv:
    def __init__(self, w):
        self.w = w

    def forward(self, x):
        y = np.zeros((OUT, OUT))
        for r in range(OUT):
            for c in range(OUT):
                y[r, c] = (x[r:r + K, c:c + K] * self.w).sum()
        return y

layer = Conv(np.array([[1.0, 0.0], [0.0, -1.0]]))
print(layer.forward(np.arange(16.0).reshape(4, 4)))
`;

const ONLY = 'its sizes are written in its text: it was compared on inputs of 4×4 only';

describe('a function whose sizes are written in it', () => {
  it.each([CONVOLUTION, POOLING, OBJECT])('agrees on other values of its sizes, and this is reported', (text) => {
    expect(checkCode(text)).toMatchObject([{ agrees: true, mistakes: [], unseen: [], convention: ONLY }]);
  });

  it.each([
    ['its own call differs', CONVOLUTION, 'image[r:r + 2, c:c + 2]', 'image[c:c + 2, r:r + 2]', /true: result\[/],
    ['its own values agree by chance', OBJECT, 'x[r:r + K, c:c + K]', 'x[c:c + K, r:r + K]', /true: y\[/],
    ['a window that is cut off', CONVOLUTION, 'c:c + 2]', 'c:c + 1]', /true: result\[/],
  ])('a mistake of it is named: %s', (_, text, part, other, mistake) => {
    expect(text).toContain(part);
    expect(mistakesOf(text.replace(part, other))).toEqual([expect.stringMatching(mistake)]);
  });

  it('a result for one image whose sizes are computed is compared on others too', () => {
    const computed = CONVOLUTION.replace('range(3)', 'range(len(image) - 1)')
      .replace('range(3)', 'range(len(image[0]) - 1)')
      .replace('np.zeros((3, 3))', 'np.zeros((len(image) - 1, len(image[0]) - 1))');
    const [check] = checkCode(computed);
    expect(check).toMatchObject({ agrees: true, unseen: [] });
    expect(check!.convention).toBeUndefined();
  });

  it('sizes that are computed wrongly, with names in capitals, are a mistake', () => {
    const text = `import numpy as np

def convolve(image, kernel):
    H, W = image.shape
    K, L = kernel.shape
    OH, OW = H - K + 1, H - L + 1
    out = np.zeros((OH, OW))
    for i in range(OH):
        for j in range(OW):
            out[i, j] = np.sum(image[i:i + K, j:j + L] * kernel)
    return out

print(convolve(np.arange(16.0).reshape(4, 4), np.array([[1.0, 2.0], [0.0, -1.0]])))
`;
    const [check] = checkCode(text);
    expect(check!.convention).toBeUndefined();
    expect(mistakesOf(text)).toEqual([expect.stringMatching(/true: OH, OW = /)]);
  });
});
