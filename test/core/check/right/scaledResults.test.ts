/** Results that a function multiplies on purpose, and helpers of other files. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const SCALED = (step: string, gradient: string): string => `import numpy as np
def conv_forward(x, k):
    rows, cols = k.shape
    y = np.zeros((x.shape[0] - rows + 1, x.shape[1] - cols + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for a in range(rows):
                for b in range(cols):
                    y[i, j] += x[i + a, j + b] * k[a, b]
            y[i, j] ${step}
    return y

def conv_backward(dy, x, k):
    dk = np.zeros_like(k)
    rows, cols = k.shape
    for i in range(dy.shape[0]):
        for j in range(dy.shape[1]):
            dk += dy[i, j] * x[i:i + rows, j:j + cols]
    dk ${gradient}
    return dk
`;

it.each([
  ['/= rows * cols', '/= rows * cols'],
  ['*= 0.5', '*= 0.5'],
])('results that a statement multiplies are another convention, and so are their gradients: %s', (step, gradient) => {
  expect(checkCode(SCALED(step, gradient))).toMatchObject([
    { agrees: true, unseen: [], mistakes: [], convention: 'the function multiplies the result of the layer' },
    { agrees: true, unseen: [], mistakes: [], convention: 'the function multiplies the result of the layer' },
  ]);
});

it('a wrong index in a function that multiplies its results is named', () => {
  const [check] = checkCode(SCALED('*= 0.5', '*= 0.5').replace('x[i + a, j + b]', 'x[i + a, i + b]'));
  expect(check).toMatchObject({ agrees: false });
});

it('a helper of another file that is not the one of a course: no mistake is claimed, and it is named', () => {
  const source = `import numpy as np
from own.utils import im2col
class AvgPool:
    def __init__(self, kernel, stride=1, padding=0):
        self.k, self.s, self.p = kernel, stride, padding
    def forward(self, X):
        m, n, h, w = X.shape
        rows = (h + 2 * self.p - self.k) // self.s + 1
        cols = (w + 2 * self.p - self.k) // self.s + 1
        columns = im2col(X, self.k, self.k, self.s, self.p)
        columns = columns.reshape(n, columns.shape[0] // n, -1)
        means = np.array(np.hsplit(np.mean(columns, axis=1), m))
        return means.reshape(m, n, rows, cols)
`;
  const [check] = checkCode(source);
  expect(check).toMatchObject({ refused: true, mistakes: [] });
  expect(check?.error?.message).toBe('im2col comes from own.utils, which is not in this text');
});
