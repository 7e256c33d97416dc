/** Functions whose names do not tell the layer: what they take, and what the text calls them with, does. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const source = (patch: string, sum: string, size = '(n - f + 2 * p) // s + 1'): string => `import numpy as np

def size(n, f, p, s):
    return ${size}

def patch_at(a, row, col, f, s):
    top, left = row * s, col * s
    return a[${patch}, :]

def forward(A, W, b, stride, pad):
    m, f = A.shape[0], W.shape[0]
    rows, cols = size(A.shape[1], f, pad, stride), size(A.shape[2], f, pad, stride)
    padded = np.pad(A, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    Z = np.zeros((m, rows, cols, W.shape[3]))
    for e in range(m):
        for r in range(rows):
            for q in range(cols):
                patch = patch_at(padded[e], r, q, f, stride)
                for k in range(W.shape[3]):
                    Z[e, r, q, k] = ${sum} + b[0, 0, 0, k]
    return Z

Z = forward(np.random.randn(2, 6, 6, 3), np.random.randn(3, 3, 3, 4), np.random.randn(1, 1, 1, 4), 1, 1)
`;
const PATCH = 'top:top + f, left:left + f';
const SUM = '(patch * W[:, :, :, k]).sum()';

it('a right one agrees', () => {
  expect(checkCode(source(PATCH, SUM))).toMatchObject([
    { name: 'forward', operation: 'conv_forward', agrees: true, unseen: [] },
  ]);
});

it.each([
  ['a maximum', 20, source(PATCH, SUM.replace('.sum', '.max'))],
  ['the filters left out', 20, source(PATCH, 'patch.sum()')],
  ['the start of the rows for that of the columns', 8, source('top:top + f, top:left + f', SUM)],
  ['the size of the output', 4, source(PATCH, SUM, '(n + f + 2 * p) // s + 1')],
])('%s is named', (_, line, text) => {
  const [check, ...others] = checkCode(text);
  expect(others).toEqual([]);
  expect(check).toMatchObject({ name: 'forward', mistakes: [{ line, verified: true }] });
});

it('an array of a pooling is not a filter', () => {
  const text = `import numpy as np
def reduce(x, k, s):
    rows, cols = (x.shape[0] - k) // s + 1, (x.shape[1] - k) // s + 1
    return np.array([[x[i * s:i * s + k, j * s:j * s + k].max() for j in range(cols)] for i in range(rows)])

print(reduce(np.arange(20.0).reshape(4, 5), 2, 2))`;
  expect(checkCode(text)).toMatchObject([{ operation: 'pool_forward', agrees: true, unseen: [] }]);
});

it('the number of values of the bias tells the axis of the filters', () => {
  const text = `import numpy as np
def conv2d(x, kernel, bias, stride=1, pad=0):
    n, h, w, cin = x.shape
    kh, kw, _, cout = kernel.shape
    oh = (h + 2 * pad - kh) // stride + 1
    ow = (h + 2 * pad - kw) // stride + 1
    xp = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    out = np.zeros((n, oh, ow, cout))
    for i in range(kh):
        for j in range(kw):
            out += xp[:, i:i + stride * oh:stride, j:j + stride * ow:stride, :] @ kernel[i, j]
    return out + bias

y = conv2d(np.random.randn(2, 6, 5, 3), np.random.randn(3, 3, 3, 4), np.random.randn(4), 1, 1)`;
  expect(checkCode(text)).toMatchObject([{ mistakes: [{ line: 6, verified: true }] }]);
});

it('a wrong gradient is not right because its own forward function is in another mode', () => {
  const text = `import numpy as np
def pool_forward(A_prev, hparameters, mode="max"):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = 1 + (n_H_prev - f) // stride, 1 + (n_W_prev - f) // stride
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev[:, h * stride:h * stride + f, w * stride:w * stride + f, :]
            A[:, h, w, :] = window.max(axis=(1, 2)) if mode == "max" else window.mean(axis=(1, 2))
    return A, (A_prev, hparameters)

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    rows, cols = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
                    if mode == "max":
                        window = A_prev[i, rows, cols, c]
                        dA_prev[i, rows, cols, c] += (window == window.max()) * dA[i, h, w, c]
    return dA_prev

A, cache = pool_forward(np.random.randn(2, 5, 5, 3), {"f": 2, "stride": 1})
dA = np.random.randn(*A.shape)
dA_prev = pool_backward(dA, cache)
dA_prev2 = pool_backward(dA, cache, mode="average")`;
  expect(checkCode(text)).toMatchObject([
    { name: 'pool_forward', agrees: true },
    { name: 'pool_backward', operation: 'pool_backward', agrees: false },
  ]);
});

it('a single step has a filter of any name', () => {
  const text = `import numpy as np
def conv_single_step(window, F, b):
    return np.sum(window * F) + float(b)

print(conv_single_step(np.random.randn(3, 3, 2), np.random.randn(3, 3, 2), np.random.randn(1, 1, 1)))`;
  for (const source of [text, text.slice(0, text.indexOf('print'))])
    expect(checkCode(source)).toMatchObject([{ operation: 'conv_single_step', agrees: true, unseen: [] }]);
});
