/** Cells left over at the wrong end, a bias that is moved up its gradient, a place whose row and column are exchanged. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const COVERED = `import numpy as np

def avg_pool(x, size):
    n, c, h, w = x.shape
    rows, cols = h // size, w // size
    covered = x[:, :, :rows * size, :cols * size]
    return covered.reshape(n, c, rows, size, cols, size).mean(axis=(3, 5))

print(avg_pool(np.random.randn(2, 3, 4, 6), 2))
`;

const DESCENT = `import numpy as np

class ConvLayer:
    def __init__(self, filters, bias, eta=0.05):
        self.filters, self.bias, self.eta = filters, bias, eta

    def forward(self, x):
        self.x = x
        k = self.filters.shape[2]
        rows, cols = x.shape[2] - k + 1, x.shape[3] - k + 1
        out = np.zeros((x.shape[0], self.filters.shape[0], rows, cols))
        for i in range(rows):
            for j in range(cols):
                out[:, :, i, j] = np.tensordot(x[:, :, i:i + k, j:j + k], self.filters, ([1, 2, 3], [1, 2, 3]))
        return out + self.bias[None, :, None, None]

    def backward(self, dout):
        k = self.filters.shape[2]
        dx, dw = np.zeros_like(self.x), np.zeros_like(self.filters)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                dx[:, :, i:i + k, j:j + k] += np.tensordot(dout[:, :, i, j], self.filters, 1)
                dw += np.tensordot(dout[:, :, i, j].T, self.x[:, :, i:i + k, j:j + k], 1)
        self.filters = self.filters - self.eta * dw
        self.bias = self.bias - self.eta * dout.sum(axis=(0, 2, 3))
        return dx

layer = ConvLayer(np.random.randn(2, 3, 2, 2), np.random.randn(2))
layer.backward(np.random.randn(*layer.forward(np.random.randn(2, 3, 4, 5)).shape))
`;

const PLACED = `import numpy as np

def maxpool_backward(dout, x, k):
    dx = np.zeros_like(x)
    for r in range(dout.shape[0]):
        for c in range(dout.shape[1]):
            block = x[r * k:r * k + k, c * k:c * k + k]
            for y2 in range(k):
                for x2 in range(k):
                    if block[y2, x2] == block.max():
                        dx[r * k + y2, c * k + x2] = dout[r, c]
    return dx

print(maxpool_backward(np.random.randn(2, 3), np.random.randn(4, 6), 2))
`;

const NEGATIVE = 'x[:, :, -rows * size:, -cols * size:]';

it.each([
  [
    'windows at the last cells',
    COVERED,
    'x[:, :, :rows * size, :cols * size]',
    'x[:, :, h - rows * size:, w - cols * size:]',
    'wrong-end',
    6,
  ],
  [
    'windows at the last cells, counted from the end',
    COVERED,
    'x[:, :, :rows * size, :cols * size]',
    NEGATIVE,
    'wrong-end',
    6,
  ],
  ['a bias moved up its gradient', DESCENT, 'self.bias - self.eta', 'self.bias + self.eta', 'wrong-operator', 25],
  [
    'row and column of a place',
    PLACED,
    'dx[r * k + y2, c * k + x2]',
    'dx[r * k + x2, c * k + y2]',
    'rows-columns-swapped',
    11,
  ],
])('%s', (_, right, old, wrong, id, line) => {
  expect(checkCode(right).filter(({ agrees, unseen }) => !agrees || unseen.length > 0)).toEqual([]);
  const mistakes = checkCode(right.replace(old, wrong)).flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ id, line, verified: true }]);
});

it('a stride that is left out is the window: of rows for rows, of columns for columns', () => {
  const source = (stride: string): string => `import numpy as np

class MaxPool:
    def __init__(self, size, stride=None):
        if stride is None:
            stride = ${stride}
        self.kh, self.kw = size
        self.sh, self.sw = stride

    def forward(self, x):
        n, c, h, w = x.shape
        out = np.zeros((n, c, (h - self.kh) // self.sh + 1, (w - self.kw) // self.sw + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                y, z = i * self.sh, j * self.sw
                out[:, :, i, j] = x[:, :, y:y + self.kh, z:z + self.kw].max(axis=(2, 3))
        return out

print(MaxPool((2, 2)).forward(np.random.randn(2, 3, 6, 6)))
`;
  expect(checkCode(source('size'))).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
  const [check] = checkCode(source('(size[0], size[0])'));
  expect(check!.mistakes).toMatchObject([{ line: 6, verified: true }]);
});
