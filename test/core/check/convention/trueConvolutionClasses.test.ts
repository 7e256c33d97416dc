/** Classes whose constructor takes the filter of a true convolution: their gradients are compared under it. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

/** `backprop` updates the filters that the constructor has turned. */
const KEPT_TURNED = `import numpy as np

class Conv3x3:
    def __init__(self, filters):
        self.filters = np.array([np.rot90(f, 2) for f in filters])
        self.num = len(filters)

    def regions(self, image):
        h, w = image.shape
        for i in range(h - 2):
            for j in range(w - 2):
                yield image[i:i + 3, j:j + 3], i, j

    def forward(self, image):
        self.last = image
        h, w = image.shape
        out = np.zeros((h - 2, w - 2, self.num))
        for region, i, j in self.regions(image):
            out[i, j] = np.sum(region * self.filters, axis=(1, 2))
        return out

    def backprop(self, d_out, lr):
        d_filters = np.zeros(self.filters.shape)
        for region, i, j in self.regions(self.last):
            for f in range(self.num):
                d_filters[f] += d_out[i, j, f] * region
        self.filters -= lr * d_filters
        return None
`;

const KEPT_BOTH = `import numpy as np

class ConvLayer:
    def __init__(self, filters, bias):
        self.filters = filters
        self.flipped = filters[:, :, ::-1, ::-1]
        self.bias = bias

    def forward(self, x):
        k = self.flipped.shape[2]
        self.win = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))
        return np.einsum("ncijab,fcab->nfij", self.win, self.flipped) + self.bias[None, :, None, None]

    def backward(self, dout):
        k = self.flipped.shape[2]
        self.db = dout.sum(axis=(0, 2, 3))
        self.dfilters = np.einsum("ncijab,nfij->fcab", self.win, dout)[:, :, ::-1, ::-1]
        pad = np.pad(dout, ((0, 0), (0, 0), (k - 1, k - 1), (k - 1, k - 1)))
        w2 = np.lib.stride_tricks.sliding_window_view(pad, (k, k), axis=(2, 3))
        return np.einsum("nfijab,fcab->ncij", w2, self.filters)
`;

/** Only its forward method tells that the class is a convolution. */
const UNNAMED = `import numpy as np
from scipy.signal import convolve2d, correlate2d

class Layer:
    def __init__(self, k):
        self.k = np.asarray(k, dtype=float)

    def forward(self, x):
        self.x = x
        return convolve2d(x, self.k, mode="valid")

    def backward(self, g):
        self.dk = correlate2d(self.x, g, mode="valid")[::-1, ::-1]
        return correlate2d(g, self.k, mode="full")

layer = Layer(np.random.randn(3, 3))
y = layer.forward(np.random.randn(7, 8))
layer.backward(np.ones_like(y))
`;

it.each([
  ['the filters are kept turned', KEPT_TURNED],
  ['the filters are kept as they are, and turned', KEPT_BOTH],
  ['a class without the name of a layer', UNNAMED],
])('the gradients of a true convolution: %s', (_, source) => {
  const checks = checkCode(source);
  expect(checks.map(({ agrees, unseen }) => [agrees, unseen.length])).toEqual([
    [true, 0],
    [true, 0],
  ]);
});

describe('a mistake in the gradients of a true convolution', () => {
  it.each([
    ['contributions that are not added', KEPT_TURNED, 'd_filters[f] +=', 'd_filters[f] =', 26],
    ['a gradient of the turned filter', KEPT_BOTH, 'dout)[:, :, ::-1, ::-1]', 'dout)', 17],
    ['a gradient that is not turned', UNNAMED, ', mode="valid")[::-1, ::-1]', ', mode="valid")', 13],
    ['a product that turns the filter twice', UNNAMED, 'correlate2d(g, self.k', 'convolve2d(g, self.k', 14],
  ])('%s', (_, source, right, mistaken, line) => {
    const wrong = source.replace(right, mistaken);
    expect(wrong).not.toBe(source);
    const [, backward] = checkCode(wrong);
    expect(backward!.mistakes.map((mistake) => [mistake.line, mistake.verified])).toEqual([[line, true]]);
  });
});
