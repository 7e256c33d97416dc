/** Classes that only pad, padded arrays under an attribute's capital letter, and pooling with columns of each channel. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const PAD = `import numpy as np

class ZeroPad2d:
    def __init__(self, pad):
        self.pad = pad

    def forward(self, x):
        p = self.pad
        return np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode='constant')

    def backward(self, dout):
        p = self.pad
        return dout[:, :, p:dout.shape[2] - p, p:dout.shape[3] - p]

layer = ZeroPad2d(2)
layer.backward(layer.forward(np.random.randn(2, 3, 4, 5)))
`;

const LAYER = `import numpy as np

class ConvLayer:
    def __init__(self, n_filters, filter_size, n_channels, stride=1, padding=0):
        self.F, self.S, self.P = filter_size, stride, padding
        self.W = np.random.randn(n_filters, n_channels, filter_size, filter_size)

    def _pad(self, X):
        return np.pad(X, ((0, 0), (0, 0), (self.P, self.P), (self.P, self.P)), 'constant')

    def forward(self, X):
        X = self._pad(X)
        N, C, H, W = X.shape
        Y = np.zeros((N, len(self.W), (H - self.F) // self.S + 1, (W - self.F) // self.S + 1))
        for h in range(Y.shape[2]):
            for w in range(Y.shape[3]):
                hs, ws = h * self.S, w * self.S
                Y[:, :, h, w] = np.tensordot(X[:, :, hs:hs + self.F, ws:ws + self.F], self.W, ([1, 2, 3], [1, 2, 3]))
        self.cache = X
        return Y

    def backward(self, dY):
        X = self.cache
        dX = np.zeros(X.shape)
        self.dW = np.zeros(self.W.shape)
        for h in range(dY.shape[2]):
            for w in range(dY.shape[3]):
                hs, ws = h * self.S, w * self.S
                self.dW += np.tensordot(dY[:, :, h, w], X[:, :, hs:hs + self.F, ws:ws + self.F], ([0], [0]))
                dX[:, :, hs:hs + self.F, ws:ws + self.F] += np.tensordot(dY[:, :, h, w], self.W, ([1], [0]))
        return dX[:, :, self.P:dX.shape[2] - self.P, self.P:dX.shape[3] - self.P]

layer = ConvLayer(3, 3, 2, 2, 1)
y = layer.forward(np.random.randn(2, 2, 7, 9))
layer.backward(np.random.randn(*y.shape))
`;

const COLUMNS = `import numpy as np

def im2col(X, k, s):
    n, c, h, w = X.shape
    oh, ow = (h - k) // s + 1, (w - k) // s + 1
    cols = np.empty((n, c * k * k, oh * ow))
    t = 0
    for i in range(0, h - k + 1, s):
        for j in range(0, w - k + 1, s):
            cols[:, :, t] = X[:, :, i:i + k, j:j + k].reshape(n, -1)
            t += 1
    return cols, oh, ow

def maxpool2d(X, k=2, s=2):
    n, c, h, w = X.shape
    cols, oh, ow = im2col(X.reshape(n * c, 1, h, w), k, s)
    return cols.max(axis=1).reshape(n, c, oh, ow)

print(maxpool2d(np.random.randn(2, 3, 6, 8)))
`;

const AVERAGE = `import numpy as np

class AvgPool:
    def __init__(self, k=2, s=2):
        self.k, self.s = k, s

    def forward(self, x):
        self.x = x
        n, h, w, c = x.shape
        out = np.zeros((n, (h - self.k) // self.s + 1, (w - self.k) // self.s + 1, c))
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                rows, cols = slice(i * self.s, i * self.s + self.k), slice(j * self.s, j * self.s + self.k)
                out[:, i, j, :] = np.mean(x[:, rows, cols, :], axis=(1, 2))
        return out

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        for i in range(dout.shape[1]):
            for j in range(dout.shape[2]):
                rows, cols = slice(i * self.s, i * self.s + self.k), slice(j * self.s, j * self.s + self.k)
                dx[:, rows, cols, :] += dout[:, i:i + 1, j:j + 1, :] / self.k ** 2
        return dx

p = AvgPool(3, 2)
y = p.forward(np.random.randn(2, 7, 9, 2))
p.backward(np.random.randn(*y.shape))
`;

const NAMED = `import numpy as np

class Conv2D:
    def __init__(self, filters, kernel_size, strides=(1, 1), padding='valid'):
        self.filters = filters
        self.kh, self.kw = kernel_size
        self.sh, self.sw = strides
        self.padding = padding
        self.kernel = None

    def call(self, x):
        if self.kernel is None:
            self.kernel = np.random.randn(self.kh, self.kw, x.shape[-1], self.filters)
        if self.padding == 'same':
            x = np.pad(x, ((0, 0), (self.kh // 2, self.kh // 2), (self.kw // 2, self.kw // 2), (0, 0)))
        b, h, w, _ = x.shape
        oh, ow = (h - self.kh) // self.sh + 1, (w - self.kw) // self.sw + 1
        y = np.zeros((b, oh, ow, self.filters))
        for i in range(oh):
            for j in range(ow):
                patch = x[:, i * self.sh:i * self.sh + self.kh, j * self.sw:j * self.sw + self.kw, :]
                y[:, i, j, :] = np.tensordot(patch, self.kernel, axes=3)
        return y

print(Conv2D(4, (3, 3), (2, 1), 'valid').call(np.random.randn(2, 7, 6, 3)))
`;

it.each([
  ['the order of the axes', PAD, '((0, 0), (0, 0), (p, p), (p, p))', '((0, 0), (p, p), (p, p), (0, 0))', 'any'],
  ['the columns of a gradient', PAD, 'p:dout.shape[3] - p', 'p:dout.shape[2] - p', 'wrong-window'],
  [
    'a gradient with its padding',
    LAYER,
    'dX[:, :, self.P:dX.shape[2] - self.P, self.P:dX.shape[3] - self.P]',
    'dX',
    'padding-returned',
  ],
  ['windows of all channels together', COLUMNS, 'X.reshape(n * c, 1, h, w)', 'X', 'channels-together'],
  ['the square of a side', AVERAGE, 'self.k ** 2', 'self.k * 2', 'wrong-divisor'],
  ['the stride of the rows for that of the columns', NAMED, 'j * self.sw:', 'j * self.sh:', 'any'],
])('%s', (_, right, old, wrong, id) => {
  const line = right.slice(0, right.indexOf(old)).split('\n').length;
  for (const check of checkCode(right)) expect(check).toMatchObject({ agrees: true, unseen: [] });
  const mistakes = checkCode(right.replace(old, wrong)).flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ ...(id !== 'any' && { id }), line, verified: true }]);
});
