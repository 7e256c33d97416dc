/** Single precision in a function that another one calls, and a variable that is read before it is assigned. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

it('columns of single precision round the gradient that another function computes from them', () => {
  const checks = checkCode(`import numpy as np

def columns(x, k):
    n, c, h, w = x.shape
    cols = np.zeros((n, c, k, k, h - k + 1, w - k + 1), dtype=np.float32)
    for a in range(k):
        for b in range(k):
            cols[:, :, a, b] = x[:, :, a:a + h - k + 1, b:b + w - k + 1]
    return cols

def conv_forward(x, w):
    cols = columns(x, w.shape[2])
    return np.einsum('ncabij,fcab->nfij', cols, w), cols

def conv_filter_gradient(dout, x, w, cols):
    return np.einsum('nfij,ncabij->fcab', dout, cols)

x, w = np.random.randn(2, 3, 5, 6), np.random.randn(4, 3, 2, 2)
out, cols = conv_forward(x, w)
dw = conv_filter_gradient(np.random.randn(*out.shape), x, w, cols)
`);
  expect(checks.filter(({ agrees, refused, unseen }) => !refused && (!agrees || unseen.length > 0))).toEqual([]);
  expect(checks.map(({ name }) => name)).toContain('conv_filter_gradient');
});

it('an array that is read before it is assigned is the error of the function, also without a call', () => {
  const [check] = checkCode(`import numpy as np

def avgpool(X, k, stride):
    H, W = X.shape
    out = np.zeros(((H - k) // stride + 1, out))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = X[i * stride:i * stride + k, j * stride:j * stride + k].mean()
    return out
`);
  expect(check).toMatchObject({ agrees: false, refused: false, error: { line: 5 } });
  expect(check!.error!.message).toMatch(/^UnboundLocalError/);
});
