/** Functions and classes of styles that the course does not use: right ones agree, and a mistake in them is named. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

/** Verdict of each function; mistakes with the text of their line. */
function verdictsOf(source: string): Record<string, string> {
  const lines = source.split('\n');
  return Object.fromEntries(
    checkCode(source).map(({ name, agrees, refused, mistakes, unseen }) => {
      const named = mistakes.map(({ id, line, verified }) => `${id} ${verified}: ${lines[line! - 1]!.trim()}`);
      const verdict = refused ? 'refused' : agrees && unseen.length === 0 ? 'agrees' : 'wrong';
      return [name, named.length > 0 ? named.join('; ') : verdict];
    }),
  );
}

describe('checkCode: styles of layers', () => {
  it('a cache whose stride and padding have letters, and a helper that crops', () => {
    const source = `import numpy as np
def inner(t, p):
    return t[:, p:-p, p:-p]
def conv_forward(x, K, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    wide = np.pad(x, ((0, 0), (p, p), (p, p), (0, 0)))
    f = K.shape[0]
    rows, cols = (wide.shape[1] - f) // s + 1, (wide.shape[2] - f) // s + 1
    Z = np.zeros((len(wide), rows, cols, K.shape[3]))
    for i in range(rows):
        for j in range(cols):
            Z[:, i, j] = np.tensordot(wide[:, i*s:i*s+f, j*s:j*s+f], K, 3) + b.ravel()
    return Z, (wide, K, s, p)
def conv_backward(dZ, cache):
    wide, K, s, p = cache
    f = K.shape[0]
    dwide, dK = np.zeros(wide.shape), np.zeros(K.shape)
    for i in range(dZ.shape[1]):
        for j in range(dZ.shape[2]):
            part = wide[:, i*s:i*s+f, j*s:j*s+f]
            dK += np.tensordot(part, dZ[:, i, j], (0, 0))
            dwide[:, i*s:i*s+f, j*s:j*s+f] += np.tensordot(dZ[:, i, j], K, (1, 3))
    return inner(dwide, p), dK, dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)
np.random.seed(4)
Z, cache = conv_forward(np.random.randn(2, 6, 5, 3), np.random.randn(2, 2, 3, 4), np.zeros((1, 1, 1, 4)), {"stride": 2, "pad": 1})
dA, dW, db = conv_backward(Z, cache)
`;
    expect(verdictsOf(source)).toEqual({
      conv_forward: 'agrees',
      conv_backward: 'unpad-at-pad-0 true: return t[:, p:-p, p:-p]',
    });
  });

  describe('a class that makes its weights as a matrix in a dictionary', () => {
    const layer = (columns: string): string => `import numpy as np
class Conv:
    def __init__(self, depth, filters, k, rng):
        self.w = {"value": rng.randn(depth * k * k, filters), "grad": None}
        self.b = {"value": np.zeros(filters), "grad": None}
        self.k, self.depth = k, depth
        self.clear()
    def clear(self):
        for each in (self.w, self.b):
            each["grad"] = np.zeros_like(each["value"])
    def forward(self, x):
        n, _, H, W = x.shape
        self.size, self.oh, self.ow = x.shape, H - self.k + 1, W - self.k + 1
        cells = [x[:, :, i:i + self.k, j:j + self.k].reshape(n, -1) for i in range(self.oh) for j in range(self.ow)]
        self.rows = np.array(cells)
        y = self.rows @ self.w["value"] + self.b["value"]
        return y.transpose(1, 2, 0).reshape(n, -1, self.oh, self.ow)
    def backward(self, g):
        n, F = g.shape[:2]
        columns = ${columns}
        self.w["grad"] += np.einsum("pnd,pnf->df", self.rows, columns)
        self.b["grad"] += columns.sum(axis=(0, 1))
        back = columns @ self.w["value"].T
        dx = np.zeros(self.size)
        for at in range(self.oh * self.ow):
            i, j = divmod(at, self.ow)
            dx[:, :, i:i + self.k, j:j + self.k] += back[at].reshape(n, self.depth, self.k, self.k)
        return dx
rng = np.random.RandomState(3)
conv = Conv(2, 3, 2, rng)
y = conv.forward(rng.randn(2, 2, 4, 5))
conv.backward(np.ones_like(y))
`;
    it('agrees', () => {
      expect(verdictsOf(layer('g.reshape(n, F, -1).transpose(2, 0, 1)'))).toEqual({
        'Conv.forward': 'agrees',
        'Conv.backward': 'agrees',
      });
    });

    it.each(['g.reshape(-1, n, F)', 'g.reshape(n, -1, F).transpose(1, 0, 2)'])(
      'views its gradient as %s',
      (columns) => {
        expect(verdictsOf(layer(columns))).toEqual({
          'Conv.forward': 'agrees',
          'Conv.backward': `wrong-reshape true: columns = ${columns}`,
        });
      },
    );
  });

  it('a gradient that is called with the shape of the image under a name of another language', () => {
    const source = (columns: string): string => `import numpy as np
def mittel_pooling(bild, fenster, schritt):
    hoehe, breite = bild.shape
    aus = np.zeros(((hoehe - fenster) // schritt + 1, (breite - fenster) // schritt + 1))
    for z in range(aus.shape[0]):
        for s in range(aus.shape[1]):
            aus[z, s] = bild[z * schritt:z * schritt + fenster, s * schritt:s * schritt + fenster].mean()
    return aus
def mittel_pooling_rueckwaerts(gradient, bildform, fenster, schritt):
    d_bild = np.zeros(bildform)
    for z in range(gradient.shape[0]):
        for s in range(${columns}):
            d_bild[z * schritt:z * schritt + fenster, s * schritt:s * schritt + fenster] += gradient[z, s] / fenster ** 2
    return d_bild
bild = np.arange(30.0).reshape(5, 6)
mittel_pooling(bild, 2, 2)
mittel_pooling_rueckwaerts(np.ones((2, 3)), bild.shape, 2, 2)
`;
    expect(verdictsOf(source('gradient.shape[1]'))).toEqual({
      mittel_pooling: 'agrees',
      mittel_pooling_rueckwaerts: 'agrees',
    });
    expect(verdictsOf(source('gradient.shape[0]')).mittel_pooling_rueckwaerts).toMatch(
      / true: for s in range\(gradient\.shape\[0\]\):$/,
    );
  });

  it('a network of several layers is not a wrong convolution', () => {
    const source = `import numpy as np
def relu(z):
    return np.maximum(z, 0)
def mean_pool(x):
    return x.mean(axis=(2, 3))
def conv3(x, w):
    wide = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    H, W = x.shape[2:]
    return sum(np.einsum('nchw,oc->nohw', wide[:, :, i:i + H, j:j + W], w[:, :, i, j]) for i in range(3) for j in range(3))
def step(x, w):
    a = relu(conv3(x, w))
    return mean_pool(a), a
np.random.seed(2)
step(np.random.randn(2, 3, 5, 4), np.random.randn(4, 3, 3, 3))
`;
    expect(Object.keys(verdictsOf(source))).not.toContain('step');
    expect(verdictsOf(source)).toMatchObject({ conv3: 'agrees' });
  });

  it('the gradient through the ReLU after a convolution, with the result in the place of the input', () => {
    const source = (kept: string): string => `import numpy as np
def correlate(x, k):
    r = k.shape[0] // 2
    wide, y = np.pad(x, r), np.zeros(x.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            y[i, j] = np.sum(wide[i:i + 2*r + 1, j:j + 2*r + 1] * k)
    return y
def forward(x, k, b):
    z = correlate(x, k) + b
    return np.maximum(z, 0), {"x": x, "z": z, "a": np.maximum(z, 0), "k": k}
def backprop(da, kept):
    k = kept["k"]
    dz = da * (kept["z"] > 0)
    wide, dk = np.pad(kept["${kept}"], k.shape[0] // 2), np.zeros(k.shape)
    for p in range(k.shape[0]):
        for q in range(k.shape[1]):
            dk[p, q] = np.sum(wide[p:p + dz.shape[0], q:q + dz.shape[1]] * dz)
    return correlate(dz, k[::-1, ::-1]), dk, np.sum(dz)
np.random.seed(6)
a, kept = forward(np.random.randn(5, 6), np.random.randn(3, 3), 0.1)
backprop(np.random.randn(5, 6), kept)
`;
    expect(verdictsOf(source('x'))).toMatchObject({ backprop: 'agrees' });
    expect(verdictsOf(source('a')).backprop).toMatch(/^wrong-key true: wide, dk/);
  });

  it.each([
    [
      'filters of one cell, viewed in the order of other axes',
      'conv_1x1',
      `def conv_1x1(X, K):
    c, h, w = X.shape
    K = K.reshape((c, K.shape[0])).T
    return (K @ X.reshape((c, h * w))).reshape((-1, h, w))
conv_1x1(np.arange(18.0).reshape(2, 3, 3), np.ones((4, 2, 1, 1)))`,
      /^wrong-\w+ true: K = K\.reshape/,
    ],
    [
      'a filter with cells between its own',
      'DilatedConv.__call__',
      `class DilatedConv:
    def __init__(self, weight, dilation=1):
        self.weight, self.d = weight, dilation
    def __call__(self, x):
        o, c, h, w = self.weight.shape
        big = np.zeros((o, c, h * self.d, w * self.d))
        big[:, :, ::self.d, ::self.d] = self.weight
        h, w = big.shape[2:]
        y = np.zeros((len(x), o, x.shape[2] - h + 1, x.shape[3] - w + 1))
        for i, j in np.ndindex(*y.shape[2:]):
            y[:, :, i, j] = np.einsum('nchw,ochw->no', x[:, :, i:i + h, j:j + w], big)
        return y
np.random.seed(5)
DilatedConv(np.random.randn(3, 2, 3, 2), dilation=2)(np.random.randn(2, 2, 9, 8))`,
      /^dilated-size true: big = np\.zeros/,
    ],
    [
      'a mean that counts other cells than its divisor',
      'avg_pool',
      `def avg_pool(x, k, stride, pad=0, count_include_pad=True):
    H, W = x.shape[2:]
    y = np.zeros(x.shape[:2] + ((H + 2 * pad - k) // stride + 1, (W + 2 * pad - k) // stride + 1))
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            top, left = i * stride - pad, j * stride - pad
            r0, r1, c0, c1 = max(top, 0), min(top + k, H), max(left, 0), min(left + k, W)
            count = k * k if count_include_pad else (r1 - r0) * (c1 - c0)
            y[:, :, i, j] = x[:, :, r0:r1, c0:c1].mean(axis=(2, 3))
    return y
avg_pool(np.arange(40.0).reshape(2, 1, 5, 4), 3, 2, 1)`,
      /^wrong-divisor true: y\[:, :, i, j\] =/,
    ],
    [
      'a bias gradient of the first example',
      'conv_backward',
      `def conv_backward(dout, cache):
    x, w, b, stride = cache
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    db = dout[0].sum(axis=(1, 2))
    k, l = w.shape[2:]
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            g = dout[:, :, i, j]
            rows, cols = slice(i * stride, i * stride + k), slice(j * stride, j * stride + l)
            dw += np.tensordot(g, x[:, :, rows, cols], axes=(0, 0))
            dx[:, :, rows, cols] += np.tensordot(g, w, axes=(1, 0))
    return dx, dw, db
np.random.seed(5)
conv_backward(np.random.randn(2, 3, 3, 3), (np.random.randn(2, 2, 4, 4), np.random.randn(3, 2, 2, 2), np.zeros(3), 1))`,
      /^one-example true: db = dout\[0\]/,
    ],
    [
      'a filter turned by 90°',
      'conv_transpose2d',
      `def conv_transpose2d(x, w, stride=1):
    n, c, h, v = x.shape
    k = w.shape[-1]
    wide = np.zeros((n, c, (h - 1) * stride + 2 * k - 1, (v - 1) * stride + 2 * k - 1))
    wide[:, :, k - 1:wide.shape[2] - k + 1:stride, k - 1:wide.shape[3] - k + 1:stride] = x
    turned = np.rot90(w, axes=(2, 3))
    y = np.zeros((n, w.shape[1], wide.shape[2] - k + 1, wide.shape[3] - k + 1))
    for p in range(k):
        for q in range(k):
            y += np.einsum('nchw,cd->ndhw', wide[:, :, p:p + y.shape[2], q:q + y.shape[3]], turned[:, :, p, q])
    return y
np.random.seed(5)
conv_transpose2d(np.random.randn(2, 3, 4, 5), np.random.randn(3, 2, 3, 3), stride=2)`,
      /^wrong-function true: turned = np\.rot90/,
    ],
  ])('%s', (_, name, text, expected) => {
    expect(verdictsOf(`import numpy as np\n${text}\n`)[name]).toMatch(expected);
  });
});
