/** Poolings that a text describes in words: next to matrices of LaTeX, tables, and printed results. */
import { expect, it } from 'vitest';
import { layer } from '../requests';
import { openText } from '../../../../extension/session/openText';

it.each([
  [
    'latex',
    'Max pooling with a $2\\times 2$ window and stride $2$:\n\\[\nX = \\begin{bmatrix}\n1 & 0 & 2 & 3 \\\\\n4 & 6 & 6 & 8 \\\\\n3 & 1 & 1 & 0 \\\\\n1 & 2 & 2 & 4\n\\end{bmatrix}\n\\longrightarrow\nY = \\begin{bmatrix} 6 & 8 \\\\ 3 & 4 \\end{bmatrix}\n\\]\n',
    { mode: 'max', kernel: 2, stride: 2 },
  ],
  [
    'latex',
    'Apply max pooling to\n\\[\nX = \\begin{bmatrix}\n1 & 0 & 2 & 3 \\\\\n4 & 6 & 6 & 8 \\\\\n3 & 1 & 1 & 0 \\\\\n1 & 2 & 2 & 4\n\\end{bmatrix}\n\\]\n',
    { mode: 'max', kernel: 2, stride: 2 },
  ],
  [
    'markdown',
    '# Average pooling\n\nWith a window of 2x2 and a stride of 1 (no padding):\n\n```\n1 0 2 3\n4 6 6 8\n3 1 1 0\n1 2 2 4\n```\n\nWhat is the result?\n',
    { mode: 'average', kernel: 2, stride: 1 },
  ],
  [
    'plaintext',
    'Max-pooling example, filter size 3, stride 1:\n\ninput:\n[[1, 2, 3, 0],\n [0, 1, 2, 3],\n [3, 0, 1, 2],\n [2, 3, 0, 1]]\n\noutput:\n[[3, 3],\n [3, 3]]\n',
    { mode: 'max', kernel: 3, stride: 1 },
  ],
  [
    'markdown',
    'A CNN has convolution layers and pooling layers. Max pooling keeps the largest value of every window:\n\n$$\n\\begin{pmatrix} 1 & 3 & 2 & 1\\\\ 4 & 6 & 5 & 7\\\\ 8 & 2 & 0 & 3\\\\ 1 & 9 & 4 & 2\\end{pmatrix} \\to \\begin{pmatrix} 6 & 7 \\\\ 9 & 4\\end{pmatrix}\n$$\n',
    { mode: 'max', kernel: 2, stride: 2 },
  ],
] as const)('%s: %s', (languageId, text, options) => {
  expect(layer({ text, languageId })).toMatchObject({ operation: 'pool_forward', options });
});

it('of the two kinds of pooling that an exercise names, the first is shown with a remark', () => {
  const text =
    '## Exercise 4 (pooling)\n\nGiven the feature map\n\n| 1 | 3 | 2 | 1 |\n|---|---|---|---|\n| 4 | 6 | 5 | 7 |\n| 8 | 2 | 0 | 3 |\n| 1 | 9 | 4 | 2 |\n\ncompute (a) max pooling and (b) average pooling with 2×2 windows and stride 2.\n';
  const { options, assumptions } = layer({ text, languageId: 'markdown' });
  expect(options).toEqual({ mode: 'max', kernel: 2, stride: 2 });
  expect(assumptions).toContain('the text is about max and average pooling: max is used');
});

it('no filter is assumed in a text about pooling that names a convolution too', () => {
  const text =
    'mia: homework 6 (conv nets): the backward pass of mean pooling\nmia: the image is\n\n 3 -1 0 2\n 5 2 2 0\n 1 1 1 9\n-2 0 6 2\n\nmia: is there a mask, as in max pooling? from above comes\n\n 6 -3\n12 1.5\n\nleo: no, every cell gets the same part\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({ kind: 'array' });
});

it.each([
  [
    '2x2 max pooling with stride 1. In the backward pass the gradient from above is\n1 2\n3 4\nand the input was\n1 5 2\n3 4 9\n8 7 6\nWhat is the gradient with respect to the input?\n',
    { mode: 'max', kernel: 2, stride: 1 },
  ],
  [
    'Average pooling, backpropagation. Input:\n1 5 2 0\n3 4 9 1\n8 7 6 2\n0 1 3 5\nUpstream gradient:\n1 2\n3 4\n',
    { mode: 'average', kernel: 2, stride: 2 },
  ],
])('the array whose line calls it a gradient is one: %s', (text, options) => {
  const opened = layer({ text, languageId: 'plaintext' });
  expect(opened).toMatchObject({ operation: 'pool_backward', options, roles: { dA: { values: [1, 2, 3, 4] } } });
});

it('a matrix below the heading of an answer is not the input', () => {
  const text =
    'Perform 2x2 max pooling with stride 1 on the 4x4 matrix below.\nAnswer\n$$\\begin{bmatrix} 6 & 6 \\\\ 8 & 9 \\\\ 8 & 9 \\end{bmatrix}$$\nThe given matrix is:\n$$\\begin{bmatrix} 1 & 3 & 2 & 1 \\\\ 4 & 6 & 5 & 0 \\\\ 7 & 8 & 9 & 3 \\\\ 5 & 2 & 1 & 4 \\end{bmatrix}$$\n';
  for (const languageId of ['markdown', 'plaintext'])
    expect(layer({ text, languageId }).roles['x']?.shape).toEqual([1, 4, 4, 1]);
  // Of two poolings, the first one has no input here that is certain.
  expect(openText({ text: `Average pooling: ${text}`, languageId: 'plaintext' }).kind).toBe('array');
});

const A = (rows: string): string => `$$A = \\begin{bmatrix} ${rows} \\end{bmatrix}$$\n`;

it('a matrix A of LaTeX below words about pooling is what is pooled', () => {
  const text = `Apply $2 \\times 2$ max pooling with stride 2 to the feature map\n\n${A('1 & 3 & 2 & 4 \\\\ 5 & 6 & 7 & 8 \\\\ 3 & 2 & 1 & 0 \\\\ 1 & 2 & 3 & 4')}`;
  const { operation, roles, options } = layer({ text, languageId: 'latex' });
  expect([operation, roles['x']!.shape]).toEqual(['pool_forward', [1, 4, 4, 1]]);
  expect(options).toMatchObject({ mode: 'max', kernel: 2, stride: 2 });
});

it.each(['The output of 2x2 max pooling is', 'We apply 2x2 max pooling to the image and obtain'])(
  '“%s” A: the result is not pooled again',
  (words) => {
    expect(openText({ text: `${words}\n\n${A('6 & 8 \\\\ 3 & 4')}`, languageId: 'markdown' }).kind).toBe('array');
  },
);

it.each([
  [
    'of both kinds in a title, the one that a line below names alone',
    'Average Pooling: perform 2x2 max pooling with stride=1 on a 4x4 matrix\n\n$$\\begin{bmatrix} 1 & 3 & 2 & 1 \\\\ 4 & 6 & 5 & 0 \\\\ 7 & 8 & 9 & 3 \\\\ 5 & 2 & 1 & 4 \\end{bmatrix}$$\n\nApply 2x2 max pooling with stride 1.\n',
    '1 & 3',
  ],
  [
    'the answer is above the matrix, and its windows are below it',
    'Pool this with 2x2 windows and stride 1, by average pooling or max pooling.\nAnswer\n$$\\begin{bmatrix} 6 & 6 & 5 \\\\ 8 & 9 & 9 \\\\ 8 & 9 & 9 \\end{bmatrix}$$\nThe matrix is\n$$\\begin{bmatrix} 1 & 3 & 2 & 1 \\\\ 4 & 6 & 5 & 0 \\\\ 7 & 8 & 9 & 3 \\\\ 5 & 2 & 1 & 4 \\end{bmatrix}$$\nThe blocks are:\n' +
      [
        '1 & 3 \\\\ 4 & 6',
        '3 & 2 \\\\ 6 & 5',
        '2 & 1 \\\\ 5 & 0',
        '4 & 6 \\\\ 7 & 8',
        '6 & 5 \\\\ 8 & 9',
        '5 & 0 \\\\ 9 & 3',
        '7 & 8 \\\\ 5 & 2',
        '8 & 9 \\\\ 2 & 1',
        '9 & 3 \\\\ 1 & 4',
      ]
        .map((block) => `$$\\begin{bmatrix} ${block} \\end{bmatrix}$$`)
        .join(', ') +
      '\n',
    undefined,
  ],
  [
    'a title with max/mean pooling',
    'Max/mean pooling of a 2D array\n\nThe 2x2 max pooling of\n\n[[1, 2, 3, 4],\n [5, 6, 7, 8],\n [9, 10, 11, 12],\n [13, 14, 15, 16]]\n\nkeeps the largest values. Mean pooling keeps the 2x2 means.\n',
    '[9, 10',
  ],
])('%s: the mode is max', (_, text, at) => {
  const cursor = at === undefined ? {} : { cursor: text.indexOf(at) };
  expect(layer({ text, languageId: 'plaintext', ...cursor })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'max', kernel: 2 },
    roles: { x: { shape: [1, 4, 4, 1] } },
  });
});

it.each([
  [undefined, [4, 4], 2],
  ['[[1, 5, 2', [4, 4], 4],
  ['[[0, 1, 2, 3, 4, 5', [6, 6], 3],
])('of several examples on lines, that of the cursor: %s', (at, shape, kernel) => {
  const text =
    'A max pooling layer. In the figure the matrix has the dimension 4 x 4, a window of size k=2 and a stride of s=2.\n\ns , input, output:\n' +
    '2, [[2, 9, 3, 8], [0, 1, 5, 5], [5, 7, 2, 6], [8, 8, 3, 6]] --> [[9,8], [8,6]]\n' +
    '4, [[1, 5, 2, 0], [8, 1, 2, 0], [3, 7, 3, 4], [9, 1, 2, 1]] --> [[9]]\n' +
    '3, [[0, 1, 2, 3, 4, 5], [9, 1, 1, 2, 3, 4], [1, 1, 2, 2, 2, 3], [2, 8, 2, 6, 3, 4], [3, 3, 3, 7, 4, 4], [4, 4, 4, 5, 5, 5]] --> [[9, 5], [8, 7]]\n';
  const cursor = at === undefined ? {} : { cursor: text.indexOf(at) };
  const { options, roles } = layer({ text, languageId: 'plaintext', ...cursor });
  expect([options['kernel'], roles['x']?.shape.slice(1, 3)]).toEqual([kernel, shape]);
});

const PLANE = '1 2 3 4\n5 6 7 8\n9 1 2 3\n4 5 6 7\n';

it.each([
  'Max pooling with a window of size 3 and stride 1:',
  'Apply max pooling with kernel of size 3 and stride of 1 to',
  'Max pooling (size 3, stride 1)',
  'Max pool of size 3, step 1',
  'Max pooling, F=3, S=1',
  'Max pooling with a 3-by-3 window and s=1',
  'Max pooling with a kernel 3 and stride 1',
  'Max pooling with filters of 3x3 and stride 1',
  'Max-Pooling mit Fenstergröße 3 und Schrittweite 1',
  'Max-Pooling mit einem Fenster der Größe 3, Schrittweite 1',
  '最大池化，窗口大小为3，步长为1：',
  'Max pooling con ventana de tamaño 3, paso 1',
])('the window and the stride of the words "%s"', (words) => {
  expect(layer({ text: `${words}\n\n${PLANE}`, languageId: 'markdown' })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'max', kernel: 3, stride: 1 },
  });
});

it.each([
  ['2x2 max pooling of an input of size 4', 2, 2],
  ['Max pooling 2x2, step 1: take the maximum', 2, 2],
])('sizes of the input and numbers of steps are not options: "%s"', (words, kernel, stride) => {
  expect(layer({ text: `${words}\n\n${PLANE}`, languageId: 'markdown' }).options).toMatchObject({ kernel, stride });
});

it('a list is not pooled as a plane where the words give no window', () => {
  const text =
    '# Pooling\n\nAverage pooling of these numbers:\n\n```js\nconst input = [4, 3, 1, 5, 1, 3, 4, 8, 4, 5, 4, 3, 6, 5, 9, 4];\n```\n';
  expect(openText({ text, languageId: 'markdown', cursor: text.indexOf('6, 5') })).toMatchObject({ kind: 'array' });
});

it.each([
  ['English', 'Max pooling, 2×2, stride 2:', 'Window', 'The result is:'],
  ['German', 'Max-Pooling, 2×2-Fenster, Schrittweite 2:', 'Bereich', 'Das Ergebnis ist:'],
  ['Spanish', 'Max pooling con ventana de 2x2 y stride 2:', 'Región', 'El resultado es:'],
  ['Chinese', '最大池化，2x2 窗口，步长 2：', '窗口：', '结果为：'],
])('windows that are listed between an input and its pooling are not its arrays: %s', (_, words, name, result) => {
  const windows = ['[[1, 3], [5, 6]]', '[[2, 4], [1, 2]]', '[[3, 2], [4, 7]]', '[[9, 8], [6, 5]]'];
  const list = windows.map((each) => `- ${name}\n${each}\n`).join('');
  const text = `${words}\n[[1, 3, 2, 4],\n [5, 6, 1, 2],\n [3, 2, 9, 8],\n [4, 7, 6, 5]]\n${list}${result}\n[[6, 4],\n [7, 9]]\n`;
  expect(layer({ text, languageId: 'markdown' })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'max', kernel: 2, stride: 2 },
    roles: { x: { shape: [1, 4, 4, 1] } },
  });
});
