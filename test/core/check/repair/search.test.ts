/** The search for a repair: its bound, and the calls that it understands. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const POOL = `import numpy as np
def pool_forward(A_prev, hparameters, mode="max"):
    m, H, W, C = A_prev.shape
    f, s = hparameters["f"], hparameters["stride"]
    A = np.zeros((m, (H - f) // s + 1, (W - f) // s + 1, C))
    for i in range(m):
        for h in range(A.shape[1]):
            for w in range(A.shape[2]):
                for c in range(C):
                    window = A_prev[i, h * s:h * s + f, w * s:w * s + f, c] ** 3 + 7 * h
                    A[i, h, w, c] = (np.max(window) if mode == "max" else np.mean(window)) ** 3
    return A, (A_prev, hparameters)
pool_forward(np.random.randn(2, 4, 4, 3), {"stride": 2, "f": 2})
`;

describe('checkCode: the search for a repair', () => {
  it('a search that ends before every edit was tried is named', () => {
    expect(checkCode(POOL, { budget: 20 })).toMatchObject([{ agrees: false, mistakes: [], isSearchBounded: true }]);
  });

  it('without a search nothing is named', () => {
    const [check] = checkCode(POOL, { budget: 0 });
    expect(check).toMatchObject({ agrees: false, mistakes: [] });
    expect(check).not.toHaveProperty('isSearchBounded');
  });
});

describe('checkCode: calls that it understands', () => {
  it.each([
    [
      'a bias that is 0, and a padding that is 0',
      'image, kern, offset=0, hop=1, edge=0',
      'offset, hop, edge',
      '3, 2, 1',
    ],
    [
      'a stride by a word of another language',
      'bild, gewicht, schwelle, schritt=1, polster=0',
      'schwelle, schritt, polster',
      '0.5, 2, 1',
    ],
  ])('%s', (_, parameters, names, values) => {
    const [x, w] = parameters.split(', ');
    const [b, s, p] = names.split(', ');
    const source = `import numpy as np
def convolve(${parameters}):
    x = np.pad(${x}, ${p})
    k = ${w}.shape[0]
    out = np.zeros(((x.shape[0] - k) // ${s} + 1, (x.shape[1] - k) // ${s} + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i * ${s}:i * ${s} + k, j * ${s}:j * ${s} + k] * ${w}) + ${b}
    return out
convolve(np.random.randn(5, 6), np.random.randn(3, 3), ${values})
`;
    expect(checkCode(source)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
  });

  it('a text with the no-break spaces of a page', () => {
    const source = `import numpy as np
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
zero_pad(np.ones((1, 2, 2, 1)), 1)
`.replaceAll(' ', '\u00a0');
    expect(checkCode(source)).toMatchObject([{ name: 'zero_pad', agrees: true, unseen: [] }]);
  });

  it('the gradients of ReLU and of global pooling, from what the forward function keeps', () => {
    const source = `import numpy as np
class ReLU:
    def forward(self, x):
        self.on = x > 0
        return x * self.on
    def backward(self, g):
        return g * self.on
def global_max_pool(x):
    n, c, h, w = x.shape
    flat = x.reshape(n, c, -1)
    return flat.max(2), (flat.argmax(2), x.shape)
def global_max_pool_backward(dout, cache):
    at, shape = cache
    dx = np.zeros(shape)
    for i in range(shape[0]):
        for j in range(shape[1]):
            dx[i, j].flat[at[i, j]] = dout[i, j]
    return dx
y, cache = global_max_pool(np.random.randn(2, 3, 4, 5))
global_max_pool_backward(np.ones((2, 3)), cache)
`;
    const checks = checkCode(source);
    expect(checks.map(({ special, agrees }) => `${special} ${agrees}`)).toEqual([
      'relu true',
      'relu_gradient true',
      'global_pool true',
      'global_pool_gradient true',
    ]);
  });

  it('a function that runs as the text calls it, and not as the check would, has no mistake', () => {
    const source = `import numpy as np
class Geometry:
    def __init__(self, table):
        self.size, self.step = table
    def start(self, t):
        return t * self.step
def conv1d(signal, weights, geometry):
    count = (signal.shape[1] - geometry.size) // geometry.step + 1
    out = np.zeros((weights.shape[0], count))
    for t in range(count):
        at = geometry.start(t)
        out[:, t] = np.tensordot(weights, signal[:, at:at + geometry.size], axes=2)
    return out
conv1d(np.random.randn(2, 9), np.random.randn(3, 2, 3), Geometry((3, 1)))
`;
    expect(checkCode(source)).toMatchObject([{ refused: true, mistakes: [], unseen: [] }]);
  });
});

describe('checkCode: what hides a mistake', () => {
  it('two mistakes on one line, of which the second alone ends with an error', () => {
    const source = `import numpy as np
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    dA_prev = np.zeros(A_prev.shape)
    dW = np.zeros(W.shape)
    db = np.zeros((1, 1, 1, n_C))
    width = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    A_prev_pad, dA_prev_pad = np.pad(A_prev, width), np.pad(dA_prev, width)
    for i in range(m):
        a_prev_pad, da_prev_pad = A_prev_pad[i], dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    top, left = h * stride, w * stride
                    a_slice = a_prev_pad[top:top + f, left:left + f, :]
                    da_prev_pad[top:top + f, left:left + f, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i] = a_prev_pad[pad:-pad, pad:-pad, :]
    return dA_prev, dW, db
np.random.seed(1)
cache = (np.random.randn(2, 4, 4, 3), np.random.randn(2, 2, 3, 4), np.zeros((1, 1, 1, 4)), {"pad": 2, "stride": 2})
conv_backward(np.random.randn(2, 4, 4, 4), cache)
`;
    const line = source.slice(0, source.indexOf('= a_prev_pad[pad')).split('\n').length;
    const [{ mistakes }] = checkCode(source) as [ReturnType<typeof checkCode>[number]];
    expect(mistakes.map(({ id, verified }) => [id, verified])).toEqual([
      ['wrong-variable', true],
      ['unpad-at-pad-0', true],
    ]);
    expect(mistakes.map((mistake) => mistake.line)).toEqual([line, line]);
  });

  it('long work before the call', () => {
    const [before, call] = POOL.split(/^(?=pool_forward\()/m) as [string, string];
    const wait = `total = 0\nfor k in range(400):
    for j in range(1000):
        total = total + k * j % 7
`;
    const [check] = checkCode(before + wait + call, { budget: 0 });
    expect(check!.layerCase?.label).toMatchObject({ text: 'your call of {0}' });
  });
});
