/** Tiles for repeated cells, conjugates, spans of dilated windows, weights whose axes the class shows. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const mistakesIn = (source: string): unknown[] =>
  checkCode(source).flatMap(({ mistakes }) => mistakes.map(({ id, line, verified }) => [id, line, verified]));

const AVERAGE = (spread: string): string => `import numpy as np
def avgpool_backward(dout, x_shape, pool=2):
    dx = ${spread}
    return dx / (pool * pool)

print(avgpool_backward(np.ones((1, 1, 4, 4)), (1, 1, 8, 8)))
`;

it('whole arrays side by side in place of repeated cells', () => {
  expect(checkCode(AVERAGE('np.repeat(np.repeat(dout, pool, axis=2), pool, axis=3)'))).toMatchObject([
    { agrees: true, unseen: [] },
  ]);
  const wrong = AVERAGE('np.tile(np.tile(dout, (1, 1, pool, 1)), (1, 1, 1, pool))');
  expect(mistakesIn(wrong)).toEqual([['tiled', 3, true]]);
});

it('the conjugate of the input in place of that of the filter', () => {
  const source = `import numpy as np
class FFTConv2d:
    def __init__(self, weight, bias):
        self.weight, self.bias = weight, bias

    def forward(self, x):
        N, C, H, W = x.shape
        F, _, kh, kw = self.weight.shape
        X, K = np.fft.rfft2(x, s=(H, W)), np.fft.rfft2(self.weight, s=(H, W))
        Y = np.einsum('nchw,fchw->nfhw', np.conj(X), K)
        y = np.fft.irfft2(Y, s=(H, W))
        return y[:, :, :H - kh + 1, :W - kw + 1] + self.bias[None, :, None, None]

layer = FFTConv2d(np.random.randn(4, 3, 3, 3), np.random.randn(4))
print(layer.forward(np.random.randn(2, 3, 8, 8)).shape)
`;
  expect(mistakesIn(source)).toEqual([['wrong-conjugate', 10, true]]);
});

it('the cells that a dilated window spans', () => {
  const source = `import numpy as np
def conv2d_dilated(x, w, stride=1, padding=0, dilation=1):
    C, H, W = x.shape
    F, _, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    span_h, span_w = dilation * kh, dilation * kw
    oh = (H + 2 * padding - span_h) // stride + 1
    ow = (W + 2 * padding - span_w) // stride + 1
    out = np.zeros((F, oh, ow))
    for f in range(F):
        for i in range(oh):
            for j in range(ow):
                for a in range(kh):
                    for b in range(kw):
                        out[f, i, j] += np.sum(xp[:, i * stride + a * dilation, j * stride + b * dilation] * w[f, :, a, b])
    return out

print(conv2d_dilated(np.random.randn(3, 9, 9), np.random.randn(2, 3, 3, 3), dilation=2, padding=2).shape)
`;
  expect(mistakesIn(source)).toEqual([['dilated-size', 6, true]]);
});

it('a gradient of a class whose filters have the channels last', () => {
  const source = `import numpy as np
class Conv:
    def __init__(self, num_filters, filter_size, channels):
        self.num_filters, self.filter_size = num_filters, filter_size
        self.filters = np.random.randn(num_filters, filter_size, filter_size, channels)

    def forward(self, images):
        self.images = images
        n, h, w, c = images.shape
        k = self.filter_size
        out = np.zeros((n, h - k + 1, w - k + 1, self.num_filters))
        for i in range(h - k + 1):
            for j in range(w - k + 1):
                for f in range(self.num_filters):
                    out[:, i, j, f] = np.sum(images[:, i:i + k, j:j + k, :] * self.filters[f], axis=(1, 2, 3))
        return out

    def backward(self, d_out):
        k = self.filter_size
        d_filters, d_images = np.zeros_like(self.filters), np.zeros_like(self.images)
        d_biases = np.sum(d_out, axis=(0, 1, 2))
        for i in range(d_out.shape[1]):
            for j in range(d_out.shape[2]):
                for f in range(self.num_filters):
                    g = d_out[:, i, j, f][:, None, None, None]
                    d_filters[f] += np.mean(self.images[:, i:i + k, j:j + k, :] * g, axis=0)
                    d_images[:, i:i + k, j:j + k, :] += self.filters[f] * g
        return d_images, d_filters, d_biases

conv = Conv(4, 3, 2)
conv.backward(np.random.randn(*conv.forward(np.random.randn(3, 7, 8, 2)).shape))
`;
  expect(mistakesIn(source)).toEqual([['wrong-function', 26, true]]);
});

it('the name of Winograd’s method states no gradient', () => {
  const source = `import numpy as np

def winograd_conv(x, g):
    """x: (C, H, W), g: (K, C, 3, 3)"""
    y = np.zeros((g.shape[0], x.shape[1] - 2, x.shape[2] - 2))
    for i in range(3):
        for j in range(3):
            y += np.tensordot(g[:, :, i, j], x[:, i:i + y.shape[1], j:j + y.shape[2]], axes=1)
    return y

winograd_conv(np.random.randn(3, 7, 8), np.random.randn(2, 3, 3, 3))
`;
  expect(checkCode(source)).toMatchObject([{ operation: 'conv_forward', agrees: true, unseen: [] }]);
});
