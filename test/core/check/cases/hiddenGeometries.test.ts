/** Mistakes that the text's own call does not show, because its geometry hides them, or that errors and conventions hide. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const named = (source: string): unknown =>
  checkCode(source).flatMap(({ mistakes }) =>
    mistakes.map(({ line, verified, repaired }) => [verified, repaired?.split('\n')[line! - 1]?.trim()]),
  );

it('a gradient whose cache is equal to the input in a call without padding: windows overlap in other geometries', () => {
  const source = `import numpy as np

def forward(imgs, K, step, border):
    big = np.pad(imgs, ((0, 0), (border, border), (border, border), (0, 0)))
    n = K.shape[0]
    rows, cols = (big.shape[1] - n) // step + 1, (big.shape[2] - n) // step + 1
    maps = np.zeros((len(imgs), rows, cols, K.shape[3]))
    for r in range(rows):
        for c in range(cols):
            maps[:, r, c] = np.tensordot(big[:, r * step:r * step + n, c * step:c * step + n], K, axes=3)
    kept = (big, K, step, border)
    return maps, kept

def backward(grad, cache):
    x, K, stride, pad = cache
    n = K.shape[0]
    dx, dK = np.zeros(x.shape), np.zeros(K.shape)
    for r in range(grad.shape[1]):
        for c in range(grad.shape[2]):
            here = (slice(None), slice(r * stride, r * stride + n), slice(c * stride, c * stride + n))
            dK += np.tensordot(x[here], grad[:, r, c], axes=(0, 0))
            dx[here] = np.tensordot(grad[:, r, c], K, axes=(1, 3))
    return dx[:, pad:x.shape[1] - pad, pad:x.shape[2] - pad], dK

maps, kept = forward(np.random.randn(3, 6, 4, 2), np.random.randn(2, 2, 2, 4), 2, 0)
dx, dK = backward(np.ones(maps.shape), kept)
`;
  const line = 'dx[here] += np.tensordot(grad[:, r, c], K, axes=(1, 3))';
  expect(named(source)).toEqual([[true, line]]);
  expect(named(source.replace('dx[here] =', 'dx[here] +='))).toEqual([]);
});

it.each(['(sh, sw), (ph, pw) = stride, padding', '(sh, sw), (ph, pw), _ = stride, padding, None  # rows, columns'])(
  'pairs that one statement unpacks: %s',
  (unpacked) => {
    const source = `import numpy as np

def conv2d(image, kernel, stride=(1, 1), padding=(0, 0)):
    ${unpacked}
    kh, kw = kernel.shape
    image = np.pad(image, ((ph, ph), (pw, pw)))
    out = np.zeros(((image.shape[0] - kh) // sh + 1, (image.shape[1] - kw) // sw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(image[i * sh:i * sh + kh, j * sh:j * sh + kw] * kernel)
    return out

print(conv2d(np.random.randn(7, 8), np.random.randn(3, 2), (2, 2), (1, 1)))
`;
    const line = 'out[i, j] = np.sum(image[i * sh:i * sh + kh, j * sw:j * sw + kw] * kernel)';
    expect(named(source)).toEqual([[true, line]]);
    expect(named(source.replace('j * sh:j * sh', 'j * sw:j * sw'))).toEqual([]);
  },
);

it('a gradient under padding with the border, which is cut out', () => {
  const source = `import numpy as np

class Conv:
    def __init__(self, k, c_in, c_out, stride=1, pad=0):
        self.W = np.random.randn(k, k, c_in, c_out)
        self.stride, self.pad = stride, pad

    def forward(self, x):
        k, s, p = self.W.shape[0], self.stride, self.pad
        self.xp = np.pad(x, ((0, 0), (p, p), (p, p), (0, 0)), mode='edge')
        oh, ow = (self.xp.shape[1] - k) // s + 1, (self.xp.shape[2] - k) // s + 1
        out = np.zeros((x.shape[0], oh, ow, self.W.shape[3]))
        for i in range(oh):
            for j in range(ow):
                out[:, i, j] = np.tensordot(self.xp[:, i*s:i*s+k, j*s:j*s+k], self.W, axes=3)
        return out

    def backward(self, dout):
        k, s, p = self.W.shape[0], self.stride, self.pad
        dxp = np.zeros_like(self.xp)
        self.dW = np.zeros_like(self.W)
        for i in range(dout.shape[1]):
            for j in range(dout.shape[2]):
                self.dW += np.tensordot(self.xp[:, i*s:i*s+k, j*s:j*s+k], dout[:, i, j], axes=(0, 0))
                dxp[:, i*s:i*s+k, j*s:j*s+k] += np.tensordot(dout[:, i, j], self.W, axes=(1, 2))
        return dxp[:, p:dxp.shape[1] - p, p:dxp.shape[2] - p]

conv = Conv(2, 3, 3, 2, 1)
out = conv.forward(np.random.randn(2, 6, 4, 3))
dx = conv.backward(np.random.randn(*out.shape))
`;
  const line = 'dxp[:, i*s:i*s+k, j*s:j*s+k] += np.tensordot(dout[:, i, j], self.W, axes=(1, 3))';
  expect(named(source)).toEqual([[true, line]]);
  expect(named(source.replace('(1, 2))\n        return', '(1, 3))\n        return'))).toEqual([]);
});
