/** Gradients that are read above the line that masks them; windows that span their dilation and give their first cells only. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const mistakesIn = (source: string): unknown[] =>
  checkCode(source).flatMap(({ mistakes }) => mistakes.map(({ id, line, verified }) => [id, line, verified]));

const BACKWARD = (lines: string): string => `import numpy as np
class ConvActivation:
    def __init__(self, kernels, bias):
        self.kernels, self.bias = kernels, bias

    def forward(self, images):
        n, h, w, c = images.shape
        k, _, _, f = self.kernels.shape
        self.images, self.pre = images, np.zeros((n, h - k + 1, w - k + 1, f))
        for r in range(h - k + 1):
            for q in range(w - k + 1):
                self.pre[:, r, q, :] = np.tensordot(images[:, r:r + k, q:q + k, :], self.kernels, 3) + self.bias
        return np.maximum(self.pre, 0)

    def backward(self, grad):
        k = self.kernels.shape[0]
        ${lines}
        d_kernels = np.zeros_like(self.kernels)
        d_images = np.zeros_like(self.images)
        for r in range(delta.shape[1]):
            for q in range(delta.shape[2]):
                d_kernels += np.tensordot(self.images[:, r:r + k, q:q + k, :], delta[:, r, q, :], (0, 0))
                d_images[:, r:r + k, q:q + k, :] += np.tensordot(delta[:, r, q, :], self.kernels, (1, 3))
        return d_images, d_kernels, d_bias

layer = ConvActivation(np.random.randn(3, 3, 2, 4), np.random.randn(4))
out = layer.forward(np.random.randn(2, 6, 5, 2))
print(layer.backward(np.random.randn(*out.shape))[2])
`;

it('the gradient of the bias above the mask of ReLU', () => {
  const [mask, sum] = ['delta = grad * (self.pre > 0)', 'd_bias = grad.sum(axis=(0, 1, 2))'];
  const right = BACKWARD(`${mask}\n        ${sum.replace('grad', 'delta')}`);
  expect(checkCode(right).every(({ agrees, unseen }) => agrees && unseen.length === 0)).toBe(true);
  const found = checkCode(BACKWARD(`${sum}\n        ${mask}`)).flatMap(({ mistakes }) => mistakes);
  expect(found).toMatchObject([{ id: 'read-early', line: 17, verified: true }]);
  expect(found[0]!.repaired).toContain(`${mask}\n        ${sum.replace('grad', 'delta')}`);
});

it('the first cells of a window that spans its dilation', () => {
  const source = `import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def atrous(image, kernel, rate=1):
    k, l = kernel.shape
    spans = ((k - 1) * rate + 1, (l - 1) * rate + 1)
    windows = sliding_window_view(image, spans)[:, :, :k, :l]
    return (windows * kernel).sum(axis=(2, 3))

print(atrous(np.random.randn(8, 7), np.random.randn(3, 2), rate=2))
`;
  expect(checkCode(source.replace(':k, :l]', '::rate, ::rate]'))).toMatchObject([{ agrees: true, unseen: [] }]);
  expect(mistakesIn(source)).toEqual([['dilation-ignored', 7, true]]);
});
