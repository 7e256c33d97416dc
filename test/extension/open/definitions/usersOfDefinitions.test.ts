/** A cursor in a function or a class of the text means the layer of its own calls, not that of another definition. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

const sum = '        y[i, j] = np.sum(x[i:i+2, j:j+2] * k)\n';
const largest = '        y[i, j] = np.max(x[2*i:2*i+2, 2*j:2*j+2])\n';
const rows = '    for i in range(n):\n      for j in range(n):\n';
const image = 'a = np.array([[1., 2, 3, 0], [4, 5, 6, 1], [7, 8, 9, 2], [3, 1, 0, 5]])\n';

function at(text: string, words: string): ReturnType<typeof python> {
  return python(text, { cursor: text.indexOf(words) });
}

describe('classes whose methods have the same name', () => {
  const text =
    'import numpy as np\n\nclass Slide:\n  def __init__(self, k):\n    self.k = k\n  def forward(self, x):\n' +
    `    k, n = self.k, len(x) - 1\n    y = np.zeros((n, n))\n${rows}${sum}    return y\n\n` +
    `class Shrink:\n  def forward(self, x):\n    n = len(x) // 2\n    y = np.zeros((n, n))\n${rows}${largest}    return y\n\n` +
    `${image}c = Slide(np.array([[1., 0], [0, -1]]))\np = Shrink()\nprint(c.forward(a))\nprint(p.forward(a))\n`;

  it.each([
    ['self.k = k', 'conv_forward'],
    ['np.sum', 'conv_forward'],
    ['np.max', 'pool_forward'],
  ])('the cursor at %s', (words, operation) => {
    expect(layer(at(text, words)).operation).toBe(operation);
  });
});

describe("the book's classes, whose calls are known", () => {
  const text =
    'class Convolution:\n  def __init__(self, W, b):\n    self.W, self.b = W, b\n  def forward(self, x):\n    return np.tensordot(sliding_window_view(x, self.W.shape[2:], (2, 3)), self.W, ([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)\n\n' +
    'class Pooling:\n  def __init__(self, pool_h):\n    self.pool_h = pool_h\n  def forward(self, x):\n    windows = sliding_window_view(x, (self.pool_h, self.pool_h), (2, 3))\n    return windows[:, :, ::2, ::2].max(axis=(4, 5))\n\n' +
    'conv = Convolution(np.array([[[[1., 0], [0, -1]]]]), np.zeros(1))\nx = np.arange(16.).reshape(1, 1, 4, 4) ** 2\nprint(conv.forward(x))\n' +
    'pool = Pooling(2)\nprint(pool.forward(x))\n';
  const imports = 'import numpy as np\nfrom numpy.lib.stride_tricks import sliding_window_view\n\n';

  it.each([
    ['self.W, self.b =', 'conv_forward'],
    ['np.tensordot', 'conv_forward'],
    ['self.pool_h = ', 'pool_forward'],
    ['windows[:', 'pool_forward'],
  ])('the cursor at %s', (words, operation) => {
    expect(layer(at(imports + text, words)).operation).toBe(operation);
  });
});

describe('functions whose names tell no layer', () => {
  const defined =
    `import numpy as np\n\ndef slide(x, k):\n    n = len(x) - 1\n    y = np.zeros((n, n))\n${rows}${sum}    return y\n\n` +
    `def shrink(x):\n    n = len(x) // 2\n    y = np.zeros((n, n))\n${rows}${largest}    return y\n\n`;

  it.each([
    ['np.sum', 'conv_forward'],
    ['np.max', 'pool_forward'],
  ])('the cursor at %s', (words, operation) => {
    const text = `${defined}${image}K = np.array([[1., 0], [0, -1]])\nprint(slide(a, K))\nprint(shrink(a))\n`;
    expect(layer(at(text, words)).operation).toBe(operation);
  });

  it('no other layer opens where its own call computes none', () => {
    const text = `${defined.replace('np.sum(x[i:i+2, j:j+2] * k)', 'np.median(x[i:i+2, j:j+2]) + k[0, 0]')}${image}print(slide(a, np.array([[1., 0], [0, -1]])))\nprint(shrink(a))\n`;
    expect(openText(at(text, 'np.median')).kind).not.toBe('layer');
  });

  it('the kernel is written in the call', () => {
    const text = `${defined}${image}print(slide(a, np.array([[1., 0], [0, -1]])))\nprint(shrink(a))\n`;
    expect(layer(at(text, 'np.sum'))).toMatchObject({
      operation: 'conv_forward',
      roles: { w: { values: [1, 0, 0, -1] } },
    });
  });
});

describe('a class that has the layer and its gradient', () => {
  const text =
    'import numpy as np\n\ndef blocks(x):\n  n, m = x.shape\n  out = np.zeros((n // 2, m // 2, 4))\n  for i in range(n // 2):\n    for j in range(m // 2):\n      out[i, j] = x[2*i:2*i+2, 2*j:2*j+2].ravel()\n  return out\n\n' +
    'def spread(d, shape):\n  out = np.zeros(shape)\n  for i in range(d.shape[0]):\n    for j in range(d.shape[1]):\n      out[2*i:2*i+2, 2*j:2*j+2] += d[i, j].reshape(2, 2)\n  return out\n\n' +
    'class MaxPooling:\n  def __init__(self, size):\n    self.size = size\n  def forward(self, x):\n    self.x, self.windows = x, blocks(x)\n    return self.windows.max(axis=2)\n' +
    '  def mask(self):\n    return self.windows == self.windows.max(axis=2, keepdims=True)\n  def backward(self, dout):\n    return spread(self.mask() * dout[:, :, None], self.x.shape)\n\n' +
    `${image}pool = MaxPooling(2)\nout = pool.forward(a)\ndx = pool.backward(np.array([[1., -2], [3, 0.5]]))\n`;

  it.each([
    ['self.size = size', 'pool_forward'],
    ['self.x, self', 'pool_forward'],
    ['out[i, j] =', 'pool_forward'],
    ['return self.windows ==', 'pool_backward'],
    ['def backward', 'pool_backward'],
    ['return spread', 'pool_backward'],
    ['out[2*i:', 'pool_backward'],
  ])('the cursor at %s', (words, operation) => {
    expect(layer(at(text, words)).operation).toBe(operation);
  });
});

it('a method that gives two gradients is not the layer of another method', () => {
  const text =
    'import numpy as np\n\nclass Conv2D:\n  def __init__(self, w):\n    self.w = w\n' +
    `  def __call__(self, x):\n    self.x, n = x, len(x) - 1\n    y = np.zeros((n, n))\n${rows}${sum.replace('* k', '* self.w')}    return y\n` +
    `  def grad(self, dy):\n    n = len(dy)\n    dx, dw = np.zeros_like(self.x), np.zeros((2, 2))\n${rows}        dw += dy[i, j] * self.x[i:i+2, j:j+2]\n        dx[i:i+2, j:j+2] += dy[i, j] * self.w\n    return dx, dw\n\n` +
    `${image}layer = Conv2D(np.array([[1., 0], [0, -1]]))\ny = layer(a)\ndx, dw = layer.grad(np.ones((3, 3)))\n`;
  expect(layer(at(text, 'np.sum')).operation).toBe('conv_forward');
  expect(refusal(at(text, 'dw += '))[0]).toBe('grad of the text computes no layer that can be shown');
});
