/** The stride at the wrong term, a padded array in the cache, constructors whose counts are single letters. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const mistakesIn = (source: string): unknown[] =>
  checkCode(source).flatMap(({ mistakes }) => mistakes.map(({ id, line, verified }) => [id, line, verified]));

it('the stride at the position in the window', () => {
  const source = `import numpy as np
def conv_forward(x, w, b, stride=1):
    N, C, H, W = x.shape
    F, C, K, K = w.shape
    out = np.zeros((N, F, (H - K) // stride + 1, (W - K) // stride + 1))
    for n in range(N):
        for f in range(F):
            for h in range(out.shape[2]):
                for v in range(out.shape[3]):
                    acc = 0.0
                    for c in range(C):
                        for i in range(K):
                            for j in range(K):
                                acc += x[n, c, h + i * stride, v + j * stride] * w[f, c, i, j]
                    out[n, f, h, v] = acc + b[f]
    return out

print(conv_forward(np.random.randn(2, 2, 7, 7), np.random.randn(3, 2, 3, 3), np.zeros(3), 2))
`;
  expect(mistakesIn(source)).toEqual([['stride-at-other-term', 14, true]]);
});

it('a padded array in the cache is one mistake, not three where it is read', () => {
  const source = `import numpy as np
def conv_forward_naive(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    stride, pad = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
    out = np.zeros((N, F, 1 + (H + 2 * pad - HH) // stride, 1 + (W + 2 * pad - WW) // stride))
    for n in range(N):
        for f in range(F):
            for i in range(out.shape[2]):
                for j in range(out.shape[3]):
                    out[n, f, i, j] = np.sum(padded[n, :, i*stride:i*stride+HH, j*stride:j*stride+WW] * w[f]) + b[f]
    cache = (padded, w, b, conv_param)
    return out, cache

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    stride, pad = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
    padded_dx, dw = np.zeros_like(padded), np.zeros_like(w)
    db = dout.sum(axis=(0, 2, 3))
    for n in range(N):
        for f in range(F):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    dw[f] += padded[n, :, i*stride:i*stride+HH, j*stride:j*stride+WW] * dout[n, f, i, j]
                    padded_dx[n, :, i*stride:i*stride+HH, j*stride:j*stride+WW] += w[f] * dout[n, f, i, j]
    return padded_dx[:, :, pad:pad + H, pad:pad + W], dw, db

x, w, b = np.random.randn(4, 3, 5, 5), np.random.randn(2, 3, 3, 3), np.random.randn(2)
out, cache = conv_forward_naive(x, w, b, {'stride': 1, 'pad': 1})
dx, dw, db = conv_backward_naive(np.random.randn(4, 2, 5, 5), cache)
`;
  expect(mistakesIn(source)).toEqual([['wrong-variable', 13, true]]);
});

it('a class whose numbers of channels and filters are called c and f', () => {
  const source = `import numpy as np
class ConvLayer:
    def __init__(self, k, c, f):
        self.k, self.f = k, f
        self.w = np.random.randn(k, k, c, f) * 0.1
        self.b = np.zeros(f)

    def forward(self, x):
        H, W, _ = x.shape
        out = np.zeros((H - self.k + 1, W - self.k + 1, self.f))
        for i in range(out.shape[0]):
            for j in range(out.shape[1]):
                out[i, j] = np.tensordot(x[i:i + self.k, j:j + self.k], self.w, 3) + self.b
        return out

print(ConvLayer(3, 2, 4).forward(np.random.randn(6, 7, 2)).shape)
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, refused: false, unseen: [] }]);
});
