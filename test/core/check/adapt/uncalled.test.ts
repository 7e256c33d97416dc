/** Functions that the text does not call, or with little that tells how: a guess must not become an accusation. */
import { describe, expect, it } from 'vitest';
import { checkCode, type FunctionCheck } from '../../../../core/check';

const numpy = 'import numpy as np\n';

function checksOf(source: string): FunctionCheck[] {
  return checkCode(numpy + source);
}

const HELPER = `def slide(I, K, stride=1):
    n, _, _, c = I.shape
    m = K.shape[1]
    p = m // 2
    img = np.pad(I, ((0, 0), (p, p), (p, p), (0, 0)))
    s0, s1, s2, s3 = img.strides
    rows = (img.shape[1] - m) // stride + 1
    cols = (img.shape[2] - m) // stride + 1
    shape = (n, rows, cols, m, m, c)
    views = np.lib.stride_tricks.as_strided(img, shape, (s0, s1 * stride, s2 * stride, s1, s2, s3))
    return np.tensordot(views, K, axes=([-3, -2, -1], [1, 2, 3]))
`;

const SQUARE = `def conv_forward(x, w, b, conv_param):
    pad, stride = conv_param['pad'], conv_param['stride']
    N, F, fh = x.shape[0], w.shape[0], w.shape[2]
    out = (x.shape[2] - fh + 2 * pad) // stride + 1
    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    y = np.zeros((N, F, out, out))
    for i in range(out):
        for j in range(out):
            part = xpad[:, None, :, i * stride:i * stride + fh, j * stride:j * stride + fh]
            y[:, :, i, j] = np.sum(part * w[None], axis=(2, 3, 4)) + b
    return y, (x, w, b, conv_param, xpad)

def conv_backward(dout, cache):
    x, w, b, conv_param, xpad = cache
    dx, dw = np.zeros_like(xpad), np.zeros_like(w)
    pad, stride = conv_param['pad'], conv_param['stride']
    fh = w.shape[2]
    out = (x.shape[2] - fh + 2 * pad) // stride + 1
    for i in range(out):
        for j in range(out):
            rows, cols = slice(i * stride, i * stride + fh), slice(j * stride, j * stride + fh)
            g = dout[:, :, i, j]
            dx[:, :, rows, cols] += np.einsum('nf,fchw->nchw', g, w)
            dw += np.einsum('nf,nchw->fchw', g, xpad[:, :, rows, cols])
    if pad > 0:
        dx = dx[:, :, pad:-pad, pad:-pad]
    return dx, dw, dout.sum(axis=(0, 2, 3))
`;

describe('agrees', () => {
  it.each([
    [
      'in the layout of a helper',
      `${HELPER}\ndef conv_forward(I, K, B, stride=1):\n    return slide(I, K, stride) + B\n`,
    ],
    [
      'with the keys that it reads',
      `def max_pool_forward(x, pool_param):
    size, stride = pool_param['size'], pool_param['stride']
    n, c, h, w = x.shape
    rows, cols = (h - size) // stride + 1, (w - size) // stride + 1
    out = np.zeros((n, c, rows, cols))
    for i in range(rows):
        for j in range(cols):
            out[:, :, i, j] = x[:, :, i * stride:i * stride + size, j * stride:j * stride + size].max(axis=(2, 3))
    return out
`,
    ],
    [
      'over one axis',
      `class GlobalAvgPool1D:
    def forward(self, inputs):
        return np.mean(inputs, axis=1)
`,
    ],
    [
      'of one window',
      `def convolution_response(patch, one_filter, bias):
    return np.sum(patch * one_filter) + bias
convolution_response(np.ones((2, 2, 3)), np.arange(12).reshape(2, 2, 3), 1.5)
`,
    ],
    [
      'with a loop that Numba runs in parallel',
      `from numba import njit, prange
@njit(parallel=True)
def conv2d(image, kernel):
    h, w = image.shape
    f, g = kernel.shape
    out = np.zeros((h - f + 1, w - g + 1))
    for i in prange(h - f + 1):
        for j in range(w - g + 1):
            out[i, j] = np.sum(image[i:i + f, j:j + g] * kernel)
    return out
`,
    ],
  ])('%s', (_, source) => {
    const last = checksOf(source).at(-1);
    expect(last).toMatchObject({ agrees: true, refused: false, mistakes: [], unseen: [] });
  });

  it('on square inputs, where the cache has the padded input too', () => {
    const [forward, backward] = checkCode(numpy + SQUARE, { budget: 600 });
    expect(forward).toMatchObject({ agrees: true, mistakes: [] });
    expect(backward).toMatchObject({ operation: 'conv_backward', agrees: true, mistakes: [] });
  });

  it('where zeros fill the last window: a convention', () => {
    const [check] = checksOf(`def conv2d(x, w, stride=1, pad=0):
    """The trailing window is filled with zeros."""
    n, c, h, v = x.shape
    o, _, f, g = w.shape
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    below = (stride - (x.shape[2] - f) % stride) % stride
    right = (stride - (x.shape[3] - g) % stride) % stride
    x = np.pad(x, ((0, 0), (0, 0), (0, below), (0, right)))
    rows, cols = (x.shape[2] - f) // stride + 1, (x.shape[3] - g) // stride + 1
    out = np.zeros((n, o, rows, cols))
    for i in range(rows):
        for j in range(cols):
            part = x[:, :, i * stride:i * stride + f, j * stride:j * stride + g]
            out[:, :, i, j] = np.einsum('nchw,ochw->no', part, w)
    return out
`);
    expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
    expect(check!.convention).toContain('last window');
  });
});

describe('nothing is claimed', () => {
  it.each([
    [
      'of a class that takes its input elsewhere',
      `class ConvolutionLayer:
    def __init__(self, channels_out, channels_in, window_size, stride):
        self.weights = np.zeros((channels_out, channels_in * window_size ** 2))
        self.before = None

    def forward(self):
        self.x = self.before.y
        return self.weights.dot(self.x)
`,
    ],
    [
      'of a block of layers',
      `class Scale:
    def __init__(self, k):
        self.k = k
    def forward(self, x):
        return x * self.k

class ConvBlock:
    def __init__(self, in_channels, out_channels, kernel_size=1):
        self.first = Scale(2)
        self.second = Scale(3)
    def forward(self, x):
        return self.second.forward(self.first.forward(x))
`,
    ],
  ])('%s', (_, source) => {
    expect(checksOf(source).filter(({ agrees, refused }) => !agrees && !refused)).toEqual([]);
  });

  it('makes no claim about a base class whose reduction its subclasses define', () => {
    const checks = checksOf(`class Pooling:
    def __init__(self, size, stride=1):
        self.size, self.stride = size, stride
    def forward(self, x):
        self.x = x
        n, h, w, c = x.shape
        k, s = self.size, self.stride
        self.y = np.zeros((n, (h - k) // s + 1, (w - k) // s + 1, c))
        for i, r, q, f in np.ndindex(*self.y.shape):
            self.y[i, r, q, f] = self.reduction(x[i, r*s:r*s+k, q*s:q*s+k, f])
        return self.y
    def backward(self, dy):
        dx, k, s = np.zeros(self.x.shape), self.size, self.stride
        for i, r, q, f in np.ndindex(*dy.shape):
            part = self.x[i, r*s:r*s+k, q*s:q*s+k, f]
            dx[i, r*s:r*s+k, q*s:q*s+k, f] += self.spread(part, dy[i, r, q, f])
        return dx

class MaxPooling(Pooling):
    def __init__(self, size, stride=1):
        self.reduction = np.max
        self.spread = lambda part, g: g * (part == np.max(part))
        super().__init__(size, stride)
`);
    expect(checks.filter(({ name }) => name.startsWith('Pooling'))).toEqual([]);
  });

  it('runs a pooling that asserts that windows do not overlap with strides of the size of the window', () => {
    const [check] = checksOf(`class AveragePool:
    def __init__(self, kernel, stride):
        assert kernel == stride
        self.kernel = kernel
    def forward(self, x):
        n, h, w, c = x.shape
        k = self.kernel
        out = np.zeros((n, h // k, w // k, c))
        for i in range(h // k):
            for j in range(w // k):
                out[:, i, j] = x[:, i*k:i*k+k, j*k:j*k+k].mean(axis=(1, 2))
        return out
`);
    expect(check).toMatchObject({ agrees: true, unseen: [], mistakes: [] });
  });
});
