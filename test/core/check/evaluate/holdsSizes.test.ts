/** Functions that hold the sizes of their arrays in their text, in several forms; arrays of a call with axes of size 1. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const PLANE = `import numpy as np

def convolve(img, k):
    out = np.zeros((4, 4))
    for r in range(4):
        for c in range(4):
            out[r, c] = np.sum(img[r:r + 3, c:c + 3] * k)
    return out

print(convolve(np.arange(36.0).reshape(6, 6), np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])))
`;

const LISTS = `ROWS, SIZE = 3, 2

def conv(image, weights):
    result = [[0] * ROWS for _ in range(ROWS)]
    for i in range(ROWS):
        for j in range(ROWS):
            total = 0
            for a in range(SIZE):
                for b in range(SIZE):
                    total += image[i + a][j + b] * weights[a][b]
            result[i][j] = total
    return result

print(conv([[1, 2, 3, 0], [4, 5, 6, 1], [7, 8, 9, 2], [1, 0, 1, 3]], [[1, 0], [2, -1]]))
`;

const POOL = `import numpy as np

def max_pool(x):
    out = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            out[i, j] = np.max(x[2 * i:2 * i + 2, 2 * j:2 * j + 2])
    return out

max_pool(np.array([[1, 3, 2, 9], [5, 6, 1, 7], [4, 2, 8, 6], [3, 5, 7, 2]]))
`;

const METHOD = `import numpy as np

class Conv:
    def __init__(self, kernel):
        self.kernel = kernel
        self.rows = 4

    def forward(self, x):
        out = np.zeros((4, 4))
        for i in range(self.rows):
            for j in range(self.rows):
                out[i, j] = (x[i:i + 3, j:j + 3] * self.kernel).sum()
        return out

rng = np.random.RandomState(0)
print(Conv(rng.randn(3, 3)).forward(rng.randn(6, 6)))
`;

const BATCH = `import numpy as np
np.random.seed(1)

def layer(x, W, b):
    out = np.zeros((2, 3, 3, 4))
    for n in range(2):
        for i in range(3):
            for j in range(3):
                for f in range(4):
                    out[n, i, j, f] = np.sum(x[n, i:i + 3, j:j + 3, :] * W[:, :, :, f]) + b[f]
    return out

layer(np.random.randn(2, 5, 5, 3), np.random.randn(3, 3, 3, 4), np.random.randn(4))
`;

const BACKWARD = `import numpy as np

def conv_backward(dout, x, w):
    dx, dw = np.zeros((4, 4)), np.zeros((2, 2))
    for i in range(3):
        for j in range(3):
            dx[i:i + 2, j:j + 2] += w * dout[i, j]
            dw += x[i:i + 2, j:j + 2] * dout[i, j]
    return dx, dw

conv_backward(np.ones((3, 3)), np.arange(16.0).reshape(4, 4), np.array([[1.0, 2], [3, 4]]))
`;

const UNIT_AXES = `import numpy as np
x = np.arange(16).reshape(1, 4, 4, 1)

def conv(x, w):
    out = np.zeros((3, 3))
    for i in range(3):
        for j in range(3):
            out[i, j] = np.sum(x[0, i:i + 2, j:j + 2, 0] * w)
    return out

print(conv(x, np.ones((2, 2))))
`;

const ADDED_AXIS = `import numpy as np

def conv(x, w):
    out = np.zeros((1, 3, 3))
    row = 0
    while row < 3:
        for j in range(3):
            out[0, row, j] = np.sum(x[row:row + 2, j:j + 2] * w)
        row += 1
    return out

print(conv(np.arange(16.0).reshape(4, 4), np.array([[1.0, 2], [3, 4]])))
`;

const TILES = `import numpy as np

def max_pool(x):
    return x.reshape(2, 2, 2, 2).max(axis=(1, 3))

print(max_pool(np.arange(16.0).reshape(4, 4)))
`;

const SIGNAL = `def conv1d(signal, kernel):
    out = []
    for i in range(5):
        s = 0
        for j in range(3):
            s += signal[i + j] * kernel[j]
        out.append(s)
    return out

print(conv1d([1, 2, 3, 4, 5, 6, 7], [1, 0, -1]))
`;

const GENERAL = `import numpy as np

def conv2d(image, kernel):
    out = np.zeros((image.shape[0] - 2, image.shape[1] - 2))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(image[i:i + 3, j:j + 3] * kernel)
    return out

conv2d(np.arange(36.0).reshape(6, 6), np.ones((3, 3)))
`;

const ONLY: unknown = expect.stringMatching(/^its sizes are written in its text/);

describe('a function with the sizes of its arrays', () => {
  it.each([
    ['a plane', PLANE],
    ['lists, sizes with names', LISTS],
    ['a pooling', POOL],
    ['a method', METHOD],
    ['a batch', BATCH],
    ['a gradient', BACKWARD],
    ['axes of size 1', UNIT_AXES],
    ['one more axis, a while loop', ADDED_AXIS],
    ['tiles, no loops', TILES],
    ['a signal', SIGNAL],
  ])('agrees on those of its call: %s', (_, source) => {
    const [check] = checkCode(source);
    expect(check).toMatchObject({ agrees: true, refused: false, unseen: [], mistakes: [], convention: ONLY });
    expect(check!.geometries).toBeGreaterThan(2);
  });

  it.each([
    [PLANE, 'img[r:r + 3', 'img[r:r + 2', 'axes-differ'],
    [PLANE, 'for c in range(4)', 'for c in range(3)', 'wrong-constant'],
    [LISTS, 'j + b', 'j + a', 'wrong-variable'],
    [LISTS, 'total += ', 'total = ', 'not-accumulated'],
    [LISTS, 'image[i + a][j + b]', 'image[i][j]', 'position-in-window'],
    [POOL, '2 * i:2 * i + 2, 2 * j:2 * j + 2', 'i:i + 2, j:j + 2', 'stride-ignored'],
    [POOL, '2 * j:2 * j + 2', '2 * j:2 * j + 1', 'axes-differ'],
    [METHOD, 'j:j + 3', 'i:i + 3', 'wrong-window'],
    [BATCH, ' + b[f]', '', 'bias-missing'],
    [UNIT_AXES, 'i:i + 2', 'i:i + 1', 'axes-differ'],
    [ADDED_AXIS, 'row < 3', 'row < 2', 'loop-range'],
    [TILES, '(1, 3)', '(2, 3)', 'wrong-reshape'],
    [SIGNAL, 'range(5)', 'range(4)', 'wrong-constant'],
    [BACKWARD, 'j:j + 2] += w', 'j:j + 2] = w', 'not-accumulated'],
  ])('has its mistake named: %#', (source, right, wrong, id) => {
    const [check] = checkCode(source.replace(right, wrong));
    expect(check!.mistakes).toMatchObject([{ id, verified: true }]);
  });

  it('has one example and one channel also where it reads its sizes', () => {
    const general = UNIT_AXES.replace('(3, 3)', '(x.shape[1] - 1, x.shape[2] - 1)')
      .replace('i in range(3)', 'i in range(out.shape[0])')
      .replace('j in range(3)', 'j in range(out.shape[1])');
    const [check] = checkCode(general);
    expect(check).toMatchObject({ agrees: true, operation: 'conv_forward', mistakes: [] });
    expect(check!.convention).toBeUndefined();
  });

  it('is not one that reads them', () => {
    const [check] = checkCode(GENERAL);
    expect(check).toMatchObject({ agrees: true, unseen: [] });
    expect(check!.convention).toBeUndefined();
  });
});
