/** Mistakes of poolings that a convention, a comment or a name of the text does not excuse. */
import { expect, it } from 'vitest';
import { mistakesOf } from '../mistakesOf';

it('maxima of columns that are viewed with the channels first', () => {
  const source = `import numpy as np

def im2col(x, k, step):
    n, c, h, w = x.shape
    rows, cols = (h - k) // step + 1, (w - k) // step + 1
    col = np.zeros((n, c, k, k, rows, cols))
    for a in range(k):
        for b in range(k):
            col[:, :, a, b] = x[:, :, a:a + step * rows:step, b:b + step * cols:step]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(n * rows * cols, -1)

class MaxPool:
    def __init__(self, k, step):
        self.k, self.step = k, step

    def forward(self, x):
        n, c, h, w = x.shape
        rows, cols = (h - self.k) // self.step + 1, (w - self.k) // self.step + 1
        col = im2col(x, self.k, self.step).reshape(-1, self.k * self.k)
        return col.max(axis=1).reshape(n, c, rows, cols)

MaxPool(2, 2).forward(np.random.randn(2, 3, 4, 6))
`;
  expect(mistakesOf(source)).toEqual(['wrong-reshape true: return col.max(axis=1).reshape(n, c, rows, cols)']);
});

it.each(['g.repeat(self.size, 2).repeat(self.size, 3)', 'np.kron(g, np.ones((self.size, self.size)))'])(
  'a gradient of averages that is not divided: %s',
  (value) => {
    const source = `import numpy as np

class MeanPool:
    def __init__(self, size):
        self.size = size

    def forward(self, x):
        n, c, h, w = x.shape
        return x.reshape(n, c, h // self.size, self.size, w // self.size, self.size).mean((3, 5))

    def backward(self, g):
        return ${value}

layer = MeanPool(2)
layer.backward(layer.forward(np.random.randn(2, 3, 4, 6)))
`;
    expect(mistakesOf(source)).toEqual([`not-distributed true: return ${value}`]);
  },
);

it('the first maxima of all windows in one mask, where windows overlap', () => {
  const source = `import numpy as np

class MaxPool:
    def __init__(self, size=3, step=2):
        self.size, self.step = size, step

    def windows(self, a):
        k, s = self.size, self.step
        for i in range((a.shape[0] - k) // s + 1):
            for j in range((a.shape[1] - k) // s + 1):
                yield i, j, slice(i * s, i * s + k), slice(j * s, j * s + k)

    def forward(self, x):
        self.x, self.mask = x, np.zeros(x.shape)
        out = np.zeros([(n - self.size) // self.step + 1 for n in x.shape])
        for i, j, rows, cols in self.windows(x):
            p, q = np.unravel_index(x[rows, cols].argmax(), (self.size, self.size))
            self.mask[rows.start + p, cols.start + q] = 1
            out[i, j] = x[rows, cols].max()
        return out

    def backward(self, g):
        k, s = self.size, self.step
        dx = np.zeros(self.x.shape)
        for i in range(g.shape[0]):
            for j in range(g.shape[1]):
                dx[i * s:i * s + k, j * s:j * s + k] += g[i, j] * self.mask[i * s:i * s + k, j * s:j * s + k]
        return dx

layer = MaxPool()
layer.backward(layer.forward(np.random.randn(7, 9)))
`;
  expect(mistakesOf(source)).toEqual([
    'shared-mask true: dx[i * s:i * s + k, j * s:j * s + k] += g[i, j] * self.mask[i * s:i * s + k, j * s:j * s + k]',
  ]);
});

it('a stride that is forgotten in a pooling with a parameter of its own', () => {
  const source = `import numpy as np

class MaxPool:
    def __init__(self, label, size=2, stride=2):
        self.label, self.size, self.stride = label, size, stride

    def forward(self, x):
        n, c, h, w = x.shape
        k, s = self.size, self.stride
        out = np.zeros((n, c, (h - k) // s + 1, (w - k) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = x[:, :, i * s:i * s + k, j:j + k].max(axis=(2, 3))
        return out

MaxPool('first').forward(np.random.randn(2, 3, 4, 6))
`;
  expect(mistakesOf(source)).toEqual([
    'stride-ignored true: out[:, :, i, j] = x[:, :, i * s:i * s + k, j:j + k].max(axis=(2, 3))',
  ]);
});
