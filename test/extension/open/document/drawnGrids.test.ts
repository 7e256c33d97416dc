/** Grids next to each other, in boxes, in rows that words name, and matrices by commands of LaTeX's own. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { expectLayer, layer, type TextOfLayer } from '../requests';

const IMAGE = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const KERNEL = [1, 0, 0, 1];
const arrays = { x: IMAGE, w: KERNEL };

const GRIDS: readonly TextOfLayer[] = [
  [
    'boxes of ASCII',
    '+---+---+---+     +---+---+     +----+----+\n| 1 | 2 | 3 |     | 1 | 0 |     |  6 |  8 |\n+---+---+---+     +---+---+     +----+----+\n| 4 | 5 | 6 |  *  | 0 | 1 |  =  | 12 | 14 |\n+---+---+---+     +---+---+     +----+----+\n| 7 | 8 | 9 |\n+---+---+---+\n',
    'conv_forward',
    {},
    arrays,
  ],
  [
    'frames',
    '  Input           Kernel        Output\n┌───┬───┬───┐   ┌───┬───┐   ┌────┬────┐\n│ 1 │ 2 │ 3 │   │ 1 │ 0 │   │  6 │  8 │\n├───┼───┼───┤   ├───┼───┤   ├────┼────┤\n│ 4 │ 5 │ 6 │   │ 0 │ 1 │   │ 12 │ 14 │\n├───┼───┼───┤   └───┴───┘   └────┴────┘\n│ 7 │ 8 │ 9 │\n└───┴───┴───┘\n',
    'conv_forward',
    {},
    arrays,
  ],
  [
    'wide numbers',
    'Input:          Filter:      Output:\n1  2  3         1  0         6   8\n4  5  6         0  1         12  14\n7  8  9\n',
    'conv_forward',
    {},
    arrays,
  ],
  [
    'a pooling with an arrow',
    'Max pooling 2x2 with stride 2:\n\n| 1 3 2 4 |\n| 5 6 7 8 |   max pool    | 6 8 |\n| 3 2 1 0 |  --------->   | 3 4 |\n| 1 2 3 4 |\n',
    'pool_forward',
    { mode: 'max', kernel: 2, stride: 2 },
    { x: [1, 3, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4] },
  ],
  [
    'two kernels below numbered labels',
    'Image:\n[[1, 2, 3], [4, 5, 6], [7, 8, 9]]\nKernel 1:\n[[1, 0], [0, 1]]\nKernel 2:\n[[0, 1], [1, 0]]\nConvolve the image with both kernels.\n',
    'conv_forward',
    {},
    { x: IMAGE, w: [1, 0, 0, 1, 0, 1, 1, 0] },
  ],
  [
    'rows in words',
    'Input (3x3): first row 1 2 3, second row 4 5 6, third row 7 8 9. Kernel (2x2): first row 1 0, second row 0 1. What is the convolution with stride 1?\n',
    'conv_forward',
    { stride: 1 },
    arrays,
  ],
  [
    'rows in words with brackets',
    "The input's first row is [1, 2, 3], its second row is [4, 5, 6] and the third row is [7, 8, 9]; apply 2x2 max pooling, stride 1.\n",
    'pool_forward',
    { mode: 'max', kernel: 2, stride: 1 },
    { x: IMAGE },
  ],
];

it.each(GRIDS.map((each) => [each[0], each] as const))('%s', (_, text) => {
  expectLayer(text);
});

it('rows without the first one are not an input', () => {
  const text = 'Pool it (2x2 max pooling): second row is 4 5 6, third row is 7 8 9.\n';
  expect(openText({ text, languageId: 'plaintext' }).kind).toBe('refused');
});

it.each([
  [
    'a command with an argument',
    '\\newcommand{\\mat}[1]{\\begin{bmatrix} #1 \\end{bmatrix}}\nThe image $X = \\mat{1 & 2 & 3 \\\\ 4 & 5 & 6 \\\\ 7 & 8 & 9}$ is convolved with the kernel $K = \\mat{1 & 0 \\\\ 0 & 1}$.\n',
  ],
  [
    'commands for the ends',
    '\\newcommand{\\mb}{\\begin{bmatrix}}\n\\newcommand{\\me}{\\end{bmatrix}}\nThe image $X = \\mb 1 & 2 & 3 \\\\ 4 & 5 & 6 \\\\ 7 & 8 & 9 \\me$ is convolved with the kernel $K = \\mb 1 & 0 \\\\ 0 & 1 \\me$.\n',
  ],
  [
    'addresses of images',
    'The kernel is ![](https://example.org/svg.latex?K=\\begin{bmatrix}1&0\\\\0&1\\end{bmatrix}) and the image is ![](https://example.org/svg.latex?X=\\begin{bmatrix}1&2&3\\\\4&5&6\\\\7&8&9\\end{bmatrix}). Compute the convolution.\n',
  ],
  [
    'encoded addresses',
    'The kernel is <img src="https://example.org/render/math?math=K%20%3D%20%5Cbegin%7Bbmatrix%7D1%20%26%200%20%5C%5C%200%20%26%201%5Cend%7Bbmatrix%7D"> and the image is <img src="https://example.org/render/math?math=X%20%3D%20%5Cbegin%7Bbmatrix%7D1%20%26%202%20%26%203%5C%5C4%20%26%205%20%26%206%5C%5C7%20%26%208%20%26%209%5Cend%7Bbmatrix%7D">. Compute the convolution.\n',
  ],
])('matrices by %s', (_, text) => {
  const opened = layer({ text, languageId: 'markdown' });
  expect(opened.operation).toBe('conv_forward');
  expect([opened.roles['x']!.values, opened.roles['w']!.values]).toEqual([IMAGE, KERNEL]);
});

it.each([
  [
    'r',
    'x <- torch_tensor(matrix(1:9, nrow = 3, byrow = TRUE), dtype = torch_float())$unsqueeze(1)$unsqueeze(-4)\nnnf_avg_pool2d(x, 2, stride = 1, padding = 1, count_include_pad = FALSE)\n',
  ],
  [
    'r',
    'x <- torch_arange(1, 9)$reshape(c(1, 1, 3, 3))\nnnf_avg_pool2d(x, 2, stride = 1, padding = 1, count_include_pad = FALSE)\n',
  ],
  [
    'julia',
    "using NNlib\nx = reshape(Float32[1 2 3; 4 5 6; 7 8 9]', 3, 3, 1, 1)\nmeanpool(x, (2, 2); pad=1, stride=1, count_include_pad=false)\n",
  ],
])('a mean without the padding: %s', (languageId, text) => {
  const options = { mode: 'average', stride: 1, padding: 1, countIncludePad: false };
  expect(layer({ text, languageId })).toMatchObject({ options, roles: { x: { values: IMAGE } } });
});
