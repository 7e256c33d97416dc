/** Tables of numbers between words. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';
import { openText } from '../../../../extension/session/openText';

const shapes = (text: string, languageId: string) =>
  parseArrays(text, { languageId }).arrays.map(({ name, array: { shape } }) => [name, shape]);

const question = [
  'Hi, I have this input matrix:',
  '',
  '1 2 3 0',
  '0 1 2 3',
  '3 0 1 2',
  '',
  'and this filter:',
  '',
  '2 0',
  '0 -1.5',
  '',
  'with stride 1. What is the output?',
].join('\n');

it('open the layer that the words name', () => {
  expect(openText({ text: question, languageId: 'plaintext' })).toMatchObject({
    kind: 'layer',
    operation: 'conv_forward',
    roles: { x: { name: 'input', shape: [1, 3, 4, 1] }, w: { name: 'kernel', values: [2, 0, 0, -1.5] } },
    options: { stride: 1 },
  });
});

it('may be those of Markdown, whose first row has numbers too', () => {
  const text = 'The image is\n\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n\nand the kernel\n\n| 1 | 0 |\n|---|---|\n| 0 | 1 |\n';
  expect(shapes(text, 'markdown')).toEqual([
    ['input', [2, 2]],
    ['kernel', [2, 2]],
  ]);
});

it('keep the places of their numbers', () => {
  const [, filter] = parseArrays(question, { languageId: 'plaintext' }).arrays;
  const places = Array.from({ length: 4 }, (_, index) => filter!.ranges!.slice(2 * index, 2 * index + 2));
  expect(places.map(([start, end]) => question.slice(start, end))).toEqual(['2', '0', '0', '-1.5']);
});

it.each([
  ['rows of different lengths', 'The input:\n\n1 2 3\n3 4\n\nthe kernel:\n\n1 0\n0 1 2\n'],
  ['numbers with words', 'On day 1 2 people came\n3 4 then left\n\nkernel\n1 0 x\n0 1 y\n'],
  ['code', 'import numpy as np\nx = f()\n1 2\n3 4\nkernel\n1 0\n0 1\n'],
])('are not read: %s', (_, text) => {
  expect(parseArrays(text, { languageId: 'plaintext' }).arrays.filter(({ array }) => array.shape.length === 2)).toEqual(
    [],
  );
});

it('are read side by side in brackets, one row of each on a line, below their titles', () => {
  const text =
    'So sieht die Faltung aus:\nInput (3x4) Filter (2x2) Output (2x3)\n[ 1 2 3 0 ] [ 1 -1 ] [...]\n' +
    '[ 4 5 6 1 ] (*) [ 0 2 ] => [...]\n[ 7 8 9 0 ]\nIn der Regel ist der Input viel größer.\n';
  expect(openText({ text, languageId: 'plaintext', operation: 'convolution' })).toMatchObject({
    kind: 'layer',
    roles: {
      x: { shape: [1, 3, 4, 1], values: [1, 2, 3, 0, 4, 5, 6, 1, 7, 8, 9, 0] },
      w: { shape: [2, 2, 1, 1], values: [1, -1, 0, 2] },
    },
  });
  const [, filter] = parseArrays(text, { languageId: 'plaintext' }).arrays;
  expect(text.slice(...(Array.from(filter!.ranges!.slice(2, 4)) as [number, number]))).toBe('-1');
  // Sizes that are not those of the matrices.
  const other = text.replace('2x2', '3x3');
  expect(shapes(other, 'plaintext')).not.toContainEqual(['kernel', [2, 2]]);
});

it.each([
  [
    'cells below each other, with their sizes in the words',
    'Input image (3×3)\n\n1\n2\n3\n\n0\n1\n2\n3\n0\n1\nKernel (2×2)\n\n1\n0\n0\n-1\nStep 1: multiply.\n',
  ],
  ['options behind them', 'Input data:\n1 2 3\n0 1 2\n3 0 1\nFilter:\n1 0\n0 -1\nZero Padding: 0\nStride: 1\n'],
  ["LaTeX's ampersands", '对下面的数据和卷积核，写出卷积结果。\n\n1 & 2 & 3\n0 & 1 & 2\n3 & 0 & 1\n\n1 & 0\n0 & -1\n'],
  ['brackets of each row', 'The image:\n[ 1, 2, 3 ]\n[ 0, 1, 2 ]\n[ 3, 0, 1 ]\nand the kernel:\n[ 1, 0 ]\n[ 0, -1 ]\n'],
])('have %s', (_, text) => {
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    kind: 'layer',
    roles: { x: { values: [1, 2, 3, 0, 1, 2, 3, 0, 1] }, w: { values: [1, 0, 0, -1] } },
    options: { stride: 1, padding: 0 },
  });
});

it('a window of the input is not its kernel', () => {
  const text =
    'The padded input:\n\n0 | 6 | 3\n0 | 7 | 1\n0 | 9 | 2\n\nThe kernel is applied to:\n6 | 3\n7 | 1\nand gives 53.\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    kind: 'refused',
    message: 'the text has one table of numbers, and no filter for it',
  });
});

it.each(['plaintext', 'markdown'])('rows of a matrix on lines below its bracket are its rows: %s', (languageId) => {
  const text = 'The image\nI = [5 0 4\n3 8 0\n1 0 2]\nF = [0 3\n0 0]\nis filtered.\n';
  expect(openText({ text, languageId })).toMatchObject({
    roles: { x: { shape: [1, 3, 3, 1] }, w: { values: [0, 3, 0, 0] } },
  });
});

it('an equation of layers is not code', () => {
  const text = 'The output is\noutput = Pool(ReLU(Conv(I)))\nwhere\nI = [5 0 4\n3 8 0\n1 0 2]\nF = [0 3\n0 0]\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { shape: [1, 3, 3, 1] }, w: { values: [0, 3, 0, 0] } },
    assumptions: expect.arrayContaining(['Taken as the filter: F']) as unknown,
  });
});

it('between bars, and again with a border of zeros, which is the pad', () => {
  const text =
    'Input Matrix (I):\nI = | 5 6 |\n| 7 8 |\nKernel (K):\nK = | -1 -2 |\n| 0 3 |\nPadded Input Matrix:\nPadded I = | 0 0 0 0 |\n| 0 5 6 0 |\n| 0 7 8 0 |\n| 0 0 0 0 |\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    roles: { x: { shape: [1, 2, 2, 1] }, w: { values: [-1, -2, 0, 3] } },
    options: { padding: 1 },
  });
});

it('a result that a pooling gives is not a kernel', () => {
  const text =
    'We have the following 4x4 feature map:\n\n1  3  2  4\n5  6  8  7\n4  2  9  1\n3  5  0  6\n\nUsing a 2x2 filter with stride 2, max pooling gives:\n\n6  8\n5  9\n\nWith average pooling we take the mean:\n\n3.75  5.25\n3.5   4\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'max', kernel: 2, stride: 2 },
  });
});

it.each([
  'The volume has size [32x32x3], (e.g. an image of width, height and depth) and is given.',
  'A network has neurons in three dimensions (width, height, depth), as shown here.',
  `${'Many words of a page without arrays, '.repeat(40)}with (5 - 3 + 2) = 4 and [a, 3, c].`,
])('brackets of a sentence are not faulty arrays: %s', (text) => {
  expect(parseArrays(text, { languageId: 'plaintext' }).errors[0]?.message).toBe('no array was found in this text');
});

it.each([
  ['numbers behind a label', 'Max pooling 2x2, stride 2\nX: 1, 3, 2, 4\n   5, 6, 1, 2\n', [['input', [2, 4]]]],
  [
    'cells with bars behind a label',
    'Average pooling\nInput:\t| 1\t| 2 |\n\t| 4\t| 5 |\n\t| 7\t| 8 |\n',
    [['input', [3, 2]]],
  ],
  ['numbered rows', 'Max pooling of the image\nRow 1: 1 2 3\nRow 2: 4 5 6\n', [['input', [2, 3]]]],
  [
    'rows below letters',
    'Compute the convolution.\nX:\n1, 2, 3\n5, 6, 7\nK:\n1, 0\n0, -1\n',
    [
      ['input', [2, 3]],
      ['kernel', [2, 2]],
    ],
  ],
  ['sizes, which are no rows', 'Max pooling of the image\nInput size: 2 3\n1 2 3\n4 5 6\n', [['input', [2, 3]]]],
])('have their first rows next to labels: %s', (_, text, expected) => {
  expect(shapes(text, 'plaintext')).toEqual(expected);
});

it('are planes below their labels, as in the demo of CS231n', () => {
  const planes = (name: string, rows: readonly string[]): string =>
    rows.map((row, channel) => `${name}[:,:,${channel}]\n${row}`).join('\n');
  const text = [
    'Input Volume (+pad 1) (4x4x2)\tFilter W0 (2x2x2)\tOutput Volume (2x2x2)',
    planes('x', ['0\t0\t0\t0\n0\t1\t2\t0\n0\t3\t4\t0\n0\t0\t0\t0', '0\t0\t0\t0\n0\t5\t6\t0\n0\t7\t8\t0\n0\t0\t0\t0']),
    planes('w0', ['1\t0\n0\t1', '0\t1\n0\t0']),
    'Bias b0 (1x1x1)\n' + planes('b0', ['1']),
    planes('w1', ['1\t1\n0\t0', '0\t0\n0\t-1']),
    planes('b1', ['0']),
    planes('o', ['2\t1\n8\t5', '-5\t0\n3\t4']),
  ].join('\n');
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    kind: 'layer',
    options: { stride: 2, padding: 0 },
    roles: {
      x: { shape: [1, 4, 4, 2] },
      w: { shape: [2, 2, 2, 2], values: [1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, -1] },
    },
  });
});

it.each([
  ['The input:\n\n1 2\n3 4\n\nand nothing else.\n', { kind: 'array' }],
  [
    'The image:\n1 2\n3 4\n\nbecomes this output:\n1 0\n0 1\n',
    { kind: 'refused', message: 'the text has 2 tables of numbers, and no words that name the filter' },
  ],
])('open no layer without a filter: %s', (text, result) => {
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject(result);
});
