/** Biases: a number with a default, one for each cell, and what a function that is given none returns. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

it.each(['', ', b=0.5'])('a bias that is a number with a default is given on every case: %s', (given) => {
  const source = `import numpy as np
class Filter2D:
    def __init__(self, w, b=0.0, pad=0):
        self.w, self.b, self.pad = w, b, pad
    def forward(self, img):
        k1, k2 = self.w.shape
        big = np.pad(img.astype(float), self.pad)
        res = np.zeros((big.shape[0] - k1 + 1, big.shape[1] - k2 + 1))
        for r in range(res.shape[0]):
            for c in range(res.shape[1]):
                res[r, c] = (big[r:r + k1, c:c + k2] * self.w).sum() + self.b
        return res
f = Filter2D(np.array([[1., 2.], [3., 4.]])${given}, pad=1)
f.forward(np.arange(12).reshape(3, 4))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
});

describe('the bias of a function that is given none', () => {
  const GRADIENTS = `import numpy as np
def backward(d_out, x, w):
    f, kh, kw = w.shape
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for k, i, j in np.ndindex(*d_out.shape):
        dw[k] += d_out[k, i, j] * x[i:i + kh, j:j + kw]
        dx[i:i + kh, j:j + kw] += d_out[k, i, j] * w[k]
    db = d_out
    return dx, dw, db
backward(np.random.randn(3, 4, 5), np.random.randn(6, 6), np.random.randn(3, 3, 2))
`;

  it('may have a number for each cell of the output', () => {
    expect(checkCode(GRADIENTS)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  });

  it('that is given has one number for each filter', () => {
    const source = GRADIENTS.replace('x, w):', 'x, w, b):').replace(/\)\n$/, ', np.zeros(3))\n');
    expect(checkCode(source)).toMatchObject([{ agrees: false, mistakes: [{ id: 'missing-sum', line: 8 }] }]);
  });
});

it('under the names K and B, with a bias for each cell whose gradient is returned', () => {
  const source = `import numpy as np
from scipy.signal import convolve2d, correlate2d

class ConvLayer:
    def __init__(self, in_shape, k, n_out, seed=0):
        rng = np.random.default_rng(seed)
        self.in_shape = in_shape
        c, h, w = in_shape
        self.K = rng.standard_normal((n_out, c, k, k))
        self.B = rng.standard_normal((n_out, h - k + 1, w - k + 1))

    def forward(self, x):
        self.x = x
        y = self.B.copy()
        for o in range(len(self.K)):
            for c in range(len(x)):
                y[o] += correlate2d(x[c], self.K[o, c], mode='valid')
        return y

    def backward(self, gy):
        gK, gx = np.empty_like(self.K), np.zeros(self.in_shape)
        for o in range(len(self.K)):
            for c in range(len(self.x)):
                gK[o, c] = correlate2d(self.x[c], gy[o], mode='valid')
                gx[c] += convolve2d(gy[o], self.K[o, c], mode='full')
        return gx, gK, gy

layer = ConvLayer((2, 5, 6), 3, 2)
print(layer.backward(layer.forward(np.random.randn(2, 5, 6)))[0].shape)
`;
  expect(checkCode(source)).toMatchObject([
    { name: 'ConvLayer.forward', agrees: true, unseen: [] },
    { name: 'ConvLayer.backward', agrees: true, unseen: [] },
  ]);
});
