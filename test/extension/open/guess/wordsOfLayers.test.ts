/** Layers that words describe around their arrays: what opens, with the cursor at an array and without one. */
import { expect, test } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { expectLayer, type TextOfLayer } from '../requests';

const X = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const ROWS = '[[1, 2, 3],\n [4, 5, 6],\n [7, 8, 9]]';
const CONVOLUTION = `Convolve\n\n${ROWS}\n\nwith the kernel [[1, 0], [0, -1]], stride 1, padding 1.\n`;
const W = [1, 0, 0, -1];
const BACKWARD = `Input x:\n${ROWS}\nweights w: [[1, 0], [0, -1]]\n`;

const OPENED: readonly TextOfLayer[] = [
  [
    'an array above the sentence with its kernel',
    CONVOLUTION,
    'conv_forward',
    { stride: 1, padding: 1 },
    { x: X, w: W },
  ],
  ['the same with the cursor in the array', CONVOLUTION, 'conv_forward', { padding: 1 }, { x: X, w: W }, '7, 8'],
  ['the same with the cursor in the kernel', CONVOLUTION, 'conv_forward', { padding: 1 }, { x: X, w: W }, '0, -1'],
  [
    'a signal and a filter, with a stride and without the word convolution',
    'Consider a 1D signal x = [1, 2, 3, 4, 5] and filter w = [1, 0, -1]. With padding of 1 and stride of 2.',
    'conv_forward',
    { stride: 2, padding: [0, 1] },
    { x: [1, 2, 3, 4, 5], w: [1, 0, -1] },
  ],
  [
    'the filter size of a pooling, which is not a filter',
    'Max pool, filter size f=2, stride s=1:\n1 2 3\n4 5 6\n7 8 9\n',
    'pool_forward',
    { mode: 'max', kernel: 2, stride: 1 },
    { x: X },
  ],
  [
    'a gradient that is all ones',
    `${BACKWARD}upstream gradient dout is all ones of size 2x2. stride=1. What is dw?`,
    'conv_backward',
    { stride: 1, padding: 0 },
    { x: X, w: W, dZ: [1, 1, 1, 1] },
  ],
  [
    'a gradient filled with ones, of a padded layer',
    `${BACKWARD}padding 1, stride 2. The gradient of the output is filled with ones. Find dw.`,
    'conv_backward',
    { stride: 2, padding: 1 },
    { x: X, w: W, dZ: [1, 1, 1, 1] },
  ],
  [
    'a gradient with a Greek name',
    'Given X, the upstream gradient δ and the filter W:\nX = [[1,2,3],[4,5,6],[7,8,9]]\nW = [[1,0],[0,-1]]\nδ = [[1,-1],[2,0]]\n',
    'conv_backward',
    { stride: 1, padding: 0 },
    { x: X, w: W, dZ: [1, -1, 2, 0] },
  ],
  [
    'a gradient with respect to a word, and activations A that a pooling takes',
    '$A = \\begin{pmatrix} 2 & 4 & 1 & 0\\\\ 3 & 1 & 5 & 2\\end{pmatrix}$ is average pooled over $2\\times 2$ regions; $\\partial L/\\partial \\text{out} = \\begin{pmatrix} 4 & 8\\end{pmatrix}$.',
    'pool_backward',
    { mode: 'average', kernel: 2, stride: 2 },
    { x: [2, 4, 1, 0, 3, 1, 5, 2], dA: [4, 8] },
  ],
  [
    'tables with an option in quotes below them',
    "Input:\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n| 7 | 8 | 9 |\n\nKernel:\n| 1 | 0 |\n| 0 | -1 |\n\nStride: 2\nPadding: 'valid'\n",
    'conv_forward',
    { stride: 2, padding: 0 },
    { x: X, w: W },
  ],
  [
    'three printed tensors, of which the last is the result of the others',
    'I have\ntensor([[[[1., 2., 3.],\n          [4., 5., 6.],\n          [7., 8., 9.]]]])\nand weight\ntensor([[[[1., 0.],\n          [0., -1.]]]])\nand get\ntensor([[[[-4., -4.],\n          [-4., -4.]]]])\n',
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: X, w: W },
  ],
  [
    'labels with remarks, one array of which has a name of its own',
    'My forward pass:\n\nInput (1 channel):\n[[1 2 3]\n [4 5 6]\n [7 8 9]]\n\nWeights:\n[[ 1  0]\n [ 0 -1]]\n\nExpected output:\n[[-4 -4]\n [-4 -4]]\n\nI get [[-4 0]]. What is wrong?',
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: X, w: W },
  ],
  [
    'the kind of a pooling behind its window',
    `Input: 3x3 matrix ${ROWS}\nPooling: 2x2, stride 1, average.\nOutput?`,
    'pool_forward',
    { mode: 'average', kernel: 2, stride: 1 },
    { x: X },
  ],
  [
    'an array of PyTorch above weights in words',
    'x = torch.Tensor([[1,2,3],[4,5,6],[7,8,9]])\nconv weights = [[1,0],[0,-1]], bias = 0.5, padding = 0\noutput = ?\n',
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: X, w: W, b: [0.5] },
  ],
  [
    'gradients that the text asks for in equations',
    'Backward pass: X=[[1,2,3],[4,5,6],[7,8,9]], F=[[1,0],[0,-1]], dL/dO=[[1,1],[1,1]].\nCompute dL/dF = conv(X, dL/dO) and dL/dX = full_conv(rot180(F), dL/dO).\n',
    'conv_backward',
    { stride: 1, padding: 0 },
    { x: X, w: W, dZ: [1, 1, 1, 1] },
  ],
  [
    'a maximum filter',
    `Sliding a 2x2 max filter (stride 1, no padding):\n\n${ROWS}\n`,
    'pool_forward',
    { mode: 'max', kernel: 2, stride: 1 },
    { x: X },
  ],
  [
    'a kernel that is divided by a number',
    'Filter = [[1, 0], [0, -1]] / 2, image = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]. Stride = 1. Output?',
    'conv_forward',
    { stride: 1 },
    { x: X, w: [0.5, 0, 0, -0.5] },
  ],
];

test.each([
  [
    'a convolved feature is a result',
    'Input matrix:\n1 2 3\n4 5 6\n7 8 9\nConvolved feature:\n1 2\n3 4\nWhich filter was used?\n',
    'refused',
  ],
  [
    'an output that is stated',
    'The output of a 2x2 average pool with stride 2 is\n[[3.5, 5.5],\n [11.5, 13.5]]\nfor the input 1..16.\n',
    'array',
  ],
])('no layer is opened: %s', (_, text, kind) => {
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({ kind });
});

test('the channels of one image are not its filter and its gradient', () => {
  const text =
    'An RGB image and a filter of size 1 with weights R 1, G 0, B -1.\nR: [[1, 2], [3, 4]]\nG: [[5, 6], [7, 8]]\nB: [[9, 10], [11, 12]]\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({ kind: 'array' });
  expect(openText({ text, languageId: 'plaintext', operation: 'convolution' })).toMatchObject({ kind: 'refused' });
});

test.each(OPENED.map((row) => ({ title: row[0], row })))('$title', ({ row }) => expectLayer(row));
