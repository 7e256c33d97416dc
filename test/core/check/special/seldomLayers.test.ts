/** Layers that are seldom written: groups, dilation, one axis, global and adaptive pooling, counted padding, windows over the edge. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

/** A convolution in groups. */
const GROUPED = `import numpy as np

def grouped_conv(x, w, b, groups, stride=1, pad=0):
    """x: (N, C, H, W); w: (F, C // groups, kh, kw)"""
    n, c, h, wd = x.shape
    f, cg, kh, kw = w.shape
    fg = f // groups
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh = (h + 2 * pad - kh) // stride + 1
    ow = (wd + 2 * pad - kw) // stride + 1
    out = np.zeros((n, f, oh, ow))
    for g in range(groups):
        xg = xp[:, g * cg:(g + 1) * cg]
        wg = w[g * fg:(g + 1) * fg]
        for i in range(oh):
            for j in range(ow):
                win = xg[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
                out[:, g * fg:(g + 1) * fg, i, j] = np.einsum('ncij,fcij->nf', win, wg)
    return out + b[None, :, None, None]

print(grouped_conv(np.random.randn(2, 4, 6, 5), np.random.randn(6, 2, 3, 3), np.zeros(6), 2, 1, 1).shape)
`;

/** A dilated convolution of a view of windows. */
const ATROUS = `import numpy as np

from numpy.lib.stride_tricks import as_strided

def atrous_conv(x, w, rate):
    """x (H, W, C), w (kh, kw, C, F): atrous convolution without padding, stride 1."""
    h, wd, c = x.shape
    kh, kw, _, f = w.shape
    oh = h - rate * (kh - 1)
    ow = wd - rate * (kw - 1)
    s0, s1, s2 = x.strides
    win = as_strided(x, (oh, ow, kh, kw, c), (s0, s1, rate * s0, rate * s1, s2))
    return np.tensordot(win, w, axes=3)

print(atrous_conv(np.random.randn(9, 8, 2), np.random.randn(3, 3, 2, 4), 2).shape)
`;

/** Pooling along one axis. */
const LINE_POOL = `import numpy as np

def max_pool1d(x, size, stride):
    n, c, l = x.shape
    lo = (l - size) // stride + 1
    out = np.empty((n, c, lo))
    for t in range(lo):
        out[:, :, t] = x[:, :, t * stride:t * stride + size].max(axis=2)
    return out

def max_pool1d_backward(dout, x, size, stride):
    dx = np.zeros_like(x)
    n, c, lo = dout.shape
    for i in range(n):
        for j in range(c):
            for t in range(lo):
                a = t * stride + np.argmax(x[i, j, t * stride:t * stride + size])
                dx[i, j, a] += dout[i, j, t]
    return dx

x = np.random.randn(2, 3, 9)
y = max_pool1d(x, 3, 2)
print(max_pool1d_backward(np.ones_like(y), x, 3, 2).shape)
`;

/** Global average pooling, a class. */
const GLOBAL_CLASS = `import numpy as np

class GlobalAvgPool:
    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=(2, 3))

    def backward(self, dout):
        n, c, h, w = self.shape
        return np.broadcast_to(dout[:, :, None, None] / (h * w), self.shape).copy()

gap = GlobalAvgPool()
y = gap.forward(np.random.randn(2, 3, 4, 5))
print(gap.backward(np.ones_like(y)).shape)
`;

/** Global average pooling of channels last; the shape is the cache. */
const GLOBAL_FUNCTIONS = `import numpy as np

def global_avg_pool_forward(A):
    m, h, w, c = A.shape
    out = np.zeros((m, c))
    for i in range(m):
        for k in range(c):
            out[i, k] = np.sum(A[i, :, :, k]) / (h * w)
    cache = A.shape
    return out, cache

def global_avg_pool_backward(dout, cache):
    m, h, w, c = cache
    dA = np.zeros((m, h, w, c))
    for i in range(m):
        for k in range(c):
            dA[i, :, :, k] = dout[i, k] / (h * w)
    return dA

out, cache = global_avg_pool_forward(np.random.randn(2, 4, 5, 3))
print(global_avg_pool_backward(np.ones_like(out), cache).shape)
`;

/** The mean over the cells of the image; the padding is not counted. */
const COUNTED = `import numpy as np

class AvgPool:
    """Average pooling over the cells of the image only (the padding is not counted)."""
    def __init__(self, size=3, stride=2, padding=1):
        self.size, self.stride, self.padding = size, stride, padding

    def forward(self, x):
        self.x_shape = x.shape
        k, s, p = self.size, self.stride, self.padding
        n, h, w, c = x.shape
        pads = ((0, 0), (p, p), (p, p), (0, 0))
        xp, ones = np.pad(x, pads), np.pad(np.ones((1, h, w, 1)), pads)
        oh, ow = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
        out = np.zeros((n, oh, ow, c))
        self.counts = np.zeros((oh, ow))
        for i in range(oh):
            for j in range(ow):
                rows, cols = slice(i * s, i * s + k), slice(j * s, j * s + k)
                self.counts[i, j] = ones[:, rows, cols].sum()
                out[:, i, j] = xp[:, rows, cols].sum(axis=(1, 2)) / self.counts[i, j]
        return out

    def backward(self, dout):
        k, s, p = self.size, self.stride, self.padding
        n, h, w, c = self.x_shape
        dxp = np.zeros((n, h + 2 * p, w + 2 * p, c))
        for i in range(dout.shape[1]):
            for j in range(dout.shape[2]):
                dxp[:, i * s:i * s + k, j * s:j * s + k] += (dout[:, i, j] / self.counts[i, j])[:, None, None]
        return dxp[:, p:p + h, p:p + w]

pool = AvgPool(3, 2, 1)
y = pool.forward(np.random.randn(2, 6, 7, 3))
print(pool.backward(np.ones_like(y)).shape)
`;

/** Windows over the edge are cut off. */
const CEIL = `import numpy as np

import math

def maxpool_ceil(x, k, s):
    """Max pooling of x (N, C, H, W) with ceil_mode: windows over the edge are cut off."""
    n, c, h, w = x.shape
    oh = math.ceil((h - k) / s) + 1
    ow = math.ceil((w - k) / s) + 1
    out = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, :, i, j] = x[:, :, i * s:min(i * s + k, h), j * s:min(j * s + k, w)].max(axis=(2, 3))
    return out

print(maxpool_ceil(np.random.randn(2, 3, 6, 7), 3, 2).shape)
`;

/** Adaptive pooling, whose windows overlap. */
const ADAPTIVE = `import numpy as np

def adaptive_avg_pool2d(x, out_h, out_w):
    n, c, h, w = x.shape
    out = np.zeros((n, c, out_h, out_w))
    for i in range(out_h):
        r0, r1 = (i * h) // out_h, -(-((i + 1) * h) // out_h)
        for j in range(out_w):
            c0, c1 = (j * w) // out_w, -(-((j + 1) * w) // out_w)
            out[:, :, i, j] = x[:, :, r0:r1, c0:c1].mean(axis=(2, 3))
    return out

print(adaptive_avg_pool2d(np.random.randn(2, 3, 7, 9), 3, 4).shape)
`;

/** Positions of rows and columns under names of no pair, assigned together. */
const DILATED = `import numpy as np

def dilated_conv2d(x, w, b, stride=1, pad=0, dilation=1):
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    eh = dilation * (kh - 1) + 1
    ew = dilation * (kw - 1) + 1
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh = (h + 2 * pad - eh) // stride + 1
    ow = (wd + 2 * pad - ew) // stride + 1
    out = np.zeros((n, f, oh, ow))
    for i in range(oh):
        for j in range(ow):
            r, q = i * stride, j * stride
            win = xp[:, :, r:r + eh:dilation, q:q + ew:dilation]
            out[:, :, i, j] = np.tensordot(win, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return out

print(dilated_conv2d(np.random.randn(2, 3, 9, 8), np.random.randn(4, 3, 3, 2), np.zeros(4), 2, 1, 2).shape)
`;

it.each([
  ['groups', GROUPED],
  ['a dilation by strides', ATROUS],
  ['pooling along one axis', LINE_POOL],
  ['global pooling, a class', GLOBAL_CLASS],
  ['global pooling, functions', GLOBAL_FUNCTIONS],
  ['padding that is not counted', COUNTED],
  ['windows over the edge', CEIL],
  ['adaptive pooling', ADAPTIVE],
  ['a dilation', DILATED],
])('nothing is wrong: %s', (_, source) => {
  const checks = checkCode(source);
  expect(checks.length).toBeGreaterThan(0);
  for (const check of checks) expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
});

describe('named at its line', () => {
  it.each([
    ['the filters of another group', GROUPED, 'wg = w[g * fg:(g + 1) * fg]', 'wg = w[g * cg:(g + 1) * cg]'],
    ['the channels of the first group', GROUPED, 'xg = xp[:, g * cg:(g + 1) * cg]', 'xg = xp[:, :cg]'],
    ['strides without the dilation', ATROUS, '(s0, s1, rate * s0, rate * s1, s2)', '(s0, s1, s0, s1, s2)'],
    ['a position without the stride', LINE_POOL, 'a = t * stride + np', 'a = t + np'],
    ['a mean that is not divided, in a class', GLOBAL_CLASS, 'None] / (h * w)', 'None]'],
    ['a mean that is not divided', GLOBAL_FUNCTIONS, 'dout[i, k] / (h * w)', 'dout[i, k]'],
    [
      'the number of all cells of a window',
      COUNTED,
      '(dout[:, i, j] / self.counts[i, j])',
      '(dout[:, i, j] / (k * k))',
    ],
    ['an end that is not rounded up', ADAPTIVE, '-(-((j + 1) * w) // out_w)', '((j + 1) * w) // out_w'],
    ['columns of the rows', ADAPTIVE, '(j * w) // out_w', '(j * h) // out_h'],
    ['columns without the dilation', DILATED, 'q:q + ew:dilation', 'q:q + kw'],
    ['columns of complete windows only', CEIL, 'ow = math.ceil((w - k)', 'ow = math.floor((w - k)'],
  ])('%s', (_, source, right, mistaken) => {
    const wrong = source.replace(right, mistaken);
    expect(wrong).not.toBe(source);
    const line = source.slice(0, source.indexOf(right)).split('\n').length;
    const named = checkCode(wrong).flatMap(({ mistakes }) => mistakes);
    expect(named.filter(({ verified }) => verified).map((mistake) => mistake.line)).toEqual([line]);
  });
});

it('a layer that puts pooled values back is not a pooling', () => {
  const source = `import numpy as np

class MaxUnpool2d:
    def __init__(self, size):
        self.size = size

    def forward(self, y, indices):
        n, c, h, w = y.shape
        out = np.zeros((n, c, h * self.size * w * self.size))
        np.put_along_axis(out, indices.reshape(n, c, -1), y.reshape(n, c, -1), axis=2)
        return out.reshape(n, c, h * self.size, w * self.size)
`;
  expect(checkCode(source)).toEqual([]);
});
