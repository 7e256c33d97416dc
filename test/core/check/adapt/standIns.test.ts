/** Parameters of constructors without a known meaning, sizes and states of classes under seldom names. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const summary = (source: string): unknown[] =>
  checkCode(`import numpy as np\n${source}`).map(({ name, agrees, refused, unseen }) => [
    name,
    agrees,
    refused ?? false,
    unseen.length,
  ]);

const POOLED = `        for i in range(rows):
            for j in range(cols):
                out[:, i, j] = x[:, i * self.s:i * self.s + self.f, j * self.s:j * self.s + self.f].max(axis=(1, 2))
        return out
`;

const CORRELATED = `    def forward(self, x):
        self.x = x
        f = self.weights.shape[0]
        out = np.zeros((x.shape[0] - f + 1, x.shape[1] - f + 1, self.weights.shape[3]))
        for i in range(out.shape[0]):
            for j in range(out.shape[1]):
                out[i, j] = np.tensordot(x[i:i + f, j:j + f], self.weights, axes=3)
        return out
`;

describe('checkCode: arguments of unknown meaning', () => {
  it('the layer before, of which the constructor reads the shape of the output', () => {
    expect(
      summary(`class MaxPool:
    def __init__(self, f, s, below):
        self.f, self.s = f, s
        self.in_shape = below.out_shape
        self.made = (self.in_shape[0] - f) // s
    def forward(self, x):
        c, h, w = x.shape
        rows, cols = (h - self.f) // self.s + 1, (w - self.f) // self.s + 1
        out = np.zeros((c, rows, cols))
${POOLED}`),
    ).toEqual([['MaxPool.forward', true, false, 0]]);
  });

  it('a function that makes the weights of a shape', () => {
    expect(
      summary(`class Conv:
    def __init__(self, kernel_size, in_channels, out_channels, starter):
        self.weights = starter((kernel_size, kernel_size, in_channels, out_channels))
${CORRELATED}`),
    ).toEqual([['Conv.forward', true, false, 0]]);
  });

  it('a number that changes nothing of the result; one that does is refused', () => {
    const source = (last: string): string => `class Conv:
    def __init__(self, kernel_size, in_channels, out_channels, gain):
        self.weights = np.random.randn(kernel_size, kernel_size, in_channels, out_channels) * gain
        self.gain = gain
${CORRELATED.replace('return out', `return ${last}`)}`;
    expect(summary(source('out'))).toEqual([['Conv.forward', true, false, 0]]);
    expect(summary(source('out + self.gain'))).toEqual([['Conv.forward', false, true, 0]]);
  });
});

describe('checkCode: classes that are connected', () => {
  it('a method that makes the weights from the layer before', () => {
    expect(
      summary(`class Conv:
    def __init__(self, count, size):
        self.count, self.size = count, size
    def connect_to(self, prev_layer):
        h, w, c = prev_layer.output_shape
        self.weights = np.random.randn(self.size, self.size, c, self.count)
        self.output_shape = (h - self.size + 1, w - self.size + 1, self.count)
${CORRELATED}`),
    ).toEqual([['Conv.forward', true, false, 0]]);
  });

  it('words that choose how the weights are made', () => {
    expect(
      summary(`class Conv:
    def __init__(self, kernel=3, n_filters=4, channels=2, weights='normal', bias='zeros'):
        shape = (kernel, kernel, channels, n_filters)
        self.weights = np.random.randn(*shape) if weights == 'normal' else np.random.rand(*shape)
        self.bias = np.zeros(n_filters) if bias == 'zeros' else np.ones(n_filters)
${CORRELATED.replace('return out', 'return out + self.bias')}`),
    ).toEqual([['Conv.forward', true, false, 0]]);
  });
});

describe('checkCode: sizes and states of classes', () => {
  it('a window as width and height, of arrays with columns first', () => {
    expect(
      summary(`class MaxPool:
    def __init__(self, width, height, stride):
        self.width, self.height, self.stride = width, height, stride
    def forward(self, x):
        C, W, H = x.shape
        cols, rows = (W - self.width) // self.stride + 1, (H - self.height) // self.stride + 1
        out = np.zeros((C, cols, rows))
        for a in range(cols):
            for b in range(rows):
                top, left = a * self.stride, b * self.stride
                out[:, a, b] = np.max(x[:, top:top + self.width, left:left + self.height], axis=(1, 2))
        return out
`),
    ).toEqual([['MaxPool.forward', true, false, 0]]);
  });

  it('a bias of every output cell, whose shape has a name of its own', () => {
    expect(
      summary(`class Conv:
    def __init__(self, input_shape, kernel_size, depth):
        channels, rows, cols = input_shape
        cells = (depth, rows - kernel_size + 1, cols - kernel_size + 1)
        self.kernels = np.random.randn(depth, channels, kernel_size, kernel_size)
        self.bias = np.random.randn(*cells)
    def forward(self, x):
        self.x = x
        f = self.kernels.shape[2]
        out = self.bias.copy()
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[:, i, j] += np.tensordot(self.kernels, x[:, i:i + f, j:j + f], axes=3)
        return out
    def backward(self, grad, learning_rate):
        f = self.kernels.shape[2]
        dx, dk = np.zeros(self.x.shape), np.zeros(self.kernels.shape)
        for i in range(grad.shape[1]):
            for j in range(grad.shape[2]):
                dk += grad[:, i, j].reshape(-1, 1, 1, 1) * self.x[:, i:i + f, j:j + f]
                dx[:, i:i + f, j:j + f] += np.tensordot(grad[:, i, j], self.kernels, axes=1)
        self.kernels -= learning_rate * dk
        self.bias -= learning_rate * grad
        return dx
`),
    ).toEqual([
      ['Conv.forward', true, false, 0],
      ['Conv.backward', true, false, 0],
    ]);
  });

  it('the shape of the input, of which three sizes are read by their places, and weights that are updated cell by cell', () => {
    expect(
      summary(`from scipy import signal
class Conv2D:
    def __init__(self, n_kernels, kernel_shape, input_shape):
        self.made = (n_kernels, input_shape[1] - kernel_shape[0] + 1, input_shape[2] - kernel_shape[1] + 1)
        self.K = np.random.randn(n_kernels, input_shape[0], kernel_shape[0], kernel_shape[1])
        self.B = np.random.randn(*self.made)
    def forward(self, X):
        Y = self.B.copy()
        for i in range(self.K.shape[0]):
            for j in range(X.shape[0]):
                Y[i] += signal.correlate2d(X[j], self.K[i][j], mode='valid')
        self.X = X
        return Y
    def backward(self, grad, lr):
        K = self.K.copy()
        dX = np.zeros(self.X.shape)
        for i in range(K.shape[0]):
            self.B[i] -= lr * grad[i]
            for j in range(K.shape[1]):
                self.K[i][j] -= lr * signal.correlate2d(self.X[j], grad[i], mode='valid')
                dX[j] += signal.convolve2d(grad[i], K[i][j], mode='full')
        return dX
`),
    ).toEqual([
      ['Conv2D.forward', true, false, 0],
      ['Conv2D.backward', true, false, 0],
    ]);
  });

  it('what a flag of the forward method keeps in a dictionary', () => {
    expect(
      summary(`class Pool:
    def __init__(self, f, stride):
        self.f, self.s, self.state = f, stride, {}
    def forward(self, x, remember=False):
        if remember:
            self.state['x'] = x
        c, h, w = x.shape
        rows, cols = (h - self.f) // self.s + 1, (w - self.f) // self.s + 1
        out = np.zeros((c, rows, cols))
${POOLED}    def backward(self, grad):
        x = self.state['x']
        dx = np.zeros(x.shape)
        for k in range(grad.shape[0]):
            for i in range(grad.shape[1]):
                for j in range(grad.shape[2]):
                    top, left = i * self.s, j * self.s
                    part = x[k, top:top + self.f, left:left + self.f]
                    dx[k, top:top + self.f, left:left + self.f] += (part == part.max()) * grad[k, i, j]
        return dx
`),
    ).toEqual([
      ['Pool.forward', true, false, 0],
      ['Pool.backward', true, false, 0],
    ]);
  });

  it('the gradient of an activation that takes a learning rate as every layer of its network', () => {
    expect(
      summary(`class ReLU:
    def forward(self, x):
        self.x = x
        return np.maximum(0, x)
    def backprop(self, grad, learning_rate):
        return grad * (self.x > 0)
`),
    ).toEqual([
      ['ReLU.forward', true, false, 0],
      ['ReLU.backprop', true, false, 0],
    ]);
  });

  it('a function of the text with the name of a method is not needed by the class', () => {
    expect(
      summary(`class MaxPool:
    def __init__(self, f, s):
        self.f, self.s = f, s
    def forward(self, x):
        c, h, w = x.shape
        rows, cols = (h - self.f) // self.s + 1, (w - self.f) // self.s + 1
        out = np.zeros((c, rows, cols))
${POOLED}
top = SoftmaxOfAnotherCell(10)
def forward(image):
    return top.forward(image)
`),
    ).toEqual([['MaxPool.forward', true, false, 0]]);
  });
});
