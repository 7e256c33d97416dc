/** Calls of the text that do not fit one order of axes are those of another, or of none: the check goes on. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

it('a convolution of volumes whose filters are first in another order of axes', () => {
  const text = `from itertools import product
import numpy as np

def conv3d(x, w, b, stride=1):
    n, c, *sizes = x.shape
    f, _, k, _, _ = w.shape
    result_sizes = [(size - k) // stride + 1 for size in sizes]
    out = np.zeros([n, f] + result_sizes)
    for place in product(*map(range, result_sizes)):
        d, h, v = (each * stride for each in place)
        block = x[:, :, d:d+k, h:h+k, v:v+k].reshape(n, -1)
        out[(slice(None), slice(None), *place)] = block @ w.reshape(f, -1).T + b
    return out

np.random.seed(7)
print(conv3d(np.random.randn(1, 2, 4, 5, 4), np.random.randn(3, 2, 2, 2, 2), np.array([1.0, 2.0, 3.0])).shape)
`;
  expect(checkCode(text)).toMatchObject([{ special: 'conv3d', agrees: true, mistakes: [], unseen: [] }]);
});
