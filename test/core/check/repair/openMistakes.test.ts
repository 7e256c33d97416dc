/** Mistakes whose kind of repair was missing: a bias that starts a sum, a filter that is kept unturned, arrays that are changed. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const SIGNAL = (start: string, filter: string): string => `import numpy as np

def conv1d(x, w, b):
    batch, in_channels, length = x.shape
    out_channels, _, k = w.shape
    y = np.empty((batch, out_channels, length - k + 1))
    for n in range(batch):
        for o in range(out_channels):
            acc = ${start}
            for c in range(in_channels):
                acc = acc + np.convolve(x[n, c], ${filter}, mode="valid")
            y[n, o] = acc
    return y

print(conv1d(np.random.randn(2, 2, 9), np.random.randn(3, 2, 3), np.array([0.1, -0.1, 0.3])).shape)
`;

it.each([
  ['of the layer', SIGNAL('0.0', 'w[o, c][::-1]')],
  ['of a function that turns the filter', SIGNAL('0.0', 'w[o, c]')],
])('a bias that is not read, in a sum of products %s', (_, source) => {
  const [check] = checkCode(source);
  expect(check!.mistakes.map(({ id, line, verified }) => [id, line, verified])).toEqual([['bias-missing', 9, true]]);
});

const TRANSPOSED = (filter: string): string => `import numpy as np

class TransposedConv:
    def __init__(self, w, b, stride=2, padding=0):
        self.w, self.b = w, b
        self.s, self.p = stride, padding

    def forward(self, x):
        N, C, H, W = x.shape
        _, O, kh, kw = self.w.shape
        s = self.s
        up = np.zeros((N, C, (H - 1) * s + 1, (W - 1) * s + 1))
        up[:, :, ::s, ::s] = x
        a, c = kh - 1 - self.p, kw - 1 - self.p
        up = np.pad(up, ((0, 0), (0, 0), (a, a), (c, c)))
        wf = ${filter}
        v = np.lib.stride_tricks.sliding_window_view(up, (kh, kw), axis=(2, 3))
        return np.einsum('nchwij,coij->nohw', v, wf) + self.b[None, :, None, None]

layer = TransposedConv(np.random.randn(3, 2, 4, 3), np.random.randn(2), 2, 1)
print(layer.forward(np.random.randn(2, 3, 4, 5)).shape)
`;

it('a transposed convolution whose filter is not turned', () => {
  expect(checkCode(TRANSPOSED('self.w[:, :, ::-1, ::-1]'))).toMatchObject([{ agrees: true, unseen: [] }]);
  const [check] = checkCode(TRANSPOSED('self.w'));
  expect(check!.mistakes.map(({ id, line, verified }) => [id, line, verified])).toEqual([
    ['filter-not-turned', 16, true],
  ]);
});

/** The gradient of the input from the size of it: rows and columns alone. */
const FROM_SIZE = `import numpy as np

def input_gradient(dout, kernels, size):
    f, c, k, _ = kernels.shape
    H, W = size
    g = np.pad(dout, ((0, 0), (0, 0), (k - 1, k - 1), (k - 1, k - 1)))
    turned = kernels[:, :, ::-1, ::-1]
    dx = np.zeros((len(dout), c, H, W))
    for i in range(H):
        for j in range(W):
            dx[:, :, i, j] = np.einsum('nfuv,fcuv->nc', g[:, :, i:i + k, j:j + k], turned)
    return dx

print(input_gradient(np.random.randn(1, 2, 3, 4), np.random.randn(2, 3, 3, 3), (5, 6)).shape)
`;

it('a gradient that takes the rows and columns of its input', () => {
  expect(checkCode(FROM_SIZE)).toMatchObject([{ agrees: true, unseen: [] }]);
});

it('an array that is changed by a method and used later, of objects that are made together', () => {
  const source = `import numpy as np

class Relu:
    def forward(self, x):
        out = x
        self.mask = x <= 0
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx[self.mask] = 0
        return dx

first, second = Relu(), Relu()
x = np.random.randn(3, 4)
y = second.forward(first.forward(x) + x)
second.backward(np.ones_like(y))
`;
  const [forward] = checkCode(source);
  expect(forward!.mistakes).toMatchObject([{ id: 'aliased-array', line: 5, verified: true }]);
});

it('a gradient that is changed and passed on', () => {
  const source = `import numpy as np

def relu_forward(x):
    return np.maximum(0, x), x

def relu_backward(dout, cache):
    dx = dout
    dx[cache <= 0] = 0
    return dx

def block_backward(dy, cache):
    through_relu = relu_backward(dy, cache)
    through_skip = dy
    return through_relu + through_skip

x = np.random.randn(3, 4)
y, cache = relu_forward(x)
block_backward(np.ones_like(x), cache)
`;
  const [, backward] = checkCode(source);
  expect(backward!.mistakes).toMatchObject([{ id: 'aliased-array', line: 7, verified: true }]);
});

const PLACES = (places: string): string => `import numpy as np

class MaxPool:
    def __init__(self, size):
        self.size = size

    def forward(self, x):
        n, c, h, w = x.shape
        s = self.size
        cells = x.reshape(n, c, h // s, s, w // s, s).transpose(0, 1, 2, 4, 3, 5).reshape(-1, s * s)
        self.shape, self.places = x.shape, np.argmax(cells, axis=1)
        return cells.max(axis=1).reshape(n, c, h // s, w // s)

    def backward(self, dout):
        n, c, h, w = self.shape
        s = self.size
        cells = np.zeros((dout.size, s * s))
        cells[np.arange(dout.size), ${places}] = dout.ravel()
        return cells.reshape(n, c, h // s, w // s, s, s).transpose(0, 1, 2, 4, 3, 5).reshape(self.shape)

np.random.seed(2)
layer = MaxPool(2)
y = layer.forward(np.random.randn(2, 3, 4, 6))
print(layer.backward(np.random.randn(*y.shape)))
`;

it('places that are sorted', { timeout: 60_000 }, () => {
  expect(checkCode(PLACES('self.places')).every(({ agrees, unseen }) => agrees && unseen.length === 0)).toBe(true);
  const [, backward] = checkCode(PLACES('np.sort(self.places)'));
  expect(backward!.mistakes).toMatchObject([{ id: 'extra-call', line: 18, verified: true }]);
});

const EXAMPLES = `import numpy as np

class Conv:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        self.x = x
        k = self.w.shape[0]
        oh, ow = x.shape[1] - k + 1, x.shape[2] - k + 1
        out = np.zeros((len(x), oh, ow, self.w.shape[3]))
        for i in range(oh):
            for j in range(ow):
                out[:, i, j] = np.tensordot(x[:, i:i + k, j:j + k], self.w, axes=3) + self.b
        return out

    def backward(self, dout):
        k = self.w.shape[0]
        dx = np.zeros_like(self.x)
        self.dw = np.zeros_like(self.w)
        self.db = np.zeros_like(self.b)
        for n in range(len(dout)):
            for i in range(dout.shape[1]):
                for j in range(dout.shape[2]):
                    dx[n, i:i + k, j:j + k] += self.w @ dout[n, i, j]
                    self.dw += self.x[n, i:i + k, j:j + k, :, None] * dout[n, i, j]
            self.db += dout[n].sum(axis=1)[0]
        return dx

np.random.seed(2)
conv = Conv(np.random.randn(2, 2, 3, 4), np.random.randn(4))
y = conv.forward(np.random.randn(2, 4, 5, 3))
conv.backward(np.random.randn(*y.shape))
print(conv.dw, conv.db)
`;

it('a gradient of the bias that sums one axis of each example', { timeout: 60_000 }, () => {
  const [, backward] = checkCode(EXAMPLES);
  expect(backward!.mistakes).toMatchObject([{ id: 'wrong-axes', line: 27, verified: true }]);
});
