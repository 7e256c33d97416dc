/** Forms in which pages, mails and exercises write the arrays of a layer. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { expectLayer, type TextOfLayer } from '../requests';

const IMAGE = [1, 2, 0, 0, 1, 3, 2, 0, 1];
const KERNEL = [1, 0, 0, 1];

const TEXTS: readonly TextOfLayer[] = [
  [
    'names behind their words in one sentence of LaTeX',
    String.raw`Question 3 [25 marks] Given the image $I$ and the filter $F$ $$I = \begin{bmatrix} 1 & 2 & 0 \\ 0 & 1 & 3 \\ 2 & 0 & 1 \end{bmatrix}, F = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}$$ compute $I * F$ with stride 1. \hfill [5 marks]`,
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: IMAGE, w: KERNEL },
  ],
  [
    'cells and bars on lines of their own',
    'Convolve the input, stride 1\n\n|\n1\n|\n2\n|\n0\n|\n|\n0\n|\n1\n|\n3\n|\n|\n2\n|\n0\n|\n1\n|\n\nwith the kernel\n\n|\n1\n|\n0\n|\n|\n0\n|\n1\n|\n',
    'conv_forward',
    { stride: 1 },
    { x: IMAGE, w: KERNEL },
  ],
  [
    'bars between cells on lines of their own',
    'Max pooling 2x2 with stride 2 of\n\n1\n|\n3\n|\n2\n|\n4\n5\n|\n6\n|\n7\n|\n8\n3\n|\n2\n|\n1\n|\n0\n1\n|\n2\n|\n3\n|\n4\n',
    'pool_forward',
    { mode: 'max', kernel: 2, stride: 2 },
    { x: [1, 3, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4] },
  ],
  [
    'cells with bars between them all, and labels below the tables',
    'An input of 2x3 on the left and a kernel of 2x2 on the right.\n1\n|\n2\n|\n0\n|\n0\n|\n1\n|\n3\n|\nInput\n1\n|\n0\n|\n0\n|\n1\n|\nKernel\nConvolve with stride 1 [25 marks].\n',
    'conv_forward',
    { stride: 1 },
    { x: [1, 2, 0, 0, 1, 3], w: KERNEL },
  ],
  [
    'rows divided by slashes, behind labels',
    'Input: 1 2 0 / 0 1 3 / 2 0 1\nKernel: 1 0 / 0 1\nCompute the convolution, stride 1, no padding.\n',
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: IMAGE, w: KERNEL },
  ],
  [
    'rows divided by slashes, in sentences',
    'The input is 1 2 0 / 0 1 3 / 2 0 1 and the kernel is 1 0 / 0 1. Stride 1, no padding.\n',
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: IMAGE, w: KERNEL },
  ],
  [
    'rows divided by slashes, in brackets',
    'Convolve the image [1 2 0 / 0 1 3 / 2 0 1] with the filter [1 0 / 0 1] (stride 1).\n',
    'conv_forward',
    { stride: 1 },
    { x: IMAGE, w: KERNEL },
  ],
  [
    'filters with letters',
    'Input:\n1 2 0\n0 1 3\n2 0 1\n\nFilter A:\n1 0\n0 1\n\nFilter B:\n0 -1\n-1 0\n\nConvolve, stride 1.\n',
    'conv_forward',
    { stride: 1 },
    { x: IMAGE, w: [1, 0, 0, -1, 0, -1, 1, 0] },
  ],
  [
    'letters alone for filters',
    'Apply the 2 filters to the image (stride 1).\n\nImage:\n1 2 0\n0 1 3\n2 0 1\n\nA:\n1 0\n0 1\n\nB:\n0 -1\n-1 0\n',
    'conv_forward',
    { stride: 1 },
    { x: IMAGE, w: [1, 0, 0, -1, 0, -1, 1, 0] },
  ],
  [
    'a convolution of letters in a sentence',
    'Let X = [[1, 2, 0], [0, 1, 3], [2, 0, 1]] and F = [[1, 0], [0, 1]]. Compute conv(X, F) with stride 1.\n',
    'conv_forward',
    { stride: 1 },
    { x: IMAGE, w: KERNEL },
  ],
  [
    'letters named in a question above tables',
    'What is conv(X, F) if X is\n\n1 2 0\n0 1 3\n2 0 1\n\nand F is\n\n1 0\n0 1\n',
    'conv_forward',
    { stride: 1 },
    { x: IMAGE, w: KERNEL },
  ],
  [
    'numbers that words count',
    'The input image is a 3x3 grid containing the numbers 1 to 9. Convolve it with the kernel [[1, 0], [0, 1]], stride 1.\n',
    'conv_forward',
    { stride: 1 },
    { x: [1, 2, 3, 4, 5, 6, 7, 8, 9], w: KERNEL },
  ],
  [
    'ReLU alone',
    'Apply the ReLU activation function to the following feature map:\n\n-1 2\n3 -4\n',
    'relu_forward',
    {},
    { x: [-1, 2, 3, -4] },
  ],
  [
    'a session whose values are asked for',
    "I typed\n\n>> input\n\ninput =\n\n     1     2     0\n     0     1     3\n     2     0     1\n\n>> kernel\n\nkernel =\n\n     1     0\n     0     1\n\n>> filter2(kernel, input, 'valid')\n\nans =\n\n     2     5\n     0     2\n\nWhy?\n",
    'conv_forward',
    { stride: 1 },
    { x: IMAGE, w: KERNEL },
  ],
];

it.each(TEXTS.map((row) => ({ title: row[0], row })))('$title', ({ row }) => expectLayer(row));

it('a matrix that may be the result of ReLU is shown alone', () => {
  expect(openText({ text: 'The feature map after ReLU:\n\n1 2\n3 0\n', languageId: 'plaintext' }).kind).toBe('array');
});

it('the size of a kernel does not make the table below it a kernel', () => {
  const text =
    'For example, let kernel-size=3, stride=2 of MaxPool:\n\n1  2  3  4\n7  88 9  10\n13 14 15 16\n19 20 21 22\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'pool_forward',
    options: { stride: 2 },
  });
});
