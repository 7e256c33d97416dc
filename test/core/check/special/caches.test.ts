/** Gradients of ReLU that unpack the cache of their forward function, and names of a gradient and a shape in other texts. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const RELU = `import numpy as np
def relu_forward(x):
    out = np.maximum(0, x)
    return out, (x, out)

def relu_backward(dout, cache):
    x, out = cache
    return dout * (x > 0)
`;

it('a cache of two values is made by the forward function', () => {
  expect(checkCode(RELU)).toMatchObject([
    { name: 'relu_forward', agrees: true },
    { name: 'relu_backward', agrees: true, unseen: [] },
  ]);
  expect(mistakesOf(RELU.replace('x > 0', 'dout > 0'))).toEqual([expect.stringMatching(/true: return dout \* /)]);
});

it('the only argument of a backward method is the gradient, whatever its name', () => {
  const source = `import numpy as np
class MaxPool:
    def __init__(self, size=2):
        self.size = size
    def forward(self, x):
        n, h, w, c = x.shape
        k = self.size
        self.blocks = x.reshape(n, h // k, k, w // k, k, c)
        self.out = self.blocks.max(axis=(2, 4))
        return self.out
    def backward(self, eta):
        n, h, _, w, _, c = self.blocks.shape
        mask = self.blocks == self.out[:, :, None, :, None]
        return (mask * eta[:, :, None, :, None]).reshape(n, h * self.size, w * self.size, c)
pool = MaxPool(2)
out = pool.forward(np.random.randn(2, 4, 6, 3))
pool.backward(np.ones_like(out))
`;
  expect(checkCode(source)).toMatchObject([
    { name: 'MaxPool.forward', agrees: true },
    { name: 'MaxPool.backward', agrees: true, refused: false },
  ]);
});

it('the shape of the input under its German name', () => {
  const source = `import numpy as np
def mittelwert_pool_rueckwaerts(grad, form, fenster, schritt):
    ergebnis = np.zeros(form)
    zeilen, spalten = grad.shape[2:]
    for i in range(fenster):
        for j in range(fenster):
            ergebnis[:, :, i:i + zeilen * schritt:schritt, j:j + spalten * schritt:schritt] += grad
    return ergebnis / fenster ** 2
`;
  expect(checkCode(source)).toMatchObject([{ operation: 'pool_backward', agrees: true, refused: false }]);
});
