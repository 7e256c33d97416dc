/** Positions of the maxima that a pooling returns next to them. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const POOL = (position: string, axes = ''): string => `import numpy as np

def max_pool_with_indices(x, k, stride):
    N, C, H, W = x.shape
    Ho, Wo = (H - k) // stride + 1, (W - k) // stride + 1
    out = np.zeros((N, C, Ho, Wo))
    idx = np.zeros((N, C, Ho, Wo${axes}), dtype=int)
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    win = x[n, c, i * stride:i * stride + k, j * stride:j * stride + k]
                    out[n, c, i, j] = win.max()
                    r, q = np.unravel_index(win.argmax(), win.shape)
                    idx[n, c, i, j] = ${position}
    return out, idx

max_pool_with_indices(np.random.randn(2, 3, 6, 6), 2, 2)
`;

it.each([
  ['of the plane', POOL('(i * stride + r) * W + (j * stride + q)')],
  ['of the window', POOL('r * k + q')],
  ['of the array', POOL('((n * C + c) * H + i * stride + r) * W + j * stride + q')],
  ['by columns', POOL('(j * stride + q) * H + i * stride + r')],
  ['as a pair', POOL('(i * stride + r, j * stride + q)', ', 2')],
  ['by a rule that is not known', POOL('1000 - r * k - q')],
])('positions %s are not accused', (_, source) => {
  expect(checkCode(source)).toMatchObject([{ operation: 'pool_forward', agrees: true, unseen: [] }]);
});

it('positions along one axis: a wrong one is named', () => {
  const source = `import numpy as np

def max_pool1d(x, size=2, stride=2):
    batch, channels, length = x.shape
    count = (length - size) // stride + 1
    out = np.empty((batch, channels, count))
    idx = np.empty((batch, channels, count), dtype=int)
    for t in range(count):
        part = x[:, :, t * stride:t * stride + size]
        out[:, :, t] = part.max(axis=2)
        idx[:, :, t] = part.argmax(axis=2) + t * stride
    return out, idx

max_pool1d(np.random.randn(2, 3, 8))
`;
  expect(checkCode(source)).toMatchObject([{ operation: 'pool_forward', agrees: true, unseen: [] }]);
  const [, positions] = checkCode(source.replace('+ t * stride\n', '+ t\n'));
  expect(positions!.mistakes).toMatchObject([{ line: 11, verified: true }]);
});

it.each([
  ['of the rows for that of the columns', '(i * stride + r) * H + (j * stride + q)', 'rows-columns-swapped'],
  ['of the window', '(i + r) * W + (j + q)', undefined],
])('a size %s', (_, position, id) => {
  const [pool, positions] = checkCode(POOL(position));
  expect(pool).toMatchObject({ agrees: true, unseen: [] });
  expect(positions!.mistakes).toMatchObject([{ ...(id && { id }), line: 15, verified: true }]);
});
