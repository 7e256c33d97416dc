/** Forms of published code: arrays that other methods make, options that are flags, helpers of libraries, names in the order of use. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const LOOP = (filter: string): string => `out = np.zeros((n, self.filters, h - k + 1, w - k + 1))
        for i in range(h - k + 1):
            for j in range(w - k + 1):
                part = x[:, :, i:i + k, j:j + k]
                out[:, :, i, j] = np.tensordot(part, ${filter}, axes=([1, 2, 3], [1, 2, 3])) + self.bias
        return out
`;

const MADE = (build: string, call = ''): string => `class Conv2D:
    def __init__(self, filters, kernel_size${call}):
        self.filters, self.k = filters, kernel_size
        ${call ? 'self.input_shape = input_shape' : 'self.ready = False'}
    def ${build}
        self.bias = np.zeros(self.filters)
    def forward(self, x):
        n, c, h, w = x.shape
        k = self.k
        ${LOOP('self.weights')}`;

const AGREEING: Readonly<Record<string, string>> = {
  'makes its weights in a method that is given the shape': MADE(`out_shape(self, shape):
        self.weights = np.random.randn(self.filters, shape[1], self.k, self.k)`),
  'makes its weights in build() without a shape': MADE(
    `build(self):
        self.weights = np.random.randn(self.filters, self.input_shape[0], self.k, self.k)`,
    ', input_shape',
  ),
  'keeps its weights in a dictionary with the name of weights': `class ConvLayer:
    def __init__(self, in_channels, out_channels, size):
        self.filters = out_channels
        self.weights = {}
        kernel = np.random.randn(out_channels, in_channels, size, size)
        self.weights['K'] = kernel / np.sqrt(in_channels)
        self.weights['b'] = np.random.randn(out_channels)
    def forward(self, x):
        n, c, h, w = x.shape
        k = self.weights['K'].shape[2]
        ${LOOP("self.weights['K']").replace('self.bias', "self.weights['b']")}`,
  'keeps each filter as a matrix, with a vector of biases': `class ConvLayer:
    def __init__(self, size, num_of_filters):
        self.size, self.filters = size, num_of_filters
        self.kernels = np.random.randn(num_of_filters, size, size)
        self.bias_vector = [0.01] * num_of_filters
    def forward(self, image):
        c, h, w = image.shape
        k = self.size
        out = np.zeros((c, h - k + 1, w - k + 1))
        for f in range(c):
            for i in range(h - k + 1):
                for j in range(w - k + 1):
                    out[f, i, j] = np.sum(self.kernels[f] * image[f, i:i + k, j:j + k]) + self.bias_vector[f]
        return out
`,
  'pads where a flag is set': `def conv_f(x, w, b, padding=True):
    h, wd, _ = x.shape
    k = w.shape[0]
    if padding:
        x = np.pad(x, ((1, 1), (1, 1), (0, 0)))
    out = np.zeros((h, wd, w.shape[3]))
    for i in range(h):
        for j in range(wd):
            out[i, j] = np.tensordot(x[i:i + k, j:j + k], w, axes=3) + b
    return out
`,
  'states that its filters are square': `def conv2d_forward(x, w, b, stride=1):
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    assert kh == kw, 'square filters only'
    oh, ow = (h - kh) // stride + 1, (wd - kh) // stride + 1
    out = np.zeros((n, f, oh, ow))
    for i in range(oh):
        for j in range(ow):
            part = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kh]
            out[:, :, i, j] = np.tensordot(part, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return out
`,
  'sums the channels of several images to planes': `def convolve_channels(images, kernel):
    m, h, w, c = images.shape
    kh, kw, _ = kernel.shape
    out = np.zeros((m, h - kh + 1, w - kw + 1))
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            out[:, i, j] = np.sum(images[:, i:i + kh, j:j + kw] * kernel, axis=(1, 2, 3))
    return out
`,
  'has a decorator of another file': `from .tools import timed

@timed(unit='ms')
def conv2d(image, kernel):
    kh, kw = kernel.shape
    out = np.zeros((image.shape[0] - kh + 1, image.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (image[i:i + kh, j:j + kw] * kernel).sum()
    return out
`,
  'has a name of its own and no instance in the text': `class LargestOfWindow:
    def __init__(self, size):
        self.size = size
    def forward(self, x):
        s = self.size
        c, h, w = x.shape
        out = np.zeros((c, h // s, w // s))
        for i in range(h // s):
            for j in range(w // s):
                out[:, i, j] = x[:, i * s:(i + 1) * s, j * s:(j + 1) * s].max(axis=(1, 2))
        return out
`,
  'takes the maximum over the axes of tiles, with a stride next to the size': `class MaxPool2D:
    def __init__(self, size=2, stride=2):
        self.size, self.stride = size, stride
    def forward(self, x):
        n, h, w, c = x.shape
        s = self.stride
        h, w = (h // s) * s, (w // s) * s
        return x[:, :h, :w].reshape(n, h // s, s, w // s, s, c).max(axis=(2, 4))
`,
  'is given its input and its output next to the gradient': `class MaxPooling:
    def __init__(self, shape):
        self.shape = shape
    def forward(self, x):
        n, h, w, c = x.shape
        kh, kw = self.shape
        return x[:, :h // kh * kh, :w // kw * kw].reshape(n, h // kh, kh, w // kw, kw, c).max(axis=(2, 4))
    def backward(self, out, input, output):
        kh, kw = self.shape
        result = np.zeros_like(input)
        for i in range(output.shape[1]):
            for j in range(output.shape[2]):
                rows, cols = slice(i * kh, i * kh + kh), slice(j * kw, j * kw + kw)
                mask = input[:, rows, cols] == output[:, i:i + 1, j:j + 1]
                result[:, rows, cols] = mask * out[:, i:i + 1, j:j + 1]
        return result
`,
  'returns its gradients in a dictionary': `class Conv:
    def __init__(self, size):
        self.W = np.random.randn(size, size)
    def forward(self, x):
        self.x, k = x, self.W.shape[0]
        out = np.zeros((x.shape[0] - k + 1, x.shape[1] - k + 1))
        for i in range(out.shape[0]):
            for j in range(out.shape[1]):
                out[i, j] = np.sum(x[i:i + k, j:j + k] * self.W)
        return out
    def backward(self, delta):
        k, dx, dW = self.W.shape[0], np.zeros_like(self.x), np.zeros_like(self.W)
        for i in range(delta.shape[0]):
            for j in range(delta.shape[1]):
                dx[i:i + k, j:j + k] += self.W * delta[i, j]
                dW += self.x[i:i + k, j:j + k] * delta[i, j]
        return {'x': dx, 'W': dW}
`,
  'is given the positions that its forward method returns': `class MaxPool:
    def forward_pass(self, input):
        if input.ndim != 3 or input.shape[1] % 2 != 0 or input.shape[2] % 2 != 0:
            raise ValueError('images of even sizes only')
        parts = [input[:, i::2, j::2] for i in range(2) for j in range(2)]
        stack = np.stack(parts)
        activation = np.max(stack, axis=0)
        indices = np.argmax(stack, axis=0)
        return activation, indices
    def backward_pass(self, indices, delta):
        n, h, w = indices.shape
        result = np.zeros((n, 2 * h, 2 * w))
        for k in range(4):
            result[:, k // 2::2, k % 2::2] = delta * (indices == k)
        return result
`,
  'is given the input of the activation again': `class ReLU:
    def forward(self, inputs):
        return np.maximum(inputs, 0)
    def backward(self, inputs, prev):
        return prev * (inputs > 0)
`,
  'correlates with all axes at once': `from scipy import signal
class Conv:
    def __init__(self, num_filters, in_channels, size):
        self.weights = np.random.randn(num_filters, in_channels, size, size)
        self.bias = np.zeros(num_filters)
    def forward(self, x):
        maps = [[signal.correlate(each, w, mode='valid')[0] for w in self.weights] for each in x]
        return np.array(maps) + self.bias.reshape(-1, 1, 1)
`,
  'is the mean filter of a class of static methods, as bytes': `from scipy.ndimage import convolve
class Filters:
    @staticmethod
    def average_filter(image, kernel_size=3):
        if isinstance(kernel_size, int):
            kernel_size = (kernel_size, kernel_size)
        kernel = np.ones(kernel_size) / (kernel_size[0] * kernel_size[1])
        return convolve(image, kernel, mode='nearest').astype(np.uint8)
    @staticmethod
    def gaussian_filter(image, kernel_size=3, sigma=1):
        x, y = np.mgrid[-(kernel_size // 2):kernel_size // 2 + 1, -(kernel_size // 2):kernel_size // 2 + 1]
        kernel = np.exp(-(x ** 2 + y ** 2) / (2 * sigma ** 2))
        return convolve(image, kernel / np.sum(kernel), mode='nearest').astype(np.uint8)
`,
};

describe('published code in forms of its own', () => {
  it.each(Object.entries(AGREEING))('agrees where it %s', (_, source) => {
    const checks = checkCode(`import numpy as np\n${source}`);
    expect(checks.length).toBeGreaterThan(0);
    for (const { agrees, unseen, mistakes } of checks) expect([agrees, unseen, mistakes]).toEqual([true, [], []]);
  });
});
