/** A line that is left out of a right function: the line is named where it belongs, and the function with it is right. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const PARTED = `import numpy as np

def size(n, f, p, s):
    return (n - f + 2 * p) // s + 1

def forward(A, W, b, stride, pad):
    m, f = A.shape[0], W.shape[0]
    rows = size(A.shape[1], f, pad, stride)
    cols = size(A.shape[2], f, pad, stride)
    padded = np.pad(A, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    Z = np.zeros((m, rows, cols, W.shape[3]))
    for e in range(m):
        for r in range(rows):
            for q in range(cols):
                top, left = r * stride, q * stride
                patch = padded[e, top:top + f, left:left + f, :]
                for k in range(W.shape[3]):
                    Z[e, r, q, k] = (patch * W[:, :, :, k]).sum() + b[0, 0, 0, k]
    return Z

Z = forward(np.random.randn(2, 6, 5, 3), np.random.randn(3, 3, 3, 4), np.random.randn(1, 1, 1, 4), 1, 1)
`;

const DILATED = `import numpy as np

def dilated_conv2d(x, w, stride=1, dilation=1):
    N, C, H, W = x.shape
    F, _, K, _ = w.shape
    reach = dilation * (K - 1) + 1
    oh = (H - reach) // stride + 1
    ow = (W - reach) // stride + 1
    y = np.zeros((N, F, oh, ow))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            patch = x[:, :, top:top + reach:dilation, left:left + reach:dilation]
            y[:, :, i, j] = np.tensordot(patch, w, axes=([1, 2, 3], [1, 2, 3]))
    return y

y = dilated_conv2d(np.random.randn(2, 3, 8, 7), np.random.randn(4, 3, 3, 3), 1, 2)
`;

const OFFSETS = `import numpy as np

def conv2d_grad(dout, x, kernel, stride=1, pad=0):
    n, h, w, cin = x.shape
    kh, kw, _, cout = kernel.shape
    oh, ow = dout.shape[1], dout.shape[2]
    xp = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dxp = np.zeros_like(xp)
    dk = np.zeros_like(kernel)
    for i in range(kh):
        for j in range(kw):
            rows = slice(i, i + stride * oh, stride)
            cols = slice(j, j + stride * ow, stride)
            dk[i, j] = np.tensordot(xp[:, rows, cols, :], dout, axes=([0, 1, 2], [0, 1, 2]))
            dxp[:, rows, cols, :] += dout @ kernel[i, j].T
    db = dout.sum(axis=(0, 1, 2))
    dx = dxp[:, pad:pad + h, pad:pad + w, :]
    return dx, dk, db

rng = np.random.default_rng(0)
x = rng.normal(size=(2, 6, 5, 3))
dx, dk, db = conv2d_grad(rng.normal(size=(2, 6, 5, 4)), x, rng.normal(size=(3, 3, 3, 4)), 1, 1)
`;

const POOLS = `import numpy as np

class AvgPool2D:
    def __init__(self, size=2, stride=2):
        self.size = size
        self.stride = stride

    def forward(self, x):
        self.shape = x.shape
        n, h, w, c = x.shape
        s, k = self.stride, self.size
        oh = (h - k) // s + 1
        ow = (w - k) // s + 1
        out = np.zeros((n, oh, ow, c))
        for i in range(oh):
            for j in range(ow):
                out[:, i, j, :] = x[:, i * s:i * s + k, j * s:j * s + k, :].mean(axis=(1, 2))
        return out

    def backward(self, grad):
        dx = np.zeros(self.shape)
        n, oh, ow, c = grad.shape
        for i in range(oh):
            top = i * self.stride
            for j in range(ow):
                left = j * self.stride
                share = grad[:, i:i + 1, j:j + 1, :] / self.size ** 2
                dx[:, top:top + self.size, left:left + self.size, :] += share
        return dx

pool = AvgPool2D(2, 2)
y = pool.forward(np.random.randn(2, 6, 6, 3))
dx = pool.backward(np.random.randn(*y.shape))
`;

const BRANCHES = `import numpy as np

def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    top, left = h * stride, w * stride
                    if mode == "max":
                        window = A_prev[i, top:top + f, left:left + f, c]
                        mask = window == np.max(window)
                        dA_prev[i, top:top + f, left:left + f, c] += mask * dA[i, h, w, c]
                    else:
                        share = dA[i, h, w, c]
                        dA_prev[i, top:top + f, left:left + f, c] += share / (f * f)
    return dA_prev

cache = (np.random.randn(2, 5, 5, 3), {"stride": 1, "f": 2})
dA = np.random.randn(2, 4, 4, 3)
dA_prev = pool_backward(dA, cache, mode="max")
dA_prev2 = pool_backward(dA, cache, mode="average")
`;

const CORR2D = `import numpy as np

def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y

Y = corr2d(np.random.randn(5, 6), np.random.randn(2, 3))
`;

it.each([
  ['the rows as the columns', PARTED, 'rows = size', 'rows = size(A.shape[1], f, pad, stride)'],
  ['the cells of a convolution', PARTED, 'Z[e, r, q, k] =', 'Z[e, r, q, k] = np.sum(patch * W[..., k]) + b[..., k]'],
  ['a result of axes that are written whole', DILATED, 'y = np', 'y = np.zeros((N, F, oh, ow))'],
  ['two starts at once', DILATED, 'top, left', 'top, left = i * stride, j * stride'],
  ['the cells of all filters', DILATED, 'y[:, :, i, j]', 'y[:, :, i, j] = np.tensordot(patch, w'],
  ['the gradient of the bias', OFFSETS, 'db =', 'db = np.sum(dout, axis=(0, 1, 2))'],
  [
    'the gradient without its padding',
    OFFSETS,
    'dx =',
    'dx = dxp[:, pad:dxp.shape[1] - pad, pad:dxp.shape[2] - pad, :]',
  ],
  ['the shape that the gradient needs', POOLS, 'self.shape = x.shape', 'self.shape = x.shape'],
  ['the means of all channels', POOLS, 'out[:, i, j, :]', 'out[:, i, j, :] = np.mean(x[:, i * s:i * s + k'],
  ['the shares', POOLS, 'dx[:, top', 'dx[:, top:top + self.size, left:left + self.size, :] += share'],
  ['the branch of the mean', BRANCHES, 'dA_prev[i, top:top + f, left:left + f, c] += share', '+= share / (f * f)'],
  ['the cells of a plane', CORR2D, 'Y[i, j] =', 'Y[i, j] = np.sum(X[i:i + h, j:j + w] * K)'],
])('%s', (_, source, start, repair) => {
  const at = source.indexOf(start);
  const text = `${source.slice(0, at)}pass${source.slice(source.indexOf('\n', at))}`;
  const mistakes = checkCode(text).flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ verified: true }]);
  expect(mistakes[0]?.repaired).toContain(repair);
});

it('right functions are not accused', () => {
  const checks = [PARTED, DILATED, OFFSETS, POOLS, BRANCHES, CORR2D].flatMap((source) => checkCode(source));
  expect(checks).toHaveLength(7);
  expect(checks.every(({ agrees, unseen }) => agrees && unseen.length === 0)).toBe(true);
});
