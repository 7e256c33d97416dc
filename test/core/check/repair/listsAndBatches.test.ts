/** Mistakes in code that computes with lists, and in gradients of all examples at once. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const LISTS = `def conv2d(image, kernel, stride=1):
    kh = len(kernel)
    kw = len(kernel[0])
    rows = (len(image) - kh) // stride + 1
    cols = (len(image[0]) - kw) // stride + 1
    out = []
    for i in range(rows):
        line = []
        for j in range(cols):
            total = 0
            for u in range(kh):
                for v in range(kw):
                    total += image[i * stride + u][j * stride + v] * kernel[u][v]
            line.append(total)
        out.append(line)
    return out

image = [[1, 2, 0, 3, 1], [4, 1, 2, 0, 2], [0, 5, 1, 1, 3], [2, 2, 0, 4, 1]]
print(conv2d(image, [[1, 0], [2, -1]]))
`;

const BATCHES = `import numpy as np

class ConvLayer:
    def __init__(self, n_filters, size, n_channels, stride=1, padding=0):
        self.size = size
        self.stride = stride
        self.padding = padding
        self.W = np.random.randn(n_filters, n_channels, size, size)
        self.b = np.zeros(n_filters)

    def forward(self, X):
        N, C, H, W = X.shape
        p, k, s = self.padding, self.size, self.stride
        self.X_pad = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        oh = (H + 2 * p - k) // s + 1
        ow = (W + 2 * p - k) // s + 1
        out = np.zeros((N, self.W.shape[0], oh, ow))
        for i in range(oh):
            for j in range(ow):
                region = self.X_pad[:, :, i * s:i * s + k, j * s:j * s + k]
                for c in range(self.W.shape[0]):
                    out[:, c, i, j] = np.sum(region * self.W[c], axis=(1, 2, 3)) + self.b[c]
        return out

    def backward(self, dout):
        p, k, s = self.padding, self.size, self.stride
        dX_pad = np.zeros_like(self.X_pad)
        self.dW = np.zeros_like(self.W)
        self.db = dout.sum(axis=(0, 2, 3))
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                top = i * s
                left = j * s
                region = self.X_pad[:, :, top:top + k, left:left + k]
                for c in range(self.W.shape[0]):
                    grad = dout[:, c, i, j][:, None, None, None]
                    self.dW[c] += np.sum(region * grad, axis=0)
                    dX_pad[:, :, top:top + k, left:left + k] += self.W[c] * grad
        if p > 0:
            return dX_pad[:, :, p:-p, p:-p]
        return dX_pad

layer = ConvLayer(4, 3, 3, stride=1, padding=1)
out = layer.forward(np.random.randn(2, 3, 6, 6))
dx = layer.backward(np.random.randn(*out.shape))
`;

it.each([
  ['the size of the rows', LISTS, '(len(image) - kh)', '(len(image))', 4],
  ['the size of the columns', LISTS, '(len(image[0]) - kw)', '(len(image[0]))', 5],
  ['one size for both axes', LISTS, '(len(image) - kh)', '(len(image) - kw)', 4],
  ['the row in the window', LISTS, 'i * stride + u', 'i * stride', 13],
  ['a start without its factor', BATCHES, 'left = j * s', 'left = j + s', 33],
  ['the start of the other axis', BATCHES, 'top = i * s', 'top = j * s', 32],
  ['the gradient of the output', BATCHES, 'np.sum(region * grad, axis=0)', 'np.sum(region, axis=0)', 37],
  ['the line of the filters', BATCHES, 'self.dW[c] += np.sum(region * grad, axis=0)', 'pass', 38],
])('%s', (_, source, right, wrong, line) => {
  const [mistake, ...others] = checkCode(source.replace(right, wrong)).flatMap(({ mistakes }) => mistakes);
  expect(others).toEqual([]);
  expect(mistake).toMatchObject({ line, verified: true });
});

it('the right ones agree', () => {
  const checks = [LISTS, BATCHES].flatMap((source) => checkCode(source));
  expect(checks.map(({ agrees, unseen }) => agrees && unseen.length === 0)).toEqual([true, true, true]);
});
