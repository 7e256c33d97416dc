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
