/** Functions of the text: other signatures of known layers, and layers that are recognised by their results. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

const SETUP = 'import numpy as np\nnp.random.seed(2)\n';

function lastCall(text: string) {
  const { calls, errors } = evaluatePython(SETUP + text);
  expect(errors.map(({ message }) => message)).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0]!;
}

describe('other signatures of known functions', () => {
  it('pool_forward(A_prev, f, stride): the hyperparameters are those of the arguments', () => {
    const call = lastCall(`
def pool_forward(A_prev, f, stride, mode="max"):
    m, n_H, n_W, n_C = A_prev.shape
    out = np.zeros((m, (n_H - f) // stride + 1, (n_W - f) // stride + 1, n_C))
    for h in range(out.shape[1]):
        for w in range(out.shape[2]):
            out[:, h, w] = A_prev[:, h * stride:h * stride + f, w * stride:w * stride + f].max(axis=(1, 2))
    return out
A = pool_forward(np.random.randn(2, 5, 7, 3), 3, 2)
`);
    expect(call.operation).toBe('pool_forward');
    expect(call.options).toMatchObject({ mode: 'max', kernel: 3, stride: 2 });
    expect(arraysOfCall(call)['A_prev']!.shape).toEqual([2, 5, 7, 3]);
  });

  it('conv_backward(dZ, A_prev, W, b, stride, pad): the cache is made of the arguments', () => {
    const { operation, options, arrays } = lastCall(`
def conv_backward(dZ, A_prev, W, b, stride, pad):
    return np.zeros_like(A_prev), np.zeros_like(W), np.zeros_like(b)
x = conv_backward(np.ones((1, 2, 3, 2)), np.ones((1, 4, 6, 3)), np.ones((3, 3, 3, 2)), np.ones((1, 1, 1, 2)), 2, 1)
`);
    expect([operation, options]).toEqual(['conv_backward', { stride: 2, padding: 1 }]);
    expect(Object.keys(arrays)).toEqual(['dZ', 'A_prev', 'W', 'b']);
  });

  it('max_pool_forward_naive(x, size, stride): CS231n', () => {
    const { options, layout } = lastCall(`
def max_pool_forward_naive(x, size, stride):
    return x[:, :, ::2, ::2]
y = max_pool_forward_naive(np.ones((1, 2, 4, 6)), 2, 2)
`);
    expect(options).toMatchObject({ kernel: [2, 2], stride: 2 });
    expect(layout).toBe('nchw');
  });
});

const SLIDE = `
    out = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (x[i:i + k.shape[0], j:j + k.shape[1]] * k).sum()
    return out
`;

describe('layers that are recognised by their results', () => {
  it('my_convolution(x, k) of 5×7 and 3×2: a convolution without padding', () => {
    const call = lastCall(
      `def my_convolution(x, k):${SLIDE}y = my_convolution(np.random.randn(5, 7), np.random.randn(3, 2))\n`,
    );
    expect([call.operation, call.callee, arraysOfCall(call)['W']!.shape]).toEqual([
      'conv_forward',
      'my_convolution',
      [3, 2, 1, 1],
    ]);
    expect(call.options).toEqual({ stride: 1, padding: 0 });
    expect(call.notes).toHaveLength(1);
  });

  it('with the kernel turned: a true convolution', () => {
    const call = lastCall(
      `def convolve(x, k):\n    k = np.flipud(np.fliplr(k))${SLIDE}y = convolve(np.random.randn(5, 7), np.random.randn(3, 2))\n`,
    );
    expect(call.options).toEqual({ stride: 1, padding: 0, kernelFlipped: true });
  });

  it('conv(img, filters, bias, s, p) of channels-first images with stride 2 and pad 1', () => {
    const call = lastCall(`
def conv(img, filters, bias, s, p):
    c, n_H, n_W = img.shape
    n, _, f, _ = filters.shape
    padded = np.pad(img, ((0, 0), (p, p), (p, p)))
    out = np.zeros((n, (n_H + 2 * p - f) // s + 1, (n_W + 2 * p - f) // s + 1))
    for k in range(n):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[k, i, j] = (padded[:, i * s:i * s + f, j * s:j * s + f] * filters[k]).sum() + bias[k]
    return out
y = conv(np.random.randn(2, 5, 7), np.random.randn(4, 2, 3, 3), np.random.randn(4), 2, 1)
`);
    expect([call.operation, call.layout, call.options]).toEqual(['conv_forward', 'nchw', { stride: 2, padding: 1 }]);
    expect(arraysOfCall(call)['b']!.shape).toEqual([1, 1, 1, 4]);
  });

  it('a class with forward: average pooling', () => {
    const call = lastCall(`
class AveragePool:
    def __init__(self, size):
        self.size = size

    def forward(self, x):
        h, w, c = x.shape
        out = np.zeros((h // self.size, w // self.size, c))
        for i in range(out.shape[0]):
            for j in range(out.shape[1]):
                out[i, j] = x[i * 2:i * 2 + 2, j * 2:j * 2 + 2].mean(axis=(0, 1))
        return out
y = AveragePool(2).forward(np.random.randn(6, 4, 3))
`);
    expect([call.operation, call.options]).toMatchObject(['pool_forward', { mode: 'average', kernel: 2, stride: 2 }]);
  });

  it('a result that no layer gives is not recorded', () => {
    const { calls, errors } = evaluatePython(
      `${SETUP}def convolve(x, k):\n    return x[1:, 1:] + k.sum()\ny = convolve(np.random.randn(5, 7), np.random.randn(3, 2))\n`,
    );
    expect([calls, errors]).toEqual([[], []]);
  });
});

describe('layers outside of any function', () => {
  it.each<[string, string, object]>([
    [
      'loops over a plane',
      `img = np.random.randint(0, 9, (5, 6))
kernel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
Z = np.zeros((3, 4))
for r in range(3):
    for c in range(4):
        Z[r, c] = np.sum(img[r:r+3, c:c+3] * kernel)
`,
      { callee: 'Z', operation: 'conv_forward', options: { stride: 1, padding: 0 } },
    ],
    [
      'a matrix product of rows of windows, with a bias',
      `x = np.random.randn(2, 3, 5, 5)
W = np.random.randn(4, 3, 3, 3)
b = np.random.randn(4)
rows = np.array([x[n, :, i:i+3, j:j+3].ravel() for n in range(2) for i in range(3) for j in range(3)])
out = (rows @ W.reshape(4, -1).T + b).reshape(2, 3, 3, 4).transpose(0, 3, 1, 2)
`,
      { callee: 'out', operation: 'conv_forward', options: { stride: 1, padding: 0 } },
    ],
    [
      'a stride that only the index has',
      `x = np.random.randn(7, 7)
k = np.random.randn(3, 3)
y = np.array([[(x[2*i:2*i+3, 2*j:2*j+3] * k).sum() for j in range(3)] for i in range(3)])
`,
      { callee: 'y', operation: 'conv_forward', options: { stride: 2, padding: 0 } },
    ],
    [
      'a pooling by reshape',
      `x = np.random.randn(4, 6)
pooled = x.reshape(2, 2, 3, 2).max(axis=(1, 3))
`,
      { callee: 'pooled', operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 } },
    ],
    [
      'ReLU by where',
      `x = np.random.randn(3, 4)\nA = np.where(x > 0, x, 0)\n`,
      { callee: 'A', operation: 'relu_forward', options: {} },
    ],
    [
      'ReLU by a mask',
      `x = np.random.randn(3, 4)\nA = x * (x > 0)\n`,
      { callee: 'A', operation: 'relu_forward', options: {} },
    ],
  ])('%s', (_, text, expected) => {
    expect(lastCall(text)).toMatchObject(expected);
  });

  it.each([
    ['a product of matrices', 'X = np.random.randn(4, 5)\nW = np.random.randn(5, 3)\nY = X @ W\n'],
    ['a scaled image', 'x = np.random.randn(4, 4)\nk = np.array([[2.0]])\ny = x * 2\nz = x + 1\n'],
    ['a plane of one value', 'x = np.ones((4, 4))\nk = np.ones((2, 2))\ny = np.full((3, 3), 4.0) * x[0, 0]\n'],
    ['a copy', 'x = np.abs(np.random.randn(4, 4))\ny = x.copy()\n'],
    ['a function that is not called', 'x = np.random.randn(4, 4)\ndef f(x):\n    return np.where(x > 0, x, 0)\n'],
  ])('%s is not a layer', (_, text) => {
    expect(evaluatePython(SETUP + text).calls).toEqual([]);
  });
});
