/** Functions that are written for one geometry and not called; a bias with a number for each cell of the output. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const BACKWARD = `import numpy as np

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    A_pad = np.pad(A_prev, ((0, 0), (1, 1), (1, 1), (0, 0)))
    dA_pad, dW = np.zeros_like(A_pad), np.zeros_like(W)
    for i, h, w, c in np.ndindex(*dZ.shape):
        dA_pad[i, STEP h:STEP h + 3, STEP w:STEP w + 3] += W[..., c] * dZ[i, h, w, c]
        dW[..., c] += A_pad[i, STEP h:STEP h + 3, STEP w:STEP w + 3] * dZ[i, h, w, c]
    return dA_pad[:, 1:-1, 1:-1], dW, dZ.sum(axis=(0, 1, 2), keepdims=True)
`;

describe('a function for one geometry that the text does not call', () => {
  it.each(['', '2 * '])('3×3 filters, pad 1, windows at %s h', (step) => {
    const [check] = checkCode(BACKWARD.replaceAll('STEP ', step), { budget: 300 });
    expect(check).toMatchObject({ agrees: true, mistakes: [] });
    // Its padding is that of these filters.
    expect(check!.unseen.length).toBeGreaterThan(0);
    expect(check!.unseen.every((each) => !/pad 1,/.test(each.case))).toBe(true);
  });

  it('3×3 filters in steps of 2, without padding', () => {
    const checks = checkCode(`import numpy as np

def conv_forward(x, w, b):
    n, c, h, wd = x.shape
    y = np.zeros((n, w.shape[0], (h - 3) // 2 + 1, (wd - 3) // 2 + 1))
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            y[:, :, i, j] = np.einsum('nchw,fchw->nf', x[:, :, 2 * i:2 * i + 3, 2 * j:2 * j + 3], w) + b
    return y
`);
    expect(checks).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  });
});

const CELLS = `import numpy as np

def conv2d(image, filters, biases):
    f, c, kh, kw = filters.shape
    y = biases.copy()
    for k in range(f):
        for i in range(y.shape[1]):
            for j in range(y.shape[2]):
                y[k, i, j] += np.sum(image[:, i:i + kh, j:j + kw] * filters[k])
    return y

y = conv2d(np.random.randn(2, 6, 7), np.random.randn(3, 2, 3, 2), np.random.randn(3, 4, 6))
`;

const CLASS = `import numpy as np

class ConvLayer:
    def __init__(self, input_shape, kernel_size, depth):
        channels, height, width = input_shape
        self.kernels = np.random.randn(depth, channels, kernel_size, kernel_size)
        self.biases = np.random.randn(depth, height - kernel_size + 1, width - kernel_size + 1)

    def forward(self, x):
        y = np.copy(self.biases)
        k = self.kernels.shape[2]
        for i in range(y.shape[1]):
            for j in range(y.shape[2]):
                y[:, i, j] += np.tensordot(self.kernels, x[:, i:i + k, j:j + k], axes=3)
        return y

y = ConvLayer((2, 6, 5), 3, 4).forward(np.random.randn(2, 6, 5))
`;

describe('a bias with a number for each cell of the output', () => {
  it.each([CELLS, CLASS])('agrees', (text) => {
    expect(checkCode(text)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  });

  it.each([
    [CELLS, '] += np.sum', '] = np.sum', 9],
    [CLASS, 'j:j + k]', 'i:i + k]', 14],
  ])('the line of a mistake is named', (text, right, wrong, line) => {
    const [check] = checkCode(text.replace(right, wrong));
    expect(check!.mistakes).toMatchObject([{ line, verified: true }]);
    expect(check!.mistakes[0]!.repaired).toBe(text);
  });
});
