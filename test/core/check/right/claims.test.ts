/** Correct functions of layers and forms that are seldom: nothing is claimed where nothing shows a mistake. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const CORRECT: readonly (readonly [title: string, source: string])[] = [
  [
    'a leaky ReLU',
    `def relu(x, slope=0.01):
    return np.where(x > 0, x, slope * x)

relu(np.array([[-1.0, 2.0], [0.5, -3.0]]))`,
  ],
  [
    'half precision',
    `def conv_half(x, w):
    x = x.astype(np.float16)
    w = w.astype(np.float16)
    out = np.zeros((x.shape[0] - w.shape[0] + 1, x.shape[1] - w.shape[1] + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + w.shape[0], j:j + w.shape[1]].astype(np.float32) * w)
    return out

conv_half(np.random.rand(5, 5), np.random.rand(2, 2))`,
  ],
  [
    'a causal convolution that is turned',
    `def conv1d_causal(x, w, dilation=1):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(w)):
            if t - k * dilation >= 0:
                y[t] += w[k] * x[t - k * dilation]
    return y

conv1d_causal(np.arange(8.0), np.array([1.0, 0.5, 0.25]), dilation=2)`,
  ],
  [
    'the whole convolution',
    `def convolve(signal, kernel, mode='full'):
    n, m = len(signal), len(kernel)
    return np.array([sum(signal[i - j] * kernel[j] for j in range(m) if 0 <= i - j < n) for i in range(n + m - 1)])

convolve([1, 2, 3, 4, 5], [1, 0, -1], 'full')`,
  ],
  [
    'options that a call leaves out',
    `def conv_forward(A_prev, W, b, hparameters):
    m, H, V, C = A_prev.shape
    f = W.shape[0]
    s, p = hparameters.get('stride', 1), hparameters.get('pad', 0)
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    Z = np.zeros((m, (H - f + 2 * p) // s + 1, (V - f + 2 * p) // s + 1, W.shape[3]))
    for h in range(Z.shape[1]):
        for w in range(Z.shape[2]):
            Z[:, h, w] = np.tensordot(A[:, h * s:h * s + f, w * s:w * s + f], W, 3) + b[0, 0, 0]
    return Z, None

conv_forward(np.random.randn(1, 4, 4, 2), np.random.randn(3, 3, 2, 2), np.zeros((1, 1, 1, 2)), {'pad': 1})`,
  ],
  [
    'gradients as the fields of an object',
    `class Gradients:
    def __init__(self, x, w):
        self.x, self.w = x, w

def conv_bwd(x, w, dy):
    k = w.shape[-1]
    gx, gw = np.zeros(x.shape), np.zeros(w.shape)
    for i, j in np.ndindex(*dy.shape[2:]):
        gw += np.tensordot(dy[:, :, i, j], x[:, :, i:i + k, j:j + k], (0, 0))
        gx[:, :, i:i + k, j:j + k] += np.tensordot(dy[:, :, i, j], w, (1, 0))
    return {'dw': gw, 'dx': gx} if k > 9 else Gradients(gx, gw)

conv_bwd(np.random.randn(2, 2, 5, 4), np.random.randn(3, 2, 3, 3), np.random.randn(2, 3, 3, 2))`,
  ],
  [
    'a word for the order of its loops in the name of a forward function',
    `def conv2d_backwards(x, w, stride=1):
    kh, kw = w.shape
    y = np.zeros(((x.shape[0] - kh) // stride + 1, (x.shape[1] - kw) // stride + 1))
    for i in reversed(range(y.shape[0])):
        for j in reversed(range(y.shape[1])):
            y[i, j] = np.vdot(w, x[i * stride:i * stride + kh, j * stride:j * stride + kw])
    return y

conv2d_backwards(np.random.randn(6, 5), np.random.randn(3, 2), 2)`,
  ],
  [
    'Winograd: windows of one size only',
    `def products(d, g):
    m2 = (d[1] + d[2]) * (g[0] + g[1] + g[2]) / 2
    m3 = (d[2] - d[1]) * (g[0] - g[1] + g[2]) / 2
    return np.array([(d[0] - d[2]) * g[0] + m2 + m3, m2 - m3 - (d[1] - d[3]) * g[2]])

def conv1d(x, g):
    n = len(x) - 2
    assert n % 2 == 0
    y = np.empty(n)
    for t in range(0, n, 2):
        y[t:t + 2] = products(x[t:t + 4], g)
    return y

conv1d(np.array([1.0, 4.0, 2.0, -1.0, 0.0, 3.0]), np.array([0.5, 1.0, -2.0]))`,
  ],
  [
    'the size of a tile named p',
    `def reshape_pool(x, p):
    n, c, h, w = x.shape
    return x[:, :, :h - h % p, :w - w % p].reshape(n, c, h // p, p, w // p, p).max(axis=5).max(axis=3)

reshape_pool(np.random.randn(2, 2, 5, 6), 2)`,
  ],
  [
    'a padding of half the size of a filter',
    `def pad_same(x, k):
    return np.pad(x, ((k // 2, k // 2), (k // 2, k // 2)))

pad_same(np.random.randn(4, 5), 3)`,
  ],
  [
    'a signal and the name of its padding',
    `def convolve(signal, kernel, mode='full'):
    n, m = len(signal), len(kernel)
    full = [sum(signal[i - j] * kernel[j] for j in range(m) if 0 <= i - j < n) for i in range(n + m - 1)]
    if mode == 'same':
        return np.array(full[(m - 1) // 2:(m - 1) // 2 + n])
    return np.array(full if mode == 'full' else full[m - 1:n])

convolve([1, 2, 3, 4, 5], [1, 0, -1], 'same')`,
  ],
];

describe('checkCode: no claim', () => {
  it.each(CORRECT)('%s', (_, source) => {
    const checks = checkCode(`import numpy as np\n\n${source}\n`, { budget: 300 });
    for (const check of checks.filter(({ refused }) => !refused)) {
      expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
    }
  });
});

it('results that are far from those of every layer are not judged', () => {
  const source = `import numpy as np
def convolve(x, w):
    return np.exp(x[:-1, :-1])
convolve(np.random.randn(4, 4), np.ones((2, 2)))
`;
  expect(checkCode(source, { budget: 100 })).toMatchObject([{ refused: true, unseen: [], differing: 0 }]);
});

it('a misspelt key of an option that the call gives is a mistake', () => {
  const source = `import numpy as np
def conv_forward(A_prev, W, b, hparameters):
    m, H, V, C = A_prev.shape
    f = W.shape[0]
    s = hparameters.get('strides', 1)
    Z = np.zeros((m, (H - f) // s + 1, (V - f) // s + 1, W.shape[3]))
    for h in range(Z.shape[1]):
        for w in range(Z.shape[2]):
            Z[:, h, w] = np.tensordot(A_prev[:, h * s:h * s + f, w * s:w * s + f], W, 3) + b[0, 0, 0]
    return Z, None
conv_forward(np.random.randn(1, 5, 5, 2), np.random.randn(3, 3, 2, 2), np.zeros((1, 1, 1, 2)), {'stride': 2})
`;
  const [check] = checkCode(source);
  expect(check!.mistakes).toMatchObject([{ line: 5, verified: true }]);
});
