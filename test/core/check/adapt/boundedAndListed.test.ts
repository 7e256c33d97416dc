/** Gradients that are cut off, options that are attributes, tiles of a block, functions that only two parameters tell. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const CLIPPED = `import numpy as np
class Conv:
    def __init__(self, n, k):
        self.filters = np.random.randn(n, k, k) / 9
        self.n, self.k = n, k
    def forward(self, image):
        self.image = image
        h, w = image.shape
        out = np.zeros((h - self.k + 1, w - self.k + 1, self.n))
        for i in range(h - self.k + 1):
            for j in range(w - self.k + 1):
                out[i, j] = np.sum(image[i:i + self.k, j:j + self.k] * self.filters, axis=(1, 2))
        return out
    def backprop(self, grad, lr):
        d = np.zeros(self.filters.shape)
        for i in range(grad.shape[0]):
            for j in range(grad.shape[1]):
                for f in range(self.n):
                    d[f] += grad[i, j, f] * self.image[i:i + self.k, j:j + self.k]
        d = np.clip(d, -1, 1)
        self.filters -= lr * d
        return None
`;

it('a gradient that is cut off at a bound is compared below the bound', () => {
  expect(checkCode(CLIPPED)).toMatchObject([{ agrees: true }, { agrees: true, refused: false, unseen: [] }]);
  const [, wrong] = checkCode(CLIPPED.replace('self.image[i:i + self.k, j:j', 'self.image[j:j + self.k, i:i'));
  expect(wrong?.mistakes).toMatchObject([{ line: 19, verified: true }]);
});

const OPTIONS = `import numpy as np
class Params(dict):
    def __getattr__(self, name):
        return self[name]
def conv_forward(x, params):
    w, b, stride, pad = params.W, params.b, params.stride, params.pad
    n, c, h, width = x.shape
    o, _, kh, kw = w.shape
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((n, o, (h + 2 * pad - kh) // stride + 1, (width + 2 * pad - kw) // stride + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            cut = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
            out[:, :, i, j] = np.tensordot(cut, w, ([1, 2, 3], [1, 2, 3])) + b
    return out
`;

const BLOCKS = `import numpy as np
def mean_pool(matrix, block):
    h, w = matrix.shape
    return matrix.reshape(h // block, block, w // block, block).mean(axis=(1, 3))
`;

const PLAIN = `import numpy as np
def baseline_b(img, kernel):
    kh, kw = kernel.shape
    out = np.zeros((img.shape[0] - kh + 1, img.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(img[i:i + kh, j:j + kw] * kernel)
    return out
`;

it.each([
  ['weights and options that are attributes of one object', OPTIONS],
  ['the size of a block', BLOCKS],
  ['an image and a kernel under a name that tells nothing', PLAIN],
])('%s', (_, source) => {
  expect(checkCode(source)).toMatchObject([{ agrees: true, refused: false, unseen: [], mistakes: [] }]);
});

it('a function of an image and a kernel that takes maxima is not listed', () => {
  expect(checkCode(PLAIN.replace('np.sum(', 'np.max('))).toEqual([]);
  expect(checkCode(PLAIN.replace('j:j + kw', 'i:i + kw'))).toEqual([]);
});
