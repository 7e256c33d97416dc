/** Transposed convolution of signals: one spatial axis. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const SIGNAL = `import numpy as np
def conv_t_1d(x, w, stride=2):
    out = np.zeros(stride * (len(x) - 1) + len(w))
    for t in range(len(x)):
        out[t * stride:t * stride + len(w)] += x[t] * w
    return out
print(conv_t_1d(np.array([1.0, 2.0, -1.0]), np.array([1.0, 0.0, 3.0])))
`;

const BATCH = `import numpy as np
def conv_transpose1d(x, w, b, stride=1, padding=0):
    n, c, l = x.shape
    _, f, k = w.shape
    out = np.zeros((n, f, (l - 1) * stride + k))
    for t in range(l):
        out[:, :, t * stride:t * stride + k] += np.einsum('nc,cfk->nfk', x[:, :, t], w)
    return out[:, :, padding:out.shape[2] - padding] + b[None, :, None]
`;

describe('a transposed convolution of signals', () => {
  it.each([SIGNAL, BATCH])('agrees', (source) => {
    expect(checkCode(source)).toMatchObject([{ special: 'conv_transpose', agrees: true, unseen: [] }]);
  });

  it.each([SIGNAL, BATCH])('has a missing stride named', (source) => {
    expect(mistakesOf(source.replaceAll('t * stride', 't'))).toEqual([expect.stringMatching(/true: out\[.*t:t/)]);
  });
});

it('a padding that is removed from the sizes once is named where the sizes are', () => {
  const source = `import numpy as np
def conv_transpose2d(x, w, stride=1, padding=0):
    n, c, h, v = x.shape
    _, f, kh, kw = w.shape
    full = np.zeros((n, f, (h - 1) * stride + kh, (v - 1) * stride + kw))
    for i, j in np.ndindex(h, v):
        full[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += np.einsum('nc,cfyx->nfyx', x[:, :, i, j], w)
    rows, cols = full.shape[2] - 2 * padding, full.shape[3] - 2 * padding
    return full[:, :, padding:padding + rows, padding:padding + cols]
print(conv_transpose2d(np.ones((1, 1, 2, 2)), np.ones((1, 1, 3, 3)), stride=2))
`;
  const [check] = checkCode(source.replaceAll('2 * padding', 'padding'));
  expect(check!.mistakes).toMatchObject([{ id: 'output-size', line: 8, verified: true, repaired: source }]);
});

it('the order of the channels is that of the weights that a class draws', () => {
  const source = `import numpy as np
class ConvTranspose2d:
    def __init__(self, in_ch, out_ch, k, stride=1):
        self.out_ch, self.k, self.s = out_ch, k, stride
        self.weight = np.random.randn(in_ch, out_ch, k, k)
    def forward(self, x):
        n, c, h, w = x.shape
        k, s = self.k, self.s
        out = np.zeros((n, self.out_ch, (h - 1) * s + k, (w - 1) * s + k))
        for o in range(self.out_ch):
            for i in range(c):
                for r, q in np.ndindex(h, w):
                    out[:, o, r * s:r * s + k, q * s:q * s + k] += x[:, i, r, q][:, None, None] * self.weight[i, o]
        return out
ConvTranspose2d(2, 3, 2).forward(np.random.rand(1, 2, 3, 2))
`;
  expect(checkCode(source)).toMatchObject([{ special: 'conv_transpose', agrees: true, unseen: [] }]);
  expect(mistakesOf(source.replace('weight[i, o]', 'weight[o, i]'))).toEqual([
    expect.stringMatching(/^indices-swapped true: .*self\.weight\[o, i\]/),
  ]);
});

it('strides of rows and of columns are tried with unequal numbers', () => {
  const source = `import numpy as np
class UpConv:
    def __init__(self, kernel, strides=(2, 2)):
        self.kernel = kernel
        self.sy, self.sx = strides
    def forward(self, z):
        n, c, h, w = z.shape
        _, o, kh, kw = self.kernel.shape
        full = np.zeros((n, o, (h - 1) * self.sy + kh, (w - 1) * self.sx + kw))
        for i, j in np.ndindex(h, w):
            top, left = i * self.sy, j * self.sx
            full[:, :, top:top + kh, left:left + kw] += np.einsum('nc,cokl->nokl', z[:, :, i, j], self.kernel)
        return full
`;
  expect(checkCode(source)).toMatchObject([{ special: 'conv_transpose', agrees: true, unseen: [] }]);
  expect(mistakesOf(source.replace('j * self.sx', 'j * self.sy'))).toEqual([
    expect.stringMatching(/true: top, left = i \* self\.sy, j \* self\.sy/),
  ]);
});
