/** Vectors in sentences, cells of a spreadsheet, and programs of R with vectors of results. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

it.each([
  [
    'Given the input `[1, 2, 4, 4, 5]` and the kernel `[1, 0, -1]`, a 1D convolution gives `[-3, -2, -1]`.',
    0,
    [1, 0, -1],
  ],
  ['The vector $x = (1, 2, 3, 4, 6)$ is convolved with $w = (1, 0, -1)$.', 0, [1, 0, -1]],
  [
    'The convolution of the signal `[1, 2, 3]` with the kernel `[0, 1, 0.5]` is `[0, 1, 2.5, 4, 1.5]`.',
    [0, 2],
    [0.5, 1, 0],
  ],
  ['A 1-D convolution: the input is [1, 2, 3, 4] and the filter is [1, 2]. The result is [4, 7, 10].', 0, [2, 1]],
])('%s', (text, padding, values) => {
  expect(layer({ text, languageId: 'markdown' })).toMatchObject({
    operation: 'conv_forward',
    options: { padding },
    roles: { x: { shape: [1, 1, text.includes('signal') ? 3 : text.includes('1-D') ? 4 : 5, 1] }, w: { values } },
  });
});

it('a signal is pooled in words', () => {
  const text = 'For the signal `[3, 1, 4, 1, 5, 9]`, max pooling of size 2 and stride 2 yields `[3, 4, 9]`.';
  expect(layer({ text, languageId: 'markdown' })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'max', kernel: [1, 2], stride: 2 },
  });
});

it('a window of a signal has one row', () => {
  const text = 'A 1D max pooling layer over the sequence [2, 7, 1, 8, 2, 9] with kernel size 3 and stride 3.';
  expect(layer({ text, languageId: 'markdown' }).options).toMatchObject({ mode: 'max', kernel: [1, 3], stride: 3 });
});

it.each([
  'A normalisation of `[1, 2, 3]` and then a sequence of poolings of size (2, 2), see the paper [1, 2].',
  'The shape is (3, 3) for a 1-D convolution.',
  'Vectors such as [1, 2, 3] and [4, 5, 6] are not convolved.',
])('opens nothing: %s', (text) => expect(openText({ text, languageId: 'markdown' }).kind).not.toBe('layer'));

it.each([
  ['semicolons and decimal commas', ';', ','],
  ['commas', ',', '.'],
])('cells with %s', (_, cell, point) => {
  const rows = [
    'Bild||||Kernel|',
    '0.5|1|2|0|0.5|1',
    '1|0|2.5|1|1|-1',
    '4|2|0.5|1||',
    'Ergebnis|||||',
    '2.25|1|-0.5|||',
    '4.5|0|2.25|||',
  ];
  const wide = rows.map((row, index) => (index < 4 ? row.replace(/^((?:[^|]*\|){4})/, '$1|') : `${row}|`)).join('\n');
  const text = wide.replaceAll('.', point).replaceAll('|', cell);
  expect(layer({ text, languageId: 'csv' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { shape: [1, 3, 4, 1] }, w: { values: [0.5, 1, 1, -1] } },
  });
});

const image = 'img <- matrix(c(9,2,3,4, 5,1,7,8, 9,10,11,12, 13,14,15,16), 4)\n';

it.each([
  [
    'k <- outer(c(1, 2), c(-1, 1))\nout <- matrix(NA, 3, 3)\nfor (i in 1:3) for (j in 1:3) {\n  patch <- img[i:(i + 1), j:(j + 1), drop = FALSE]\n  out[i, j] <- sum(patch * k)\n}\n',
    'conv_forward',
  ],
  [
    'filtered <- function(img, k = matrix(c(0, 1, 0, 2, 0, 3, 0, 4, 0), 3)) {\n  out <- matrix(0, 2, 2)\n  for (j in 1:3) for (i in 1:3) {\n    if (k[j, i]) out <- out +\n      img[j:(j + 1), i:(i + 1)] * k[j, i]\n  }\n  out\n}\ny <- filtered(img)\n',
    'conv_forward',
  ],
  ['p <- sapply(1:2, function(j) sapply(1:2, function(i) max(img[(2*i-1):(2*i), (2*j-1):(2*j)])))\n', 'pool_forward'],
])('R: %s', (text, operation) => {
  expect(layer({ text: image + text, languageId: 'r' })).toMatchObject({ operation });
});

it('a call in what R prints is not passed over', () => {
  const text = `${image}k <- strange(c(1, 2), c(-1, 1))\nprint(conv_thing(img, k))\n`;
  expect(refusal({ text, languageId: 'r' })[0]).toBe('conv_thing is not supported');
});

it('a sum on paper is not code', () => {
  const text =
    'Input image:\n\n1 2 3\n4 5 6\n7 8 1\n\nKernel:\n\n0 1\n1 0\n\nFirst step:\n\n0 + 2\n+ 4 + 0 = 6\n\nOutput:\n\n6 8\n12 14\n';
  expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { shape: [1, 3, 3, 1] }, w: { values: [0, 1, 1, 0] } },
  });
});

it("a function of another file that is called with the text's arrays is the layer", () => {
  const text =
    "from core.convolver import Convolver\nimport numpy as np\nif __name__ == '__main__':\n    kernel = np.eye(3)\n    image = np.arange(15).reshape(5, 3)\n    print(Convolver.apply(image, kernel))\n";
  expect(refusal({ text, languageId: 'python' })).toEqual([
    'Convolver.apply comes from core.convolver, which is not in this text',
    'Convolver.apply(image, kernel)',
  ]);
});

it('commas in lists of a sentence do not divide cells', () => {
  const text =
    'Take the 1D convolution of N = {4,1,3,2,3} and the filter F = {2,1,4}.\n\n`M = [0, 4, 1, 3, 2, 3, 0]`\n\n`P[0]` = `[0, 4, 1] * [2, 1, 4] = [0, 4, 4] -> 8`\n`P[1]` = `[4, 1, 3] * [2, 1, 4] = [8, 1, 12] -> 21`\n';
  expect(openText({ text, languageId: 'markdown' }).kind).toBe('refused');
});

it('a vector of a formula in words is not convolved with an assumed filter', () => {
  const text = 'The convolution `x = [0, 0, 8, 2, 5]` `*` `f = [1, 3, 5, 3, 1]` has the value 51.\n';
  expect(openText({ text, languageId: 'markdown', cursor: text.indexOf('x =') }).kind).toBe('array');
});
