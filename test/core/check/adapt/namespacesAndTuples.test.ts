/** Functions that are lambdas, static methods of a class, or that take tuples of arrays and of numbers. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const named = (source: string): unknown =>
  checkCode(source).flatMap(({ mistakes }) => mistakes.map(({ line, verified }) => [line, verified]));

const isRight = (source: string): boolean[] =>
  checkCode(source).map(({ agrees, refused, unseen }) => agrees && !refused && unseen.length === 0);

const LAMBDAS = (subscripts: string, step: string): string => `import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

correlate = lambda x, w, b, s: np.einsum('${subscripts}', sliding_window_view(x, w.shape[2:], (2, 3))[:, :, ::s, ::s], w) + b[:, None, None]
mean_pool = lambda x, k, s: sliding_window_view(x, (k, k), (2, 3))[:, :, ::${step}, ::${step}].mean((-2, -1))

x = np.random.randn(2, 3, 6, 7)
print(correlate(x, np.random.randn(4, 3, 3, 3), np.random.randn(4), 2).shape, mean_pool(x, 3, 2).shape)
`;

it('lambdas with names are functions', () => {
  expect(isRight(LAMBDAS('nchwij,fcij->nfhw', 's'))).toEqual([true, true]);
  expect(named(LAMBDAS('nchwij,fcji->nfhw', 's'))).toEqual([[4, true]]);
  expect(named(LAMBDAS('nchwij,fcij->nfhw', 'k'))).toEqual([[5, true]]);
});

const STATIC = (axis: number, place: string): string => `import numpy as np

class MaxPoolNaive:
    @staticmethod
    def forward(x, pool_param):
        ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
        N, C, H, W = x.shape
        out = np.zeros((N, C, 1 + (H - ph) // s, 1 + (W - pw) // s))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                tile = x[:, :, i * s:i * s + ph, j * s:j * s + pw]
                out[:, :, i, j] = tile.reshape(N, C, -1).max(axis=${axis})
        return out, (x, pool_param)

    @staticmethod
    def backward(dout, cache):
        x, pool_param = cache
        ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
        dx = np.zeros_like(x)
        for n, c, i, j in np.ndindex(*dout.shape):
            tile = x[n, c, i * s:i * s + ph, j * s:j * s + pw]
            r, q = np.unravel_index(np.argmax(tile), tile.shape)
            dx[n, c, ${place}] += dout[n, c, i, j]
        return dx

y, cache = MaxPoolNaive.forward(np.random.randn(2, 3, 6, 7), {'pool_height': 2, 'pool_width': 3, 'stride': 2})
print(MaxPoolNaive.backward(np.ones_like(y), cache).shape)
`;

it('static methods of a class that is a namespace', () => {
  expect(isRight(STATIC(2, 'i * s + r, j * s + q'))).toEqual([true, true]);
  expect(named(STATIC(1, 'i * s + r, j * s + q'))).toEqual([[12, true]]);
  expect(named(STATIC(2, 'r, q'))).toEqual([[23, true]]);
});

const TUPLES = (axes: string): string => `import numpy as np

def conv_fwd(x, weights, hyper):
    w, b = weights
    s, p = hyper
    xp = np.pad(x, ((0, 0), (p, p), (p, p), (0, 0)))
    kh, kw = w.shape[:2]
    y = np.empty((x.shape[0], (xp.shape[1] - kh) // s + 1, (xp.shape[2] - kw) // s + 1, w.shape[3]))
    for i, j in np.ndindex(*y.shape[1:3]):
        y[:, i, j] = np.einsum('nhwc,hwcf->nf', xp[:, i*s:i*s+kh, j*s:j*s+kw], w) + b
    return y, (x, xp, weights, hyper)

def conv_bwd(dy, cache):
    x, xp, (w, b), (s, p) = cache
    kh, kw = w.shape[:2]
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    for i, j in np.ndindex(*dy.shape[1:3]):
        dw += np.einsum('nhwc,nf->hwcf', xp[:, i*s:i*s+kh, j*s:j*s+kw], dy[:, i, j])
        dxp[:, i*s:i*s+kh, j*s:j*s+kw] += np.einsum('hwcf,nf->nhwc', w, dy[:, i, j])
    return dxp[:, p:p+x.shape[1], p:p+x.shape[2]], dw, dy.sum(${axes})

x = np.random.randn(2, 5, 6, 3)
y, cache = conv_fwd(x, (np.random.randn(3, 2, 3, 4), np.random.randn(4)), (2, 1))
print([d.shape for d in conv_bwd(np.random.randn(*y.shape), cache)])
`;

it('arguments that are tuples of weights and of numbers', () => {
  expect(isRight(TUPLES('(0, 1, 2)'))).toEqual([true, true]);
  expect(named(TUPLES('(1, 2)'))).toEqual([[20, true]]);
});

const PORTED = (start: string): string => `import numpy as np

class Conv2d:
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, bias=True):
        self.stride, self.padding = stride, padding
        self.weight = np.random.randn(out_channels, in_channels, kernel_size, kernel_size)
        self.bias = np.random.randn(out_channels) if bias else None

    def forward(self, x):
        s, p = self.stride, self.padding
        k = self.weight.shape[2]
        x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        out = np.empty((len(x), len(self.weight), (x.shape[2] - k) // s + 1, (x.shape[3] - k) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = np.einsum('nchw,fchw->nf', x[:, :, i * s:i * s + k, ${start}:${start} + k], self.weight)
        if self.bias is not None:
            out += self.bias[:, None, None]
        return out

conv = Conv2d(3, 4, 3, stride=2, padding=1)
print(conv.forward(np.random.randn(2, 3, 6, 7)).shape)
`;

it('whether there is a bias is an argument, and the bias an attribute of the same name', () => {
  expect(isRight(PORTED('j * s'))).toEqual([true]);
  expect(named(PORTED('j'))).toEqual([[16, true]]);
});
