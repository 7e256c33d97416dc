/** Classes of layers whose weights, channels, padding or places are kept in other ways, and mistakes in them. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const ELSEWHERE = `import numpy as np
from .initializers import he_normal, zeros_bias
class Conv2D:
    def __init__(self, in_chnls, out_chnls, size, stride=1):
        self.W = he_normal((out_chnls, in_chnls, size, size))
        self.b = zeros_bias(out_chnls)
        self.size, self.stride = size, stride

    def forward(self, x):
        n, c, h, w = x.shape
        k, s = self.size, self.stride
        oh, ow = (h - k) // s + 1, (w - k) // s + 1
        out = np.zeros((n, self.W.shape[0], oh, ow))
        for i in range(oh):
            for j in range(ow):
                part = x[:, :, i * s:i * s + k, j * s:j * s + k]
                out[:, :, i, j] = np.tensordot(part, self.W, axes=([1, 2, 3], [1, 2, 3])) + self.b
        return out
`;

const LATE = `import copy
import numpy as np
class Conv2D:
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0):
        self.in_channels, self.out_channels, self.kernel_size = in_channels, out_channels, kernel_size
        self.stride, self.padding = stride, padding

    def initialize(self, optimizer):
        size = (self.out_channels, self.in_channels, self.kernel_size, self.kernel_size)
        self.kernels = np.random.uniform(-1, 1, size=size)
        self.b = np.random.uniform(-1, 1, size=self.out_channels)
        self.opt = copy.copy(optimizer)

    def forward(self, input):
        n, _, h, w = input.shape
        k, s = self.kernel_size, self.stride
        oh, ow = (h + 2 * self.padding - k) // s + 1, (w + 2 * self.padding - k) // s + 1
        out = np.zeros((n, self.out_channels, oh, ow))
        input = np.pad(input, ((0, 0), (0, 0), (self.padding, self.padding), (self.padding, self.padding)))
        for m in range(n):
            for c in range(self.out_channels):
                for i in range(oh):
                    for j in range(ow):
                        window = input[m, :, i * s:i * s + k, j * s:j * s + k]
                        out[m, c, i, j] = np.sum(window * self.kernels[c]) + self.b[c]
        return out
`;

const TAPS = `import numpy as np
class Conv2D:
    def __init__(self, weight, bias, pad=1):
        self.weight = weight
        self.bias = bias
        self.pad = pad

    def forward(self, image, stride=1):
        p = self.pad
        image = np.pad(image, ((0, 0), (0, 0), (p, p), (p, p)))
        kh, kw = self.weight.shape[2:]
        oh, ow = (image.shape[2] - kh) // stride + 1, (image.shape[3] - kw) // stride + 1
        out = np.zeros((image.shape[0], self.weight.shape[0], oh, ow))
        for i in range(kh):
            for j in range(kw):
                part = image[:, :, i:i + oh * stride:stride, j:j + ow * stride:stride]
                out += np.einsum('nchw,fc->nfhw', part, self.weight[:, :, i, j])
        return out + self.bias.reshape(1, -1, 1, 1)

    def update(self, rate):
        self.bias = self.bias - rate * self.bias_grad
`;

const TILES = `import numpy as np
class MaxPool2D:
    def __init__(self, size=2):
        self.size = size

    def forward(self, x):
        n, c, h, w = x.shape
        s = self.size
        self.x, oh, ow = x, h // s, w // s
        tiles = x.reshape(n, c, oh, s, ow, s)
        self.places = tiles.swapaxes(3, 4).reshape(n, c, oh, ow, s * s).argmax(axis=4)
        return tiles.max(axis=(3, 5))

    def backward(self, d_out):
        n, c, oh, ow = d_out.shape
        s = self.size
        dx = np.zeros_like(self.x)
        tiles = dx.reshape(n, c, oh, s, ow, s)
        for m in range(n):
            for k in range(c):
                for i in range(oh):
                    for j in range(ow):
                        r, q = divmod(self.places[m, k, i, j], s)
                        tiles[m, k, i, r, j, q] = d_out[m, k, i, j]
        return dx
`;

const REGIONS = `import numpy as np
class MaxPool:
    def forward(self, image):
        self.image = image
        h, w, n = image.shape
        out = np.zeros((h // 2, w // 2, n))
        for i in range(h // 2):
            for j in range(w // 2):
                out[i, j] = np.amax(image[2 * i:2 * i + 2, 2 * j:2 * j + 2], axis=(0, 1))
        return out

    def backprop(self, error):
        result = np.zeros(self.image.shape)
        for i in range(self.image.shape[0] // 2):
            for j in range(self.image.shape[1] // 2):
                region = self.image[2 * i:2 * i + 2, 2 * j:2 * j + 2]
                top = np.amax(region, axis=(0, 1))
                for p in range(2):
                    for q in range(2):
                        for f in range(region.shape[2]):
                            if region[p, q, f] == top[f]:
                                result[2 * i + p, 2 * j + q, f] = error[i, j, f]
        return result
`;

const FILTERS = `import numpy as np
class Conv:
    def __init__(self, num_filters, filter_shape):
        self.filter_shape = filter_shape
        self.filters = np.random.randn(num_filters, filter_shape[0], filter_shape[1]) / 9

    def forward(self, image):
        rows, cols = image.shape[0] - self.filter_shape[0] + 1, image.shape[1] - self.filter_shape[1] + 1
        out = np.zeros((rows, cols, len(self.filters)))
        for i in range(rows):
            for j in range(cols):
                region = image[i:i + self.filter_shape[0], j:j + self.filter_shape[1]]
                out[i, j] = np.sum(region * self.filters, axis=(1, 2))
        return out
`;

const UNPADDED = `import numpy as np
class convolution(object):
    def __init__(self, image_shape, padding=0, kernel=(3, 3), stride=1):
        if padding != 0:
            raise NotImplementedError
        self.kernel_height, self.kernel_width = kernel
        self.stride = stride
        self.output_height = (image_shape[0] - kernel[0]) // stride + 1
        self.output_width = (image_shape[1] - kernel[1]) // stride + 1
        self.kernel_weight = np.random.normal(size=kernel)

    def forward_pass(self, input):
        output = np.zeros((input.shape[0], self.output_height, self.output_width))
        for i in range(self.output_height):
            for j in range(self.output_width):
                r, c = i * self.stride, j * self.stride
                part = input[:, r:r + self.kernel_height, c:c + self.kernel_width]
                output[:, i, j] = np.sum(part * self.kernel_weight, axis=(1, 2))
        return output
`;

const SHORT = `import numpy as np
class Conv2D:
    def __init__(self, ci, co, k=3, s=1):
        self.s = s
        self.W = np.random.randn(co, ci, k, k)
        self.b = np.zeros(co)

    def forward(self, x):
        self.x, s = x, self.s
        f, _, kh, kw = self.W.shape
        out = np.zeros((len(x), f, (x.shape[2] - kh) // s + 1, (x.shape[3] - kw) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                part = x[:, :, i * s:i * s + kh, j * s:j * s + kw]
                out[:, :, i, j] = np.tensordot(part, self.W, axes=([1, 2, 3], [1, 2, 3])) + self.b
        return out

    def backward(self, d):
        s = self.s
        kh, kw = self.W.shape[2:]
        self.dW, self.db, dx = np.zeros_like(self.W), d.sum(axis=(0, 2, 3)), np.zeros_like(self.x)
        for i in range(d.shape[2]):
            for j in range(d.shape[3]):
                part = self.x[:, :, i * s:i * s + kh, j * s:j * s + kw]
                self.dW += np.tensordot(d[:, :, i, j], part, axes=(0, 0))
                dx[:, :, i * s:i * s + kh, j * s:j * s + kw] += np.tensordot(d[:, :, i, j], self.W, axes=(1, 0))
        return dx
`;

it.each([
  ['has short names of channels and of its gradient', SHORT],
  ['has no padding yet, and a size with the name of its filter', UNPADDED],
  ['has the regions of an image', REGIONS],
  ['has one image and filters of a shape', FILTERS],
  ['has weights of a function of another file, and short names of its channels', ELSEWHERE],
  ['makes its weights when it is given its optimizer', LATE],
  ['adds its bias to the result of the loops', TAPS],
  ['keeps the places of maxima of tiles', TILES],
])('agrees: a layer that %s', (_, source) => {
  const checks = checkCode(source);
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.every(({ agrees, unseen }) => agrees && unseen.length === 0)).toBe(true);
});

it.each([
  ['forgets the bias of the result', TAPS, ' + self.bias.reshape(1, -1, 1, 1)', '', 'return out'],
  [
    'counts a padding that its input does not have',
    LATE,
    '        input = np.pad(input, ((0, 0), (0, 0), (self.padding, self.padding), (self.padding, self.padding)))\n',
    '',
    'for m in range(n)',
  ],
  ['reads tiles whose axes are not next to each other', TILES, '.swapaxes(3, 4).reshape', '.reshape', 'self.places ='],
  ['starts its windows at the counter', ELSEWHERE, 'i * s:i * s + k', 'i:i + k', 'part = '],
  [
    'goes through the last region only',
    REGIONS,
    / {16}for p in[^]*error\[i, j, f\]\n/.exec(REGIONS)![0],
    / {16}for p in[^]*error\[i, j, f\]\n/.exec(REGIONS)![0].replace(/^ {8}/gm, ''),
    'for p in',
  ],
  [
    'has the size of one filter written',
    FILTERS,
    'image.shape[0] - self.filter_shape[0] + 1, image.shape[1] - self.filter_shape[1] + 1',
    'image.shape[0] - 2, image.shape[1] - 2',
    'rows, cols =',
  ],
  ['multiplies no stride', UNPADDED, 'i * self.stride, j', 'i, j', 'r, c ='],
  ['has a gradient under a short name that is overwritten', SHORT, 'self.dW +=', 'self.dW =', 'self.dW ='],
])('names the line of a layer that %s', (_, source, from, to, at) => {
  const wrong = source.replace(from, () => to);
  expect(wrong).not.toBe(source);
  const line = wrong.slice(0, wrong.indexOf(at)).split('\n').length;
  const found = checkCode(wrong).flatMap(({ mistakes }) => mistakes);
  expect(found.filter(({ verified }) => verified).map((each) => each.line)).toContain(line);
});
