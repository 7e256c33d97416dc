/** Sizes of windows that published classes take: two sides, and the shape of one filter. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const POOLING = `import numpy as np
class Pooling:
    def __init__(self, h, w, stride=1):
        self.h, self.w, self.stride = h, w, stride
    def forward(self, x):
        n, c, rows, cols = x.shape
        out_h = (rows - self.h) // self.stride + 1
        out_w = (cols - self.w) // self.stride + 1
        out = np.zeros((n, c, out_h, out_w))
        for i in range(out_h):
            for j in range(out_w):
                r, s = i * self.stride, j * self.stride
                out[:, :, i, j] = x[:, :, r:r + self.h, s:s + self.w].max(axis=(2, 3))
        return out
`;

const CONVOLUTION = `import numpy as np
from framework import BaseLayer
class Conv(BaseLayer):
    def __init__(self, stride_shape, convolution_shape, num_kernels):
        self.stride_shape = stride_shape
        self.convolution_shape = convolution_shape
        self.weights = np.random.rand(num_kernels, *self.convolution_shape)
        self.bias = np.random.rand(num_kernels)
    def forward(self, input_tensor):
        b, c, y, x = input_tensor.shape
        k, _, m, n = self.weights.shape
        sy, sx = self.stride_shape
        out = np.zeros((b, k, (y - m) // sy + 1, (x - n) // sx + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = input_tensor[:, None, :, i * sy:i * sy + m, j * sx:j * sx + n]
                out[:, :, i, j] = (window * self.weights).sum(axis=(2, 3, 4)) + self.bias
        return out
`;

describe('sizes of windows by their use', () => {
  it.each([
    ['h and w of a pooling are its window', POOLING],
    ['a shape that is written behind the number of filters is that of one filter', CONVOLUTION],
  ])('%s', (_, source) => {
    expect(checkCode(source).map(({ error, agrees }) => [error, agrees])).toEqual([[undefined, true]]);
  });

  it('a mistake in them is named at its line', () => {
    const [pooling] = checkCode(POOLING.replace('i * self.stride, j', 'i, j'));
    expect(pooling?.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[12, true]]);
    const [convolution] = checkCode(CONVOLUTION.replace('i * sy:i * sy + m', 'i:i + m'));
    expect(convolution?.mistakes[0]).toMatchObject({ line: 16, verified: true });
  });
});
