/** Right functions of seldom conventions: none is accused. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

it('a result whose axes have another order leads to no claim', () => {
  const source = `import numpy as np

def conv_stack(x, w):
    """(N, C, H, W) and (F, C, k, k) give (F, N, H, W)"""
    n, c, h, wd = x.shape
    f, _, k, _ = w.shape
    y = np.zeros((f, n, h - k + 1, wd - k + 1))
    for i in range(h - k + 1):
        for j in range(wd - k + 1):
            y[:, :, i, j] = np.einsum('fcab,ncab->fn', w, x[:, :, i:i + k, j:j + k])
    return y

conv_stack(np.random.randn(2, 3, 5, 6), np.random.randn(4, 3, 3, 3))
`;
  expect(checkCode(source)).toMatchObject([{ refused: true, mistakes: [], unseen: [] }]);
});

const GRADIENT = (end: string): string => `import numpy as np

def conv_backward(dZ, cache):
    A_prev, W, b, stride, pad = cache
    m, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dpad, dW = np.zeros(padded.shape), np.zeros(W.shape)
    for h in range(n_H):
        for w in range(n_W):
            at = np.s_[:, h * stride:h * stride + f, w * stride:w * stride + f]
            dW += np.einsum('nabc,nk->abck', padded[at], dZ[:, h, w])
            dpad[at] += np.einsum('abck,nk->nabc', W, dZ[:, h, w])
    db = dZ.sum((0, 1, 2)).reshape(1, 1, 1, -1)
${end}
    rows, cols = A_prev.shape[1:3]
    return dpad[:, pad:pad + rows, pad:pad + cols], dW, db
`;

it.each([
  ['of a penalty', '    dW += 0.01 * W  # L2 regularization'],
  ['of a penalty, averaged', '    dW = (dW + 0.3 * W) / m  # weight decay\n    db /= m'],
  ['of a penalty, beside a mean', '    dW = dW / m + 0.1 * W  # weight decay\n    db /= m'],
])('the gradient %s', (_, end) => {
  const [check] = checkCode(GRADIENT(end));
  expect(check).toMatchObject({ agrees: true, unseen: [] });
  expect(check!.convention).toContain('penalty');
});

it('a bound of the norm is not reached: the gradients agree', () => {
  const end = '    size = np.linalg.norm(dW)\n    if size > 1:\n        dW = dW / size  # clipped';
  expect(checkCode(GRADIENT(end))).toMatchObject([{ agrees: true, refused: false, mistakes: [], unseen: [] }]);
});

it('a mean over the positions that a comment states leads to no claim', () => {
  const end = '    # averaged over the positions\n    dW /= n_H * n_W';
  expect(checkCode(GRADIENT(end))).toMatchObject([{ refused: true, mistakes: [], unseen: [] }]);
});

const UPDATED = (update: string, more = ''): string => `import numpy as np

class Conv:
    def __init__(self, channels, filters, size, lr=0.01):
        self.W = np.random.randn(filters, channels, size, size)
        self.b = np.zeros(filters)
        self.lr = lr
        self.velocity = np.zeros_like(self.W)

    def forward(self, x):
        self.x = x
        k = self.W.shape[2]
        y = np.zeros((x.shape[0], len(self.b), x.shape[2] - k + 1, x.shape[3] - k + 1))
        for i in range(y.shape[2]):
            for j in range(y.shape[3]):
                y[:, :, i, j] = np.tensordot(x[:, :, i:i + k, j:j + k], self.W, ([1, 2, 3], [1, 2, 3])) + self.b
        return y

    def backward(self, dout):
        k = self.W.shape[2]
        dx, dW = np.zeros_like(self.x), np.zeros_like(self.W)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                dW += np.tensordot(dout[:, :, i, j], self.x[:, :, i:i + k, j:j + k], ([0], [0]))
                dx[:, :, i:i + k, j:j + k] += np.tensordot(dout[:, :, i, j], self.W, ([1], [0]))
        ${update}
        return dx
${more}
layer = Conv(2, 3, 3)
layer.backward(np.ones_like(layer.forward(np.random.randn(2, 2, 5, 6))))
`;

it.each([
  ['momentum', UPDATED('self.velocity = 0.9 * self.velocity - self.lr * dW\n        self.W += self.velocity')],
  [
    'a method',
    UPDATED(
      'self.descend(dW)',
      '\n    def descend(self, dW):\n        W = self.W\n        W -= self.lr * dW / np.sqrt((dW ** 2).sum())\n',
    ),
  ],
])('weights that the backward method changes by %s', (_, source) => {
  expect(checkCode(source)).toMatchObject([
    { agrees: true, unseen: [] },
    { agrees: true, unseen: [] },
  ]);
});

it('a pooling with parameters of its own leads to no claim', () => {
  const source = `import numpy as np

class MeanPool:
    def __init__(self, planes, size=2):
        self.gain, self.size = np.full(planes, 0.5), size

    def forward(self, x):
        n, c, h, w = x.shape
        k = self.size
        return x.reshape(n, c, h // k, k, w // k, k).mean((3, 5)) * self.gain[:, None, None]

MeanPool(3).forward(np.random.randn(2, 3, 4, 6))
`;
  expect(checkCode(source).flatMap(({ mistakes, unseen, refused }) => [mistakes, unseen, refused])).toEqual([
    [],
    [],
    true,
  ]);
});

const AGREEING: readonly (readonly [title: string, source: string, convention: RegExp])[] = [
  [
    'the last window of a pooling moved back',
    `import numpy as np

def largest(x, size, stride):
    tops = [min(t, x.shape[0] - size) for t in range(0, x.shape[0] - size + stride, stride)]
    lefts = [min(l, x.shape[1] - size) for l in range(0, x.shape[1] - size + stride, stride)]
    return np.array([[x[t:t + size, l:l + size].max() for l in lefts] for t in tops])

largest(np.random.randn(5, 8), 2, 3)
`,
    /moved back/,
  ],
  [
    'a padding of one side that the text states',
    `import numpy as np

def conv_layer(x, w, stride=1, pad=1):
    """zeros are added only below and on the right"""
    framed = np.pad(x, ((0, 0), (0, pad), (0, pad), (0, 0)))
    rows, cols = [(n - k) // stride + 1 for n, k in zip(framed.shape[1:3], w.shape)]
    y = np.zeros((len(x), rows, cols, w.shape[3]))
    for i in range(rows):
        for j in range(cols):
            part = framed[:, i * stride:i * stride + w.shape[0], j * stride:j * stride + w.shape[1]]
            y[:, i, j] = np.tensordot(part, w, 3)
    return y

conv_layer(np.random.randn(2, 5, 6, 2), np.random.randn(3, 3, 2, 4))
`,
    /one side/,
  ],
  [
    'the value of the padding as an argument',
    `import numpy as np

def corr2d(x, w, pad=1, pad_value=0.5):
    k = w.shape[0]
    framed = np.pad(x, pad, constant_values=pad_value)
    y = np.zeros((framed.shape[0] - k + 1, framed.shape[1] - k + 1))
    for i, j in np.ndindex(*y.shape):
        y[i, j] = np.sum(framed[i:i + k, j:j + k] * w)
    return y
`,
    /^$/,
  ],
  [
    'a pooling that covers the edge, in words of the text',
    `import numpy as np

def max_pool(x, k, s):
    """windows are cut off at the edge"""
    rows, cols = (x.shape[0] - k + s - 1) // s + 1, (x.shape[1] - k + s - 1) // s + 1
    return np.array([[x[i * s:i * s + k, j * s:j * s + k].max() for j in range(cols)] for i in range(rows)])

max_pool(np.random.randn(5, 8), 2, 3)
`,
    /^$/,
  ],
];

it.each(AGREEING)('%s', (_, source, convention) => {
  const [check] = checkCode(source);
  expect(check).toMatchObject({ agrees: true, unseen: [] });
  expect(check!.convention ?? '').toMatch(convention);
});

it.each([
  ['rounded', 'np.round(w / step) * step', '    step = np.abs(w).max() / 127\n'],
  ['of signs', 'np.sign(w) * np.abs(w).mean(axis=(1, 2, 3), keepdims=True)', ''],
])('filters that are %s before their use lead to no claim', (_, value, before) => {
  const source = `import numpy as np

def conv_coarse(x, w):
${before}    coarse = ${value}
    k = w.shape[2]
    y = np.zeros((len(x), len(w), x.shape[2] - k + 1, x.shape[3] - k + 1))
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            y[:, :, i, j] = np.tensordot(x[:, :, i:i + k, j:j + k], coarse, ([1, 2, 3], [1, 2, 3]))
    return y

conv_coarse(np.random.randn(2, 3, 5, 6), np.random.randn(4, 3, 3, 3))
`;
  expect(checkCode(source)).toMatchObject([{ refused: true, mistakes: [], unseen: [] }]);
});

it('a filter whose columns are its first axis leads to no claim', () => {
  const source = `import numpy as np

def corr2d(x, w):
    kw, kh = w.shape
    y = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i, j in np.ndindex(*y.shape):
        y[i, j] = np.sum(x[i:i + kh, j:j + kw] * w.T)
    return y

corr2d(np.random.randn(5, 6), np.random.randn(2, 3))
`;
  expect(checkCode(source)).toMatchObject([{ refused: true, mistakes: [], unseen: [] }]);
});

it.each([
  [
    'channels, rows, columns, examples, with filters of rows, columns, channels',
    'import numpy as np',
    'x: (C, H, W, N)',
    ['c, h, w, n = x.shape', 'r, s, _, f = k.shape', '(f, h - r + 1, w - s + 1, n)'],
    ['y[:, i, j]', "'rscf,crsn->fn', k, x[:, i:i + r, j:j + s]"],
    '(2, 5, 6, 3)), rng.normal(size=(3, 2, 2, 4)',
  ],
  [
    'filters of rows, columns, filters, channels that the text names',
    'import numpy as np',
    'k: (kh, kw, out, in)',
    ['n, h, w, c = x.shape', 'r, s, f, _ = k.shape', '(n, h - r + 1, w - s + 1, f)'],
    ['y[:, i, j]', "'rsfc,nrsc->nf', k, x[:, i:i + r, j:j + s]"],
    '(2, 5, 6, 3)), rng.normal(size=(3, 2, 4, 3)',
  ],
])('%s', (_, head, stated, [images, filters, shape], [place, product], sizes) => {
  const source = `${head}

def conv2d(x, k):
    """${stated}"""
    ${images}
    ${filters}
    y = np.zeros(${shape})
    for i in range(h - r + 1):
        for j in range(w - s + 1):
            ${place} = np.einsum(${product})
    return y

rng = np.random.default_rng(3)
conv2d(rng.normal(size=${sizes}))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [] }]);
});

const EARLIER_CELLS = (first: string): string => `import numpy as np

def convolution(signal, taps):
    n = max(len(signal), len(taps))
    out = np.zeros(n)
    for i in range(n):
        for j in range(${first}n):
            if 0 <= i - j < len(taps) and j < len(signal):
                out[i] += signal[j] * taps[i - j]
    return out

convolution(np.array([2., 7., 1., 8., 2., 8., 1., 8.]), [0.5, 0.3, -1.2])
`;

it('a sum over earlier cells is a causal convolution', () => {
  const [check] = checkCode(EARLIER_CELLS(''));
  expect(check).toMatchObject({ agrees: true, unseen: [] });
  expect(check!.convention).toContain('causal');
});

it('a sum over earlier cells without the first agrees with no layer', () => {
  const [check] = checkCode(EARLIER_CELLS('1, '));
  expect(check).toMatchObject({ agrees: false });
});
