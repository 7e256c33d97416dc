/** Gradients that go to the places of all rows, and gradients of a class that each step overwrites without a start. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const POOL = `import numpy as np

class MaxPool:
    def __init__(self, k=2):
        self.k = k

    def forward(self, x):
        n, c, h, w = x.shape
        k = self.k
        rows = x.reshape(n, c, h // k, k, w // k, k).transpose(0, 1, 2, 4, 3, 5).reshape(-1, k * k)
        self.places = rows.argmax(axis=1)
        self.shape = x.shape
        return rows.max(axis=1).reshape(n, c, h // k, w // k)

    def backward(self, dout):
        n, c, h, w = self.shape
        k = self.k
        grads = np.zeros((dout.size, k * k))
        grads[:, self.places] = dout.reshape(-1, 1)
        grads = grads.reshape(n, c, h // k, w // k, k, k).transpose(0, 1, 2, 4, 3, 5)
        return grads.reshape(n, c, h, w)

np.random.seed(2)
pool = MaxPool(2)
out = pool.forward(np.random.randn(2, 2, 4, 6))
print(pool.backward(np.random.randn(*out.shape)).sum())
`;

const CONV = `import numpy as np

class Conv:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        n, c, h, w = x.shape
        f, _, kh, kw = self.w.shape
        out = np.zeros((n, f, h - kh + 1, w - kw + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = np.tensordot(x[:, :, i:i+kh, j:j+kw], self.w, axes=([1, 2, 3], [1, 2, 3])) + self.b
        self.x = x
        return out

    def backward(self, dout):
        kh, kw = self.w.shape[2:]
        dx = np.zeros_like(self.x)
        self.db = dout.sum(axis=(0, 2, 3))
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                g = dout[:, :, i, j]
                self.dw = np.tensordot(g, self.x[:, :, i:i+kh, j:j+kw], axes=([0], [0]))
                dx[:, :, i:i+kh, j:j+kw] += np.tensordot(g, self.w, axes=([1], [0]))
        return dx

np.random.seed(3)
layer = Conv(np.random.randn(3, 2, 3, 2), np.random.randn(3))
out = layer.forward(np.random.randn(2, 2, 5, 6))
dx = layer.backward(np.random.randn(*out.shape))
print(dx.sum(), layer.dw.sum(), layer.db.sum())
`;

it.each([
  ['a place of each row', POOL, 'missing-index', 'grads[:, self.places]'],
  ['a sum without a start', CONV, 'not-accumulated', 'self.dw = np'],
])('%s', (_, source, id, text) => {
  const line = source.split('\n').findIndex((each) => each.includes(text)) + 1;
  const mistakes = checkCode(source).flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ id, line, verified: true }]);
  const checks = checkCode(mistakes[0]!.repaired!);
  expect(checks.every(({ agrees, unseen }) => agrees && unseen.length === 0)).toBe(true);
});
