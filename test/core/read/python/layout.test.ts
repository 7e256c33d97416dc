/** The order in which results are stored: that of the operands; the expected output is that of NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  ['x + 1', '(96, 8, 32)'],
  ['2 * x.T', '(32, 8, 96)'],
  ['-x', '(96, 8, 32)'],
  ['np.exp(x)', '(96, 8, 32)'],
  ['x > 1', '(12, 1, 4)'],
  ['x * np.ones((4, 1))', '(96, 8, 32)'],
  ['x * np.ones((2, 4, 3))', '(96, 24, 8)'],
  ['np.ones(3) + x', '(96, 8, 32)'],
  ['x[:, ::-1] + 1', '(96, 8, 32)'],
  ['x[:, ::2] + x[:1, :2]', '(48, 8, 16)'],
  ['np.where(x > 2, 1, 0)', '(96, 8, 32)'],
  ['np.where(x > 2, np.ones((2, 4, 3)), x)', '(96, 24, 8)'],
  ['x.astype(int)', '(96, 8, 32)'],
  ['np.broadcast_to(np.arange(3.0), (4, 3)).T + 1', '(32, 8)'],
  ['np.add.outer(x[0], x[0, 0])', '(24, 96, 8)'],
])('the strides of %s', (expression, expected) => {
  const { output } = runCode(
    `import numpy as np\nx = np.arange(24.0).reshape(2, 3, 4).transpose(0, 2, 1)\nprint((${expression}).strides)`,
  );
  expect(output).toBe(`${expected}\n`);
});

it('a new shape of a result in another order is a copy', () => {
  const { output } = runCode(
    'import numpy as np\ny = np.arange(4.0).reshape(2, 2).T + 1\nflat = y.reshape(-1)\nflat[0] = 9\nprint(y.tolist(), flat.tolist())',
  );
  expect(output).toBe('[[1.0, 3.0], [2.0, 4.0]] [9.0, 3.0, 2.0, 4.0]\n');
});

it('results in another order are updated in place, masked, joined and multiplied', () => {
  const { output } = runCode(
    'import numpy as np\na = np.array([[1, 2], [3, 4]]).T\nb = a * 10\nb[0] += 1\nb -= a\nb += b.T\n' +
      'print(b.tolist(), b[b > 40].tolist(), np.hstack([b, a]).tolist(), (b @ a).tolist(), b.sum(0).tolist())',
  );
  expect(output).toBe(
    '[[20, 46], [46, 72]] [46, 46, 72] [[20, 46, 1, 3], [46, 72, 2, 4]] [[112, 244], [190, 426]] [66, 118]\n',
  );
});

it.each([
  ['np.zeros_like(x)', '(96, 8, 32)'],
  ['np.ones_like(f, dtype=np.int8)', '(1, 2, 6)'],
  ['np.full_like(u, 3)', '(8, 32, 96)'],
  ["np.empty_like(x, order='C')", '(96, 24, 8)'],
  ["np.zeros_like(x, order='A')", '(96, 24, 8)'],
  ['np.zeros_like(f, shape=(2, 2, 2))', '(8, 16, 32)'],
  ["np.zeros((2, 3), order='F')", '(8, 16)'],
  ['np.concatenate([x, x])', '(96, 8, 32)'],
  ['np.concatenate([np.zeros(x.shape), x], axis=1)', '(192, 24, 8)'],
  ['np.stack([x, x], axis=-1)', '(192, 16, 64, 8)'],
  ['np.stack([m, m], axis=1)', '(16, 8, 48)'],
  ['np.hstack([m, m])', '(8, 24)'],
  ['np.sort(x)', '(96, 8, 32)'],
  ['np.cumsum(c, axis=0)', '(96, 32, 8)'],
  ['x.cumsum(axis=0)', '(96, 8, 32)'],
  ['np.maximum.accumulate(f, axis=1)', '(8, 16, 48)'],
  ['np.roll(x, 1, axis=0)', '(96, 8, 32)'],
  ['np.pad(f, 1)', '(8, 32, 160)'],
  ["np.pad(x, 1, mode='edge')", '(240, 40, 8)'],
  ['f.sum(0)', '(8, 24)'],
  ['x.mean(-1, keepdims=True)', '(32, 8, 32)'],
  ['f.max(axis=1)', '(8, 16)'],
  ['f.argmax(axis=1)', '(32, 8)'],
  ['np.median(f, axis=0)', '(8, 24)'],
  ['np.percentile(f, 50, axis=0)', '(32, 8)'],
  ['np.delete(f, 0, axis=0)', '(8, 8, 24)'],
  ['np.insert(m, 0, 1, axis=0)', '(8, 32)'],
  ['c[:, [0, 1]]', '(32, 64, 8)'],
  ['c[:, [[0, 1], [1, 2]], [0, 3]]', '(8, 32, 16)'],
  ['x[[0, 1]]', '(96, 8, 32)'],
  ['f[..., [0, 1]]', '(8, 16, 48)'],
  ['x[:, 0][x[:, 0, 0] > -1]', '(24, 8)'],
  ['np.take(c, [0, 1], axis=1)', '(64, 32, 8)'],
  ['np.repeat(f, 2, axis=1)', '(192, 32, 8)'],
  ['np.round(f[:, ::2], 1)', '(64, 32, 8)'],
  ['np.tril(f)', '(8, 64, 16)'],
  ['np.vectorize(abs)(f)', '(8, 16, 48)'],
  ["np.einsum('ijk,ijk->ijk', x, x)", '(96, 8, 32)'],
  ["np.einsum('ijk->ij', f)", '(8, 16)'],
  ['np.expand_dims(x, 0)', '(192, 96, 8, 32)'],
  ['np.array(x, ndmin=4)', '(192, 96, 8, 32)'],
  ['np.random.default_rng(0).permutation(x)', '(96, 8, 32)'],
])('the strides of %s, of arrays in several orders', (expression, expected) => {
  const setup = `import numpy as np
c = np.arange(24.0).reshape(2, 3, 4)
x, u = c.transpose(0, 2, 1), c[:, ::-1].swapaxes(0, 2)
m, f = np.arange(6.0).reshape(2, 3).T, np.arange(24.0).reshape(4, 3, 2).T
`;
  const { output } = runCode(`${setup}r = ${expression}\nprint(r.strides, (r.reshape(-1) == r.copy().ravel()).all())`);
  expect(output).toBe(`${expected} True\n`);
});

it('elements in the order of memory: reversed axes run forwards', () => {
  const { output } = runCode(
    'import numpy as np\nx = np.arange(6).reshape(2, 3)[:, ::-1]\nprint(x.ravel("K"), x.T.flatten("K"), x.ravel())',
  );
  expect(output).toBe('[2 1 0 5 4 3] [2 1 0 5 4 3] [2 1 0 5 4 3]\n');
});
