/** LaTeX's matrices, in pages and alone. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';
import { openText } from '../../../../extension/session/openText';

function arraysOf(text: string, languageId: string): unknown[] {
  return parseArrays(text, { languageId }).arrays.map(({ name, array: { shape, data } }) => [name, shape, [...data]]);
}

it.each([
  ['\\begin{bmatrix}5 & -2\\\\0 & 1.5 \\end{bmatrix}', [[undefined, [2, 2], [5, -2, 0, 1.5]]]],
  ['$$ X = \\begin{pmatrix} 1 & 2 \\\\[2pt] 3 & 4 \\\\ \\end{pmatrix} $$', [['X', [2, 2], [1, 2, 3, 4]]]],
  [
    '\\[ A = \\left[ \\begin{array}{c|c} 1 & 2 \\\\ \\hline 3 & 4 \\end{array} \\right] \\]',
    [['A', [2, 2], [1, 2, 3, 4]]],
  ],
  [
    '$\\mathbf{K} = \\begin{smallmatrix} 1 & 0 \\end{smallmatrix}$ and $b = \\begin{matrix} {7} \\\\ -8 \\end{matrix}$',
    [
      ['K', [1, 2], [1, 0]],
      ['b', [2, 1], [7, -8]],
    ],
  ],
  ['$$ A \\star K = \\begin{bmatrix} -4 & 1 \\end{bmatrix} $$', [['result', [1, 2], [-4, 1]]]],
  ['$$ Y = X * K = \\begin{bmatrix} -4 & 1 \\end{bmatrix} $$', [['Y', [1, 2], [-4, 1]]]],
  ['where X =\n\\begin{matrix} 1 & 2 \\end{matrix}', [['X', [1, 2], [1, 2]]]],
  ['\\begin{matrix} a & 2 \\\\ 3 & 4 \\end{matrix}', []],
  ['\\begin{matrix} 1 & 2', []],
])('%s', (text, expected) => {
  for (const languageId of ['latex', 'plaintext', 'markdown']) expect(arraysOf(text, languageId)).toEqual(expected);
});

it('each number has its place in the text', () => {
  const text = 'X = \\begin{pmatrix} 1 & -2.5 \\\\ 3 & 40 \\end{pmatrix}';
  const { ranges } = parseArrays(text, { languageId: 'latex' }).arrays[0]!;
  const written = [0, 1, 2, 3].map((k) => text.slice(ranges![2 * k], ranges![2 * k + 1]));
  expect(written).toEqual(['1', '-2.5', '3', '40']);
});

it('rows of different length are refused with the counts', () => {
  const { errors } = parseArrays('\\begin{matrix} 1 & 2 \\\\ 3 \\end{matrix}', { languageId: 'latex' });
  expect(errors.map(({ message }) => message)).toEqual(['this row has 1 number, the rows before it have 2']);
});

it('two matrices of a homework sheet are input and filter', () => {
  const text =
    'Find the output for the input\n\\begin{bmatrix}5 & -2 & -1\\\\6 & 0 & 0\\\\7 & 1 & 3\\end{bmatrix}\nand the kernel\n' +
    '\\begin{bmatrix}1 & 0\\\\0 & -1\\end{bmatrix}\n';
  const opened = openText({ text, languageId: 'latex' });
  expect(opened).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
  expect(opened.kind === 'layer' && Object.values(opened.roles).map(({ shape }) => shape)).toEqual([
    [1, 3, 3, 1],
    [2, 2, 1, 1],
  ]);
});

it('in Python code, a matrix in a comment is not read', () => {
  const text = '# \\begin{matrix} 1 & 2 \\end{matrix}\nx = [[1, 2], [3, 4]]\n';
  expect(arraysOf(text, 'python')).toEqual([['x', [2, 2], [1, 2, 3, 4]]]);
});

it('with the cursor in a result below code, the result is shown', () => {
  const text = [
    '```python',
    'def conv(x, k):',
    '    return x[:2, :2] * k',
    'x = np.array([[1, 2, 0], [0, 1, 3], [2, 1, 1]])',
    'print(conv(x, np.ones((2, 2))))',
    '```',
    '',
    '$$ Y = \\begin{bmatrix} -1 & 4 \\\\ 3 & 0 \\end{bmatrix} $$',
    '',
  ].join('\n');
  expect(openText({ text, languageId: 'markdown', cursor: text.indexOf('4 ') })).toMatchObject({
    kind: 'array',
    arrays: [{ name: 'Y', shape: [2, 2], values: [-1, 4, 3, 0] }],
  });
});

it('a number in brackets before a matrix is not divided by it', () => {
  const text = 'Find the output. [10] \\begin{bmatrix}1 & 2\\\\3 & 4\\end{bmatrix} \\begin{bmatrix}5\\end{bmatrix}\n';
  expect(arraysOf(text, 'plaintext')).toEqual([
    [undefined, [2, 2], [1, 2, 3, 4]],
    [undefined, [1, 1], [5]],
  ]);
});
