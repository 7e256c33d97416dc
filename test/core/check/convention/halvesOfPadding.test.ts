/** Padding 'same' of windows with an even number of cells, along one axis and along two; filters of depthwise layers by their call. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const LINE = `import numpy as np

def conv1d(x, w, b, stride=1, padding='same'):
    k = w.shape[2]
    if padding == 'same':
        steps = -(-x.shape[2] // stride)
        total = max((steps - 1) * stride + k - x.shape[2], 0)
        before = total // 2
        x = np.pad(x, ((0, 0), (0, 0), (before, total - before)))
    y = np.zeros((x.shape[0], w.shape[0], (x.shape[2] - k) // stride + 1))
    for i in range(y.shape[2]):
        y[:, :, i] = np.einsum('nck,fck->nf', x[:, :, i * stride:i * stride + k], w) + b
    return y

y = conv1d(np.random.randn(2, 3, 9), np.random.randn(4, 3, 4), np.random.randn(4), 2)
`;

const PLANE = `import numpy as np

def conv2d(x, w, stride=1, padding='same'):
    kh, kw = w.shape
    if padding == 'same':
        rows = max((-(-x.shape[0] // stride) - 1) * stride + kh - x.shape[0], 0)
        cols = max((-(-x.shape[1] // stride) - 1) * stride + kw - x.shape[1], 0)
        top, left = rows // 2, cols // 2
        x = np.pad(x, ((top, rows - top), (left, cols - left)))
    y = np.zeros(((x.shape[0] - kh) // stride + 1, (x.shape[1] - kw) // stride + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = np.sum(x[i * stride:i * stride + kh, j * stride:j * stride + kw] * w)
    return y

y = conv2d(np.random.randn(5, 6), np.random.randn(2, 2))
`;

it.each([LINE, PLANE])('padding “same” with windows of an even size agrees', (text) => {
  expect(checkCode(text)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
});

it.each([
  [PLANE, '(left, cols - left)', '(left, left)', 9],
  [LINE, 'i * stride:i * stride + k', 'i:i + k', 12],
])('the other half, and a step, of padding “same”', (text, right, wrong, line) => {
  const [check] = checkCode(text.replace(right, wrong));
  expect(check!.mistakes).toMatchObject([{ line, verified: true }]);
  expect(check!.mistakes[0]!.repaired).toBe(text);
});

const GRADIENTS = `import numpy as np

def conv_grads(dout, x, w, b, stride):
    N, C, H, W = x.shape
    kh, kw = w.shape[2:]
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    db = dout.sum(axis=(0, 2, 3))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, cols = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            g = dout[:, :, i, j]
            dw[:, 0] += np.einsum('nc,nchw->chw', g, x[:, :, rows, cols])
            dx[:, :, rows, cols] += g[:, :, None, None] * w[:, 0]
    return dx, dw, db

x, w = np.random.randn(2, 3, 6, 5), np.random.randn(3, 1, 3, 2)
dx, dw, db = conv_grads(np.random.randn(2, 3, 4, 4), x, w, np.zeros(3), 1)
`;

it('filters (C, 1, h, w) of a call are those of a depthwise layer', () => {
  expect(checkCode(GRADIENTS)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  const [check] = checkCode(GRADIENTS.replace('axis=(0, 2, 3)', 'axis=(0, 1, 2)'));
  expect(check!.mistakes).toMatchObject([{ id: 'wrong-axes', line: 7, verified: true }]);
});

it('the shape of the array that gets the result tells the axes', () => {
  const text = `import numpy as np

def avg_pool(images, target, size, step):
    for n, c, i, j in np.ndindex(*target.shape):
        window = images[n, c, i * step:i * step + size, j * step:j * step + size]
        target[n, c, i, j] = window.sum() / (size * size)

target = np.zeros((2, 3, 3, 4))
avg_pool(np.random.randn(2, 3, 6, 8), target, 2, 2)
`;
  const [check] = checkCode(text.replace('(size * size)', 'size'));
  expect(check!.mistakes).toMatchObject([{ line: 6, verified: true }]);
  expect(check!.mistakes[0]!.repaired).toBe(text);
});
