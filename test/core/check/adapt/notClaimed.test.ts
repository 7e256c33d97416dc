/** What is not claimed about published code: where only an order tells the arrays, other files are needed, or a function is not written. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

describe('published code', () => {
  it('is not accused where nothing but the order tells its arrays', () => {
    const [check] = checkCode(`import numpy as np
def conv(t, tk):
    out = np.zeros((t.shape[0], t.shape[1], tk.shape[2]))
    for i in range(t.shape[0]):
        for j in range(t.shape[1]):
            for k in range(tk.shape[2]):
                for m in range(tk.shape[0]):
                    for l in range(t.shape[2]):
                        if i + m < t.shape[0]:
                            out[i, j, k] += t[i + m, j, l] * tk[m, 0, k]
    return out
`);
    expect([check?.refused, check?.mistakes]).toEqual([true, []]);
  });

  it('is not accused where its input is an object of another file', () => {
    const checks = checkCode(`import numpy as np
from .module import Module

class MaxPool2d(Module):
    def __init__(self, kernel_size=2):
        super().__init__()
        self.k = kernel_size
    def forward(self, x):
        n, c, h, w = x.shape
        k = self.k
        out = np.zeros((n, c, h // k, w // k))
        for i in range(h // k):
            for j in range(w // k):
                out[:, :, i, j] = x.data[:, :, i * k:i * k + k, j * k:j * k + k].max(axis=(2, 3))
        return x._create_child(out, (x,))
`);
    expect(checks.map(({ refused, mistakes }) => [refused, mistakes])).toEqual([[true, []]]);
  });

  it('is not accused where it is made for one number of filters', () => {
    const checks = checkCode(`import numpy as np
class Conv3x3:
    def __init__(self, num_filters):
        self.num_filters = num_filters
        self.filters = np.random.randn(num_filters, 3, 3) / 9
    def forward(self, image):
        self.image = image
        h, w = image.shape
        out = np.zeros((h - 2, w - 2, self.num_filters))
        for i in range(h - 2):
            for j in range(w - 2):
                out[i, j] = np.sum(image[i:i + 3, j:j + 3] * self.filters, axis=(1, 2))
        return out
    def backprop(self, gradient, lr):
        grad = np.zeros((8, 3, 3))
        h, w = self.image.shape
        for i in range(h - 2):
            for j in range(w - 2):
                for f in range(8):
                    grad[f] += gradient[i, j, f] * self.image[i:i + 3, j:j + 3]
        self.filters -= lr * grad
`);
    expect(checks.map(({ refused }) => refused === true)).toEqual([false, true]);
  });

  it('names no divisor of a mean in a size', () => {
    let time = 0;
    const source = `import numpy as np
def convolve_same(images, kernel, padding='same', stride=(1, 1)):
    m, h, w = images.shape
    kh, kw = kernel.shape
    sh, sw = stride
    ph = int(((h - 1) * sh + kh - h) / 2 + 1) if padding == 'same' else 0
    pw = int(((w - 1) * sw + kw - w) / 2 + 1) if padding == 'same' else 0
    padded = np.pad(images, ((0, 0), (ph, ph), (pw, pw)))
    oh, ow = (h + 2 * ph - kh) // sh + 1, (w + 2 * pw - kw) // sw + 1
    out = np.zeros((m, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = (padded[:, i * sh:i * sh + kh, j * sw:j * sw + kw] * kernel).sum(axis=(1, 2))
    return out
`;
    const [check] = checkCode(source, { budget: 1000, now: () => (time += 10) });
    expect(check?.unseen.length).toBeGreaterThan(0);
    expect(check?.mistakes.map(({ id }) => id)).not.toContain('wrong-divisor');
  });

  it('states that a function with None in place of its code returns no result yet', () => {
    const [check] = checkCode(`import numpy as np
class MaxPool:
    def __init__(self, size):
        self.size = size
    def forward(self, x):
        n, c, h, w = x.shape
        s = self.size
        out = np.zeros((n, c, h // s, w // s))
        for i in range(h // s):
            for j in range(w // s):
                out[:, :, i, j] = None
        return out
`);
    expect(check?.shape ?? check?.error?.message).toMatch(/no result yet/);
  });

  it('is not accused where an argument is an object with arrays', () => {
    const checks = checkCode(`import numpy as np

class MaxPool:
    def __init__(self):
        self.shape = (2, 2)
    def forward(self, x):
        self.x, (a, b) = x, self.shape
        h, w, c, n = x.shape
        self.parts = x.transpose(3, 2, 0, 1).reshape(n, c, h // a, a, w // b, b)
        self.out = self.parts.max(axis=3).max(axis=4)
        return self.out.transpose(2, 3, 1, 0)
    def backward(self, following):
        mask = self.parts == self.out[:, :, :, None, :, None]
        grad = mask * following.delta.transpose(3, 2, 0, 1)[:, :, :, None, :, None]
        return grad.reshape(self.x.transpose(3, 2, 0, 1).shape).transpose(2, 3, 1, 0)
`);
    expect(checks.map(({ agrees, refused }) => [agrees, refused === true])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('is not accused where it calls a member of another file, which is the reason', () => {
    const [check] = checkCode(`import numpy as np
import project.tools as tools

def conv_forward(l_in, W, b, stride=1, padding=1):
    return np.array([
        tools.conv_2d(l_in, kernel, stride, padding) + bb
        for kernel, bb in zip(W, b)
    ])
`);
    expect([check?.refused, check?.error?.message]).toEqual([
      true,
      'tools.conv_2d comes from project.tools, which is not in this text',
    ]);
  });

  it('is run with the decorators that the text defines', () => {
    const checks = checkCode(`import numpy as np

def counted(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper

@counted
def max_pool(x, size, stride):
    n, h, w, c = x.shape
    oh, ow = (h - size) // stride + 1, (w - size) // stride + 1
    out = np.zeros((n, oh, ow, c))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = x[:, i * stride:i * stride + size, j * stride:j * stride + size].max(axis=(1, 2))
    return out
`);
    expect(checks.map(({ agrees, unseen }) => [agrees, unseen.length])).toEqual([[true, 0]]);
  });

  it('is not accused where an argument is an array of positions that no call shows', () => {
    const checks = checkCode(`import numpy as np

def max_pool_grad(dout, where, shape):
    n, c, h, w = shape
    dx = np.zeros((n * c, h * w))
    rows = np.arange(n * c)[:, None]
    np.add.at(dx, (rows, where.reshape(n * c, -1)), dout.reshape(n * c, -1))
    return dx.reshape(shape)
`);
    expect(checks.filter(({ refused }) => !refused)).toEqual([]);
  });
});
