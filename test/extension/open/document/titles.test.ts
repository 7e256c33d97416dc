/** Titles of examples, and comments that look like headings. */
import { expect, it } from 'vitest';
import { layer } from '../requests';

it('the words directly above an example are its title; a line of the example before is not', () => {
  const text =
    'Implement conv2d(X, kernel) with stride 1, no padding.\nExample Tests\n4x4 input, ones\nInput: {"X":[[1,2,3],[4,5,6],[7,8,9]],"kernel":[[1,1],[1,1]]}\n' +
    'Expected: [[12,16],[24,28]]\n3x3 input, identity\nInput: {"X":[[1,0,0],[0,1,0],[0,0,1]],"kernel":[[1,0],[0,1]]}\nExpected: [[2,0],[0,2]]\n';
  const at = (words: string) => layer({ text, languageId: 'plaintext', cursor: text.indexOf(words) }).roles;
  expect(at('3x3 input')).toMatchObject({ w: { values: [1, 0, 0, 1] } });
  expect(at('Expected: [[12')).toMatchObject({ w: { values: [1, 1, 1, 1] } });
  expect(at('4x4 input')).toMatchObject({ w: { values: [1, 1, 1, 1] } });
});

it('a comment above a statement is not a heading of a section', () => {
  const code =
    '# only to show the image\nimport numpy as np\n\ndef conv2(data, kernel, s):\n    lines = []\n    for r in range(0, len(data) - 1, s):\n        line = []\n' +
    '        for c in range(0, len(data) - 1, s):\n            line.append(sum(data[r + m][c + n] * kernel[m][n] for m in range(2) for n in range(2)))\n' +
    '        lines.append(line)\n    return lines\n\ndata = [[1, 1, 1], [0, 0, 0], [1, 1, 1]]\nk_2 = [[1, 1], [1, 0]]\nres = conv2(data, k_2, s=1)\n';
  const text = `The idea:\n\nThe data [[1,2,3],[1,2,3]] have h = 2 and w = 3.\n\n${code}`;
  expect(layer({ text, languageId: 'plaintext', cursor: text.indexOf('k_2 =') }).roles).toMatchObject({
    x: { name: 'data' },
    w: { name: 'k_2' },
  });
});

it('a paragraph that names convolution and pooling without numbers leaves those of the question', () => {
  const text =
    'A 3 by 3 image:\n[[9 7 6]\n[7 3 17]\n[10 9 11]]\nAnd a kernel:\n[[0 1]\n[1 1]]\nCalculate the convolution. The stride is 1, padding is 1. Also, apply max pooling, its kernel is 2 by 2.\n\n' +
    'Explanation\nThe convolution uses stride and padding. After the convolution, we apply max pooling with a stride.\nPadded image:\n[[0 0 0 0 0]\n[0 9 7 6 0]\n[0 7 3 17 0]\n[0 10 9 11 0]\n[0 0 0 0 0]]\n';
  const cursor = text.indexOf('Padded image');
  expect(layer({ text, languageId: 'plaintext', cursor }).options).toMatchObject({ stride: 1, padding: 1 });
});
