/** Sizes, flags and names of constructors and functions that no call of the text explains. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const CONV = (constructor: string): string => `import numpy as np
class Conv:
${constructor}
    def forward(self, x):
        self.x = x
        n, _, h, w = x.shape
        o, _, kh, kw = self.w.shape
        out = np.zeros((n, o, h - kh + 1, w - kw + 1))
        for r in range(h - kh + 1):
            for c in range(w - kw + 1):
                out[:, :, r, c] = np.tensordot(x[:, :, r:r + kh, c:c + kw], self.w, ([1, 2, 3], [1, 2, 3])) + self.b
        return out
`;

const POOL = (given: string, sizes: string, window: string): string => `import numpy as np
class Pooling:
    def __init__(self, ${given}):
${sizes}
    def forward(self, maps):
        for n in range(self.n):
            for ch in range(self.ch):
                for r in range(self.rows):
                    for c in range(self.cols):
                        self.out[n, ch, r, c] = np.max(maps[n, ch, ${window}])
        return self.out
`;

const SIZED = `        self.n, self.ch, h, w = input_dimensions
        self.step = stride
        self.rows, self.cols = (h - stride) // stride + 1, (w - stride) // stride + 1
        self.out = np.zeros((self.n, self.ch, self.rows, self.cols))`;

it.each([
  [
    'a flag without default that leads to what is no part of the layer',
    CONV(`    def __init__(self, in_channels, filters, kernel_size, noisy):
        self.w = np.random.randn(filters, in_channels, kernel_size, kernel_size)
        self.b = np.zeros(filters)
        self.noisy = noisy  # noisy: for training`).replace(
      'self.x = x\n',
      'self.x = x\n        if self.noisy:\n            x = x + np.random.randn(*x.shape)\n',
    ),
  ],
  [
    'the shape of the input with its examples, and that of the filters without its channels',
    CONV(`    def __init__(self, input_shape, kernel_shape):
        self.input_shape, self.kernel_shape = input_shape, kernel_shape
        self.w = np.random.randn(self.kernel_shape[0], self.input_shape[1], self.kernel_shape[1], self.kernel_shape[2])
        self.b = np.zeros(self.kernel_shape[0])
        n, c, h, w = self.input_shape`),
  ],
  [
    'a stride that is the size of the window, next to the shape of the input',
    POOL(
      'stride, input_dimensions',
      SIZED,
      'r * self.step:r * self.step + self.step, c * self.step:c * self.step + self.step',
    ),
  ],
])('%s', (_, source) => {
  expect(checkCode(source)).toMatchObject([{ agrees: true, refused: false, unseen: [], mistakes: [] }]);
});

it('a mistake of a layer with a number is named', () => {
  const source = CONV(`    def __init__(self, layer_number, in_channels, filters, kernel_size):
        self.title = f'layer {layer_number}'
        self.w = np.random.randn(filters, in_channels, kernel_size, kernel_size)
        self.b = np.zeros(filters)`).replace('+ self.b', '- self.b');
  expect(checkCode(source)).toMatchObject([{ mistakes: [{ line: 14, verified: true }] }]);
});

it('gradients that a method of another name computes, next to an update', () => {
  const source = `import numpy as np
class MaxPool:
    def __init__(self, size):
        self.size = size
    def forward(self, x):
        n, c, h, w = x.shape
        k = self.size
        tiles = x.reshape(n, c, h // k, k, w // k, k)
        out = tiles.max(axis=(3, 5))
        self.mask = x == out.repeat(k, axis=2).repeat(k, axis=3)
        return out
    def calc_gradient(self, error):
        return error.repeat(self.size, axis=2).repeat(self.size, axis=3) * self.mask
    def backward(self, lr=0.01):
        pass
`;
  expect(checkCode(source).map(({ name, agrees }) => [name, agrees])).toEqual([
    ['MaxPool.forward', true],
    ['MaxPool.calc_gradient', true],
  ]);
});

it.each([
  [
    'the shape of one plane of weights, which a call gives',
    `def conv2d_backward(X, dZ, W_shape):
    dW = np.zeros(W_shape)
    for r in range(dZ.shape[0]):
        for c in range(dZ.shape[1]):
            dW += dZ[r, c] * X[r:r + W_shape[0], c:c + W_shape[1]]
    return dW
print(conv2d_backward(np.arange(9.0).reshape(3, 3), np.ones((2, 2)), (2, 2)))
`,
  ],
  [
    'an image f and a filter w',
    `def convolve(f, w):
    rows, cols = f.shape
    height, width = w.shape
    g = np.zeros((rows - height + 1, cols - width + 1))
    for y in range(g.shape[0]):
        for x in range(g.shape[1]):
            for s in range(height):
                for t in range(width):
                    g[y, x] += f[y + s, x + t] * w[s, t]
    return g
`,
  ],
  [
    'the window of a pooling behind the convolution',
    `def conv_block(x, w, b, pool_size):
    n, c, h, width = x.shape
    o, _, k, _ = w.shape
    out = np.zeros((n, o, h - k + 1, width - k + 1))
    for r in range(h - k + 1):
        for s in range(width - k + 1):
            out[:, :, r, s] = np.tensordot(x[:, :, r:r + k, s:s + k], w, ([1, 2, 3], [1, 2, 3])) + b
    rows, cols = out.shape[2] // pool_size, out.shape[3] // pool_size
    pooled = np.zeros((n, o, rows, cols))
    for r in range(rows):
        for s in range(cols):
            tile = out[:, :, r * pool_size:(r + 1) * pool_size, s * pool_size:(s + 1) * pool_size]
            pooled[:, :, r, s] = np.max(tile, axis=(2, 3))
    return pooled
`,
  ],
  [
    'a network’s name for the layer',
    `def cnn_forward(images, kernels, biases):
    n, c, h, w = images.shape
    o, _, kh, kw = kernels.shape
    out = np.zeros((n, o, h - kh + 1, w - kw + 1))
    for r in range(h - kh + 1):
        for s in range(w - kw + 1):
            for f in range(o):
                out[:, f, r, s] = np.sum(kernels[f] * images[:, :, r:r + kh, s:s + kw], axis=(1, 2, 3)) + biases[f]
    return out
`,
  ],
])('%s', (_, source) => {
  expect(checkCode(`import numpy as np\n${source}`)).toMatchObject([
    { agrees: true, refused: false, unseen: [], mistakes: [] },
  ]);
});
