/** Mistakes of counters, grids, byte strides, keys and indices: the line and a repair that is verified. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const WRONG: readonly (readonly [id: string, line: number, source: string])[] = [
  [
    'stride-ignored',
    6,
    `def windows(x, k, s):
    n, h, w, c = x.shape
    oh, ow = (h - k)//s + 1, (w - k)//s + 1
    st = x.strides
    return np.lib.stride_tricks.as_strided(x, (n, oh, ow, k, k, c),
        (st[0], st[1], st[2], st[1], st[2], st[3]))

def max_pool(x, k=2, s=2):
    return windows(x, k, s).max(axis=(3, 4))

max_pool(np.random.RandomState(3).randn(2, 6, 6, 3))`,
  ],
  [
    'missing-loop-variable',
    9,
    `def conv_transpose2d(x, w, stride=2):
    # x: (C_in, H, W), w: (C_in, C_out, kh, kw)
    ci, h, ww = x.shape
    _, co, kh, kw = w.shape
    out = np.zeros((co, (h - 1) * stride + kh, (ww - 1) * stride + kw))
    for i in range(h):
        for j in range(ww):
            for c in range(ci):
                out[:, i*stride:i*stride+kh, j*stride:j*stride+kw] += x[c, i, j] * w[ci - 1]
    return out

conv_transpose2d(np.random.RandomState(0).randn(2, 3, 3), np.random.RandomState(1).randn(2, 3, 3, 3))`,
  ],
  [
    'counter-step',
    11,
    `def juanji(shuru, he, bu=1):
    gao, kuan = shuru.shape
    hg, hk = he.shape
    og, ok = (gao - hg) // bu + 1, (kuan - hk) // bu + 1
    jieguo = np.zeros((og, ok))
    i = 0
    while i < og:
        j = 0
        while j < ok:
            jieguo[i, j] = (shuru[i*bu:i*bu+hg, j*bu:j*bu+hk] * he).sum()
            j += bu
        i += 1
    return jieguo

juanji(np.arange(36.).reshape(6, 6), np.ones((2, 2)))`,
  ],
  [
    'wrong-key',
    5,
    `def pool_forward(A_prev, hparameters, mode="max"):
    m, H, W, C = A_prev.shape
    f, s = hparameters["f"], hparameters["stride"]
    A = np.zeros((m, (H - f) // s + 1, (W - f) // s + 1, C))
    op = {"max": np.max, "average": np.mean}["max"]
    for h in range(A.shape[1]):
        for w in range(A.shape[2]):
            A[:, h, w, :] = op(A_prev[:, h*s:h*s+f, w*s:w*s+f, :], axis=(1, 2))
    return A, (A_prev, hparameters)

pool_forward(np.random.RandomState(1).randn(2, 5, 5, 3), {"f": 3, "stride": 1}, mode="average")`,
  ],
];

describe('checkCode: counters, grids, byte strides, keys and indices', () => {
  it.each(WRONG)('%s in line %i', (id, line, source) => {
    const mistakes = checkCode(`import numpy as np\n${source}`).flatMap((check) => check.mistakes);
    expect(mistakes).toMatchObject([{ id, line: line + 1, verified: true }]);
  });

  it('the gradient of a causal convolution is refused, without a mistake', () => {
    const checks = checkCode(`import numpy as np
class CausalConv1d:
    def __init__(self, weight, bias):
        self.weight, self.bias = weight, bias
    def forward(self, x):
        self.x = x
        y = np.tile(self.bias, (x.shape[0], x.shape[1], 1)).astype(float)
        for tap, w in enumerate(self.weight):
            y[:, tap:] += x[:, :x.shape[1] - tap] @ w
        return y
    def backward(self, dy):
        dx, dw = np.zeros_like(self.x), np.zeros_like(self.weight)
        for tap in range(len(self.weight)):
            n = dy.shape[1] - tap
            dx[:, :n] += dy[:, tap:] @ self.weight[tap].T
            dw[tap] = np.einsum('bti,bto->io', self.x[:, :n], dy[:, tap:])
        return dx, dw, dy.sum((0, 1))

layer = CausalConv1d(np.random.randn(3, 2, 4), np.random.randn(4))
layer.backward(layer.forward(np.random.randn(2, 7, 2)))`);
    for (const check of checks) {
      expect(check.mistakes).toEqual([]);
      expect(check.unseen).toEqual([]);
      expect(check.refused || check.agrees).toBe(true);
    }
  });
});
