/** Arrays that a text fills from others, files of data with their names, and declarations whose types or sizes are open. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { parseArrays } from '../../../../core/read/parseArrays';
import { layer } from '../requests';

it('an array that holds another one is not its gradient, also where a call in a loop spans lines', () => {
  const text = `import numpy as np
grid = np.array([[4, 1, 0, 2], [3, 3, 5, 1], [2, 0, 1, 6]])
kernel = np.array([[1, 2], [0, 1]])
around = np.zeros((5, 6))
around[1:4, 1:5] = grid
total = np.zeros(grid.shape)
for r in range(3):
    for c in range(4):
        total[r, c] = strongest(
            grid[r:r + 2,
                 c:c + 2], kernel)
`;
  const opened = openText({ text, languageId: 'python' });
  expect(opened.kind).not.toBe('layer');
});

const transposed = {
  name: 'conv_transpose2d 2x2 default options',
  inputs: { input: { shape: [1, 1, 2, 2], data: [2, 0, 1, 3] }, filter: { shape: [1, 1, 2, 2], data: [1, 2, 0, 1] } },
  expected: { shape: [1, 1, 3, 3], data: [2, 4, 0, 1, 7, 6, 0, 1, 3] },
};

it('the name of a case in a file of data tells the layer', () => {
  const text = JSON.stringify(transposed, undefined, 2);
  expect(layer({ text, languageId: 'json' })).toMatchObject({
    operation: 'conv_transpose_forward',
    options: { stride: 1, padding: 0 },
  });
});

it('rows of a window of pooling are not those of a filter', () => {
  const text = `With padding, the first input of the pooling kernel should be:\n0, 0, 0\n0, 2.5, 1\n0, 4, 0.5\nand its average should be 0.9.\n`;
  expect(openText({ text, languageId: 'plaintext' }).kind).not.toBe('refused');
});

it("Java's open sizes behind the name", () => {
  const text = `int image[][] = new int[][] { {2, 0, 1}, {1, 3, 0}, {0, 1, 4} };
int mask[][] = new int[][] { {1, 0}, {0, 2} };
int[][] got = Convolver.convolve(image, mask);
assertArrayEquals(new int[][] { {8, 0}, {3, 11} }, got);
`;
  expect(layer({ text, languageId: 'java' })).toMatchObject({ operation: 'conv_forward', options: { stride: 1 } });
});

it('types with paths and commas', () => {
  const { arrays, errors } = parseArrays('TEST(full) {\n  etl::fast<T, 2, 2> grid = {1, 2, 3, 4};\n}\n', {
    languageId: 'cpp',
  });
  expect(arrays).toMatchObject([{ name: 'grid' }]);
  expect(errors).toEqual([]);
});

it.each(['python', 'plaintext'])(
  'lists that comprehensions compute, without a statement of a program: %s',
  (languageId) => {
    const rows = 'X = [[i * j for i in range(3)] for j in range(1, 3)]\n';
    expect(openText({ text: rows, languageId })).toMatchObject({
      kind: 'layer',
      roles: { x: { values: Float64Array.of(0, 1, 2, 0, 2, 4) } },
    });
    const lines = 'X = [[0 if i == j else 1\n      for i in range(3)]\n     for j in range(3)]\n';
    expect(openText({ text: lines, languageId })).toMatchObject({
      kind: 'layer',
      roles: { x: { values: Float64Array.of(0, 1, 1, 1, 0, 1, 1, 1, 0) } },
    });
  },
);

it('lists of comprehensions that are too long are refused by their size, not as text that is not a number', () => {
  const text = 'X = [[i * j for i in range(10**5)] for j in range(10**5)]\n';
  const message = expect.stringContaining('operations; at most') as string;
  expect(openText({ text, languageId: 'python' })).toMatchObject({ kind: 'refused', message });
});

it('a condition that chooses cells is not the name of a number', () => {
  const text = 'r = [1 2 3];\nbig = [4 9; 12 1];\nbig(big < 8) = 0\n';
  expect(Object.keys(parseArrays(text, { languageId: 'matlab' }).values)).toEqual([]);
});
