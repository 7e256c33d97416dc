/** Forms that published layer classes and functions have: options, base classes of other files, results in attributes. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const numpy = 'import numpy as np\n';

const POOL = (stride: string): string => `def max_pool_forward(x, pool_param):
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['${stride}']
    N, C, H, W = x.shape
    out = np.zeros((N, C, (H - ph) // s + 1, (W - pw) // s + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = x[:, :, i * s:i * s + ph, j * s:j * s + pw].max(axis=(2, 3))
    return out, (x, pool_param)
`;

const CLASS = (head: string, init: string, weights: string, forward = 'forward(self, x)'): string => `${head}
class Conv2D(Layer):
    def __init__(self, ${init}):
        super().__init__()
        self.s = stride
        ${weights}
    def ${forward}:
        self.x = x
        kh, kw = self.kernel_size
        N, C, H, W = x.shape
        out = np.zeros((N, len(self.params['W']), (H - kh) // self.s + 1, (W - kw) // self.s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                part = x[:, :, i * self.s:i * self.s + kh, j * self.s:j * self.s + kw]
                out[:, :, i, j] = np.tensordot(part, self.params['W'], axes=([1, 2, 3], [1, 2, 3])) + self.params['b']
        return out
`;

const WEIGHTS = `kh, kw = kernel_size
        self.kernel_size = kernel_size
        self.params['W'] = np.random.randn(out_channels, in_channels, kh, kw)
        self.params['b'] = np.zeros(out_channels)`;

const STORED = `class MaxPool:
    def __init__(self, pool_size):
        self.size = pool_size
    def forward(self, inputs):
        self.inputs = inputs
        k = self.size[0]
        N, H, W, C = inputs.shape
        self.output = np.zeros((N, H // k, W // k, C))
        for i in range(H // k):
            for j in range(W // k):
                self.output[:, i, j] = inputs[:, i * k:i * k + k, j * k:j * k + k].max(axis=(1, 2))
    def backward(self, dvalues):
        k = self.size[0]
        self.dinputs = np.zeros_like(self.inputs)
        for i in range(dvalues.shape[1]):
            for j in range(dvalues.shape[2]):
                rows, cols = slice(i * k, i * k + k), slice(j * k, j * k + k)
                mask = self.inputs[:, rows, cols] == self.output[:, i:i + 1, j:j + 1]
                self.dinputs[:, rows, cols] += mask * dvalues[:, i:i + 1, j:j + 1]
`;

const UPDATED = (update: string): string => `def conv_backward(image, kernels, d_feature_maps, learning_rate):
    count, kh, kw = kernels.shape
    gradients = np.zeros_like(kernels)
    for f in range(count):
        for i in range(kh):
            for j in range(kw):
                rows, cols = d_feature_maps.shape[1:]
                gradients[f, i, j] = np.sum(image[i:i + rows, j:j + cols] * d_feature_maps[f])
    ${update}
    return kernels
`;

const BUILT = `class Conv:
    def __init__(self, kernel_size, stride, n_c):
        self.f, self.s, self.n = kernel_size, stride, n_c
        self.w = None
        self.b = None
    def init(self, input_dim):
        self.h_prev, self.w_prev, self.c_prev = input_dim
        self.w = np.random.randn(self.f, self.f, self.c_prev, self.n)
        self.b = np.zeros((1, 1, 1, self.n))
    def forward(self, prev, training):
        h, w = (self.h_prev - self.f) // self.s + 1, (self.w_prev - self.f) // self.s + 1
        a = np.zeros((len(prev), h, w, self.n))
        for i in range(h):
            for j in range(w):
                part = prev[:, i * self.s:i * self.s + self.f, j * self.s:j * self.s + self.f]
                a[:, i, j] = np.tensordot(part, self.w, axes=3) + self.b[0, 0, 0]
        return a
`;

const SHAPED = `class ConvolutionLayer:
    def __init__(self, in_channels, filter_size, numfilters, stride, activation):
        self.depth, self.rows, self.cols = in_channels
        self.fh, self.fw = filter_size
        self.s, self.activation = stride, activation
        self.weights = np.random.normal(0, 0.1, (numfilters, self.depth, self.fh, self.fw))
        self.biases = np.zeros(numfilters)
    def forward(self, X):
        h, w = (self.rows - self.fh) // self.s + 1, (self.cols - self.fw) // self.s + 1
        out = np.zeros((len(X), len(self.weights), h, w))
        for i in range(h):
            for j in range(w):
                part = X[:, :, i * self.s:i * self.s + self.fh, j * self.s:j * self.s + self.fw]
                out[:, :, i, j] = np.einsum('nchw,ochw->no', part, self.weights) + self.biases
        if self.activation == 'relu':
            return np.maximum(out, 0)
        raise ValueError(self.activation)
`;

const FLAT = (made: string, product: string): string => `class Conv2D:
    def __init__(self, channels, num_filters, kernel_size, lr, beta):
        self.k, self.lr, self.beta = kernel_size, lr, beta
        self.W = np.random.randn(${made})
    def forward(self, x):
        N, C, H, W = x.shape
        h, w = H - self.k + 1, W - self.k + 1
        rows = [x[:, :, i:i + self.k, j:j + self.k].reshape(N, -1) for i in range(h) for j in range(w)]
        cols = np.stack(rows, axis=1)
        return (${product}).transpose(0, 2, 1).reshape(N, -1, h, w)
`;

const SIZED = `class Conv:
    def __init__(self, input_channels, num_filters):
        self.n = num_filters
        self.filters = np.random.rand(input_channels, num_filters, 3, 3)
    def forward(self, image):
        height, width, channels = image.shape
        output = np.zeros((height - 2, width - 2, self.n))
        for h in range(height - 2):
            for w in range(width - 2):
                for c in range(channels):
                    output[h, w] += np.sum(image[h:h + 3, w:w + 3, c] * self.filters[c], axis=(1, 2))
        return output
`;

const NAMED = `class Conv:
    def __init__(self, num_filters, kernel_size, padding):
        self.n, self.k, self.padding = num_filters, kernel_size, padding
        self.w = None
    def forward(self, x):
        N, H, W, C = x.shape
        if self.w is None:
            self.w = np.random.randn(self.k, self.k, C, self.n)
        if self.padding == 'same':
            p = (self.k - 1) // 2
        elif self.padding == 'valid':
            p = 0
        else:
            raise ValueError(self.padding)
        x = np.pad(x, ((0, 0), (p, p), (p, p), (0, 0)))
        out = np.zeros((N, H + 2 * p - self.k + 1, W + 2 * p - self.k + 1, self.n))
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[:, i, j] = np.tensordot(x[:, i:i + self.k, j:j + self.k], self.w, axes=3)
        return out
`;

describe('checkCode: forms of published code agree', () => {
  it.each([
    ['options under another key', POOL('pool_stride')],
    [
      'a base class of another file with the dictionary of weights, sizes as pairs',
      CLASS('from nn.modules import Layer', 'in_channels, out_channels, kernel_size, stride=1', WEIGHTS),
    ],
    [
      'parameters that are no part of the layer',
      CLASS(
        'from nn.modules import Layer',
        'in_channels, out_channels, kernel_size, stride, name, seed',
        WEIGHTS,
        'forward(self, x, training)',
      ),
    ],
    ['results that methods keep in attributes', STORED],
    ['kernels that are changed by a learning rate', UPDATED('kernels -= learning_rate * gradients')],
    ['weights that init makes from the shape of the input', BUILT],
    ['the shape of the input in place of its channels, and the only activation', SHAPED],
    ['filters as rows of a matrix', FLAT('num_filters, channels * kernel_size ** 2', 'cols @ self.W.T')],
    ['filters as columns of a matrix', FLAT('channels * kernel_size ** 2, num_filters', 'cols @ self.W')],
    ['filters of three rows with the channels first', SIZED],
    ['a padding that is compared with its names', NAMED],
    ['new kernels by a learning rate', UPDATED('kernels = kernels - learning_rate * gradients')],
  ])('%s', (_, source) => {
    const checks = checkCode(numpy + source);
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.map(({ name, agrees, unseen }) => [name, agrees, unseen])).toEqual(
      checks.map(({ name }) => [name, true, []]),
    );
  });

  it('a wrong update is a mistake of the gradient', () => {
    const source = UPDATED('kernels -= learning_rate * gradients').replace('image[i:i', 'image[j:i');
    expect(checkCode(numpy + source).map(({ agrees }) => agrees)).toEqual([false]);
  });
});
