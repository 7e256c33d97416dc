/** Shapes that are read too early, bytes between windows, pairs of one axis, dictionaries of weights, gradients that are added up. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const mistakesIn = (source: string): unknown[] =>
  checkCode(source).flatMap(({ mistakes }) => mistakes.map(({ id, line, verified }) => [id, line, verified]));

it('a shape that is read before the padding', () => {
  const source = `import numpy as np
def conv2d(x, kernels, stride=1, padding='valid'):
    c_out, kh, kw, c_in = kernels.shape
    H, W, _ = x.shape
    if padding == 'same':
        ph, pw = (kh - 1) // 2, (kw - 1) // 2
        x = np.pad(x, ((ph, ph), (pw, pw), (0, 0)))
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    out = np.empty((oh, ow, c_out))
    for k in range(c_out):
        for i in range(oh):
            for j in range(ow):
                out[i, j, k] = np.sum(x[i*stride:i*stride+kh, j*stride:j*stride+kw] * kernels[k])
    return out

print(conv2d(np.random.rand(8, 8, 3), np.random.randn(5, 3, 3, 3), padding='same').shape)
`;
  expect(mistakesIn(source)).toEqual([['shape-before-change', 4, true]]);
});

it('bytes between windows without the stride in one axis', () => {
  const source = `import numpy as np
from numpy.lib.stride_tricks import as_strided
def avg_pool2d(A, k, stride):
    shape = ((A.shape[0] - k) // stride + 1, (A.shape[1] - k) // stride + 1, k, k)
    strides = (stride*A.strides[0], A.strides[1], A.strides[0], A.strides[1])
    return as_strided(A, shape, strides).mean(axis=(2, 3))

print(avg_pool2d(np.arange(16.0).reshape(4, 4), k=2, stride=2))
`;
  expect(mistakesIn(source)).toEqual([['stride-ignored', 5, true]]);
});

it('the rows of the filter for both axes, and a filter that is not turned, next to a forward function that agrees', () => {
  const source = `import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
def conv_forward(x, w, b):
    win = sliding_window_view(x, w.shape[2:], axis=(2, 3))
    out = np.einsum('nchwij,fcij->nfhw', win, w, optimize=True) + b[None, :, None, None]
    return out, (x, w, win)

def conv_backward(dout, cache):
    x, w, win = cache
    kh, kw = w.shape[2:]
    db = dout.sum(axis=(0, 2, 3))
    dw = np.einsum('nchwij,nfhw->fcij', win, dout)
    pad = np.pad(dout, ((0, 0), (0, 0), (kh - 1, kh - 1), (kh - 1, kh - 1)))
    dwin = sliding_window_view(pad, (kh, kw), axis=(2, 3))
    dx = np.einsum('nfhwij,fcij->nchw', dwin, w)
    return dx, dw, db

out, cache = conv_forward(np.random.randn(2, 3, 7, 6), np.random.randn(4, 3, 3, 2), np.zeros(4))
conv_backward(np.ones_like(out), cache)
`;
  expect(mistakesIn(source)).toEqual([
    ['axes-differ', 13, true],
    ['filter-not-turned', 15, true],
  ]);
});

it('a gradient whose weights and options are one dictionary, made by another function', () => {
  const source = `import numpy as np
def init_layer(c_in, c_out, k):
    return {'W': np.random.randn(k, k, c_in, c_out), 'b': np.zeros((1, 1, 1, c_out)), 'stride': 2, 'pad': 1}

def conv_layer_backward(dZ, X, params):
    W, stride, pad = params['W'], params['stride'], params['pad']
    f = W.shape[0]
    Xp = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dXp, dW = np.zeros_like(Xp), np.zeros_like(W)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            vs, hs = h*stride, w*stride
            dW += np.einsum('nijc,nf->ijcf', Xp[:, vs:vs+f, hs:hs+f], dZ[:, h, w, :])
            dXp[:, vs:vs+f, hs:hs+f] += np.einsum('ijcf,nf->nijc', W, dZ[:, h, w, :])
    db = dZ.sum(axis=(0, 1, 2), keepdims=True)
    return dXp[:, pad:pad+X.shape[1], pad:pad+X.shape[2]], dW, db

conv_layer_backward(np.ones((2, 4, 4, 4)), np.random.randn(2, 8, 8, 3), init_layer(3, 4, 3))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, refused: false, unseen: [] }]);
  expect(mistakesIn(source.replace('dW += ', 'dW = '))).toEqual([['not-accumulated', 13, true]]);
});

const MODULE = (update: string): string => `import numpy as np
class Parameter:
    def __init__(self, data):
        self.data, self.grad = data, np.zeros_like(data)

class Conv2d:
    def __init__(self, in_channels, out_channels, kernel_size, stride=1):
        self.kernel_size, self.stride = kernel_size, stride
        self.weight = Parameter(np.random.randn(out_channels, in_channels, kernel_size, kernel_size))

    def forward(self, x):
        k, s = self.kernel_size, self.stride
        n, _, h, w = x.shape
        ho, wo = (h - k) // s + 1, (w - k) // s + 1
        out = np.zeros((n, len(self.weight.data), ho, wo))
        for i in range(ho):
            for j in range(wo):
                out[:, :, i, j] = np.tensordot(x[:, :, i*s:i*s+k, j*s:j*s+k], self.weight.data, axes=((1, 2, 3), (1, 2, 3)))
        self.x = x
        return out

    def backward(self, grad):
        k, s = self.kernel_size, self.stride
        dx = np.zeros_like(self.x)
        for i in range(grad.shape[2]):
            for j in range(grad.shape[3]):
                g = grad[:, :, i, j]
                self.weight.grad ${update} np.tensordot(g, self.x[:, :, i*s:i*s+k, j*s:j*s+k], axes=(0, 0))
                dx[:, :, i*s:i*s+k, j*s:j*s+k] += np.tensordot(g, self.weight.data, axes=(1, 0))
        return dx

m = Conv2d(3, 8, 3)
m.backward(np.random.randn(*m.forward(np.random.randn(2, 3, 6, 6)).shape))
`;

it('the gradient of a parameter is added up over calls, as in PyTorch', () => {
  expect(checkCode(MODULE('+='))).toMatchObject([
    { agrees: true, unseen: [] },
    { agrees: true, unseen: [], refused: false },
  ]);
  expect(mistakesIn(MODULE('='))).toEqual([['not-accumulated', 28, true]]);
});
