/** Texts that list filters: one of them is not the input of another. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { refusal } from '../requests';

const latex = (rows: readonly (readonly number[])[]) =>
  `\\begin{bmatrix} ${rows.map((row) => row.join(' & ')).join(' \\\\ ')} \\end{bmatrix}`;
const sobel = latex([
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
]);
const across = latex([
  [-1, -2, -1],
  [0, 0, 0],
  [1, 2, 1],
]);
const box = latex([
  [1, 1, 1],
  [1, 1, 1],
  [1, 1, 1],
]);
const gauss = latex([
  [1, 2, 1],
  [2, 4, 2],
  [1, 2, 1],
]);

it.each([
  ['by their numbers', `Two kernels are convolved with the image.\n\n$$ G_x = ${sobel}, \\quad G_y = ${across} $$\n`],
  ['by factors', `The blur kernel is $\\frac{1}{9}${box}$ and a Gaussian is $\\frac{1}{16}${gauss}$.\n`],
  [
    'by the words before',
    'The vertical filter is\n\n```\n1 0 -2\n1 0 -2\n1 0 -2\n```\n\nand the other filter\n\n```\n1 1 1\n0 0 0\n-3 -3 -3\n```\n\nBoth are convolved with the image.\n',
  ],
  [
    'three',
    'Filter would be like this\n\n```\n1 1 1\n0 0 0\n-1 -1 -1\n```\n\nThe Sobel filter:\n\n```\n1 0 -1\n2 0 -2\n1 0 -1\n```\n\nThe Scharr filter:\n\n```\n3 0 -3\n10 0 -10\n3 0 -3\n```\n',
  ],
  [
    'by their names',
    'Kernels:\n\n```python\nedge = [[-1, -1, -1], [-1, 7, -1], [-1, -1, -1]]\nsharpen = [[0, -1, 0], [-1, 6, -1], [0, -1, 0]]\n```\n',
  ],
])('are arrays: %s', (_, text) => {
  expect(openText({ text, languageId: 'markdown' }).kind).toBe('array');
  expect(openText({ text, languageId: 'markdown', operation: 'convolution' })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('is a filter, and the text has no input for it') as string,
  });
});

it('in code, too', () => {
  const text =
    'const int sobelX[3][3] = {{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}};\nconst int sobelY[3][3] = {{-1, -2, -1}, {0, 0, 0}, {1, 2, 1}};\n';
  expect(openText({ text, languageId: 'cpp' }).kind).toBe('array');
});

it.each([
  [
    'an image that the words name',
    `The image is $${latex([
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ])}$ and the kernel is $${gauss}$.\n`,
  ],
  [
    'an image without a name',
    `Convolve $${latex([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ])}$ with $${sobel}$.\n`,
  ],
])('%s is convolved', (_, text) => {
  expect(openText({ text, languageId: 'markdown' })).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
});

const FILTER = 'W = [[1, 0], [0, 1]]\n';

it.each([
  [`X = [[1, 2, 3],\n     [4, 5],\n     [6, 7, 8]]\n${FILTER}`, 'this list has 2 entries, the lists before it have 3'],
  [`X = [\n  [1, 2, 3],\n  [4, 5, 6],\n  [7, 8],\n]\n${FILTER}`, 'this list has 2 entries, the lists before it have 3'],
  [`X = [[1, 2], [q, 4]]\n${FILTER}`, '“q” in “X = [[1, 2], [q, 4]]” is not a number'],
  [`X = [[1, 2], [3, 4]]\nwhile True:\n    X = list(X)\n${FILTER}`, 'operations; at most'],
])('a filter whose input cannot be read: the reason is the input’s error', (text, message) => {
  const opened = openText({ text, languageId: 'python' });
  expect(opened).toMatchObject({ kind: 'refused', message: expect.stringContaining(message) as string });
});

it('a filter below other arrays that cannot be read has no input', () => {
  const text = `names = [\n  [a, b],\n]\n${FILTER}`;
  const opened = openText({ text, languageId: 'python' });
  expect(opened).toMatchObject({ kind: 'refused', message: 'W is a filter, and the text has no input for it' });
});

it('a ragged list in a sentence is the reason, and a configuration in YAML has no values', () => {
  const list = 'max pooling with a 2x2 window on\n\n[[1, 3, 2, 4],\n [5, 6, 1],\n [7, 2, 9, 1]]\n';
  const [message, at] = refusal({ text: list, languageId: 'plaintext' });
  expect([message, at]).toEqual(['this list has 3 entries, the lists before it have 4', '[5, 6, 1]']);
  const yaml = 'layers:\n  - type: Conv2D\n    filters: 8\n    kernel_size: 3\n    strides: 1\n';
  expect(refusal({ text: yaml, languageId: 'yaml' })[0]).toBe(
    'this configures layers with sizes and options, and has no values of an input',
  );
});

it('a header of weights shows its arrays', () => {
  const text =
    'const float conv1_weights[2][2][2] = {{{1, 0}, {0, 1}}, {{0.5f, 0}, {0, -1}}};\nconst float conv1_bias[2] = {0.1f, -0.2f};\n';
  const opened = openText({ text, languageId: 'c' });
  expect(opened.kind === 'array' && opened.arrays.map(({ shape }) => shape)).toEqual([[2, 2, 2], [2]]);
});

it('with the cursor in a matrix that the words above it call the filter', () => {
  const text = String.raw`The image is given by a picture. The given filter is:

$$
\begin{bmatrix}
-2 & 0 & 0 \\
0 & 1 & 0 \\
-2 & 0 & 0
\end{bmatrix}
$$

It has stride 2.
`;
  const [message] = refusal({ text, languageId: 'markdown', cursor: text.indexOf('0 & 1') });
  expect(message).toBe('(3, 3) is a filter, and the text has no input for it');
});

it('weights that a session prints are not the input of an assumed filter', () => {
  const text =
    '>>> model.layers[0].get_weights()\n[array([[[[ 0.25, -0.5]],\n\n        [[ 1.5, 0.75]]],\n\n\n       [[[-1.25, 2. ]],\n\n        [[ 0.5, -0.125]]]], dtype=float32), array([0.1, 0. ], dtype=float32)]\n';
  expect(refusal({ text, languageId: 'plaintext' })[0]).toBe(
    '(2, 2, 1, 2) is a filter, and the text has no input for it',
  );
  const asked = `How are they arranged?\n\n\`\`\`python\n${text}\`\`\`\n`;
  const opened = openText({ text: asked, languageId: 'markdown', cursor: asked.indexOf('[[[-1.25') });
  expect(opened).toMatchObject({ kind: 'array', arrays: [{ shape: [2, 2, 1, 2] }, { shape: [2] }] });
});
