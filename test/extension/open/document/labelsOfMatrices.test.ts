/** What words next to matrices of LaTeX are: labels on the line above, points of a question. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const array = (rows: string): string => `\\left[\n\\begin{array}{ccc}\n${rows}\\end{array}\n\\right]\n`;

it('a (2, 2) matrix below the word output is not the filter of the (3, 4) input', () => {
  const text = `$$\ninput\n${array('3&1&0&2\\\\\n5&4&1&0\\\\\n2&2&9&6')}\\Rightarrow\nfilter\n${array('k&k\\\\\nk&k')}\\Rightarrow\noutput\n${array('5&2\\\\\n4&9')}$$\n`;
  expect(openText({ text, languageId: 'latex' })).toMatchObject({
    kind: 'array',
    arrays: [
      { name: 'input', shape: [3, 4] },
      { name: 'output', shape: [2, 2] },
    ],
  });
});

it('labels above a (3, 3) matrix and a (2, 2) one give their roles, in any order', () => {
  const text = `Convolve:\n\nKernel:\n${array('1&0\\\\\n0&2')}\nImage:\n${array('3&1&0\\\\\n5&4&1\\\\\n2&2&9')}`;
  expect(openText({ text, languageId: 'latex' })).toMatchObject({
    kind: 'layer',
    roles: { x: { shape: [1, 3, 3, 1] }, w: { values: [1, 0, 0, 2] } },
  });
});

it.each(['Find the output for a 3x4 input and a 2x2 kernel. [8]', 'Convolve the image with the kernel, as in [2].'])(
  '%s: the number in brackets is not the input of the (3, 4) and (2, 2) matrices',
  (words) => {
    const text = `${words}\n\\begin{bmatrix}5 & 2 & 1 & 4\\\\6 & 0 & 7 & 3\\\\7 & 1 & 3 & 2\\end{bmatrix} \\begin{bmatrix}5 & 3\\\\3 & 2\\end{bmatrix}\n`;
    expect(openText({ text, languageId: 'markdown' })).toMatchObject({
      kind: 'layer',
      operation: 'conv_forward',
      roles: { x: { shape: [1, 3, 4, 1] }, w: { values: [5, 3, 3, 2] } },
    });
  },
);
