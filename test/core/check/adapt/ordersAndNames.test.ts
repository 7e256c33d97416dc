/** The order in which a reference returns its gradients, names that differ in case, functions that pad nothing. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

it('a function of its own name may return the gradients in another order than the course', () => {
  const checks = checkCode(`import numpy as np

def conv_backward_reference(x, w, grad, stride):
    dW, db, dX = np.zeros_like(w), np.zeros(w.shape[3]), np.zeros_like(x)
    for n, i, j, f in np.ndindex(*grad.shape):
        g = grad[n, i, j, f]
        rows = slice(i * stride, i * stride + w.shape[0])
        cols = slice(j * stride, j * stride + w.shape[1])
        db[f] += g
        dW[..., f] += x[n, rows, cols] * g
        dX[n, rows, cols] += w[..., f] * g
    return dW, db, dX

dW, db, dX = conv_backward_reference(np.random.randn(2, 4, 5, 3), np.random.randn(2, 2, 3, 4), np.random.randn(2, 3, 4, 4), 1)
`);
  expect(checks).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
});

it('a name is that of a parameter in the other case', () => {
  const [check] = checkCode(`import numpy as np

class Convolution:
    def __init__(self, w, b, stride=1):
        self.W = W
        self.b = b
        self.stride = stride

    def forward(self, x):
        n, c, h, wd = x.shape
        f, _, kh, kw = self.W.shape
        s = self.stride
        out = np.zeros((n, f, (h - kh) // s + 1, (wd - kw) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = x[:, :, i * s:i * s + kh, j * s:j * s + kw]
                out[:, :, i, j] = np.tensordot(window, self.W, axes=([1, 2, 3], [1, 2, 3])) + self.b
        return out
`);
  expect(check!.mistakes).toMatchObject([{ id: 'wrong-variable', line: 5, verified: true }]);
  expect(check!.mistakes[0]!.repaired).toContain('self.W = w\n');
});

it('a function that makes no larger array pads nothing', () => {
  const checks = checkCode(`import numpy as np

class Activations:
    @staticmethod
    def probabilities(z):
        e = np.exp(z - np.max(z, axis=-1, keepdims=True))
        return e / np.sum(e, axis=-1, keepdims=True)

for scale in [0.5, 1.0, 2.0, 4.0]:
    z = scale * np.random.randn(5, 4)
    print(Activations.probabilities(z)[0])
`);
  expect(checks).toEqual([]);
});
