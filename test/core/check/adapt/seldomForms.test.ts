/** Functions with the forms of arguments and results that few texts have. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const summary = (source: string): unknown[] =>
  checkCode(`import numpy as np\n${source}`).map(({ name, agrees, refused, unseen }) => [
    name,
    agrees,
    refused ?? false,
    unseen.length,
  ]);

describe('checkCode: functions of seldom forms', () => {
  it('one step may return an array of one value', () => {
    expect(summary('def conv_step(part, W, b):\n    return np.sum(part * W) + b.astype(float)\n')).toEqual([
      ['conv_step', true, false, 0],
    ]);
  });

  it('a gradient of the mean that is given the shape of A', () => {
    expect(
      summary(`def avgpool_backward(dOut, A_shape, size, stride):
    dA = np.zeros(A_shape)
    for i in range(dOut.shape[2]):
        for j in range(dOut.shape[3]):
            part = dOut[:, :, i, j][:, :, None, None] / (size * size)
            dA[:, :, i * stride:i * stride + size, j * stride:j * stride + size] += part
    return dA
`),
    ).toEqual([['avgpool_backward', true, false, 0]]);
  });

  it('a convolution of square images that windows cover without a rest is right for those', () => {
    const [check] = checkCode(`import numpy as np
def convolution(x, kernels, stride):
    n, f, size = x.shape[0], kernels.shape[0], kernels.shape[2]
    cells = (x.shape[2] - size) / stride + 1
    if cells % 1 == 0:
        cells = int(cells)
    out = np.zeros((n, f, cells, cells))
    for i, j in np.ndindex(cells, cells):
        part = x[:, :, i * stride:i * stride + size, j * stride:j * stride + size]
        out[:, :, i, j] = np.einsum('bihw,oihw->bo', part, kernels)
    return out
`);
    expect([check?.agrees, check?.refused ?? false, check!.unseen.length > 0]).toEqual([true, false, true]);
  });

  it('an image as the first of any number of arguments', () => {
    expect(
      summary(`def convolve(*images, K, stride=1):
    for image in images:
        rows, cols = (image.shape[0] - K.shape[0]) // stride + 1, (image.shape[1] - K.shape[1]) // stride + 1
        out = np.zeros((rows, cols))
        for i in range(rows):
            for j in range(cols):
                top, left = i * stride, j * stride
                out[i, j] = np.sum(image[top:top + K.shape[0], left:left + K.shape[1]] * K)
    return out
`),
    ).toEqual([['convolve', true, false, 0]]);
  });

  it('windows side by side, with a comment that has the word “for”', () => {
    expect(
      summary(`class MaxPool:
    def __init__(self, pool_size=2, stride=None):
        self.pool_size = pool_size
        self.stride = stride or pool_size
    def forward(self, x):
        N, C, H, W = x.shape
        k = self.pool_size
        rows, cols = H // self.stride, W // self.stride
        tiles = x.reshape(N, C, rows, k, cols, k)
        # kept for the gradient
        self.top = tiles.max(axis=(3, 5))
        return self.top
`),
    ).toEqual([['MaxPool.forward', true, false, 0]]);
  });

  it('a pooling whose examples are the last axis, by the name of their number', () => {
    expect(
      summary(`class AvgPool:
    def forward(self, M, stride=1, size=2):
        num_samples = M.shape[3]
        rows, cols = (M.shape[0] - size) // stride + 1, (M.shape[1] - size) // stride + 1
        result = np.zeros((rows, cols, M.shape[2], num_samples))
        for k in range(num_samples):
            for c in range(M.shape[2]):
                for i in range(rows):
                    for j in range(cols):
                        top, left = i * stride, j * stride
                        result[i, j, c, k] = M[top:top + size, left:left + size, c, k].mean()
        self.output = result
`),
    ).toEqual([['AvgPool.forward', true, false, 0]]);
  });

  it('a padding of images by the cells of both sides together', () => {
    const [check] = checkCode(`import numpy as np
def pad2d(x, size):
    top, left = int(np.floor(size[0] / 2)), int(np.floor(size[1] / 2))
    bottom, right = int(np.ceil(size[0] / 2)), int(np.ceil(size[1] / 2))
    return np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)), 'constant', constant_values=0)
`);
    expect([check?.agrees, check?.convention]).toEqual([true, 'the padding counts the cells of both sides together']);
  });

  it('gradients that are given as arguments and made again are those that are returned', () => {
    const [check] = checkCode(`import numpy as np
def bprop_conv(imgs, out_grad, filters, imgs_grad, filters_grad):
    f = filters.shape[2]
    imgs_grad = np.zeros(imgs.shape)
    filters_grad = np.zeros(filters.shape)
    for y in range(out_grad.shape[2]):
        for x in range(out_grad.shape[3]):
            part = imgs[:, :, y:y + f, x:x + f]
            filters_grad[:, :] += np.einsum('no,nihw->oihw', out_grad[:, :, y, x], part)
            imgs_grad[:, :, y:y + f, x:x + f] += np.einsum('no,oihw->nihw', out_grad[:, :, y, x], filters)
    return imgs_grad, filters_grad
`);
    expect([check?.agrees, check?.unseen]).toEqual([true, []]);
  });

  it('of a mode that is kept and never read only the one of the code is checked', () => {
    expect(
      summary(`class Pool:
    def __init__(self, size=(3, 3), strides=(1, 1), mode='max'):
        self.mode = mode
        self.rows, self.cols = size
        self.down, self.right = strides
    def forward(self, x):
        n, c, h, w = x.shape
        out = np.zeros((n, c, (h - self.rows) // self.down + 1, (w - self.cols) // self.right + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                top, left = i * self.down, j * self.right
                out[:, :, i, j] = x[:, :, top:top + self.rows, left:left + self.cols].max(axis=(2, 3))
        return out
`),
    ).toEqual([['Pool.forward', true, false, 0]]);
  });

  it('sizes that are not one tuple are named as the error of the line', () => {
    const [check] = checkCode(`import numpy as np
def pooling(x, kernel=2, stride=2):
    out = np.zeros((x.shape[0] - kernel) // stride + 1, (x.shape[1] - kernel) // stride + 1, x.shape[2])
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = x[i * stride:i * stride + kernel, j * stride:j * stride + kernel].max(axis=(0, 1))
    return out
`);
    expect([check?.refused ?? false, check?.error?.line, check?.error?.message]).toEqual([
      false,
      3,
      expect.stringMatching(/^TypeError: Cannot interpret '\d' as a data type$/),
    ]);
  });

  it('a true convolution whose class has the derivative of ReLU in its gradient', () => {
    const [check] = checkCode(`import numpy as np
from scipy import signal
class ConvLayer:
    def __init__(self, kernel_size, stride, n_filters, weights, biases):
        self.size, self.stride, self.filters = kernel_size, stride, n_filters
        self.weights, self.biases = weights, biases
    def feedforward(self, x):
        cells = (x.shape[1] - self.size) // self.stride + 1
        self.z = np.zeros((self.filters, cells, cells))
        for f in range(self.filters):
            for c in range(x.shape[0]):
                self.z[f] += signal.convolve2d(x[c], self.weights[f, c], mode='valid')[::self.stride, ::self.stride]
            self.z[f] += self.biases[f]
        return self.z
    def backprop(self, x, delta):
        delta = delta * (self.z > 0).astype(float)
        return delta
`);
    expect([check?.agrees, check?.convention]).toEqual([true, expect.stringMatching(/^true convolution/)]);
  });
});
