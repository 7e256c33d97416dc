/** Slices without their step, blocks that are strided, one bias for all filters, the first channels for every group. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

type Edit = readonly [right: string, wrong: string];

/** The lines of the edits that are named in the wrong text. */
function namedIn(right: string, ...edits: readonly Edit[]): unknown {
  expect(checkCode(right).flatMap(({ mistakes, unseen }) => [...mistakes, ...unseen])).toEqual([]);
  const wrong = edits.reduce((text, [from, to]) => text.replace(from, to), right);
  const mistakes = checkCode(wrong).flatMap((check) => check.mistakes);
  return mistakes.map(({ line, verified }) => [
    verified,
    edits.findIndex(([from]) => right.split('\n')[line! - 1]?.includes(from)),
  ]);
}

const SIGNAL = `import numpy as np

class Conv1d:
    def __init__(self, weight, stride=1):
        self.weight = weight
        self.stride = stride

    def forward(self, x):
        s = self.stride
        self.x = x
        self.length = (x.shape[2] - self.weight.shape[2]) // s + 1
        y = np.zeros((x.shape[0], self.weight.shape[0], self.length))
        for t in range(self.weight.shape[2]):
            y += np.einsum('ncl,oc->nol', x[:, :, t:t + s * self.length:s], self.weight[:, :, t])
        return y

    def backward(self, grad):
        s = self.stride
        dx, self.dweight = np.zeros_like(self.x), np.zeros_like(self.weight)
        for t in range(self.weight.shape[2]):
            self.dweight[:, :, t] = np.einsum('nol,ncl->oc', grad, self.x[:, :, t:t + s * self.length:s])
            dx[:, :, t:t + s * self.length:s] += np.einsum('nol,oc->ncl', grad, self.weight[:, :, t])
        return dx

conv = Conv1d(np.random.randn(3, 2, 4), 2)
out = conv.forward(np.random.randn(2, 2, 12))
dx = conv.backward(np.random.randn(*out.shape))
`;

it('a slice up to an attribute, without its step', () => {
  const edit = ['dx[:, :, t:t + s * self.length:s] +=', 'dx[:, :, t:t + self.length] +='] as const;
  expect(namedIn(SIGNAL, edit)).toEqual([[true, 0]]);
});

it('blocks of which the rows and columns are strided before they are transposed', () => {
  const source = `import numpy as np

def max_pool(x, size):
    b, h, w, ch = x.shape
    rows, cols = h // size, w // size
    tiles = x[:, :rows * size, :cols * size].reshape(b, rows, size, cols, size, ch)
    return tiles.max(axis=(2, 4))

print(max_pool(np.random.randn(2, 6, 9, 3), 3).shape)
`;
  const edit = [
    '.reshape(b, rows, size, cols, size, ch)',
    '.reshape(b, size, rows, size, cols, ch).transpose(0, 2, 1, 4, 3, 5)',
  ] as const;
  expect(namedIn(source, edit)).toEqual([[true, 0]]);
});

it('the first bias for all filters, as a slice', () => {
  const source = `import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    stride, f = hparameters['stride'], W.shape[0]
    pad = hparameters['pad']
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    rows, cols = (padded.shape[1] - f) // stride + 1, (padded.shape[2] - f) // stride + 1
    Z = np.zeros((A_prev.shape[0], rows, cols, W.shape[3]))
    for i in range(rows):
        for j in range(cols):
            for k in range(W.shape[3]):
                window = padded[:, i * stride:i * stride + f, j * stride:j * stride + f]
                bias = b[0, 0, 0, k:k + 1]
                Z[:, i, j, k] = np.sum(window * W[..., k], axis=(1, 2, 3)) + bias
    return Z, (A_prev, W, b, hparameters)

Z, cache = conv_forward(np.random.randn(2, 5, 6, 3), np.random.randn(2, 2, 3, 4), np.random.randn(1, 1, 1, 4), {'pad': 1, 'stride': 2})
`;
  expect(namedIn(source, ['b[0, 0, 0, k:k + 1]', 'b[0, 0, 0, :1]'])).toEqual([[true, 0]]);
});

const GROUPS = `import numpy as np

def conv2d(x, w, stride=1, padding=0, groups=1):
    n, c, h, wd = x.shape
    f, cg, kh, kw = w.shape
    per = f // groups
    y = np.zeros((n, f, (h + 2 * padding - kh) // stride + 1, (wd + 2 * padding - kw) // stride + 1))
    for o in range(f):
        part = o // per
        for i in range(y.shape[2]):
            for j in range(y.shape[3]):
                for q in range(cg):
                    for u in range(kh):
                        for v in range(kw):
                            row, col = i * stride + u - padding, j * stride + v - padding
                            if row < 0 or row >= h or col < 0 or col >= wd:
                                continue
                            y[:, o, i, j] += x[:, part * cg + q, row, col] * w[o, q, u, v]
    return y

print(conv2d(np.random.randn(1, 4, 5, 4), np.random.randn(4, 2, 3, 3), padding=1, groups=2).shape)
`;

it('the channels of a group begin at its number, and row 0 is left out', () => {
  const edits = [
    ['if row < 0', 'if row <= 0'],
    ['part * cg + q', 'part + q'],
  ] as const;
  expect(namedIn(GROUPS, ...edits)).toEqual([
    [true, 0],
    [true, 1],
  ]);
});
