/** Forms that published layer classes and functions have: options, base classes of other files, results in attributes. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../core/check';

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
