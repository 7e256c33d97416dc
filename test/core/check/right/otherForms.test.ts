/** Forms of functions and layers that other programs have: each as it is agrees, and with a mistake it is named at its line. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

interface Program {
  readonly form: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

const MAKER = `import numpy as np
def make_conv(weights, stride=1):
    memory = {}
    k = weights.shape[-1]
    def patches(t):
        for i in range((t.shape[1] - k) // stride + 1):
            for j in range((t.shape[2] - k) // stride + 1):
                yield i, j, t[:, i * stride:i * stride + k, j * stride:j * stride + k]
    def forward(x):
        memory['x'] = x
        y = np.zeros((len(weights), (x.shape[1] - k) // stride + 1, (x.shape[2] - k) // stride + 1))
        for i, j, p in patches(x):
            y[:, i, j] = (weights * p).sum(axis=(1, 2, 3))
        return y
    def backward(dy):
        dx, dw = np.zeros_like(memory['x']), np.zeros_like(weights)
        for (i, j, p), (_, _, dp) in zip(patches(memory['x']), patches(dx)):
            g = dy[:, i, j].reshape(-1, 1, 1, 1)
            dw += g * p
            dp += (g * weights).sum(axis=0)
        return dx, dw
    return forward, backward
fwd, bwd = make_conv(np.arange(54.0).reshape(3, 2, 3, 3) ** 0.5, stride=2)
y = fwd(np.arange(112.0).reshape(2, 7, 8) % 5)
dx, dw = bwd(np.ones_like(y))
`;

const LEAKY = `import numpy as np
def leaky_relu(z, slope=0.1):
    out = z.copy()
    out[z < 0] *= slope
    return out
def leaky_relu_backward(dout, z, slope=0.1):
    return np.where(z > 0, dout, slope * dout)
z = np.arange(20.0).reshape(4, 5) - 10.5
a, d = leaky_relu(z), leaky_relu_backward(np.ones_like(z), z)
`;

const CLASS = `import numpy as np
class LeakyReLU:
    def __init__(self, alpha):
        self.alpha = alpha
    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, self.alpha * x)
    def backward(self, g):
        return g * np.where(self.mask, 1.0, self.alpha)
layer = LeakyReLU(0.2)
y = layer.forward(np.arange(6.0) - 2.5)
`;

const SIGNALS = `import numpy as np
def correlate_signals(signals, taps):
    n, t = signals.shape
    f, k = taps.shape
    out = np.zeros((n, f, t - k + 1))
    for i in range(t - k + 1):
        out[:, :, i] = signals[:, i:i + k] @ taps.T
    return out
y = correlate_signals(np.arange(16.0).reshape(2, 8) ** 0.5, np.arange(9.0).reshape(3, 3) - 4)
`;

const MAXIMUM = `import numpy as np
def topk_pool(x, k):
    """Max pooling by sorting each window."""
    h, w = x.shape
    t = x.reshape(h // k, k, w // k, k).swapaxes(1, 2).reshape(h // k, w // k, k * k)
    return np.sort(t, axis=-1)[..., -1]
y = topk_pool(np.arange(24.0).reshape(4, 6) % 7, 2)
`;

const SOBEL = `import numpy as np
def sobel_magnitude(img):
    kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    ky = kx.T
    h, w = img.shape
    g = np.zeros((h - 2, w - 2))
    for y in range(h - 2):
        for x in range(w - 2):
            win = img[y:y + 3, x:x + 3]
            g[y, x] = np.hypot((win * kx).sum(), (win * ky).sum())
    return g
m = sobel_magnitude(np.arange(42.0).reshape(6, 7) % 5)
`;

const CAUSAL = `import numpy as np
def causal_conv(x, w, dilation=1):
    """x (T, C), w (K, C, F)"""
    K = len(w)
    xp = np.concatenate([np.zeros(((K - 1) * dilation, x.shape[1])), x])
    y = np.zeros((len(x), w.shape[2]))
    for k in range(K):
        y += xp[k * dilation:k * dilation + len(x)] @ w[k]
    return y
y = causal_conv(np.arange(14.0).reshape(7, 2) % 4, np.arange(18.0).reshape(3, 2, 3) - 8, dilation=2)
`;

const CAUSAL_GRADIENT = `import numpy as np
def conv1d_causal_backward(dy, x, w, dilation=1):
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    K = len(w)
    for t in range(len(x)):
        for k in range(K):
            past = t - (K - 1 - k) * dilation
            if past >= 0:
                dx[past] += w[k] @ dy[t]
                dw[k] += np.outer(x[past], dy[t])
    return dx, dw
x, w = np.arange(18.0).reshape(9, 2) % 5, np.arange(24.0).reshape(3, 2, 4) % 7
dx, dw = conv1d_causal_backward(np.arange(36.0).reshape(9, 4) % 4, x, w, dilation=2)
`;

const STEPS = `import numpy as np
class Conv1D:
    def __init__(self, weights, stride=1):
        self.W = weights
        self.stride = stride
    def forward(self, x):
        n, c, t = x.shape
        k = self.W.shape[-1]
        steps = (t - k) // self.stride + 1
        out = np.zeros((n, len(self.W), steps))
        for i in range(steps):
            seg = x[:, :, i * self.stride:i * self.stride + k]
            out[:, :, i] = np.tensordot(seg, self.W, axes=([1, 2], [1, 2]))
        return out
y = Conv1D(np.arange(24.0).reshape(4, 2, 3) - 9, 2).forward(np.arange(66.0).reshape(3, 2, 11) % 7)
`;

const GERMAN = `import numpy as np
def maske_vom_maximum(fenster):
    return fenster == fenster.max()
def max_pool_rueckwaerts(d_aus, eingabe, groesse, schritt):
    d_ein = np.zeros(eingabe.shape)
    for n, z, s, k in np.ndindex(d_aus.shape):
        o, l = z * schritt, s * schritt
        maske = maske_vom_maximum(eingabe[n, o:o + groesse, l:l + groesse, k])
        d_ein[n, o:o + groesse, l:l + groesse, k] += maske * d_aus[n, z, s, k]
    return d_ein
zufall = np.random.default_rng(7)
d = max_pool_rueckwaerts(zufall.normal(size=(2, 2, 3, 3)), zufall.normal(size=(2, 5, 7, 3)), 3, 2)
`;

const HELPER = `import numpy as np
def sum_pool(x, k, s):
    def along(a, axis):
        c = np.cumsum(np.moveaxis(a, axis, 0), axis=0)
        c = np.concatenate([np.zeros_like(c[:1]), c])
        starts = np.arange(0, a.shape[axis] - k + 1, s)
        return np.moveaxis(c[starts + k] - c[starts], 0, axis)
    return along(along(x, 1), 2)
y = sum_pool(np.arange(60.0).reshape(2, 5, 6) % 7, 3, 2)
`;

const CLIPPED = `import numpy as np
def edge_filter(img, k):
    m, n = k.shape
    p = np.pad(img.astype(float), ((m // 2, m // 2), (n // 2, n // 2)))
    out = np.zeros(img.shape)
    for y, x in np.ndindex(*img.shape):
        out[y, x] = (p[y:y + m, x:x + n] * k).sum()
    return np.clip(out, 0, 255).astype(np.uint8)
y = edge_filter((np.arange(30) * 37 % 256).reshape(5, 6).astype(np.uint8), np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]))
`;

const PROGRAMS: readonly Program[] = [
  { form: 'a pair of returned functions', source: MAKER, from: 'weights * p', to: 'weights + p', line: 13 },
  { form: 'the second returned function', source: MAKER, from: 'dw += g * p', to: 'dw = g * p', line: 19 },
  { form: 'leaky ReLU', source: LEAKY, from: '*= slope', to: '= slope', line: 4 },
  { form: 'gradient of leaky ReLU', source: LEAKY, from: 'dout, slope *', to: 'dout, -slope *', line: 7 },
  { form: 'leaky ReLU as a class', source: CLASS, from: 'self.alpha)\n', to: 'self.alpha + 1)\n', line: 9 },
  { form: 'a mask that is kept', source: CLASS, from: 'np.where(self.mask, 1', to: 'np.where(g > 0, 1', line: 9 },
  { form: 'signals without channels', source: SIGNALS, from: 'i:i + k]', to: 'i:i + k - 1]', line: 7 },
  { form: 'maximum or mean', source: MAXIMUM, from: '[..., -1]', to: '[..., 0]', line: 6 },
  { form: 'a transposed filter', source: SOBEL, from: 'kx.T', to: 'kx', line: 4 },
  { form: 'dilation of a slice', source: CAUSAL, from: 'k * dilation:k * dilation', to: 'k:k', line: 8 },
  { form: 'gradients of a causal layer', source: CAUSAL_GRADIENT, from: 'dx[past] +=', to: 'dx[past] =', line: 9 },
  { form: 'a helper inside', source: HELPER, from: 'c[starts], 0', to: 'c[starts + 1], 0', line: 7 },
  { form: 'results cut off at 255', source: CLIPPED, from: 'np.uint8)\ny', to: 'np.int8)\ny', line: 8 },
  { form: 'a number of steps', source: STEPS, from: 'i * self.stride:i * self.stride', to: 'i:i', line: 12 },
  { form: 'a mask in German', source: GERMAN, from: 'fenster.max()', to: 'fenster.max(axis=0)', line: 3 },
];

it.each(PROGRAMS)('$form', { timeout: 60_000 }, ({ source, from, to, line }) => {
  const right = checkCode(source);
  expect(right.length).toBeGreaterThan(0);
  for (const check of right) expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  const mistakes = checkCode(source.replace(from, to)).flatMap((check) => check.mistakes);
  expect(mistakes.filter((each) => each.verified).map((each) => each.line)).toContain(line);
});

it('a layer of another name is not taken for a convolution', () => {
  const source = `import numpy as np
def upsample_conv(x, w):
    up = np.kron(x, np.ones((2, 2)))
    win = np.lib.stride_tricks.sliding_window_view(up, w.shape)
    return np.einsum("ijkl,kl->ij", win, w)
y = upsample_conv(np.arange(12.0).reshape(3, 4), np.arange(9.0).reshape(3, 3))
`;
  expect(checkCode(source)).toEqual([]);
});
