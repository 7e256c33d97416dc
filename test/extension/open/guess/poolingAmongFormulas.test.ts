/** Poolings in words with formulas, windows and boilerplate about networks around their arrays. */
import { expect, it } from 'vitest';
import { layer } from '../requests';

const FORMULAS =
  'Max pooling layer\nIt is common in convolutional neural networks. For each window:\nout[r, c] = max(input[r*size : (r+1)*size, c*size : (c+1)*size])\nThe sizes are\nout_rows = in_rows / size\n\nInput: [[5, 1, 0, 2], [3, 4, 9, 8], [1, 1, 7, 0], [6, 2, 3, 3]]\nWindow 1: [[5, 1], [3, 4]] -> max = 5\nWindow 2: [[0, 2], [9, 8]] -> max = 9\nWindow 3: [[1, 1], [6, 2]] -> max = 6\nOutput: [[5, 9], [6, 7]]\n';

it.each([undefined, FORMULAS.indexOf('[[5, 1, 0')])(
  'formulas in words are not code, and the input at cursor %s is pooled',
  (cursor) => {
    const { operation, roles, options } = layer({ text: FORMULAS, languageId: 'plaintext', ...(cursor && { cursor }) });
    expect(operation).toBe('pool_forward');
    expect(roles['x']).toMatchObject({ shape: [1, 4, 4, 1], values: [5, 1, 0, 2, 3, 4, 9, 8, 1, 1, 7, 0, 6, 2, 3, 3] });
    expect(options).toMatchObject({ mode: 'max', kernel: 2, stride: 2 });
  },
);

it('an array in words about a pooling does not get a filter where the text has code of its own', () => {
  const text =
    'Average pooling is a layer of convolutional neural networks.\n\nthe array\n[[1, 2], [3, 4]]\n\nIn code:\n\n    import numpy as np\n    np.zeros(3)\n';
  expect(layer({ text, languageId: 'plaintext', cursor: text.indexOf('[[1') })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'average', kernel: 2 },
  });
});

it('worked steps between tables are not code', () => {
  const text =
    'Given the image:\n3 8 1 0\n4 2 5 6\n7 7 9 1\n0 2 2 3\nmax pooling with a 2x2 filter and a stride of 2 is applied. The output is:\n8 6\n7 9\nWindows:\n- first:\n- max(3, 8, 4, 2) = 8\n- second:\n- max(1, 0, 5, 6) = 6\n';
  expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'max', kernel: 2, stride: 2 },
  });
});

it('the first of many matrices and the second are the input and the result of a pooling', () => {
  const matrix = (rows: string): string => `\\begin{bmatrix} ${rows} \\end{bmatrix}`;
  const text = `Average pooling: apply 2x2 max pooling with stride 1 to ${matrix('2 & 9 & 1 \\\\ 4 & 3 & 8 \\\\ 5 & 0 & 7')}.\nAnswer\n$$${matrix('9 & 9 \\\\ 5 & 8')}$$\nThe blocks are ${matrix('2 & 9 \\\\ 4 & 3')}, ${matrix('9 & 1 \\\\ 3 & 8')}, ${matrix('4 & 3 \\\\ 5 & 0')}, ${matrix('3 & 8 \\\\ 0 & 7')}.\n`;
  expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'max', kernel: 2, stride: 1 },
  });
});
