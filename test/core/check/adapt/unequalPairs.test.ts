/** Options that rows and columns have each: unequal ones are tried too, however the text takes the pair apart. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const PATCHES = `import numpy as np

def patches(img, size, step):
    rows, cols = size
    sv, sh = step
    n, h, w, c = img.shape
    a, b, d, e = img.strides
    return np.lib.stride_tricks.as_strided(
        img, ((n, (h - rows) // sv + 1, (w - cols) // sh + 1, rows, cols, c)), (a, b * sv, d * sh, b, d, e))

def gather(img, rows, cols, sv, sh):
    return patches(img, (rows, cols), (sv, sh))

def conv_forward(img, kernels, bias, stride=(1, 1)):
    rows, cols = kernels.shape[:2]
    return np.tensordot(gather(img, rows, cols, *stride), kernels, axes=3) + bias

img = np.random.randn(2, 7, 8, 3)
kernels = np.random.randn(3, 3, 3, 4)
print(conv_forward(img, kernels, np.zeros(4), (2, 2)).sum())
`;

const SIZES = `import numpy as np

def pool(img, size, how='max', stride=None):
    tall, wide = size
    sv, sh = size if stride is None else stride
    out = np.zeros(((img.shape[0] - tall) // sv + 1, (img.shape[1] - wide) // sh + 1))
    for r in range(out.shape[0]):
        for q in range(out.shape[1]):
            part = img[r * sv:r * sv + tall, q * sh:q * sh + wide]
            out[r, q] = part.max() if how == 'max' else part.mean()
    return out

print(pool(np.random.randn(6, 9), (2, 3)))
`;

const POSITIONS = `import numpy as np

def max_pool_forward(x, size, stride):
    n, c, h, w = x.shape
    tall, wide = size
    rows, cols = (h - tall) // stride + 1, (w - wide) // stride + 1
    out = np.zeros((n, c, rows, cols))
    where = np.zeros((n, c, rows, cols), dtype=int)
    for i in range(rows):
        for j in range(cols):
            part = x[:, :, i * stride:i * stride + tall, j * stride:j * stride + wide].reshape(n, c, -1)
            where[:, :, i, j] = part.argmax(2)
            out[:, :, i, j] = part.max(2)
    return out, (x.shape, size, stride, where)

def max_pool_backward(dout, cache):
    shape, (tall, wide), stride, where = cache
    dx = np.zeros(shape)
    for n, c, i, j in np.ndindex(*dout.shape):
        r, q = divmod(int(where[n, c, i, j]), wide)
        dx[n, c, i * stride + r, j * stride + q] += dout[n, c, i, j]
    return dx

out, cache = max_pool_forward(np.random.randn(2, 2, 5, 6), (2, 2), 1)
print(max_pool_backward(np.ones_like(out), cache).sum())
`;

const CHOSEN = `import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

class MaxPool:
    def __init__(self, size, step):
        self.size, self.step = size, step

    def forward(self, x):
        f, s = self.size, self.step
        win = sliding_window_view(x, (f, f), axis=(2, 3))[:, :, ::s, ::s]
        n, c, rows, cols = win.shape[:4]
        flat = win.reshape(n, c, rows, cols, f * f)
        best = flat.argmax(-1)
        self.r = best // f + s * np.arange(rows)[:, None]
        self.q = best % f + s * np.arange(cols)
        self.shape = x.shape
        return flat.max(-1)

    def backward(self, g):
        dx = np.zeros(self.shape)
        n, c = np.arange(self.shape[0])[:, None, None, None], np.arange(self.shape[1])[:, None, None]
        np.add.at(dx, (n, c, self.r, self.q), g)
        return dx

layer = MaxPool(2, 2)
out = layer.forward(np.random.randn(2, 3, 6, 6))
print(layer.backward(np.ones_like(out)).sum())
`;

const CONFIG = `import numpy as np
from dataclasses import dataclass

@dataclass
class Sizes:
    kernel: int = 2
    stride: int = 2

class AvgPool:
    def __init__(self, sizes):
        self.sizes = sizes

    def forward(self, x):
        k, s = self.sizes.kernel, self.sizes.stride
        rows, cols = (x.shape[2] - k) // s + 1, (x.shape[3] - k) // s + 1
        taps = [x[:, :, i:i + (rows - 1) * s + 1:s, j:j + (cols - 1) * s + 1:s] for i in range(k) for j in range(k)]
        return sum(taps) / (k * k)

print(AvgPool(Sizes(2, 2)).forward(np.random.randn(1, 2, 6, 6)).shape)
`;

const BLOCKS = `import numpy as np

class Pool:
    def __init__(self, k=2):
        self.k = k

    def forward(self, x):
        n, c, h, w = x.shape
        k = self.k
        rows, cols = h // k, w // k
        tiles = x[:, :, :rows * k, :cols * k].reshape(n, c, rows, k, cols, k).transpose(0, 1, 2, 4, 3, 5)
        return tiles.max(axis=(4, 5))

print(Pool(2).forward(np.random.randn(1, 1, 4, 6)))
`;

const SIDES = `import numpy as np

def zero_pad(x, pad):
    top, bottom, left, right = (pad,) * 4 if isinstance(pad, int) else pad
    n, h, w, c = x.shape
    out = np.zeros((n, h + top + bottom, w + left + right, c))
    out[:, top:top + h, left:left + w] = x
    return out

print(zero_pad(np.random.randn(2, 3, 4, 2), (1, 0, 2, 1)).shape)
`;

describe('pairs, and options in objects', () => {
  it.each([
    ['passed on by a star', PATCHES],
    ['taken from one of two values', SIZES],
    ['in the cache of the forward function', POSITIONS],
    ['a class that views windows and divides positions by their size', CHOSEN],
    ['a data class with a field "kernel"', CONFIG],
    ['tiles by a reshape', BLOCKS],
    ['a number or four sides', SIDES],
  ])('%s: the right program agrees', (_, source) => {
    const checks = checkCode(source);
    expect(checks.length).toBeGreaterThan(0);
    for (const check of checks) expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  });

  it.each([
    ['the step of the rows for that of the columns', PATCHES, 'b * sv, d * sh', 'b * sv, d * sv', 'wrong-variable'],
    ['windows that end where the next one begins', SIZES, 'q * sh:q * sh + wide', 'q * sh:(q + 1) * sh', 'window-end'],
    ['a position divided by the rows of the window', POSITIONS, ']), wide)', ']), tall)', 'wrong-variable'],
    [
      'positions that are added to once',
      CHOSEN,
      'np.add.at(dx, (n, c, self.r, self.q), g)',
      'dx[n, c, self.r, self.q] += g',
      'not-accumulated',
    ],
    ['a divisor of one side', CONFIG, '/ (k * k)', '/ (k + k)', 'wrong-operator'],
    [
      'tiles that are not next to each other',
      BLOCKS,
      'rows, k, cols, k).transpose(0, 1, 2, 4, 3, 5)',
      'rows, cols, k, k)',
      'wrong-reshape',
    ],
    ['the padding of the other side', SIDES, 'left:left + w', 'right:right + w', 'axes-differ'],
  ])('%s', (_, right, text, wrong, id) => {
    expect(right).toContain(text);
    const source = right.replace(text, wrong);
    const line = source.slice(0, source.indexOf(wrong)).split('\n').length;
    const named = checkCode(source).flatMap(({ mistakes }) => mistakes);
    expect(named).toContainEqual(expect.objectContaining({ id, line, verified: true }));
  });
});
