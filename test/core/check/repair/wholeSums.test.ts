/** Sums that lack the index of the loop, a frame whose width is called size, the sign that a magnitude loses. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const BACKWARD = `import numpy as np

def conv_backward(g, image, kernels, stride):
    side = kernels.shape[2]
    to_image, to_kernels = np.zeros(image.shape), np.zeros(kernels.shape)
    to_bias = np.zeros((len(kernels), 1))
    for n, kernel in enumerate(kernels):
        for i in range(g.shape[1]):
            for j in range(g.shape[2]):
                rows = slice(i * stride, i * stride + side)
                cols = slice(j * stride, j * stride + side)
                to_kernels[n] += g[n, i, j] * image[:, rows, cols]
                to_image[:, rows, cols] += g[n, i, j] * kernel
        to_bias[n] = np.sum(g[n])
    return to_image, to_kernels, to_bias

conv_backward(np.random.randn(3, 4, 4), np.random.randn(2, 6, 6), np.random.randn(3, 2, 3, 3), 1)
`;

const FOURIER = `import numpy as np

def conv2d_fft(x, k):
    H, W = x.shape
    h, w = k.shape
    y = np.real(np.fft.ifft2(np.fft.fft2(x) * np.conj(np.fft.fft2(k, s=(H, W)))))
    return y[:H - h + 1, :W - w + 1]

print(conv2d_fft(np.random.randn(7, 6), np.random.randn(3, 2)))
`;

it.each([
  ['a sum over all filters', BACKWARD, 'np.sum(g[n])', 'np.sum(g)', 'missing-index', 14],
  ['a magnitude', FOURIER, 'np.real(', 'np.abs(', 'sign-lost', 6],
])('%s', (_, right, old, wrong, id, line) => {
  expect(checkCode(right)).toMatchObject([{ agrees: true, refused: false, unseen: [] }]);
  const [check] = checkCode(right.replace(old, wrong));
  expect(check!.mistakes).toMatchObject([{ id, line, verified: true }]);
});

it('a frame of zeros whose width is called size', () => {
  const source = `import numpy as np

def pad_image(A, size):
    m, h, w, c = A.shape
    B = np.zeros((m, h + 2 * size, w + 2 * size, c))
    B[:, size:size + h, size:size + w, :] = A
    return B

print(pad_image(np.random.randn(2, 3, 4, 2), 1).shape)
`;
  expect(checkCode(source)).toMatchObject([{ operation: 'zero_pad', agrees: true, unseen: [] }]);
  const [check] = checkCode(source.replace('w + 2 * size', 'w + size'));
  expect(check!.mistakes).toMatchObject([{ line: 5, verified: true }]);
});
