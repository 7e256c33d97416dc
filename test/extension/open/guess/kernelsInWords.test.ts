/** Convolutions of exercises: several filters, channels one after the other, kernels and borders in words. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const IMAGE = '1 2 3\n4 5 6\n7 8 9\n';
const open = (text: string) => layer({ text, languageId: 'plaintext' });

it('filters with a number each are the filters of one layer, with a bias each', () => {
  const { roles, options } = open(
    `A convolutional layer has 2 filters\n\nF1 =\n1 0\n0 1\n\nF2 =\n0 -1\n-1 0\n\nand the input\n\nI =\n${IMAGE}\nwith the biases b1 = 1 and b2 = -1.\n`,
  );
  expect(roles).toMatchObject({
    x: { shape: [1, 3, 3, 1] },
    w: { shape: [2, 2, 1, 2], values: [1, 0, 0, -1, 0, -1, 1, 0] },
    b: { values: [1, -1] },
  });
  expect(options).toMatchObject({ stride: 1, padding: 0 });
});

it.each([
  [
    'a label for each table',
    `R:\n${IMAGE}\nG:\n${IMAGE}\nFilter for R:\n1 0\n0 1\n\nFilter for G:\n0 2\n3 0\n\nBias: 4. Convolve.\n`,
  ],
  [
    'a heading above labels',
    `Input image\n\nChannel 1\n${IMAGE}\nChannel 2\n${IMAGE}\nFilter\n\nChannel 1\n1 0\n0 1\n\nChannel 2\n0 2\n3 0\n\nThe bias is 4. Apply the convolution.\n`,
  ],
  [
    'indices of LaTeX',
    String.raw`Convolve $x_{:,:,1} = \begin{bmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \\ 7 & 8 & 9 \end{bmatrix}$, $x_{:,:,2} = \begin{bmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \\ 7 & 8 & 9 \end{bmatrix}$ with $w_{:,:,1} = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}$, $w_{:,:,2} = \begin{bmatrix} 0 & 2 \\ 3 & 0 \end{bmatrix}$, $b = 4$.`,
  ],
])('matrices of channels are one input and one filter: %s', (_, text) => {
  expect(open(text).roles).toMatchObject({
    x: { shape: [1, 3, 3, 2], values: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9] },
    w: { shape: [2, 2, 2, 1], values: [1, 0, 0, 2, 0, 3, 1, 0] },
    b: { values: [4] },
  });
});

it.each([
  ['without brackets', '1 2 0 1       1 0\n0 1 3 2   *   0 1\n2 0 1 1\n1 1 0 2\n\nstride = 1, padding = 0\n', [4, 4]],
  ['with a result', '1 2 3     1 0     6 8\n4 5 6  *  0 1  =  12 14\n7 8 9\n', [3, 3]],
])('matrices side by side: %s', (_, text, [rows, cols]) => {
  expect(open(text).roles).toMatchObject({ x: { shape: [1, rows, cols, 1] }, w: { values: [1, 0, 0, 1] } });
});

it.each([
  ['Dilated convolution with rate 2:\n\nx\n1 2 3\n4 5 6\n7 8 9\n\nw\n1 2\n3 4\n', { dilation: 2, padding: 0 }],
  [
    `Use a 3x3 averaging filter on the image and handle the border by replicating the edge pixels.\n\n${IMAGE}`,
    { padding: 'same', paddingMode: 'replicate' },
  ],
  [
    `Gegeben sei das Bild\n\n${IMAGE}\nFalten Sie es mit dem Sobel-Operator. Verwenden Sie Spiegelung am Rand.\n`,
    { padding: 'same', paddingMode: 'reflect' },
  ],
  [
    'The image, already zero-padded:\n\n0 0 0 0\n0 1 2 0\n0 3 4 0\n0 0 0 0\n\nPadding 1 was used. Convolve it with\n1 0\n0 1\n',
    { padding: 0 },
  ],
  [
    `Pad the image with one row at the bottom and one column at the right, then convolve with the kernel.\n\nImage\n${IMAGE}\nKernel\n1 0\n0 1\n`,
    { padding: 0 },
  ],
  [
    '次の入力にフィルタを適用せよ。パディングは1、ストライドは2とする。\n\n入力\n1 2 3\n0 1 2\n3 0 1\n\nフィルタ\n1 0\n0 1\n',
    { stride: 2, padding: 1 },
  ],
  [
    "Calcule a convolução com passo (stride) 2 e preenchimento (padding) 'same'.\n\nEntrada:\n0 1 2\n3 4 5\n6 7 8\n\nFiltro:\n1 0\n0 1\n",
    { stride: 2, padding: 'same_upper' },
  ],
  [
    `Calculer la corrélation croisée de I avec K, avec un pas de 2. Puis appliquer un max-pooling 2x2.\n\nI :\n${IMAGE}\nK :\n0 1\n1 0\n`,
    { stride: 2, padding: 0 },
  ],
  [
    `Bereken de convolutie met stap 2 en één rand van nullen.\n\nInvoer\n${IMAGE}\nFilter\n1 0\n0 1\n`,
    { stride: 2, padding: 1 },
  ],
  [
    `Aşağıdaki görüntüye çekirdeği uygulayın. Adım: 2, dolgu: 1.\n\nGörüntü:\n${IMAGE}\nÇekirdek:\n1 0\n0 1\n`,
    { stride: 2, padding: 1 },
  ],
  [
    `Cho ma trận đầu vào và bộ lọc. Tính tích chập với bước nhảy 2, không đệm.\n\nĐầu vào:\n${IMAGE}\nBộ lọc:\n1 0\n0 1\n`,
    { stride: 2, padding: 0 },
  ],
  [`(1) 求最大池化的输出\n\n${IMAGE}\n(2) 使用如下卷积核，步长为1，求输出：\n\n1 0\n0 1\n`, { stride: 1 }],
])('%s', (text, options) => {
  expect(open(text)).toMatchObject({ operation: 'conv_forward', options });
});

it('cells of the padding that do not count in an average', () => {
  const text = `Average pooling (padding 1, window 3x3, stride 2, padded zeros are not counted in the average):\n\n${IMAGE}`;
  expect(open(text)).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'average', kernel: 3, stride: 2, padding: 1, countIncludePad: false },
  });
});

it.each([
  `I have this image and want a Gaussian blur with sigma 0.85 on it. What will the middle pixel be?\n\n${IMAGE}`,
  `Each unit adds the inputs of its window, multiplies by a trainable coefficient and adds a trainable bias.\n\n${IMAGE}`,
])('no filter is assumed below prose: %s', (text) => {
  expect(openText({ text, languageId: 'plaintext' }).kind).not.toBe('layer');
});

it.each([
  ['Pad the image with the value 5 (one pixel on each side) and apply the kernel.', 'pad with the value 5: zeros'],
  ['The kernel is applied to the transpose of the image.', 'not applied here: transpose of the image'],
  ['Image values are first divided by 255, then convolved.', 'divided by 255'],
  ['Convolve, then apply the ReLU.', 'not applied here: ReLU'],
  ['The kernel slides two pixels horizontally and one pixel vertically.', 'give stride as 2, 1'],
])('what the words state further is named: %s', (words, remark) => {
  const { assumptions } = open(`${words}\n\nImage\n${IMAGE}\nKernel\n1 0\n0 1\n`);
  expect(assumptions.join('\n')).toContain(remark);
});

it('a filter that Italian words turn, and a gradient with a letter', () => {
  const turned = open(
    `Calcolare la convoluzione; il filtro viene ruotato di 180°.\n\nImmagine\n${IMAGE}\nFiltro\n1 2\n3 4\n`,
  );
  expect(turned.roles.w).toMatchObject({ values: [4, 3, 2, 1] });
  const pooled = open(`Max pooling (2x2, stride 1): where does the gradient go?\n\nF:\n${IMAGE}\ndP:\n1 2\n3 4\n`);
  expect(pooled).toMatchObject({ operation: 'pool_backward', roles: { dA: { values: [1, 2, 3, 4] } } });
});

it('an averaging filter in words has the same value in every entry', () => {
  const { roles } = open(`Apply a 2 x 2 mean filter to the image\n\n${IMAGE}`);
  expect(roles.w).toMatchObject({ shape: [2, 2, 1, 1], values: [0.25, 0.25, 0.25, 0.25] });
});

it.each([
  [`Apply a Laplacian filter to the image\n\n${IMAGE}`, /name a filter, Laplacian filter/],
  [`Apply a Gaussian kernel to the image\n\n${IMAGE}`, /name a filter, Gaussian kernel/],
  [
    `Channel 1\n${IMAGE}\nChannel 2\n${IMAGE}\nKernel\n1 0\n0 1\n\nConvolve the channels with the kernel.\n`,
    /2 channels of the input and 1 matrix/,
  ],
  [
    `Filter 1\n1 0\n0 1\n\nFilter 2\n0 1\n1 0\n\nInput\n${IMAGE}\nFilter 2 is that of the second layer of the convolutional network.\n`,
    /filters of several layers/,
  ],
])('%s is refused', (text, message) => {
  const result = openText({ text, languageId: 'plaintext' });
  expect(result).toMatchObject({ kind: 'refused', message: expect.stringMatching(message) as string });
});

it('a gradient of LaTeX is that of the backward pass', () => {
  const text = String.raw`2x2 max pooling with stride 2 of $X = \begin{bmatrix} 1 & 1 \\ 5 & 6 \end{bmatrix}$, the gradient is $\frac{\partial L}{\partial Y} = \begin{bmatrix} 0.1 \end{bmatrix}$`;
  expect(open(text)).toMatchObject({ operation: 'pool_backward', roles: { dA: { values: [0.1] } } });
});

it('tables between fences have the names that the words around them give', () => {
  const text =
    'Suppose the input is\n\n```\n1 2 3\n4 5 6\n7 8 9\n```\n\nWith a 2×2 kernel of ones the output is\n\n```\n12 16\n24 28\n```\n';
  const opened = openText({ text, languageId: 'markdown' });
  expect(opened).toMatchObject({ kind: 'array', arrays: [{ name: 'input' }, { name: 'output' }] });
});

it('a pooling with its kind as a type', () => {
  const text = `Input\n\n${IMAGE}\nPool: 2x2, stride: 1, type: average\n`;
  expect(open(text)).toMatchObject({ operation: 'pool_forward', options: { mode: 'average', kernel: 2, stride: 1 } });
});

it.each([
  'Convolve X = [[1, 2, 3], [4, 5, 6], [7, 8, 9]] with K = [[1, 0], [0, 1]] (stride 2).',
  'Question 1. Convolve A = [[1, 2, 3], [4, 5, 6], [7, 8, 9]] with K = [[1, 0], [0, 1]] (stride 2).',
])('arrays with names in one sentence: %s', (text) => {
  expect(open(text)).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 2 },
    roles: { x: { shape: [1, 3, 3, 1] }, w: { name: 'K', values: [1, 0, 0, 1] } },
  });
});
