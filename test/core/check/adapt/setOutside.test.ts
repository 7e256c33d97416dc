/** Options and weights that the text gives to an object after its constructor. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const CLASS = `import numpy as np

class Conv2D:
    def __init__(self):
        self.filters = None
        self.biases = None
        self.stride = 1
        self.padding = 0

    def set_parameters(self, filters, biases):
        self.filters = filters
        self.biases = biases

    def forward(self, x):
        p, s = self.padding, self.stride
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        f, c, kh, kw = self.filters.shape
        oh = (x.shape[2] + 2 * p - kh) // s + 1
        ow = (x.shape[3] + 2 * p - kw) // s + 1
        y = np.zeros((x.shape[0], f, oh, ow))
        for i in range(oh):
            for j in range(ow):
                window = xp[:, :, i * s:i * s + kh, j * s:j * s + kw]
                y[:, :, i, j] = np.einsum('nchw,fchw->nf', window, self.filters) + self.biases
        return y

conv = Conv2D()
conv.stride = 2
conv.padding = 1
conv.set_parameters(np.random.randn(4, 3, 3, 3), np.random.randn(4))
y = conv.forward(np.random.randn(2, 3, 8, 7))
`;

const POOL = `import numpy as np

class AvgPool:
    def __init__(self, size=2):
        self.size = size
        self.stride = size

    def forward(self, x):
        k, s = self.size, self.stride
        n, h, w, c = x.shape
        y = np.zeros((n, (h - k) // s + 1, (w - k) // s + 1, c))
        for i, j in np.ndindex(*y.shape[1:3]):
            y[:, i, j] = x[:, i * s:i * s + k, j * s:j * s + k].mean(axis=(1, 2))
        return y

pool = AvgPool(3)
pool.stride = 2
y = pool.forward(np.random.randn(2, 7, 9, 3))
`;

describe('a layer that gets its weights and options after its constructor', () => {
  it.each([CLASS, POOL])('agrees with stride 2', (text) => {
    expect(checkCode(text)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  });

  it('a number of filters n next to the size k is known', () => {
    const text = CLASS.replace('__init__(self)', '__init__(self, n, k)')
      .replace('filters = None', 'filters = np.random.randn(n, 3, k, k)')
      .replace('biases = None', 'biases = np.zeros(n)')
      .replace('Conv2D()', 'Conv2D(4, 3)');
    expect(checkCode(text)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  });

  it('an attribute with the letter of an option is not one', () => {
    const text = CLASS.replace('self.stride = 1', 'self.stride = 1\n        self.d = 0.5').replace(
      'conv.stride',
      'conv.d = 0.1\nconv.stride',
    );
    expect(checkCode(text)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  });

  it('an option that is not used is named', () => {
    const [check] = checkCode(CLASS.replace('i * s:i * s + kh', 'i:i + kh'));
    expect(check!.mistakes).toMatchObject([{ line: 23, verified: true }]);
    expect(check!.mistakes[0]!.repaired).toBe(CLASS);
  });

  it('a bias that is left out is named', () => {
    const [check] = checkCode(CLASS.replace(' + self.biases', ''));
    expect(check!.mistakes).toMatchObject([{ id: 'bias-missing', line: 24, verified: true }]);
  });

  it('a pooling whose stride the text changes is run with it', () => {
    const [check] = checkCode(POOL.replace('i * s:i * s + k, j * s:j * s + k', 'i * k:i * k + k, j * k:j * k + k'));
    expect(check!).toMatchObject({ agrees: false, mistakes: [{ line: 13, verified: true }] });
  });
});
