/** Windows that are cut off at the edge, windows as views, and results that are written into the image that is read. */
import { expect, it } from 'vitest';
import { mistakesOf } from '../mistakesOf';

const AVERAGE = `import math
import numpy as np
def avg_pool_ceil(x, size, step):
    rows = math.ceil((x.shape[0] - size) / step) + 1
    cols = math.ceil((x.shape[1] - size) / step) + 1
    out = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            top, left = i * step, j * step
            bottom, right = min(top + size, x.shape[0]), min(left + size, x.shape[1])
            total = 0.0
            for r in range(top, bottom):
                for c in range(left, right):
                    total += x[r, c]
            out[i, j] = total / (size * size)
    return out
avg_pool_ceil(np.random.RandomState(1).rand(4, 6), 3, 2)
`;

const CLIPPED = `import numpy as np
def avg_pool(x, k, stride, pad):
    """The padding is not counted."""
    out = np.zeros(((x.shape[0] + 2 * pad - k) // stride + 1, (x.shape[1] + 2 * pad - k) // stride + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            top = max(i * stride - pad, 0)
            left = j * stride - pad
            bottom = min(top + k, x.shape[0])
            right = min(left + k, x.shape[1])
            left = max(left, 0)
            out[i, j] = x[top:bottom, left:right].mean()
    return out
avg_pool(np.random.RandomState(1).rand(6, 6), 3, 2, 1)
`;

const VIEW = `import numpy as np
from numpy.lib.stride_tricks import as_strided
def conv1d(x, w, hop=1):
    n = (x.shape[1] - w.shape[2]) // hop + 1
    a, b = x.strides
    win = as_strided(x, shape=(x.shape[0], n, w.shape[2]), strides=(a, b, b))
    return np.tensordot(w, win, axes=([1, 2], [0, 2]))
conv1d(np.random.RandomState(1).rand(2, 8), np.random.RandomState(2).rand(3, 2, 3), hop=2)
`;

const IN_PLACE = `import numpy as np
def convolve(img, k):
    p = k.shape[0] // 2
    for r in range(p, img.shape[0] - p):
        for c in range(p, img.shape[1] - p):
            img[r, c] = (img[r - p:r + p + 1, c - p:c + p + 1] * k).sum()
    return img
convolve(np.random.RandomState(1).rand(5, 6), np.random.RandomState(2).rand(3, 3))
`;

it.each([
  ['the divisor is that of a whole window', AVERAGE, 'wrong-divisor true: out[i, j] = total / (size * size)'],
  [
    'a window ends too late where its start is moved to the edge',
    CLIPPED,
    'window-end true: bottom = min(top + k, x.shape[0])',
  ],
  [
    'the hop is missing in the bytes between windows',
    VIEW,
    'stride-ignored true: win = as_strided(x, shape=(x.shape[0], n, w.shape[2]), strides=(a, b, b))',
  ],
  [
    'the results are written into the image that later windows read',
    IN_PLACE,
    'overwritten-input true: img[r, c] = (img[r - p:r + p + 1, c - p:c + p + 1] * k).sum()',
  ],
])('%s', (_, source, mistake) => {
  expect(mistakesOf(source)).toEqual([mistake]);
});
