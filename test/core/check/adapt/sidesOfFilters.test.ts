/** Constructors that name the sides of the filter first, and gradients of the parameters in a list of their own. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const LAYER = (rows: string, cols: string, bias: string): string => `import numpy as np

class ConvLayer:
    def __init__(self, x_dim, n_filter, ${rows}, ${cols}, stride, padding):
        self.d, self.h, self.w = x_dim
        self.stride, self.pad = stride, padding
        self.W = np.random.randn(n_filter, self.d, ${rows}, ${cols})
        self.b = np.zeros((n_filter, 1))
        self.rows = (self.h - ${rows} + 2 * padding) // stride + 1
        self.cols = (self.w - ${cols} + 2 * padding) // stride + 1

    def forward(self, X):
        p, s = self.pad, self.stride
        self.X = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        n, _, kh, kw = self.W.shape
        out = np.zeros((X.shape[0], n, self.rows, self.cols))
        for i in range(self.rows):
            for j in range(self.cols):
                window = self.X[:, :, i * s:i * s + kh, j * s:j * s + kw]
                out[:, :, i, j] = np.tensordot(window, self.W, ((1, 2, 3), (1, 2, 3))) + self.b.ravel()
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        _, _, kh, kw = self.W.shape
        dX, dW = np.zeros(self.X.shape), np.zeros(self.W.shape)
        for i in range(self.rows):
            for j in range(self.cols):
                at = np.s_[:, :, i * s:i * s + kh, j * s:j * s + kw]
                dW += np.tensordot(dout[:, :, i, j], self.X[at], (0, 0))
                dX[at] += np.tensordot(dout[:, :, i, j], self.W, (1, 0))
        db = np.sum(dout, axis=${bias}).reshape(-1, 1)
        return dX[:, :, p:p + self.h, p:p + self.w], [dW, db]
`;

it.each([
  ['h_filter', 'w_filter'],
  ['height_filter', 'width_filter'],
  ['rows_kernel', 'cols_kernel'],
])('%s and %s are the rows and columns of the filter', (rows, cols) => {
  for (const check of checkCode(LAYER(rows, cols, '(0, 2, 3)')))
    expect(check).toMatchObject({ agrees: true, unseen: [], mistakes: [] });
});

it('a wrong gradient in the list of gradients is named', () => {
  const [, backward] = checkCode(LAYER('h_filter', 'w_filter', '(0, 1, 2)'));
  expect(backward).toMatchObject({ agrees: false, mistakes: [{ line: 32, verified: true }] });
});
