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
