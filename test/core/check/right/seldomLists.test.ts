/** Lists of planes as results, filters with their own axes, rounded images, ties next to another difference. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const PLANES = `import numpy as np
def convolve(img, kernel):
    kernel = np.flipud(np.fliplr(kernel))
    rows, cols = kernel.shape
    out = np.zeros((img.shape[0] - rows + 1, img.shape[1] - cols + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(img[i:i + rows, j:j + cols] * kernel)
    return out
class ConvLayer:
    def __init__(self, kernels):
        self.kernels = kernels
    def forward(self, image):
        return [convolve(image, kernel) for kernel in self.kernels]
`;

const GROUPS = `import numpy as np
from scipy import signal
def conv_pile(img, filters):
    n, k, k = filters.shape
    out = np.zeros((n, img.shape[0] - k + 1, img.shape[1] - k + 1))
    for i in range(n):
        out[i] = signal.convolve2d(img, filters[i], 'valid')
    return out
def conv_group(img_pile, filter_group):
    (pile_num, filter_num, size, size) = filter_group.shape
    (img_num, rows, cols) = img_pile.shape
    out = np.zeros((filter_num, rows - size + 1, cols - size + 1))
    for i in range(img_num):
        out += conv_pile(img_pile[i], filter_group[i])
    return out
`;

const ROUNDED = `import numpy as np
def conv2D(in_image, kernel):
    kernel = np.flip(np.flip(kernel, axis=0), axis=1)
    rows, cols = len(kernel), len(kernel[0])
    padded = np.pad(in_image, ((rows // 2, rows // 2), (cols // 2, cols // 2)), mode='edge')
    return np.array([[np.rint(np.sum(padded[i:i + rows, j:j + cols] * kernel)) for j in range(len(in_image[0]))]
                     for i in range(len(in_image))])
def convDerivative(in_image):
    kernel = np.array([[1, 0, -1]])
    x, y = conv2D(in_image, kernel), conv2D(in_image, kernel.T)
    return np.arctan2(y, x), np.sqrt(x ** 2 + y ** 2)
`;

const SHAPED = `import numpy as np
class Conv:
    def __init__(self, input_shape, filter_shape):
        self.C, self.H, self.Width = input_shape
        self.filters, self.k_height, self.k_width = filter_shape
        self.W = np.random.uniform(-1, 1, (self.filters, self.C, self.k_height, self.k_width))
        self.b = np.zeros((self.filters, 1))
    def forward(self, x):
        n, c, h, w = x.shape
        out = np.zeros((n, self.filters, h - self.k_height + 1, w - self.k_width + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = x[:, :, i:i + self.k_height, j:j + self.k_width]
                out[:, :, i, j] = np.tensordot(window, self.W, ([1, 2, 3], [1, 2, 3])) + self.b.T
        return out
`;

const SIZES = `import numpy as np
def maxpool_forward(x, batch_size, input_c, output_h, output_w, pool_h, pool_w, pool_stride):
    z = np.zeros((batch_size, input_c, output_h, output_w))
    for b in range(batch_size):
        for c in range(input_c):
            for i in range(output_h):
                for j in range(output_w):
                    r, s = i * pool_stride, j * pool_stride
                    z[b, c, i, j] = np.max(x[b, c, r:r + pool_h, s:s + pool_w])
    return z
`;

const SHORT = `import numpy as np
def conv_padded(a, f):
    size = f.shape[0]
    a = np.pad(a, size // 2)
    shape = f.shape + tuple(np.subtract(a.shape, f.shape) + 1)
    windows = np.lib.stride_tricks.as_strided(a, shape=shape, strides=a.strides * 2)
    return np.einsum('ij,ijkl->kl', f, windows)
`;

it.each([
  ['planes of a list of filters', PLANES],
  ['filters with the channels of the input first, of a true convolution', GROUPS],
  ['sums that are rounded to whole numbers, and gradients of an image', ROUNDED],
  ['the shape of the filters without their channels, unpacked', SHAPED],
  ['the channels of the input and all sizes', SIZES],
  ['a filter f after the image', SHORT],
])('%s', (_, source) => {
  const checks = checkCode(source);
  expect(checks.length).toBeGreaterThan(0);
  for (const check of checks) expect(check).toMatchObject({ agrees: true, refused: false, unseen: [], mistakes: [] });
});

it('equal maxima share the gradient, in a class that does not use its padding', () => {
  const source = `import numpy as np
class Pool:
    def __init__(self, pool_size=(2, 2), strides=(2, 2), padding='valid'):
        self.size, self.strides, self.padding = pool_size, strides, padding
    def forward(self, x):
        self.x = x
        (h, w), (s, t) = self.size, self.strides
        out = np.zeros((x.shape[0], (x.shape[1] - h) // s + 1, (x.shape[2] - w) // t + 1, x.shape[3]))
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[:, i, j] = x[:, i * s:i * s + h, j * t:j * t + w].max(axis=(1, 2))
        return out
    def backward(self, grad):
        dx = np.zeros_like(self.x)
        (h, w), (s, t) = self.size, self.strides
        for i in range(grad.shape[1]):
            for j in range(grad.shape[2]):
                cut = self.x[:, i * s:i * s + h, j * t:j * t + w]
                hits = cut == cut.max(axis=(1, 2), keepdims=True)
                share = hits / np.sum(hits, axis=(1, 2), keepdims=True)
                dx[:, i * s:i * s + h, j * t:j * t + w] += grad[:, i:i + 1, j:j + 1] * share
        return dx
`;
  const backward = checkCode(source, { budget: 0 }).find(({ name }) => name === 'Pool.backward');
  expect(backward).toMatchObject({ agrees: true, convention: 'equal maxima share the gradient evenly' });
});

it('a name or an attribute that the text sets nowhere is the function’s own mistake', () => {
  const source = `import numpy as np
class MaxPool2D:
    def __init__(self, kernel_shape=(2, 2), stride=2):
        self.k_h, self.k_w = kernel_shape
        self.stride = stride
    def forward(self, X):
        rows = (X.shape[1] - self.kernel_shape[0]) // self.stride + 1
        return np.zeros((X.shape[0], rows, rows, X.shape[3]))
`;
  const [attribute] = checkCode(source, { budget: 0 });
  expect(attribute).toMatchObject({ refused: false, error: { line: 7 } });
  const [name] = checkCode(
    `${source.replace('self.kernel_shape[0]', 'kernel')}    def size(self):\n        kernel = self.k_h\n        return kernel\n`,
    { budget: 0 },
  );
  expect(name).toMatchObject({ refused: false, error: { line: 7 } });
  const [elsewhere] = checkCode(source.replace('class MaxPool2D', 'class MaxPool2D(Layer)'), { budget: 0 });
  expect(elsewhere).toMatchObject({ refused: true });
});

it('a call at the end of a file is not that of another function', () => {
  const source = `import numpy as np
def conv2d(image, level):
    return level.convert(image)
if __name__ == '__main__':
    conv2d(open('image').read(), None)
`;
  expect(checkCode(source)).toMatchObject([{ name: 'conv2d', refused: true }]);
});

it('a padding by a function of the text that is called once is not overwritten in every step', () => {
  const source = `import numpy as np
def border(array, width, axis, kwargs):
    array[:width[0]] = 0
    array[-width[1]:] = 0
    return array
def zero_pad(array, pad):
    return np.pad(array, pad, border)
`;
  const ids = checkCode(source).flatMap(({ mistakes }) => mistakes.map(({ id }) => id));
  expect(ids).not.toContain('not-accumulated');
});

it.each([
  ['of two lists of one length', '[1, 2, 3], [4, 5, 6]'],
  ['of a longer and a shorter one', '[1, 2, 3, 4], [4, 5]'],
])('a full convolution %s, a and b', (_, lists) => {
  const source = `def convolve(a, b):
    c = [0] * (len(a) + len(b) - 1)
    for i in range(len(a)):
        for j in range(len(b)):
            c[i + j] += a[i] * b[j]
    return c
print(convolve(${lists}))
`;
  expect(checkCode(source, { budget: 0 })).toMatchObject([{ agrees: true, unseen: [] }]);
});

it('a size that is rounded up by its own statement means windows that are cut off', () => {
  const source = `import numpy as np
def max_pool(x, size, stride):
    rows, cols = (x.shape[0] - size) / stride + 1, (x.shape[1] - size) / stride + 1
    if rows % 1 != 0: rows += 1
    if cols % 1 != 0:
        cols = int(cols) + 1
    out = np.zeros((int(rows), int(cols)))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.max(x[i * stride:i * stride + size, j * stride:j * stride + size])
    return out
print(max_pool(np.random.randn(5, 7), 2, 2))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
});

it('the radius of a blur gives the size of its window', () => {
  const source = `import numpy as np
def rows(img, taps):
    ext = np.pad(img, ((0, 0), (len(taps) // 2,) * 2), mode='reflect')
    return np.stack([ext[:, j:j + len(taps)] @ taps for j in range(img.shape[1])], axis=1)
def blur(img, sigma=1.0, radius=2):
    taps = np.exp(-np.arange(-radius, radius + 1) ** 2 / (2 * sigma ** 2))
    return rows(rows(img, taps / taps.sum()).T, taps / taps.sum()).T
print(blur(np.arange(48.).reshape(6, 8) ** 2))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
});
