/** Lists of plain numbers are kept as arrays until one of them changes. The expected output is CPython's with NumPy. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  ['an element of an inner list', 'x[0][0] = 9', '[[9, 2], [3, 4]]'],
  ['an element through another name', 'row = x[1]\nrow[1] += 1', '[[1, 2], [3, 5]]'],
  ['every row of a loop', 'for row in x: row[0] = 0', '[[0, 2], [0, 4]]'],
  ['longer rows', 'for row in x: row.append(7)', '[[1, 2, 7], [3, 4, 7]]'],
  ['shorter rows', 'del x[0][0]\nx[1].pop(0)', '[[2], [4]]'],
  ['rows that are sorted', 'for row in x: row.sort(reverse=True)', '[[2, 1], [4, 3]]'],
  ['rows that grow in place', 'x[0] += [5]\nx[1] += [6]', '[[1, 2, 5], [3, 4, 6]]'],
  ['a slice of a row', 'x[1][:] = [8, 9]', '[[1, 2], [8, 9]]'],
  ['rows in another order', 'x[0], x[1] = x[1], x[0]', '[[3, 4], [1, 2]]'],
])('%s', (_title, change, expected) => {
  const { output } = runCode(
    `import numpy as np\nx = [[1, 2], [3, 4]]\n${change}\nprint(x, np.array(x).tolist(), np.sum(x))`,
  );
  const sum = (JSON.parse(expected) as number[][]).flat().reduce((a, b) => a + b);
  expect(output).toBe(`${expected} ${expected} ${sum}\n`);
});

it('three levels, and an array that was made before', () => {
  const { output } = runCode(
    'import numpy as np\nx = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]\na = np.array(x)\nx[1][0][1] = 60\nprint(a.sum(), np.sum(x), np.sum(x[0]), np.array(x[1]).tolist())',
  );
  expect(output).toBe('36 90 10 [[5, 60], [7, 8]]\n');
});

it('variables hold the changed numbers', () => {
  const { variables } = runCode('x = [[1, 2], [3, 4]]\nx[0][0] = 9');
  expect(variables.x).toMatchObject({ shape: [2, 2], data: Float64Array.of(9, 2, 3, 4) });
});
