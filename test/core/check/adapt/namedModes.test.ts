/** Convolutions whose padding has a name, of which the text knows some only. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const HELPERS = `import numpy as np
def correlate2d(a, k, mode="valid"):
    kh, kw = k.shape
    if mode == "full":
        a = np.pad(a, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    oh, ow = a.shape[0] - kh + 1, a.shape[1] - kw + 1
    res = np.zeros((oh, ow))
    for u in range(kh):
        for v in range(kw):
            res += a[u:u + oh, v:v + ow] * k[u, v]
    return res

def convolve2d(a, k, mode="valid"):
    return correlate2d(a, k[::-1, ::-1], mode)
`;

it("a text without 'same' is tried without padding", () => {
  expect(checkCode(HELPERS)).toMatchObject([
    { name: 'correlate2d', agrees: true, unseen: [], mistakes: [] },
    { name: 'convolve2d', agrees: true, unseen: [], mistakes: [] },
  ]);
});

it('filter_image is a convolution where it is given a filter', () => {
  const filter = `import numpy as np
def filter_image(img, kernel):
    ry, rx = kernel.shape[0] // 2, kernel.shape[1] // 2
    padded = np.pad(img, ((ry, ry), (rx, rx)))
    result = np.zeros(img.shape)
    for y, x in np.ndindex(*img.shape):
        result[y, x] = np.sum(padded[y:y + kernel.shape[0], x:x + kernel.shape[1]] * kernel)
    return result
`;
  expect(checkCode(filter)).toMatchObject([{ operation: 'conv_forward', agrees: true, unseen: [] }]);
  expect(checkCode('def filter_image(img, sigma):\n    return img * sigma\n')).toEqual([]);
});

it('a gradient that is overwritten for each filter is named in a class that uses them', () => {
  const source = `${HELPERS}
class Convolutional:
    def __init__(self, input_shape, kernel_size, depth):
        self.depth, self.input_depth, self.input_shape = depth, input_shape[0], input_shape
        self.kernels = np.random.randn(depth, input_shape[0], kernel_size, kernel_size)
        self.biases = np.random.randn(depth, input_shape[1] - kernel_size + 1, input_shape[2] - kernel_size + 1)
    def forward(self, input):
        self.input = input
        self.output = np.copy(self.biases)
        for i in range(self.depth):
            for j in range(self.input_depth):
                self.output[i] += correlate2d(self.input[j], self.kernels[i, j])
        return self.output
    def backward(self, output_gradient, learning_rate):
        kernels_gradient, input_gradient = np.zeros(self.kernels.shape), np.zeros(self.input_shape)
        for i in range(self.depth):
            for j in range(self.input_depth):
                kernels_gradient[i, j] = correlate2d(self.input[j], output_gradient[i])
                input_gradient[j] = convolve2d(output_gradient[i], self.kernels[i, j], "full")
        self.kernels -= learning_rate * kernels_gradient
        self.biases -= learning_rate * output_gradient
        return input_gradient
`;
  const found = checkCode(source).find(({ name }) => name === 'Convolutional.backward');
  expect(found).toMatchObject({ mistakes: [{ id: 'not-accumulated', line: 33, verified: true }] });
});
