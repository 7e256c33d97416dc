/** What is opened at a cursor does not contradict the text around it: no assumed filter or window next to a layer of the text's own. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

function at(text: string, languageId: string, place: string): ReturnType<typeof openText> {
  return openText({ text, languageId, cursor: text.indexOf(place) });
}

const DISPLAY = '\n\nQ =\n   1.5  2.5  3.5  0.5\n   4.5  5.5  6.5  1.5\n   7.5  8.5  9.5  2.5\n   0.5  1.5  2.5  3.5\n';

it.each([
  [
    'the result that a session prints below a call',
    'matlab',
    `P = rand(3);\nQ = conv2(P, rand(2))${DISPLAY}`,
    '1.5  2.5',
  ],
  [
    'a matrix of a text about filters',
    'python',
    'import numpy as np\n# The filter kernel is divided into two vectors.\nparts = np.array([[2, 5, 2], [0, 0, 0], [-2, -5, -2]])\nrest = np.array([3, 1])\n',
    'parts =',
  ],
  [
    'a row of a page that lost its columns',
    'plaintext',
    'A convolution problem\n2 1 3 0 4\nI=\n5 4 6 1 2 1 0 -1\n7 8 9 0 1 K= 1 0 -1\n1 2 3 4 5 1 0 -1\nWe slide the 3x3 kernel over the image.\n',
    '5 4 6',
  ],
  [
    'numbers that a discussion calls the result of a pooling',
    'markdown',
    'The test of average pooling has:\n```\n[[[[4, 4.5, 5],\n   [6.5, 7, 7.5],\n   [9, 9.5, 10]]]]\n```\n\nThe same in code:\n```\nx = mx.nd.array(np.arange(1, 10).reshape(1, 1, 3, 3))\ny = mx.nd.Pooling(data=x, kernel=(3, 3), pad=(1, 1), pool_type="avg")\n```\n',
    '[[[[4',
  ],
])('%s is an array', (_, languageId, text, place) => {
  expect(at(text, languageId, place).kind).toBe('array');
});

it('words about a pooling that do not tell which of several examples they are about open their arrays', () => {
  const example = (name: string, rows: string): string =>
    `${name}:\n$$\n\\begin{bmatrix}\n${rows}\n\\end{bmatrix}\n$$\n\n`;
  const text =
    `## Convolution\n\n${example('Input Image', '1 & 2 & 3 \\\\\n4 & 5 & 6 \\\\\n7 & 8 & 9')}${example('Filter', '1 & 0 \\\\\n0 & -1')}` +
    `## Max Pooling\n\nA 2x2 max pooling.\n\n${example('Input Feature Map', '1 & 3 & 2 & 4 \\\\\n5 & 6 & 7 & 8 \\\\\n9 & 1 & 0 & 2 \\\\\n3 & 5 & 4 & 6')}` +
    '## Average Pooling\n\nAverage pooling computes the average value of each patch.\n';
  expect(at(text, 'markdown', '## Average').kind).toBe('array');
});

it('a session shows the numbers that it printed, not others of the same generator', () => {
  const text =
    'To reproduce:\n```\n>>> x = torch.randn(1, 1, 4, 6)\n>>> y = torch.nn.functional.max_pool2d(x, 2)\n>>> y.size()\ntorch.Size([1, 1, 2, 3])\n>>> y\ntensor([[[[ 7.5000, -2.2500,  4.1250],\n          [ 1.5000,  3.7500, -6.2500]]]])\n```\nThis is wrong.\n';
  expect(at(text, 'markdown', 'tensor([[[[')).toMatchObject({
    kind: 'array',
    arrays: [{ name: 'y', values: [7.5, -2.25, 4.125, 1.5, 3.75, -6.25] }],
  });
});

it('at an input and a filter of a formula, the call of the text with both is meant', () => {
  const rows = (...lines: string[]): string => `\\begin{bmatrix} ${lines.join(' \\\\ ')} \\end{bmatrix}`;
  const text =
    "`conv2(I,K)` returns a larger matrix than `conv2(I,K,'valid')`. Why?\n\nThe default is the 'full' option. For example:\n" +
    `\\[ I = ${rows('1 & 2 & 3', '4 & 5 & 6', '7 & 8 & 9')}, \\quad K = ${rows('1 & 0', '2 & 1')} \\]\n\nThe kernel is rotated by 180 degrees, which is required for convolution.\n`;
  const { options } = layer({ text, languageId: 'markdown', cursor: text.indexOf('I = ') });
  expect(options).toMatchObject({ padding: { top: 1, bottom: 1, left: 1, right: 1 } });
});

const EXERCISE =
  'Input:\n4 8 0 1\n0 0 2 4\n0 1 5 3\n7 1 0 6\n\nKernel:\n1 0\n0 2\n\nPart A:\n1. Compute the convolution with stride = 1.\nPart B:\n2. Down-sample the input with a 2x2 window by average pooling.\n';

it('the heading of a part of an exercise is about the question below it', () => {
  expect(at(EXERCISE, 'plaintext', 'Part B')).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'average', kernel: 2 },
  });
});

it.each(['Kernel 2:', '[[5 6]', '[7 8]]'])('of several filters, the one at the cursor is used: %s', (place) => {
  const text =
    'We convolve the image\n[[1 2 0 1]\n[3 1 4 1]\n[5 9 2 6]]\nKernel 1:\n[[1 2]\n[3 4]]\nKernel 2:\n[[5 6]\n[7 8]]\nThe stride is 1, the padding is 1.\n\nPadded image:\n[[0 0 0 0 0 0]\n[0 1 2 0 1 0]\n[0 3 1 4 1 0]\n[0 5 9 2 6 0]\n[0 0 0 0 0 0]]\n';
  const { w } = layer({ text, languageId: 'markdown', cursor: text.indexOf(place) }).roles;
  expect(w).toMatchObject({ values: [5, 6, 7, 8] });
});

it('the product of a column and a row is not the gradient of a convolution', () => {
  const text =
    'import numpy as np\nA = np.array([[2, 0, 0], [0, 2, 0], [0, 0, 2]])\ncol = np.linalg.solve(A, np.array([2, 0, -2])).reshape(3, 1)\nrow = np.array([[3, 5, 3]])\nmade = np.matmul(col, row)\nprint(made)\n';
  for (const cursor of [undefined, text.indexOf('made =')])
    expect(openText({ text, languageId: 'python', ...(cursor !== undefined && { cursor }) }).kind).toBe('array');
});
