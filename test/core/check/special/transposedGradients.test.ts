/** Gradients of transposed convolutions: of a function with the cache of the forward one, with arguments, of a class. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const FORWARD = `import numpy as np

def conv_transpose_forward(x, w, b, stride, pad):
    N, C, H, W = x.shape
    _, F, k, _ = w.shape
    Ho, Wo = (H - 1) * stride + k, (W - 1) * stride + k
    out = np.zeros((N, F, Ho, Wo))
    for i in range(H):
        for j in range(W):
            cells = np.tensordot(x[:, :, i, j], w, axes=([1], [0]))
            out[:, :, i * stride:i * stride + k, j * stride:j * stride + k] += cells
    out = out[:, :, pad:Ho - pad, pad:Wo - pad] + b.reshape(1, -1, 1, 1)
    return out, (x, w, stride, pad)
`;

const BODY = `    N, C, H, W = x.shape
    k = w.shape[2]
    dp = np.pad(dout, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dx = np.zeros_like(x)
    dw = np.zeros_like(w)
    for i in range(H):
        for j in range(W):
            win = dp[:, :, i * stride:i * stride + k, j * stride:j * stride + k]
            dx[:, :, i, j] = np.tensordot(win, w, axes=([1, 2, 3], [1, 2, 3]))
            dw += np.tensordot(x[:, :, i, j], win, axes=([0], [0]))
`;

const USE = `
x = np.random.randn(2, 3, 4, 5)
w = np.random.randn(3, 2, 3, 3)
out, cache = conv_transpose_forward(x, w, np.random.randn(2), 2, 1)
dout = np.random.randn(*out.shape)
`;

const CACHED = `${FORWARD}
def conv_transpose_backward(dout, cache):
    x, w, stride, pad = cache
${BODY}    return dx, dw, dout.sum(axis=(0, 2, 3))
${USE}conv_transpose_backward(dout, cache)
`;

const GIVEN = `${FORWARD}
def conv_transpose_backward(dout, x, w, stride, pad):
${BODY}    return dx, dw
${USE}conv_transpose_backward(dout, x, w, 2, 1)
`;

const CLASS = `import numpy as np

class ConvTranspose2d:
    def __init__(self, w, b, stride=1, pad=0):
        self.w, self.b, self.stride, self.pad = w, b, stride, pad

    def forward(self, x):
        self.x = x
        N, C, H, W = x.shape
        _, F, k, _ = self.w.shape
        s, p = self.stride, self.pad
        out = np.zeros((N, F, (H - 1) * s + k, (W - 1) * s + k))
        for i in range(H):
            for j in range(W):
                out[:, :, i * s:i * s + k, j * s:j * s + k] += np.einsum('nc,cfkl->nfkl', x[:, :, i, j], self.w)
        out = out[:, :, p:out.shape[2] - p, p:out.shape[3] - p]
        return out + self.b[None, :, None, None]

    def backward(self, dout):
        k, s, p = self.w.shape[2], self.stride, self.pad
        d = np.pad(dout, ((0, 0), (0, 0), (p, p), (p, p)))
        dx = np.zeros_like(self.x)
        self.dw = np.zeros_like(self.w)
        self.db = dout.sum(axis=(0, 2, 3))
        for i in range(self.x.shape[2]):
            for j in range(self.x.shape[3]):
                win = d[:, :, i * s:i * s + k, j * s:j * s + k]
                dx[:, :, i, j] = np.einsum('nfkl,cfkl->nc', win, self.w)
                self.dw += np.einsum('nc,nfkl->cfkl', self.x[:, :, i, j], win)
        return dx

layer = ConvTranspose2d(np.random.randn(3, 2, 4, 4), np.random.randn(2), 2, 1)
y = layer.forward(np.random.randn(2, 3, 4, 5))
layer.backward(np.random.randn(*y.shape))
`;

it.each([
  ['of the forward cache', CACHED],
  ['of arguments', GIVEN],
  ['of a class', CLASS],
])('gradients %s agree', (_, source) => {
  const checks = checkCode(source);
  expect(checks).toHaveLength(2);
  expect(checks).toMatchObject([
    { agrees: true, unseen: [] },
    { agrees: true, unseen: [] },
  ]);
});

it.each([
  [
    'the stride of the columns',
    CACHED,
    'j * stride:j * stride + k]\n            dx',
    'j:j + k]\n            dx',
    'stride-ignored',
  ],
  ['the sum of the filter', GIVEN, 'dw += np', 'dw = np', 'not-accumulated'],
  ['the sum of the filter of a class', CLASS, 'self.dw += np', 'self.dw = np', 'not-accumulated'],
  ['the bias', CACHED, 'sum(axis=(0, 2, 3))', 'sum(axis=(1, 2, 3))', 'wrong-axes'],
])('a mistake in %s', (_, right, old, wrong, id) => {
  const line = right.slice(0, right.indexOf(old)).split('\n').length;
  const [forward, backward] = checkCode(right.replace(old, wrong));
  expect(forward).toMatchObject({ agrees: true, unseen: [] });
  expect(backward!.mistakes).toMatchObject([{ id, line, verified: true }]);
});
