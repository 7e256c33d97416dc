/** Mistakes that a convention, a comment or a name of the text does not excuse. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const CORRELATION = `import numpy as np

def slide(a, k):
    r, s = k.shape
    rows, cols = a.shape[0] - r + 1, a.shape[1] - s + 1
    return np.array([[(a[i:i + r, j:j + s] * k).sum() for j in range(cols)] for i in range(rows)])
`;

it('a gradient of the input with the filter as it is, next to a forward function that does not turn it', () => {
  const source = `${CORRELATION.replace('def slide', 'def conv2d')}
def conv2d_dx(dz, k):
    r, s = k.shape
    return conv2d(np.pad(dz, ((r - 1,), (s - 1,))), k)

k = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 7.0]])
dz = conv2d(np.random.randn(5, 6), k)
conv2d_dx(dz, k)
`;
  expect(mistakesOf(source)).toEqual(['filter-not-turned true: return conv2d(np.pad(dz, ((r - 1,), (s - 1,))), k)']);
});

it('a method for the gradient of the input with the filter as it is', () => {
  const source = `${CORRELATION}
class Conv:
    def __init__(self, k):
        self.k = k

    def forward(self, x):
        return slide(x, self.k)

    def backward(self, dz):
        r, s = self.k.shape
        return slide(np.pad(dz, ((r - 1,), (s - 1,))), self.k)

layer = Conv(np.array([[1.0, 2.0], [4.0, 7.0]]))
layer.backward(layer.forward(np.random.randn(5, 6)))
`;
  expect(mistakesOf(source)).toEqual([
    'filter-not-turned true: return slide(np.pad(dz, ((r - 1,), (s - 1,))), self.k)',
  ]);
});

it.each([
  ['that is given already turned', 'conv2d_dx(dz, k[::-1, ::-1])', 'conv2d(np.random.randn(5, 6), k)'],
  ['of a convolution that the text computes itself', 'conv2d_dx(dz, k)', 'conv2d(np.random.randn(5, 6), np.flip(k))'],
])('a gradient with the filter as it is, %s', (_, gradient, forward) => {
  const source = `${CORRELATION.replace('def slide', 'def conv2d')}
def conv2d_dx(dz, k):
    r, s = k.shape
    return conv2d(np.pad(dz, ((r - 1,), (s - 1,))), k)

k = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 7.0]])
dz = ${forward}
${gradient}
`;
  expect(checkCode(source)).toMatchObject([
    { agrees: true, unseen: [] },
    { agrees: true, unseen: [] },
  ]);
});

it('a transposed convolution whose result is too large by the stride less one', () => {
  const source = `import numpy as np

def conv_transpose(a, k, step):
    rows = a.shape[0] * step + k.shape[0] - 1
    cols = a.shape[1] * step + k.shape[1] - 1
    y = np.zeros((rows, cols))
    for i, j in np.ndindex(*a.shape):
        y[i * step:i * step + k.shape[0], j * step:j * step + k.shape[1]] += a[i, j] * k
    return y

conv_transpose(np.random.randn(3, 4), np.random.randn(2, 3), 2)
`;
  expect(mistakesOf(source)).toEqual([
    'output-size true: rows = a.shape[0] * step + k.shape[0] - 1',
    'output-size true: cols = a.shape[1] * step + k.shape[1] - 1',
  ]);
});

it('one array that is appended for every window', () => {
  const source = `import numpy as np

def conv2d(x, w):
    k = w.shape[0]
    rows, cols = x.shape[0] - k + 1, x.shape[1] - k + 1
    part, parts = np.zeros((k, k)), []
    for i in range(rows):
        for j in range(cols):
            part[:] = x[i:i + k, j:j + k]
            parts.append(part.ravel())
    return (np.array(parts) @ w.ravel()).reshape(rows, cols)

conv2d(np.random.randn(5, 6), np.random.randn(3, 3))
`;
  expect(mistakesOf(source)).toEqual(['aliased-array true: parts.append(part.ravel())']);
});

it('averages of integers in an array of integers', () => {
  const source = `import numpy as np

def average_pool(img, k):
    rows, cols = img.shape[0] // k, img.shape[1] // k
    means = np.zeros((rows, cols), dtype=img.dtype)
    for i in range(rows):
        for j in range(cols):
            means[i, j] = img[i * k:i * k + k, j * k:j * k + k].mean()
    return means

average_pool(np.arange(24).reshape(4, 6), 2)
`;
  expect(mistakesOf(source)).toEqual(['whole-numbers true: means = np.zeros((rows, cols), dtype=img.dtype)']);
});

it('sizes of the filter in the wrong order, next to a matrix that is transposed', () => {
  const source = `import numpy as np

def conv_batch(x, w):
    F, C, kw, kh = w.shape
    rows = x.shape[2] - kh + 1
    cols = x.shape[3] - kw + 1
    y = np.zeros((len(x), len(w), rows, cols))
    for i in range(rows):
        for j in range(cols):
            part = x[:, :, i:i + kh, j:j + kw]
            y[:, :, i, j] = part.reshape(len(x), -1) @ w.reshape(len(w), -1).T
    return y

conv_batch(np.random.randn(2, 3, 6, 7), np.random.randn(4, 3, 2, 3))
`;
  expect(mistakesOf(source)).toEqual(['order-of-values true: F, C, kw, kh = w.shape']);
});

const BACKWARD = `import numpy as np

def conv_backward(dZ, cache):
    """sums over the receptive region of every output"""
    A_prev, W, b, hparameters = cache
    m, rows, cols, _ = A_prev.shape
    f, stride, pad = W.shape[0], hparameters['stride'], hparameters['pad']
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    d_padded = np.zeros(padded.shape)
    dW = np.zeros(W.shape)
    for i, h, w, c in np.ndindex(*dZ.shape):
        v, q = h * stride, w * stride
        d_padded[i, v:v + f, q:q + f] += W[..., c] * dZ[i, h, w, c]
        dW[..., c] += padded[i, v:v + f, q:q + f] * dZ[i, h, w, c]
    dA_prev = d_padded[:, pad:pad + rows, pad:pad + cols]
    return dA_prev, dW, dZ.sum(axis=(0, 1, 2)).reshape(b.shape)
`;

it.each([
  ['starts from the filter', ['np.zeros(W.shape)', 'W.copy()'], ' = W.copy()'],
  [
    'takes the mean of each window',
    ['+= padded[i, v:v + f, q:q + f]', '+= np.mean(padded[i, v:v + f, q:q + f])'],
    'np.mean',
  ],
  [
    'of the input is averaged',
    ['    return', '    dA_prev /= m  # averaged over the examples\n    return'],
    'dA_prev /= m',
  ],
] as const)('a gradient that %s', (_, [right, wrong], line) => {
  const found = mistakesOf(BACKWARD.replace(right, wrong));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/ true: /);
  expect(found[0]).toContain(line);
});

it('a ReLU below a function whose repair inserts a term', () => {
  const source = `import numpy as np

def conv2d(image, k):
    r, s = k.shape
    y = np.zeros((image.shape[0] - r + 1, image.shape[1] - s + 1))
    for i in range(0, image.shape[0] - r):
        for j in range(0, image.shape[1] - s):
            y[i, j] = (image[i:i + r, j:j + s] * k).sum()
    return y

def relu_forward(z):
    return np.maximum(1, z), z

conv2d(np.random.randn(5, 6), np.random.randn(2, 3))
`;
  expect(mistakesOf(source).slice(2)).toEqual(['wrong-constant true: return np.maximum(1, z), z']);
});

it('loops over the rows and columns of the image, with windows that leave it', () => {
  const source = `import numpy as np

def corr2d(image, k):
    r, s = k.shape
    y = np.zeros((image.shape[0] - r + 1, image.shape[1] - s + 1))
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            y[i, j] = (image[i:i + r, j:j + s] * k).sum()
    return y

corr2d(np.random.randn(5, 6), np.random.randn(2, 3))
`;
  expect(mistakesOf(source)).toEqual([
    'loop-range true: for i in range(image.shape[0]):',
    'loop-range true: for j in range(image.shape[1]):',
  ]);
});
