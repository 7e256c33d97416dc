/** Gradients of poolings that get the positions of the maxima and the sizes of the input, but neither the input nor the window. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const LISTS = `def largest(matrix, k, step):
    pooled, positions = [], []
    for i in range((len(matrix) - k) // step + 1):
        pooled_row, positions_row = [], []
        for j in range((len(matrix[0]) - k) // step + 1):
            r, q = i * step, j * step
            for u in range(i * step, i * step + k):
                for v in range(j * step, j * step + k):
                    if matrix[u][v] > matrix[r][q]:
                        r, q = u, v
            pooled_row.append(matrix[r][q])
            positions_row.append((r, q))
        pooled.append(pooled_row)
        positions.append(positions_row)
    return pooled, positions

def largest_backward(grad, positions, ROWS, COLS):
    dx = [[0.0] * COLS for _ in range(ROWS)]
    for grad_row, positions_row in zip(grad, positions):
        for g, (r, q) in zip(grad_row, positions_row):
            dx[r][q] += g
    return dx

pooled, positions = largest([[1, 5, 2, 0], [3, -1, 4, 4], [7, 2, 2, 9]], 2, 1)
largest_backward([[1.0, 2.0, 0.5], [3.0, 4.0, -1.0]], positions, 3, 4)
`;

const LINE = `import numpy as np

def max_pool1d(x, size, stride):
    batch, channels, length = x.shape
    count = (length - size) // stride + 1
    out = np.empty((batch, channels, count))
    where = np.empty((batch, channels, count), dtype=int)
    for t in range(count):
        part = x[:, :, t * stride:t * stride + size]
        out[:, :, t] = part.max(axis=2)
        where[:, :, t] = part.argmax(axis=2) + t * stride
    return out, where

def max_pool1d_backward(dout, where, length):
    batch, channels, count = dout.shape
    dx = np.zeros((batch, channels, length))
    for n, c, t in np.ndindex(batch, channels, count):
        dx[n, c, where[n, c, t]] += dout[n, c, t]
    return dx

y, where = max_pool1d(np.array([[[3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0]]]), 3, 1)
max_pool1d_backward(np.ones_like(y), where, 8)
`;

describe('a gradient by the positions of the maxima', () => {
  it.each([
    ['rows', 'cols'],
    ['n_rows', 'n_cols'],
    ['alto', 'ancho'],
    ['hoehe', 'breite'],
  ])('in lists, sizes %s and %s: agrees, and a row that is overwritten is named', (rows, cols) => {
    const source = LISTS.replaceAll('ROWS', rows).replaceAll('COLS', cols);
    expect(checkCode(source)).toMatchObject([
      { agrees: true, mistakes: [] },
      { agrees: true, unseen: [], mistakes: [] },
    ]);
    const [, check] = checkCode(source.replace('dx[r][q] += g', 'dx[r][q] = g'));
    expect(check!.mistakes).toMatchObject([{ id: 'not-accumulated', line: 21, verified: true }]);
  });

  it('of one axis: agrees', () => {
    expect(checkCode(LINE)).toMatchObject([
      { agrees: true, mistakes: [] },
      { agrees: true, unseen: [], mistakes: [] },
    ]);
  });
});

it('the size of the window in another language', () => {
  const source = `def avg_pool_grad(grad, alto, ancho, tam, paso):
    g = [[0.0] * ancho for _ in range(alto)]
    for i in range(len(grad)):
        for j in range(len(grad[0])):
            for a in range(tam):
                for b in range(tam):
                    g[i * paso + a][j * paso + b] += grad[i][j] / tam ** 2
    return g

avg_pool_grad([[4.0, 8.0]], 3, 4, 2, 2)
`;
  expect(checkCode(source)).toMatchObject([{ operation: 'pool_backward', agrees: true, mistakes: [] }]);
});

it('a forward method of any number of axes: those of the gradient are the ones that it unpacks', () => {
  const source = `import numpy as np
class MaxPool:
    def forward(self, x):
        if x.shape[1] % 2 or x.shape[2] % 2:
            raise ValueError('even sizes only')
        stack = np.stack([x[:, i::2, j::2] for i in range(2) for j in range(2)])
        indices = np.argmax(stack, axis=0)
        return np.max(stack, axis=0), indices
    def backward(self, indices, delta):
        n, h, w = indices.shape
        result = np.zeros((n, 2 * h, 2 * w))
        for k in range(4):
            result[:, k // 2::2, k % 2::2] = delta * (indices == k)
        return result
`;
  expect(checkCode(source)).toMatchObject([
    { name: 'MaxPool.forward', agrees: true },
    { name: 'MaxPool.backward', agrees: true, mistakes: [] },
  ]);
});
