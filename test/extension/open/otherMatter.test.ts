/** Arrays alone that their names, labels or uses make something else than an image: no filter is assumed for them. */
import { expect, it } from 'vitest';
import { openText } from '../../../extension/session/openText';
import { layer } from './requests';

const ROWS = '[[0.1, 0.9, 0.0], [0.2, 0.3, 0.5], [0.6, 0.2, 0.2]]';

it.each(['labels', 'train_losses', 'confusion_matrix', 'cm', 'attn_scores', 'pointCoords', 'adj', 'logits', 'tickets'])(
  '%s is an array',
  (name) => {
    expect(openText({ text: `${name} = np.array(${ROWS})\n`, languageId: 'python' }).kind).toBe('array');
  },
);

it.each(['img', 'grid', 'my_array', 'm', 'gray2', 'feature_map', 'inputTensor'])('%s may be an image', (name) => {
  expect(layer({ text: `${name} = np.array(${ROWS})\n`, languageId: 'python' }).operation).toBe('conv_forward');
});

it.each([
  'Confusion matrix:',
  'Attention scores:',
  'Labels:',
  'Histogram of the image:',
  'Rotation matrix R =',
  'Eigenvectors of the matrix:',
  'Bounding boxes in the image:',
])('"%s" above an array', (label) => {
  const text = `${label}\n${ROWS}\n`;
  for (const cursor of [undefined, text.indexOf('0.1')])
    expect(openText({ text, languageId: 'plaintext', ...(cursor !== undefined && { cursor }) }).kind).toBe('array');
});

it('"Image:" above an array', () => {
  expect(layer({ text: `Image:\n${ROWS}\n`, languageId: 'plaintext' }).operation).toBe('conv_forward');
});

it.each([
  ['wolfram', 'In[3]:= Table[i + j, {i, 3}, {j, 3}]\nOut[3]= {{2, 3, 4}, {3, 4, 5}, {4, 5, 6}}\n', '{{2', 'refused'],
  ['javascript', 'const out = normalize([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);\n', '[[1', 'array'],
  ['cpp', 'Matrix m = invert({{1, 2, 3}, {4, 5, 6}, {7, 8, 10}});\n', '{{1', 'array'],
  [
    'python',
    "@pytest.mark.parametrize('arr, expected', [\n    ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[2, 2, 3], [4, 5, 6], [7, 8, 9]]),\n])\ndef test_sort(arr, expected):\n    assert sort(arr) == expected\n",
    '[[1',
    'array',
  ],
  ['python', 'A = np.array([[2, 1], [1, 3]])\nb = np.linalg.solve(A, [1, 2])\n', '[[2', 'array'],
  ['r', 'm <- matrix(c(2, 1, 1, 3), nrow = 2)\nsolve(m)\n', 'matrix', 'array'],
  ['python', 'grid = [[1, 1, 0], [0, 1, 0], [1, 1, 1]]\nprint(num_islands(grid))\n', '[[1', 'array'],
  [
    'java',
    'int[][] b = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};\nint[][] a = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};\nint[][] conv = Functions.convolution(a, b);\n',
    '{{1, 2',
    'array',
  ],
  [
    'python',
    'layer = Conv2D(input_shape=(4, 4, 1))\nx = np.array([[3, 1], [1, 1]])\nactual = layer.forward(x.reshape((1, 2, 2, 1)))\n',
    '[[3',
    'array',
  ],
  [
    'markdown',
    'What was computed:\n\n```\narray([[ 0., 0., 4.],\n[ 10., 10., 0.],\n[ 70., 70., 40.]], dtype=float32)\n```\n',
    'array(',
    'array',
  ],
  [
    'cpp',
    'Mat2D<uint8_t> mat{{{1, 1, 1}, {0, 1, 1}, {0, 0, 1}}};\nMat2D<uint8_t> result = Shifted<uint8_t>(mat, kernel_3x3);\n',
    '{{{1',
    'array',
  ],
] as const)('%s: %s', (languageId, text, at, kind) => {
  expect(openText({ text, languageId, cursor: text.indexOf(at) }).kind).toBe(kind);
});

it('what is only shown may be an image', () => {
  const text = 'const m = [[1, 2, 3], [4, 5, 6]];\nconsole.log(m);\n';
  expect(layer({ text, languageId: 'javascript', cursor: text.indexOf('[[1') }).operation).toBe('conv_forward');
});
