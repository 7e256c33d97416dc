/** How classes of other forms are recognised and called. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

describe('checkCode: forms of classes', () => {
  it('a method that returns only the gradient of the weights, as an attribute', () => {
    const checks = checkCode(`import numpy as np
class Conv3x3:
    def __init__(self, n):
        self.filters = np.random.randn(n, 3, 3) / 9
    def forward(self, inputs):
        self.inputs = inputs
        h, w = inputs.shape
        out = np.zeros((h - 2, w - 2, len(self.filters)))
        for i in range(h - 2):
            for j in range(w - 2):
                out[i, j] = np.sum(inputs[i:i + 3, j:j + 3] * self.filters, axis=(1, 2))
        return out
    def backprop(self, gradient):
        self.dWeights = np.zeros(self.filters.shape)
        h, w = self.inputs.shape
        for i in range(h - 2):
            for j in range(w - 2):
                for f in range(len(self.filters)):
                    self.dWeights[f] += gradient[i, j, f] * self.inputs[i:i + 3, j:j + 3]
        return self.dWeights
`);
    expect(checks.map(({ name, agrees, unseen }) => [name, agrees, unseen])).toEqual([
      ['Conv3x3.forward', true, []],
      ['Conv3x3.backprop', true, []],
    ]);
  });

  it('a method that needs what the constructor of the base class is given is not judged', () => {
    const checks = checkCode(`import numpy as np
class Layer:
    def __init__(self, input_shape=None):
        self.input_shape = input_shape
class MaxPoolLayer(Layer):
    def __init__(self, kernel_size, **kwargs):
        super().__init__(**kwargs)
        self.k = kernel_size
    def forward(self, x):
        self.x = x
        d, h, w = x.shape
        out = np.zeros((d, h // self.k, w // self.k))
        for c in range(d):
            for i in range(h // self.k):
                for j in range(w // self.k):
                    out[c, i, j] = np.max(x[c, i * self.k:(i + 1) * self.k, j * self.k:(j + 1) * self.k])
        self.top = out
        return out
    def backward(self, grad):
        d, h, w = self.input_shape
        assert grad.shape == (d, h // self.k, w // self.k)
        mask = self.x == self.top.repeat(self.k, axis=-1).repeat(self.k, axis=-2)
        return grad.repeat(self.k, axis=-1).repeat(self.k, axis=-2) * mask
`);
    expect(checks.map(({ name, agrees, refused }) => [name, agrees, refused])).toEqual([
      ['MaxPoolLayer.forward', true, false],
      ['MaxPoolLayer.backward', false, true],
    ]);
  });
});

it('a class of a network whose methods are given the filters, in both directions', () => {
  const source = `import numpy as np

class Network:
    def __init__(self):
        self.first_filters, self.first_bias = np.random.randn(8, 1, 5, 5), np.zeros((8, 1))
        self.second_filters, self.second_bias = np.random.randn(16, 8, 5, 5), np.zeros((16, 1))

    def conv_forward(self, x, filters, bias):
        n, f, kh, kw = len(x), len(filters), filters.shape[2], filters.shape[3]
        y = np.zeros((n, f, x.shape[2] - kh + 1, x.shape[3] - kw + 1))
        for m, o, i, j in np.ndindex(*y.shape):
            y[m, o, i, j] = np.sum(x[m, :, i:i + kh, j:j + kw] * filters[o]) + bias[o]
        return y

    def conv_backward(self, dout, x, filters, bias):
        kh, kw = filters.shape[2:]
        dx, dw, db = np.zeros(x.shape), np.zeros(filters.shape), np.zeros(bias.shape)
        for m, o, i, j in np.ndindex(*dout.shape):
            dw[o] += dout[m, o, i, j] * x[m, :, i:i + kh, j:j + kw]
            dx[m, :, i:i + kh, j:j + kw] += dout[m, o, i, j] * filters[o]
            db[o] += dout[m, o, i, j]
        return dx, dw, db
`;
  expect(checkCode(source)).toMatchObject([
    { name: 'Network.conv_forward', agrees: true, unseen: [] },
    { name: 'Network.conv_backward', agrees: true, unseen: [], mistakes: [] },
  ]);
});
