/** Functions that convolve, apply ReLU and pool are compared with all three. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const FUNCTION = `import numpy as np
def conv_relu_pool(x, w, b, stride=1, pad=1, pool=2):
    n, c, h, wd = x.shape
    f, _, k, _ = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    z = np.zeros((n, f, (h + 2 * pad - k) // stride + 1, (wd + 2 * pad - k) // stride + 1))
    for i in range(z.shape[2]):
        for j in range(z.shape[3]):
            r, q = i * stride, j * stride
            z[:, :, i, j] = np.tensordot(xp[:, :, r:r+k, q:q+k], w, axes=([1, 2, 3], [1, 2, 3])) + b
    a = np.maximum(0, z)
    out = np.zeros((n, f, a.shape[2] // pool, a.shape[3] // pool))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = a[:, :, i*pool:(i+1)*pool, j*pool:(j+1)*pool].max(axis=(2, 3))
    return out

print(conv_relu_pool(np.random.randn(2, 3, 6, 6), np.random.randn(4, 3, 3, 3), np.random.randn(4)).shape)
`;

const CLASS = `import numpy as np
class ConvBlock:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def conv(self, x):
        m, H, V, C = x.shape
        f = self.W.shape[0]
        z = np.zeros((m, H - f + 1, V - f + 1, self.W.shape[3]))
        for i in range(H - f + 1):
            for j in range(V - f + 1):
                z[:, i, j] = np.tensordot(x[:, i:i+f, j:j+f], self.W, 3) + self.b
        return z

    def pool(self, a):
        m, H, V, C = a.shape
        out = np.zeros((m, H//2, V//2, C))
        for i in range(H//2):
            for j in range(V//2):
                out[:, i, j] = a[:, 2*i:2*i+2, 2*j:2*j+2].mean(axis=(1, 2))
        return out

    def forward(self, x):
        return self.pool(np.maximum(self.conv(x), 0))

block = ConvBlock(np.random.randn(3, 3, 2, 4), np.random.randn(4))
print(block.forward(np.random.randn(1, 6, 6, 2)).shape)
`;

describe('checkCode: a convolution that is pooled', () => {
  it.each([FUNCTION, CLASS])('the right one agrees', (source) => {
    expect(checkCode(source)).toMatchObject([{ operation: 'conv_forward', agrees: true, mistakes: [], unseen: [] }]);
  });

  it('a stride that the convolution ignores is named', () => {
    const mistakes = checkCode(FUNCTION.replace('j * stride', 'j')).flatMap((check) => check.mistakes);
    expect(mistakes).toMatchObject([{ line: 9, verified: true }]);
  });
});
