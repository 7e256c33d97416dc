/** Functions in axes of their own: filters with the channels first, and a pooling under the course's name on matrices. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

/** Filters (C, kh, kw, F), which a matrix (C·kh·kw, F) becomes without a transposition. */
const CONVOLUTION = `import numpy as np

def conv_layer(x, w, b, stride=1, pad=0):
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    c, kh, kw, f = w.shape
    out_h = (xp.shape[2] - kh) // stride + 1
    out_w = (xp.shape[3] - kw) // stride + 1
    z = np.zeros((x.shape[0], f, out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            window = xp[:, :, i*stride:i*stride+kh, j*stride:j*stride+kw]
            z[:, :, i, j] = np.einsum('nchw,chwf->nf', window, w) + b
    return z

conv_layer(np.random.randn(2, 3, 5, 6), np.random.randn(3, 3, 3, 4), np.random.randn(4), 2, 1)
`;

it('filters (C, kh, kw, F) next to images with the channels first', () => {
  const [check] = checkCode(CONVOLUTION);
  expect([check!.agrees, check!.unseen]).toEqual([true, []]);
});

it('a mistake in a convolution with filters (C, kh, kw, F)', () => {
  const [check] = checkCode(CONVOLUTION.replace('i*stride:i*stride+kh', 'i:i+kh'));
  expect(check!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[11, true]]);
});

/** Equal maxima of a matrix share the gradient. */
const POOLING = `import numpy as np

def pool_forward(a, size, step):
    rows = (a.shape[0] - size) // step + 1
    cols = (a.shape[1] - size) // step + 1
    return np.array([[np.max(a[r*step:r*step+size, c*step:c*step+size]) for c in range(cols)] for r in range(rows)])

def pool_backward(dout, a, size, step, shared=True):
    grad = np.zeros(a.shape)
    for r in range(dout.shape[0]):
        for c in range(dout.shape[1]):
            rows, cols = slice(r*step, r*step+size), slice(c*step, c*step+size)
            mask = (a[rows, cols] == np.max(a[rows, cols])).astype(float)
            if shared:
                mask /= mask.sum()
            grad[rows, cols] += dout[r, c] * mask
    return grad

a = np.array([[1, 1, 0], [0, 4, 4], [2, 1, 4]])
pool_forward(a, 2, 1)
pool_backward(np.ones((2, 2)), a, 2, 1)
pool_backward(np.ones((2, 2)), a, 2, 1, shared=False)
`;

it('pooling of matrices under the name of the course', () => {
  const checks = checkCode(POOLING);
  expect(checks.map(({ name, agrees, unseen }) => [name, agrees, unseen.length])).toEqual([
    ['pool_forward', true, 0],
    ['pool_backward', true, 0],
  ]);
  expect(checks[1]!.convention).toContain('share');
});

it('a mistake in a pooling of matrices under the name of the course', () => {
  const [check] = checkCode(POOLING.replace('a.shape[1] - size', 'a.shape[0] - size'));
  expect(check!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[5, true]]);
});

it('a gradient that text passes with channels is not judged by planes', () => {
  const source = `import numpy as np

def pool_backward(d, img, size):
    g = np.zeros_like(img)
    for i in range(d.shape[0]):
        for j in range(d.shape[1]):
            win = img[i*size:(i+1)*size, j*size:(j+1)*size]
            g[i*size:(i+1)*size, j*size:(j+1)*size] = (win == win.max()) * d[i, j]
    return g

pool_backward(np.random.randn(2, 3, 4), np.random.randn(5, 7, 4), 2)
`;
  const [check] = checkCode(source);
  expect(check!.agrees).toBe(false);
});
