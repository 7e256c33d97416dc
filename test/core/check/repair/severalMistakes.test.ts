/** Two mistakes of one function or of two: what one of several results needs, errors behind errors, helpers first. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const lines = (source: string): unknown =>
  checkCode(source).flatMap(({ mistakes }) => mistakes.map(({ line, verified }) => [line, verified]));

it('two results of one gradient, of which each has its own mistake', () => {
  const source = `import numpy as np

def conv_forward(x, w, b, stride):
    F, C, kh, kw = w.shape
    oh, ow = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    y = np.zeros((x.shape[0], F, oh, ow))
    for f in range(F):
        for i in range(oh):
            for j in range(ow):
                patch = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
                y[:, f, i, j] = np.sum(patch * w[f], axis=(1, 2, 3)) + b[f]
    return y, (x, w, b, stride)

def conv_backward(dy, cache):
    x, w, b, stride = cache
    F, C, kh, kw = w.shape
    dx, dw, db = np.zeros_like(x), np.zeros_like(w), np.zeros_like(b)
    for f in range(F):
        db[f] = np.mean(dy[:, f])
        for i in range(dy.shape[2]):
            for j in range(dy.shape[3]):
                top, left = i * stride, j * stride
                g = dy[:, f, i, j].reshape(-1, 1, 1, 1)
                dw[f] += (g * x[:, :, top:top + kh, left:left + kw]).sum(axis=0)
                dx[:, :, top:top + kh, left:left + kw] += g * w[F - f - 1]
    return dx, dw, db

y, cache = conv_forward(np.random.randn(2, 3, 6, 5), np.random.randn(4, 3, 3, 2), np.random.randn(4), 2)
print([d.shape for d in conv_backward(np.random.randn(*y.shape), cache)])
`;
  expect(lines(source)).toEqual([
    [19, true],
    [25, true],
  ]);
});

it('a repair of a helper is not the start of a function that it does not repair', () => {
  const pool = (name: string, reduced: string, column: string): string => `def ${name}(x, k, s, p):
    xp = padded(x, p)
    oh, ow = (xp.shape[1] - k) // s + 1, (xp.shape[2] - k) // s + 1
    y = np.empty((len(x), oh, ow, x.shape[3]))
    for i in range(oh):
        for j in range(ow):
            y[:, i, j] = xp[:, s * i:s * i + k, s * ${column}:s * ${column} + k].${reduced}(axis=(1, 2))
    return y
`;
  const source = `import numpy as np

def padded(x, p):
    return np.pad(x, ((0, 0), (p, p), (p, p), (0, 0)), constant_values=0)

${pool('max_pool', 'max', 'j')}
${pool('mean_pool', 'mean', 'i')}
x = np.random.randn(2, 6, 6, 3) - 1.0
print(max_pool(x, 3, 2, 1).shape, mean_pool(x, 3, 2, 1).shape)
`;
  expect(lines(source)).toContainEqual([21, true]);
});

it('a gradient that is made with the size of the filter is the one of the filter, whatever the forward function does', () => {
  const source = `import numpy as np

def convolve(image, noyau, pas=1):
    kh, kw, _ = noyau.shape
    sh, sw = (image.shape[0] - kh) // pas + 1, (image.shape[1] - kw) // pas + 1
    out = np.zeros((sh, sw))
    for i in range(sh - 1):
        for j in range(sw):
            out[i, j] = np.sum(image[i * pas:i * pas + kh, j * pas:j * pas + kw] * noyau)
    return out

def gradient_noyau(d_out, image, noyau, pas=1):
    kh, kw, _ = noyau.shape
    grad = np.zeros_like(noyau)
    for i in range(d_out.shape[0]):
        for j in range(d_out.shape[1]):
            grad += image[i * pas:i * pas + kh, j * pas:j * pas + kw] + d_out[i, j]
    return grad

image, noyau = np.random.randn(6, 7, 3), np.random.randn(3, 3, 3)
out = convolve(image, noyau)
print(gradient_noyau(np.ones_like(out), image, noyau).shape)
`;
  expect(lines(source)).toEqual([
    [7, true],
    [17, true],
  ]);
});

it('a helper is repaired before the function that calls it', () => {
  const source = `import numpy as np

def conv_step(window, kernel, bias):
    return float(np.sum(window * kernel + bias))

def conv_layer(images, filters, biases, stride=1):
    n, h, w, c = images.shape
    k, _, _, nf = filters.shape
    result = np.zeros((n, (h - k) // stride + 1, (w - k) // stride + 1, nf))
    for img in range(n):
        for row in range(result.shape[1]):
            for col in range(result.shape[2]):
                top, left = row * stride, col * stride
                patch = images[img, top:top + k, left:left + k, :]
                for f in range(nf):
                    result[img, row, col, f] = conv_step(patch, filters[:, :, :, f], biases[img])
    return result

print(conv_layer(np.random.randn(2, 6, 5, 3), np.random.randn(3, 3, 3, 4), np.random.randn(4), 2).shape)
`;
  expect(lines(source)).toContainEqual([16, true]);
});

it('one value of the gradient for each place of a maximum', () => {
  const source = (value: string): string => `import numpy as np

class MaxPool:
    def __init__(self, size, stride):
        self.size, self.stride = size, stride

    def forward(self, x):
        v = np.lib.stride_tricks.sliding_window_view(x, (self.size, self.size), (2, 3))
        v = v[:, :, ::self.stride, ::self.stride]
        self.x, self.places = x, v.reshape(*v.shape[:4], -1).argmax(-1)
        return v.max((-2, -1))

    def backward(self, dout):
        k, s = self.size, self.stride
        cells = np.zeros((dout.size, k * k))
        cells[np.arange(dout.size), self.places.flatten()] = ${value}
        cells = cells.reshape(*dout.shape, k, k)
        dx = np.zeros_like(self.x)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                dx[:, :, i * s:i * s + k, j * s:j * s + k] += cells[:, :, i, j]
        return dx

pool = MaxPool(2, 2)
y = pool.forward(np.random.randn(2, 3, 6, 7))
print(pool.backward(np.random.randn(*y.shape)).shape)
`;
  expect(lines(source('dout.flatten()'))).toEqual([]);
  expect(lines(source('1'))).toEqual([[16, true]]);
});

it('an error, and the mistake behind it on the same line, which one geometry does not show', () => {
  const source = `import numpy as np

class MaxPool:
    def __init__(self, size=2, stride=2):
        self.size, self.stride = size, stride

    def regions(self, image):
        h, w, _ = image.shape
        for i in range((h - self.size) // self.stride + 1):
            for j in range((w - self.size) // self.stride + 1):
                top, left = i * self.stride, j * self.stride
                yield image[top:top + self.size, left:left + self.size], i, j

    def forward(self, input):
        self.last_input = input
        h, w, c = input.shape
        output = np.zeros(((h - self.size) // self.stride + 1, (w - self.size) // self.stride + 1, c))
        for region, i, j in self.regions(input):
            output[i, j] = np.amax(region, axis=(0, 1))
        return output

    def backprop(self, d_out):
        d_input = np.zeros(self.last_input.shape)
        for region, i, j in self.regions(self.last_input):
            h, w, f = region.shape
            amax = np.amax(region, axis=(0, 1))
            for i2 in range(h):
                for j2 in range(w):
                    for f2 in range(f):
                        if region[i2, j2, f2] == amax[f2]:
                            d_input[i * self.stride + i2, j * self.size + j2, f2] += d_out[i, j, f]
        return d_input

pool = MaxPool(3, 2)
out = pool.forward(np.random.randn(7, 9, 2))
print(pool.backprop(np.ones_like(out)).shape)
`;
  const [check] = checkCode(source).filter(({ mistakes }) => mistakes.length > 0);
  expect(check!.mistakes.map(({ id, line, verified }) => [id, line, verified])).toEqual([
    ['wrong-variable', 31, true],
    ['wrong-position', 31, true],
  ]);
});

it('a gradient of the padded input under another name is cut out where it is named', () => {
  const source = `import numpy as np

def conv_backward(dout, x, w, stride, pad):
    F, C, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dx_pad, dw = np.zeros_like(xp), np.zeros_like(w)
    for n, f, i, j in np.ndindex(*dout.shape):
        rows, cols = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
        dw[f] += dout[n, f, i, j] * xp[n, :, rows, cols]
        dx_pad[n, :, rows, cols] += dout[n, f, i, j] * w[f]
    dx = dx_pad
    return dx, dw, dout.sum(axis=(0, 2, 3))

dx, dw, db = conv_backward(np.random.randn(2, 3, 3, 3), np.random.randn(2, 2, 5, 5), np.random.randn(3, 2, 3, 3), 2, 1)
print(dx.shape)
`;
  expect(lines(source)).toEqual([[11, true]]);
});
