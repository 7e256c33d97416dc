/** What the names of parameters and attributes leave open, their use tells. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

it.each([
  [
    'a filter f whose shape is read',
    `def conv2d(a, f):
    shape = f.shape + tuple(np.subtract(a.shape, f.shape) + 1)
    parts = np.lib.stride_tricks.as_strided(a, shape=shape, strides=a.strides * 2)
    return np.einsum('ij,ijkl->kl', f, parts)
`,
  ],
  [
    'an image f and a filter g',
    `def true_convolution2d(f, g):
    g = g[::-1, ::-1]
    out = np.zeros((f.shape[0] - g.shape[0] + 1, f.shape[1] - g.shape[1] + 1))
    for y, x in np.ndindex(*out.shape):
        out[y, x] = np.sum(f[y:y + g.shape[0], x:x + g.shape[1]] * g)
    return out
print(true_convolution2d(np.arange(12.).reshape(3, 4), np.array([[0., 1.], [2., 3.]])))
`,
  ],
  [
    'filters F of a class with the counts f and c',
    `class ConvNN:
    def __init__(self, f, k, c):
        self.F = np.random.randn(f, c, k, k) * 0.1
        self.b = np.zeros(f)
    def conv_layer(self, img):
        windows = np.lib.stride_tricks.sliding_window_view(img, self.F.shape[2:], axis=(1, 2))
        return np.einsum('chwij,ocij->ohw', windows, self.F) + self.b[:, None, None]
ConvNN(2, 3, 1).conv_layer(np.random.rand(1, 8, 8))
`,
  ],
  [
    'windows that must have as many rows as columns',
    `def convolution2d(image, kernel, bias):
    m, n = kernel.shape
    if (m == n):
        rows, cols = image.shape[0] - m + 1, image.shape[1] - m + 1
        result = np.zeros((rows, cols))
        for i in range(rows):
            for j in range(cols):
                result[i][j] = np.sum(image[i:i + m, j:j + m] * kernel) + bias
    return result
`,
  ],
])('%s', (_, source) => {
  expect(checkCode(`import numpy as np\n${source}`)).toMatchObject([
    { operation: 'conv_forward', agrees: true, unseen: [], mistakes: [] },
  ]);
});
