/** Arrays that share cells with what an update changes, and views whose cells are in the wrong order. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const UPDATED = `import numpy as np

class Conv:
    def __init__(self, k, cin, cout, pad=0, rate=0.1):
        self.W = np.random.randn(k, k, cin, cout)
        self.k, self.pad, self.rate = k, pad, rate

    def forward(self, x):
        k, p = self.k, self.pad
        self.xp = np.pad(x, ((0, 0), (p, p), (p, p), (0, 0)))
        oh, ow = self.xp.shape[1] - k + 1, self.xp.shape[2] - k + 1
        return sum(self.xp[:, i:i + oh, j:j + ow] @ self.W[i, j] for i in range(k) for j in range(k))

    def backward(self, dy):
        k, p = self.k, self.pad
        _, oh, ow, _ = dy.shape
        dW = np.zeros_like(self.W)
        for i in range(k):
            for j in range(k):
                dW[i, j] = np.einsum('nhwc,nhwf->cf', self.xp[:, i:i + oh, j:j + ow], dy)
        W = self.W.copy()
        self.W -= self.rate * dW
        dxp = np.zeros_like(self.xp)
        for i in range(k):
            for j in range(k):
                dxp[:, i:i + oh, j:j + ow] += dy @ W[i, j].T
        return dxp[:, p:self.xp.shape[1] - p, p:self.xp.shape[2] - p]

conv = Conv(3, 2, 3, pad=1)
y = conv.forward(np.random.randn(2, 5, 4, 2))
dx = conv.backward(np.random.randn(*y.shape))
`;

const TILES = `import numpy as np
def max_pool(x, k):
    n, c, h, w = x.shape
    return x.reshape(n, c, h // k, k, w // k, k).max(axis=(3, 5))

print(max_pool(np.random.randn(2, 3, 6, 8), 2).shape)
`;

it.each([
  ['filters that the update changes before they are read', UPDATED, 'self.W.copy()', 'self.W', 21],
  [
    'every k-th cell for k neighbours',
    TILES,
    'h // k, k, w // k, k).max(axis=(3, 5))',
    'k, h // k, k, w // k).max(axis=(2, 4))',
    4,
  ],
])('%s', (_, source, right, wrong, line) => {
  const checks = checkCode(source.replace(right, wrong));
  expect(checks.flatMap(({ mistakes }) => mistakes)).toMatchObject([{ line, verified: true }]);
});

it('the right ones agree', () => {
  const checks = [UPDATED, TILES].flatMap((source) => checkCode(source));
  expect(checks.map(({ agrees, unseen }) => agrees && unseen.length === 0)).toEqual([true, true, true]);
});

it.each(['rate', 'step_size', 'step', 's', 'd', 'p'])(
  'a factor of the update with the name %s is not an option of the layer',
  (name) => {
    const named = UPDATED.replace('rate=0.1', `${name}=0.1`).replaceAll('self.rate', `self.${name}`);
    const withDefault = named.replace('pad, rate\n', `pad, ${name}\n`);
    const given = withDefault.replace(`${name}=0.1`, name).replace('pad=0, ', 'pad, ').replace('pad=1)', '1, 0.1)');
    for (const source of [withDefault, given]) {
      const checks = checkCode(source);
      expect(checks.map(({ agrees, unseen }) => agrees && unseen.length === 0)).toEqual([true, true]);
    }
  },
);
