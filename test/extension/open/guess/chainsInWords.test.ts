/** Exercises about several layers, with several kernels, or with the windows of a pooling written out. */
import { expect, it } from 'vitest';
import { expectLayer, layer, type TextOfLayer } from '../requests';

const CHAIN = `A network has one convolution layer with a single filter G of size 2 x 2, then max-pooling of size 2 x 2.
The input image J is 3 x 3. The output of the network is
output = Pool(ReLU(Conv(J)))
The stride of both layers is 1, there is no padding.
J = [2 1 0
5 3 7
4 0 6]
G = [1 0
0 -1]
`;
const KERNELS = `For the following input, a 4 by 4 image:
[[ 9 7 6 16]
[ 7 3 17 3]
[10 9 11 12]
[17 7 17 17]]
you have two kernels:
1st kernel:
[[0 1]
[1 0]]
2nd kernel:
[[2 0]
[0 3]]
The padding is 1. Then I need max pooling, the kernel size is 2 by 2.
`;
const BLOCKS = `**Average Pooling**
Perform 2x2 *max* pooling with stride = 1:

$$\\begin{bmatrix} 2 & 3 & 2 & 1 \\\\ 4 & 6 & 5 & 0 \\\\ 7 & 8 & 9 & 3 \\\\ 5 & 2 & 1 & 4 \\end{bmatrix}$$

*Answer*

$$\\begin{bmatrix} 6 & 6 & 5 \\\\ 8 & 9 & 9 \\\\ 8 & 9 & 9 \\end{bmatrix}$$

*Why:* the blocks are
$$\\begin{bmatrix} 2 & 3 \\\\ 4 & 6 \\end{bmatrix}$$, $$\\begin{bmatrix} 3 & 2 \\\\ 6 & 5 \\end{bmatrix}$$, $$\\begin{bmatrix} 2 & 1 \\\\ 5 & 0 \\end{bmatrix}$$
`;

const CASES: readonly TextOfLayer[] = [
  [
    'a chain of layers: its convolution',
    CHAIN,
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: [2, 1, 0, 5, 3, 7, 4, 0, 6], w: [1, 0, 0, -1] },
  ],
  [
    'kernels that are counted',
    KERNELS,
    'conv_forward',
    { stride: 1, padding: 1 },
    { x: [9, 7, 6, 16, 7, 3, 17, 3, 10, 9, 11, 12, 17, 7, 17, 17], w: [0, 2, 1, 0, 1, 0, 0, 3] },
  ],
  [
    'windows that explain a pooling',
    BLOCKS,
    'pool_forward',
    { mode: 'max', kernel: 2, stride: 1 },
    { x: [2, 3, 2, 1, 4, 6, 5, 0, 7, 8, 9, 3, 5, 2, 1, 4] },
  ],
];

it.each(CASES.map((each) => [each[0], each] as const))('%s', (_, each) => {
  expectLayer(each);
});

it('ordinals count kernels as digits do', () => {
  const text = KERNELS.replace('1st', 'First').replace('2nd', 'Second');
  expect(layer({ text, languageId: 'plaintext' }).roles.w!.shape).toEqual([2, 2, 1, 2]);
});
