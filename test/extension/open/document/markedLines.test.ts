/** Texts with marks around their lines, tables of other forms, and layers in words: what opens, with its numbers. */
import { expect, test } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { expectLayer, type TextOfLayer } from '../requests';

const IMAGE = '1 2 3\n4 5 6\n7 8 9';
const X = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const W = [1, 0, 0, -1];

const OPENED: readonly TextOfLayer[] = [
  [
    'a quoted mail with an answer below',
    `> From: Prof. Kim\n> > The input:\n${IMAGE.replace(/^/gm, '> > ')}\n> > and the filter\n> > 1 0\n> > 0 -1\n> > with stride 2.\n\nIs 4 right?`,
    'conv_forward',
    { stride: 2, padding: 0 },
    { x: X, w: W },
  ],
  [
    'lines of a log',
    ['input:', '[[1. 2. 3.]', ' [4. 5. 6.]', ' [7. 8. 9.]]', 'kernel:', '[[ 1.  0.]', ' [ 0. -1.]]', 'conv2d padding=1']
      .map((line, k) => `2024-05-01 12:00:0${k} INFO ${line}`)
      .join('\n'),
    'conv_forward',
    { stride: 1, padding: 1 },
    { x: X, w: W },
  ],
  [
    'matrices in frames, side by side with names',
    '    ┌───────┐      ┌──────┐\n    │ 1 2 3 │      │ 1  0 │\nX = │ 4 5 6 │  K = │ 0 -1 │\n    │ 7 8 9 │      └──────┘\n    └───────┘\nCross-correlate X with K.',
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: X, w: W },
  ],
  [
    'columns below their names',
    'Input:       Kernel:\n1 2 3         1  0\n4 5 6         0 -1\n7 8 9\n\nConvolve with stride 1.',
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: X, w: W },
  ],
  [
    'what a debugger printed',
    '(Pdb) p x\narray([[1., 2., 3.],\n       [4., 5., 6.],\n       [7., 8., 9.]])\n(Pdb) p w\narray([[ 1.,  0.],\n       [ 0., -1.]])\n(Pdb) p stride, pad\n(2, 1)\n(Pdb) n\n> conv.py(14)conv2d()',
    'conv_forward',
    { stride: 2, padding: 1 },
    { x: X, w: W },
  ],
  [
    'rows of a list of YAML',
    'type: maxpool\nkernel_size: 2\nstride: 1\ninput:\n  - [1, 2, 3]\n  - [4, 5, 6]\n  - [7, 8, 9]\n',
    'pool_forward',
    { mode: 'max', kernel: 2, stride: 1 },
    { x: X },
  ],
  [
    'decimal commas',
    'Use the kernel\n0,5 0\n0 -0,5\non the image\n1,0 2,0 3,0\n4,0 5,0 6,0\n7,0 8,0 9,5\n',
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: [1, 2, 3, 4, 5, 6, 7, 8, 9.5], w: [0.5, 0, 0, -0.5] },
  ],
  [
    'a table with a kernel in the sentence below',
    `What does a dilated convolution (rate 2) of\n${IMAGE}\nwith the 2x2 kernel [1 0; 0 -1] give?`,
    'conv_forward',
    { dilation: 2 },
    { x: X, w: W },
  ],
  [
    'a filter with a letter above a table',
    `Filter F = [[1, 0], [0, -1]]; image:\n${IMAGE}\nStride 1, no padding.`,
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: X, w: W },
  ],
  [
    'the gradient of a pooling on a line of its own',
    'Suppose the gradient of the loss with respect to the output of a 2x2 max pooling layer (stride 1) is\n[[0.5, -1],\n [2, 3]]\nand the input in the forward pass was\n[[1, 2, 3],\n [4, 5, 6],\n [7, 8, 9]].\nWhat is the gradient with respect to the input?',
    'pool_backward',
    { mode: 'max', kernel: 2, stride: 1 },
    { x: X, dA: [0.5, -1, 2, 3] },
  ],
  [
    'two poolings, the first of which is shown',
    `Compute average pooling with kernel 2, stride 1 of this single channel image:\n\n${IMAGE}\n\nThen apply max pooling.`,
    'pool_forward',
    { mode: 'average', kernel: 2, stride: 1 },
    { x: X },
  ],
  [
    'a pooling below a heading of the other kind',
    `Average pooling\nPerform 2x2 max pooling with stride = 1 on the following matrix:\n${IMAGE}\n`,
    'pool_forward',
    { mode: 'max', kernel: 2, stride: 1 },
    { x: X },
  ],
  [
    'a signal of one dimension: its padding has one axis',
    'Given the 1-D input x = [2, 1, 3, 0, 4] and the kernel w = [1, -1], compute the convolution with padding 1.',
    'conv_forward',
    { padding: [0, 1] },
    { x: [2, 1, 3, 0, 4], w: [1, -1] },
  ],
  [
    'a transposed convolution in words',
    'Transposed convolution: input [[0, 1], [2, 3]], kernel [[0, 1], [2, 3]], stride 2. Output?',
    'conv_transpose_forward',
    { stride: 2, padding: 0 },
    { x: [0, 1, 2, 3], w: [0, 1, 2, 3] },
  ],
  [
    'a transposed convolution in words behind the arrays',
    'Given X = [[1, 2], [3, 4]] and K = [[1, 1], [1, 1]], perform a transposed convolution with stride 1 and padding 1.',
    'conv_transpose_forward',
    { stride: 1, padding: 1 },
    { x: [1, 2, 3, 4], w: [1, 1, 1, 1] },
  ],
  [
    'a transposed convolution whose stride only its result shows',
    'Transposed convolution of the input\n1 2\n3 4\nwith the kernel\n1 1\n1 1\nResult:\n1 1 2 2\n1 1 2 2\n3 3 4 4\n3 3 4 4\n',
    'conv_transpose_forward',
    { stride: 2, padding: 0 },
    { x: [1, 2, 3, 4], w: [1, 1, 1, 1] },
  ],
  [
    'rows in brackets of their own below names',
    'X =\n[ 2 0 1 ]\n[ 1 3 2 ]\n[ 0 1 4 ]\n\nW =\n[ 1 -1 ]\n[ 0 1 ]\n\ndL/dY =\n[ 1 0 ]\n[ 2 -1 ]\n\nCompute dL/dW (stride 1, no padding).',
    'conv_backward',
    { stride: 1, padding: 0 },
    { x: [2, 0, 1, 1, 3, 2, 0, 1, 4], w: [1, -1, 0, 1], dZ: [1, 0, 2, -1] },
  ],
  [
    'a pair of strides above tables',
    `Stride = (2, 1), Input:\n${IMAGE}\nKernel:\n1 0\n0 -1\n`,
    'conv_forward',
    { stride: [2, 1] },
    { x: X, w: W },
  ],
  [
    'a gradient that Chinese words name',
    '输入特征图:\n[[1, 2, 0, 3],\n [4, 1, 2, 1]]\n使用 2×2 平均池化, 步长为 2; 反向传播时上游梯度为\n[[1, 2]]\n求输入的梯度。\n',
    'pool_backward',
    { mode: 'average', kernel: 2, stride: 2 },
    { x: [1, 2, 0, 3, 4, 1, 2, 1], dA: [1, 2] },
  ],
  [
    'channels that are counted from 0',
    'Input volume (2 channels):\nChannel 0:\n1 0\n0 1\nChannel 1:\n0 2\n2 0\nFilter (2 channels):\nChannel 0:\n1 1\n0 1\nChannel 1:\n0 1\n1 0\nBias: 1\nStride 1.',
    'conv_forward',
    { stride: 1 },
    { x: [1, 0, 0, 2, 0, 2, 1, 0], w: [1, 0, 1, 1, 0, 1, 1, 0], b: [1] },
  ],
  [
    'a list of biases',
    `Input\n${IMAGE}\nFilter 1\n1 0\n0 -1\nFilter 2\n0 1\n1 0\nStride: 1. Biases: 1 and -1.`,
    'conv_forward',
    { stride: 1 },
    { x: X, w: [1, 0, 0, 1, 0, 1, -1, 0], b: [1, -1] },
  ],
  [
    'a bias behind a colon',
    `x:\n${IMAGE}\nw:\n1 0\n0 -1\nb: 0.5\ny = ?\n`,
    'conv_forward',
    { stride: 1 },
    { x: X, w: W, b: [0.5] },
  ],
  [
    'a pooling whose window is called a kernel',
    `Problem: Max pool the following with a 2x2 kernel and stride of 1.\n${IMAGE}\nSolution:\n5 6\n8 9\n`,
    'pool_forward',
    { mode: 'max', kernel: 2, stride: 1 },
    { x: X },
  ],
  ['zero padding with a symbol', 'Zero padding with p=2 of\n1 2\n3 4\n?', 'zero_pad', { pad: 2 }, { x: [1, 2, 3, 4] }],
  [
    'brackets whose lines are rows',
    'Input: 3x3 matrix\n[1 2 3\n 4 5 6\n 7 8 9]\nKernel: 2x2 matrix\n[1 0\n 0 -1]\nCompute the convolution (stride 2)\n',
    'conv_forward',
    { stride: 2 },
    { x: X, w: W },
  ],
  [
    'a gradient with a fraction as its name',
    'The input is\nX = [[1, 0, 2], [3, 1, 0], [2, 2, 1]], the filter is F = [[1, 2], [0, 1]] and the loss gradient dL/dO = [[1, -1], [0, 2]].\nThe layer is a convolution with stride 1. Update the filter.',
    'conv_backward',
    { stride: 1 },
    { x: [1, 0, 2, 3, 1, 0, 2, 2, 1], w: [1, 2, 0, 1], dZ: [1, -1, 0, 2] },
  ],
  [
    'an input that is shown with the padding that the words describe',
    'We pad a 2 x 2 input with one ring of zeros\n0 0 0 0\n0 1 2 0\n0 3 4 0\n0 0 0 0\nand convolve it with\n1 0\n0 -1\n',
    'conv_forward',
    { padding: 0 },
    { x: [0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 0], w: W },
  ],
  [
    'a third matrix that is no gradient',
    'Convolve A = [[1,2,3],[4,5,6],[7,8,9]] with B = [[1,0],[0,-1]], then subtract C = [[1,1],[1,1]].',
    'conv_forward',
    { stride: 1 },
    { x: X, w: W },
  ],
];

test.each(OPENED.map((row) => ({ title: row[0], row })))('$title', ({ row }) => expectLayer(row));

test.each([
  [
    `Image patch:\n${IMAGE}\nGaussian kernel 1/16:\n1 2\n2 4\n`,
    'the words of the text scale the kernel by 1/16: this is not applied',
  ],
  [
    `A grayscale image:\n${IMAGE}\nNormalize to [0, 1], then apply the filter\n-1 1\n-1 1\n`,
    'the words of the text name more, which is not applied here: Normalize to',
  ],
])('a step that is not applied is named: %s', (text, note) => {
  const opened = openText({ text, languageId: 'plaintext' });
  expect(opened.kind === 'layer' && opened.assumptions).toContain(note);
});

test('a depthwise convolution in words is refused by name', () => {
  const text =
    'Use depthwise convolution, input channels:\nch1: [[1,2],[3,4]]\nch2: [[5,6],[7,8]]\nkernels:\nk1: [[1,0],[0,1]]\nk2: [[0,1],[1,0]]\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    kind: 'refused',
    message: 'depthwise convolution in words is not read: it opens from a call',
  });
});

test('full convolution of a signal: the kernel is used as it is, and the panel states this', () => {
  const text = 'Convolve the 1D signal x = [1, 2, 3, 4, 5] with h = [1, 0, -1] (full convolution).';
  const opened = openText({ text, languageId: 'plaintext' });
  expect(opened).toMatchObject({ kind: 'layer', options: { padding: [0, 2] } });
  expect(opened.kind === 'layer' && opened.assumptions).toContain('the kernel is not turned by 180°, as in a layer');
});

test('a sentence with words about an image above a filter alone: the image is missing', () => {
  const text = 'A 6x6 image is 10 in its left half and 0 in its right half. The filter is\n1 0 -1\n1 0 -1\n1 0 -1\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    kind: 'refused',
    message: 'kernel is a filter, and the text has no input for it',
  });
});

test.each([
  [
    'the padding of a call',
    'import tensorflow as tf\nimport numpy as np\nx = np.ones((1, 3, 3, 1))\nw = np.ones((2, 2, 1, 1))\ny = tf.nn.conv2d(x, w, strides=[1, 1, 1, 1],\n                 padding=[[0, 0], [1, 0], [1, 0], [0, 0]])\n',
    'padding=',
    'layer',
  ],
  [
    'what a test expects',
    'import lib\npool = lib.make(2)\nexpected_value = [[2, 3, 4], [9, 9, 5]]\n',
    'expected_value',
    'array',
  ],
])('the cursor on %s does not make it an input', (_, text, place, kind) => {
  const opened = openText({ text, languageId: 'python', cursor: text.indexOf(place) });
  expect(opened).toMatchObject({ kind });
  if (opened.kind === 'layer') expect(opened.roles['x']!.shape).toEqual([1, 3, 3, 1]);
});
