/** Mistakes of programs in other styles than the course's: padded caches, tiles by reshape, Fourier transforms, lists, planes. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

function expectRepair(right: string, old: string, wrong: string, id: string): void {
  expect(right).toContain(old);
  for (const check of checkCode(right)) expect(check).toMatchObject({ agrees: true, unseen: [] });
  const source = right.replace(old, wrong);
  const line = source.slice(0, right.indexOf(old)).split('\n').length;
  const mistakes = checkCode(source).flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ id, line, verified: true }]);
}

const KEPT = `import numpy as np

class Conv2d:
    def __init__(self, weight, bias, stride=1, padding=0):
        self.weight, self.bias, self.stride, self.padding = weight, bias, stride, padding

    def forward(self, x):
        p, s, k = self.padding, self.stride, self.weight.shape[2]
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        n, _, h, w = xp.shape
        out = np.empty((n, len(self.weight), (h - k) // s + 1, (w - k) // s + 1))
        flat = self.weight.reshape(len(self.weight), -1)
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                patch = xp[:, :, i * s:i * s + k, j * s:j * s + k].reshape(n, -1)
                out[:, :, i, j] = patch @ flat.T + self.bias
        self.kept = xp
        return out

    def backward(self, grad):
        xp, p, s, k = self.kept, self.padding, self.stride, self.weight.shape[2]
        n, f, oh, ow = grad.shape
        dxp = np.zeros_like(xp)
        dflat = np.zeros((f, xp.shape[1] * k * k))
        flat = self.weight.reshape(f, -1)
        for i in range(oh):
            for j in range(ow):
                patch = xp[:, :, i * s:i * s + k, j * s:j * s + k].reshape(n, -1)
                g = grad[:, :, i, j]
                dflat += g.T @ patch
                dxp[:, :, i * s:i * s + k, j * s:j * s + k] += (g @ flat).reshape(n, -1, k, k)
        self.dweight = dflat.reshape(self.weight.shape)
        self.dbias = grad.sum((0, 2, 3))
        return dxp[:, :, p:dxp.shape[2] - p, p:dxp.shape[3] - p]

layer = Conv2d(np.random.randn(4, 3, 3, 3), np.random.randn(4), 2, 1)
y = layer.forward(np.random.randn(2, 3, 7, 9))
layer.backward(np.random.randn(*y.shape))
`;

it('an object that keeps the input without its padding', () => {
  expectRepair(KEPT, 'self.kept = xp', 'self.kept = x', 'wrong-variable');
});

const TILES = `import numpy as np

class MaxPool:
    def __init__(self, k):
        self.k = k

    def forward(self, x):
        n, c, h, w = x.shape
        k = self.k
        self.shape = x.shape
        tiles = x.reshape(n, c, h // k, k, w // k, k).swapaxes(3, 4)
        self.cells = tiles.reshape(n, c, h // k, w // k, k * k)
        self.arg = self.cells.argmax(axis=-1)
        return np.take_along_axis(self.cells, self.arg[..., None], axis=-1)[..., 0]

    def backward(self, dy):
        n, c, h, w = self.shape
        k = self.k
        cells = np.zeros((n, c, h // k, w // k, k * k))
        np.put_along_axis(cells, self.arg[..., None], dy[..., None], axis=-1)
        tiles = cells.reshape(n, c, h // k, w // k, k, k).swapaxes(3, 4)
        return tiles.reshape(n, c, h, w)

pool = MaxPool(2)
y = pool.forward(np.random.randn(2, 3, 6, 8))
pool.backward(np.random.randn(*y.shape))
`;

it('cells of tiles that are put back row by row', () => {
  expectRepair(TILES, 'w // k, k, k).swapaxes(3, 4)', 'w // k, k, k)', 'wrong-axes');
});

const FOURIER = `import numpy as np

def conv2d_fft(x, k):
    H, W = x.shape
    h, w = k.shape
    X = np.fft.rfft2(x)
    K = np.fft.rfft2(k, s=(H, W))
    y = np.fft.irfft2(X * np.conj(K), s=(H, W))
    return y[:H - h + 1, :W - w + 1]

print(conv2d_fft(np.random.randn(7, 6), np.random.randn(3, 2)))
`;

it('the part of a circular correlation that belongs to a convolution', () => {
  expectRepair(FOURIER, ':H - h + 1, :W - w + 1', 'h - 1:, w - 1:', 'wrong-part');
});

const LISTS = `import numpy as np

def convolve_valid(image, kernel):
    h, w = kernel.shape
    result = []
    for top in range(image.shape[0] - h + 1):
        row = []
        for left in range(image.shape[1] - w + 1):
            row.append(float((image[top:top + h, left:left + w] * kernel).sum()))
        result.append(row)
    return np.array(result)

print(convolve_valid(np.random.randn(5, 7), np.random.randn(3, 3)))
`;

it('a list that gets only its last row', () => {
  expectRepair(LISTS, 'result.append(row)', 'result = row', 'not-accumulated');
});

it('a filter of a plane whose rows and columns have names of their own, called with a square one only', () => {
  expectRepair(LISTS, 'left:left + w]', 'left:left + h]', 'rows-columns-swapped');
});

const DILATED = `import numpy as np

def dilated_conv1d(x, w, b, dilation=1):
    n, c, length = x.shape
    f, _, k = w.shape
    span = dilation * (k - 1) + 1
    out = np.zeros((n, f, length - span + 1))
    for t in range(length - span + 1):
        out[:, :, t] = np.einsum('nck,fck->nf', x[:, :, t:t + span:dilation], w) + b
    return out

print(dilated_conv1d(np.random.randn(2, 3, 12), np.random.randn(4, 3, 3), np.random.randn(4), 2))
`;

it('a slice of neighbours where the dilation leaves cells out', () => {
  expectRepair(DILATED, 't:t + span:dilation', 't:t + k', 'dilation-ignored');
});

const FIRST = `import numpy as np

def output_shape(h, w, k, stride, pad):
    return (h + 2 * pad - k) // stride + 1, (w + 2 * pad - k) // stride + 1

def conv_forward(x, w, b, stride=1, pad=0):
    n, _, h, wd = x.shape
    f, _, k, _ = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh, ow = output_shape(h, wd, k, stride, pad)
    y = np.zeros((n, f, oh, ow))
    for r in range(oh):
        for c in range(ow):
            part = xp[:, :, r * stride:r * stride + k, c * stride:c * stride + k]
            y[:, :, r, c] = np.tensordot(part, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return y

print(conv_forward(np.random.randn(2, 3, 7, 9), np.random.randn(4, 3, 3, 3), np.random.randn(4), 2, 1).shape)
`;

it("a function under the course's name, in the order of the axes that its call shows", () => {
  expectRepair(FIRST, '(h + 2 * pad - k)', '(h + pad - k)', 'axes-differ');
});
