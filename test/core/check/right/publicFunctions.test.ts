/** Forms of published functions that were taken for mistakes: full convolutions, orders of columns, flags, results as parameters. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const numpy = 'import numpy as np\n';

const FULL = (filter: string): string => `${numpy}def convolve(image, kernel):
    rows, cols, channels = image.shape
    kh, kw, _, count = kernel.shape
    # the correlation of the padded image
    padded = np.pad(image, ((kh - 1, kh - 1), (kw - 1, kw - 1), (0, 0)))
    turned = np.flip(kernel, axis=(0, 1))
    result = np.zeros((rows + kh - 1, cols + kw - 1, count))
    for f in range(count):
        for i in range(result.shape[0]):
            for j in range(result.shape[1]):
                result[i, j, f] = np.sum(padded[i:i + kh, j:j + kw] * ${filter}[:, :, :, f])
    return result
`;

const COLUMNS = `${numpy}def im2col(images, size, stride, pad):
    N, H, W, C = images.shape
    KH, KW = size
    images = np.pad(images, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    OH, OW = (H + 2 * pad - KH) // stride + 1, (W + 2 * pad - KW) // stride + 1
    a, b, c, d = images.strides
    patches = np.lib.stride_tricks.as_strided(images, (N, OH, OW, KH, KW, C), (a, b * stride, c * stride, b, c, d))
    return patches.transpose(3, 4, 5, 1, 2, 0).reshape(KH * KW * C, OH * OW * N)

def statistics(images):
    columns = im2col(images, (1, 1), 1, 0)
    return columns.mean() + images.mean()
`;

const RELU = `${numpy}class Base:
    def __init__(self):
        self.kept = {'x': None}
    @staticmethod
    def forward(f):
        def run(self, x, training=False):
            if training:
                self.kept['x'] = x
            return f(self, x, training=training)
        return run

class ReLU(Base):
    @Base.forward
    def forward(self, x, training=False):
        return np.maximum(0, x)
    def backward(self, gradient):
        return gradient * np.heaviside(self.kept['x'], 0)
`;

const POOL = `${numpy}def max_pooling(image, output):
    rows, cols, depth = image.shape
    output = np.zeros((rows // 2, cols // 2, depth))
    for h in range(rows // 2):
        for w in range(cols // 2):
            for d in range(depth):
                output[h, w, d] = np.max(image[h * 2:h * 2 + 2, w * 2:w * 2 + 2, d])
    return output
`;

const CONTEXT = `${numpy}class Conv1dFun(Function):
    @staticmethod
    def forward(ctx, input, weight):
        ctx.save_for_backward(input, weight)
        return conv1d(input, weight)

    @staticmethod
    def backward(ctx, grad_output):
        input, weight = ctx.saved_values
        return grad_output.permute(1, 0, 2), weight
`;

const PERMUTED = `${numpy}import torch
from torch import nn

class Pool(nn.Module):
    def __init__(self, options):
        super().__init__()
        self.layer = nn.MaxPool2d(options["size"], padding=options["pad"], stride=options["stride"])
    def forward(self, X):
        return self.layer(torch.FloatTensor(np.moveaxis(X, 3, 1)))
`;

const LOGGED = (call: string): string => `${numpy}class Conv2D:
    def __init__(self, channels=3, kernel_size=3, no_of_filters=5, stride=1, padding=0, f=None):
        self.size, self.s, self.p, self.f = kernel_size, stride, padding, f
        self.W = np.random.randn(no_of_filters, channels, kernel_size, kernel_size)
        self.b = np.random.randn(no_of_filters)
    def forward(self, a):
        N, C, H, W = a.shape
        k, s, p = self.size, self.s, self.p
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        out = np.zeros((N, len(self.W), (H + 2 * p - k) // s + 1, (W + 2 * p - k) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = np.einsum('nchw,ochw->no', a[:, :, i * s:i * s + k, j * s:j * s + k], self.W) + self.b
        self.log(self.f)
        return out
    def log(self, f):
        f.write(str(self.W))
${call}`;

describe('published functions', () => {
  it.each(['turned', 'kernel'])('a full convolution with %s is a convention', (filter) => {
    const [check] = checkCode(FULL(filter));
    expect(check).toMatchObject({ agrees: true, unseen: [], mistakes: [] });
    expect(check!.convention).toMatch(/^full/);
  });

  it('a full convolution with one row of padding too few is a mistake', () => {
    const [check] = checkCode(FULL('kernel').replace('((kh - 1, kh - 1)', '((kh - 1, kh - 2)'), { budget: 0 });
    expect(check?.agrees).not.toBe(true);
  });

  it('im2col with another order of windows is not a mistake where its input is read after the call', () => {
    expect(checkCode(COLUMNS).filter(({ name }) => name === 'im2col')).toEqual([]);
  });

  it('ReLU, forward and backward: the forward pass of a gradient is one of training', () => {
    expect(checkCode(RELU).filter(({ name }) => name.startsWith('ReLU'))).toMatchObject([
      { agrees: true, unseen: [] },
      { agrees: true, unseen: [] },
    ]);
  });

  it('max_pooling(image, output): the second parameter is not a stride', () => {
    expect(checkCode(POOL)).toMatchObject([{ name: 'max_pooling', agrees: true, unseen: [] }]);
  });

  it('a function with a context of another file is refused', () => {
    expect(checkCode(CONTEXT).every(({ refused }) => refused)).toBe(true);
  });

  it('MaxPool2d with axes moved in single precision is not claimed to be wrong', () => {
    expect(checkCode(PERMUTED)).toMatchObject([{ refused: true, mistakes: [] }]);
  });

  it('a class that writes to a file which it is not given', () => {
    expect(checkCode(LOGGED(''))).toMatchObject([{ refused: true, mistakes: [] }]);
    const call = '\nconv = Conv2D(3, 3, 5, 1, 1)\nz = conv.forward(np.ones((2, 3, 5, 5)))\n';
    const [check] = checkCode(LOGGED(call), { budget: 800 });
    expect(check?.mistakes.map(({ id }) => id)).not.toContain('wrong-variable');
    expect(check?.mistakes.map(({ id }) => id)).not.toContain('statement-order');
  });
});
