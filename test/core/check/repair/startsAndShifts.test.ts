/** Counters without a start, shifts of `np.roll` with a wrong sign, gradients that take the shape of the filters. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const COUNTED = `import numpy as np

def conv2d(x, kernel, stride):
    k = kernel.shape[0]
    out = np.zeros(((x.shape[0] - k) // stride + 1, (x.shape[1] - k) // stride + 1))
    i = y = 0
    while y + k <= x.shape[0]:
        j = left = 0
        while left + k <= x.shape[1]:
            out[i, j] = np.sum(x[y:y + k, left:left + k] * kernel)
            left += stride
            j += 1
        y += stride
        i += 1
    return out

print(conv2d(np.random.randn(6, 7), np.random.randn(3, 3), 2))
`;

const ROLLED = `import numpy as np

def cross_correlate(img, ker):
    H, W = img.shape
    kh, kw = ker.shape
    acc = np.zeros((H, W))
    for a in range(kh):
        for b in range(kw):
            acc += ker[a, b] * np.roll(np.roll(img, -a, axis=0), -b, axis=1)
    return acc[:H - kh + 1, :W - kw + 1]

print(cross_correlate(np.random.randn(6, 7), np.random.randn(3, 2)))
`;

const SHAPED = `import numpy as np

def conv_backward_w(dout, x, w_shape, stride, pad):
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    _, _, kh, kw = w_shape
    dw = np.zeros(w_shape)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            dw += np.einsum('ncij,nf->fcij', xp[:, :, rows, cols], dout[:, :, i, j])
    return dw

print(conv_backward_w(np.random.randn(2, 4, 3, 4), np.random.randn(2, 3, 6, 7), (4, 3, 3, 2), 2, 1))
`;

it.each([
  ['a counter without a start', COUNTED, 'j = left = 0', 'left = 0', 'missing-line', 9],
  ['one of two shifts', ROLLED, 'np.roll(img, -a', 'np.roll(img, a', 'sign', 9],
  ['a sum', SHAPED, 'dw += np', 'dw = np', 'not-accumulated', 11],
])('%s', (_, right, old, wrong, id, line) => {
  expect(checkCode(right)).toMatchObject([{ agrees: true, refused: false, unseen: [] }]);
  const [check] = checkCode(right.replace(old, wrong));
  expect(check!.mistakes).toMatchObject([{ id, line, verified: true }]);
});
