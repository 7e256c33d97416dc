/** Mistakes of values that are not kept, of iterators, attributes, arguments and orders: the line, the kind, a verified repair. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const WRONG: readonly (readonly [id: string, line: number, source: string])[] = [
  [
    'exhausted-iterator',
    4,
    `def conv_grads(dout, x, w):
    kh, kw = w.shape[2:]
    cells = zip(*np.nonzero(np.ones(dout.shape[2:])))
    dw, dx = np.zeros_like(w), np.zeros_like(x)
    for i, j in cells:
        dw += np.einsum('nf,nchw->fchw', dout[:, :, i, j], x[:, :, i:i+kh, j:j+kw])
    for i, j in cells:
        dx[:, :, i:i+kh, j:j+kw] += np.einsum('nf,fchw->nchw', dout[:, :, i, j], w)
    return dx, dw, dout.sum(axis=(0, 2, 3))

conv_grads(np.random.randn(2, 4, 3, 3), np.random.randn(2, 3, 5, 5), np.random.randn(4, 3, 3, 3))`,
  ],
  [
    'unused-value',
    9,
    `def conv2d(x, w, b):
    f, c, kh, kw = w.shape
    n, c, h, wd = x.shape
    out = np.zeros((n, f, h - kh + 1, wd - kw + 1))
    for i in range(h - kh + 1):
        for j in range(wd - kw + 1):
            out[:, :, i, j] = np.einsum('nchw,fchw->nf', x[:, :, i:i+kh, j:j+kw], w)
    out + b.reshape(1, -1, 1, 1)
    return out

conv2d(np.random.randn(2, 3, 5, 6), np.random.randn(4, 3, 3, 3), np.random.randn(4))`,
  ],
  [
    'unused-value',
    9,
    `def avg_pool(x, k):
    n, c, h, w = x.shape
    out = np.zeros((n, c, h // k, w // k))
    for i in range(h // k):
        for j in range(w // k):
            total = 0
            total += x[:, :, i*k:i*k+k, j*k:j*k+k].sum(axis=(2, 3))
            out[:, :, i, j] == total / (k * k)
    return out

avg_pool(np.random.randn(2, 3, 4, 6), 2)`,
  ],
  [
    'unset-attribute',
    6,
    `class MaxPool:
    def __init__(self, size):
        self.size = size
    def forward(self, x):
        x_in = x
        k = self.size
        n, c, h, w = x.shape
        return x.reshape(n, c, h // k, k, w // k, k).max(axis=(3, 5))
    def backward(self, dout):
        k = self.size
        dx = np.zeros_like(self.x)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                part = self.x[:, :, i*k:i*k+k, j*k:j*k+k]
                mask = part == part.max(axis=(2, 3), keepdims=True)
                dx[:, :, i*k:i*k+k, j*k:j*k+k] += mask * dout[:, :, i:i+1, j:j+1]
        return dx

pool = MaxPool(2)
pool.backward(np.ones_like(pool.forward(np.random.randn(1, 2, 4, 4))))`,
  ],
  [
    'missing-parentheses',
    4,
    `def max_pool(x, k, s):
    n, c, h, w = x.shape
    out = np.empty(n, c, (h - k) // s + 1, (w - k) // s + 1)
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = x[:, :, i*s:i*s+k, j*s:j*s+k].max(axis=(2, 3))
    return out

max_pool(np.random.randn(1, 2, 5, 6), 2, 1)`,
  ],
  [
    'built-in-function',
    6,
    `def max_pool(img, k):
    out = np.zeros((img.shape[0] // k, img.shape[1] // k))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = max(img[i*k:i*k+k, j*k:j*k+k])
    return out

max_pool(np.random.randn(4, 6), 2)`,
  ],
  [
    'wrong-order',
    3,
    `def conv_single_step(a_slice_prev, W, b):
    weights = W.ravel(order='F')
    return float(np.dot(a_slice_prev.ravel(), weights) + b.item())

conv_single_step(np.random.randn(3, 3, 2), np.random.randn(3, 3, 2), np.random.randn(1, 1, 1))`,
  ],
  [
    'early-steps',
    4,
    `def conv(img, ker, stride):
    kh, kw = ker.shape
    img = img[::stride, ::stride]
    views = np.lib.stride_tricks.sliding_window_view(img, (kh, kw))
    return np.einsum('ijkl,kl->ij', views, ker)

conv(np.random.randn(9, 8), np.random.randn(3, 2), 2)`,
  ],
  [
    'wrong-position',
    8,
    `def depthwise(x, w):
    n, c, h, wd = x.shape
    _, M, kh, kw = w.shape
    out = np.zeros((n, c * M, h - kh + 1, wd - kw + 1))
    for ch in range(c):
        for m in range(M):
            o = m * c + ch
            for i in range(h - kh + 1):
                for j in range(wd - kw + 1):
                    out[:, o, i, j] = (x[:, ch, i:i+kh, j:j+kw] * w[ch, m]).sum(axis=(1, 2))
    return out

depthwise(np.random.randn(2, 3, 5, 5), np.random.randn(3, 2, 3, 3))`,
  ],
  [
    'bias-in-every-product',
    8,
    `def conv_transpose(x, w, bias, stride=1):
    n, ci, h, wd = x.shape
    _, co, kh, kw = w.shape
    out = np.zeros((n, co, (h - 1) * stride + kh, (wd - 1) * stride + kw))
    for i in range(h):
        for j in range(wd):
            part = np.tensordot(x[:, :, i, j], w, axes=1) + bias[None, :, None, None]
            out[:, :, i*stride:i*stride+kh, j*stride:j*stride+kw] += part
    return out

conv_transpose(np.random.randn(1, 3, 3, 4), np.random.randn(3, 2, 3, 3), np.array([1.0, -1.0]), stride=2)`,
  ],
  [
    'wrong-operator',
    4,
    `def verteile(dz, form):
    h, w = form
    return np.ones(form) * (dz / h * w)

verteile(5.0, (4, 5))`,
  ],
  [
    'byte-overflow',
    3,
    `def box_blur(img):
    p = np.pad(img, 1, mode='edge')
    return sum(p[i:i + img.shape[0], j:j + img.shape[1]] for i in range(3) for j in range(3)) / 9

box_blur(np.random.RandomState(0).randint(0, 256, size=(5, 6)).astype(np.uint8))`,
  ],
  [
    'byte-overflow',
    4,
    `def avg_pool(img):
    h, w = img.shape[0] // 2 * 2, img.shape[1] // 2 * 2
    top = img[0:h:2, 0:w:2]
    for i, j in [(0, 1), (1, 0), (1, 1)]:
        top = top + img[i:h:2, j:w:2]
    return top / 4

avg_pool(np.random.RandomState(0).randint(0, 256, size=(4, 6), dtype=np.uint8))`,
  ],
  [
    'missing-axes',
    7,
    `class GlobalAvgPool:
    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=(2, 3))
    def backward(self, dout):
        return np.broadcast_to(dout / (self.shape[2] * self.shape[3]), self.shape)

gap = GlobalAvgPool()
gap.forward(np.random.randn(2, 3, 4, 5))`,
  ],
];

describe('values that are not kept, iterators, attributes, arguments and orders', () => {
  it.each(WRONG)('%s on line %d', (id, line, source) => {
    const found = checkCode(`import numpy as np\n${source}`).flatMap(({ mistakes }) => mistakes);
    expect(found.map((each) => [each.id, each.line, each.verified])).toEqual([[id, line, true]]);
  });

  it('sums of bytes that are converted first, and results that are bytes on purpose, agree', () => {
    const check = (first: string, last: string) =>
      checkCode(
        `import numpy as np
def avg_pool(img, k=2):
    img = img${first}
    total = img[0::2, 0::2] + img[0::2, 1::2] + img[1::2, 0::2] + img[1::2, 1::2]
    return total / 4${last}

avg_pool(np.random.RandomState(0).randint(0, 256, size=(4, 6), dtype=np.uint8))`,
        { budget: 600 },
      ).flatMap(({ mistakes }) => mistakes);
    expect(check('.astype(float)', '')).toEqual([]);
    expect(check('.astype(int)', ' // 1').filter(({ id }) => id === 'byte-overflow')).toEqual([]);
  });

  it('takes the order of the axes that a Spanish description states', () => {
    const check = (axes: string) =>
      checkCode(`import numpy as np
def rellenar(X, p):
    """
    X -- lote de forma (${axes})
    """
    return np.pad(X, [(0, 0), (0, 0), (p, p), (p, p)])

rellenar(np.random.randn(4, 3, 3, 2), 2)`)[0]!;
    expect(check('m, alto, ancho, canales').mistakes).toMatchObject([{ id: 'pad-axes', line: 6, verified: true }]);
    expect(check('m, canales, alto, ancho')).toMatchObject({ agrees: true, unseen: [], mistakes: [] });
  });

  it('names a turned filter where the text states a cross-correlation in German', () => {
    const check = (words: string) =>
      checkCode(`import numpy as np
def faltung1d(signal, kern):
    """${words}"""
    return np.convolve(signal, kern, mode='valid')

faltung1d(np.random.randn(8), np.random.randn(3))`)[0]!;
    expect(check('Kreuzkorrelation wie in PyTorch').mistakes).toMatchObject([{ line: 4, verified: true }]);
    expect(check('Faltung eines Signals')).toMatchObject({ agrees: true, mistakes: [] });
  });
});
