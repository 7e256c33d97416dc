/** Logs and lists of several layers: the part at the cursor is the layer of its arrays, and no other array is taken for it. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { expectLayer, layer, refusal, type TextOfLayer } from '../requests';

const LABELLED = `step 0
conv1: stride=1, padding=0
input =
[[1, 0, 2],
 [0, 1, 1],
 [3, 0, 1]]
kernel =
[[1, 2],
 [0, -1]]
relu1:
input =
[[0, -3],
 [2, -2]]
output =
[[0, 0],
 [2, 0]]
pool1: max 2x2 stride 2
input =
[[0, 1, 5, 2],
 [2, 0, 3, 4],
 [1, 1, 0, 0],
 [7, 1, 2, 8]]
`;
const STAMPS = [1, 2, 2, 2, 3, 3, 4, 5, 5].map((ms) => `2024-05-06 10:00:00,00${ms} INFO trainer: `);
const LOGGED = [
  'layer conv_a (2x2 kernel, stride 1, pad 1)',
  '  in  [[1. 2. 3.]',
  '       [5. 6. 7.]',
  '       [9. 1. 2.]]',
  '  w   [[0. 1.]',
  '       [1. -4.]]',
  'layer dense_a',
  '  in  [[4. 5. 8.]]',
  '  w   [[1. 2. 3.] [4. 5. 6.] [7. 8. 9.]]',
]
  .map((line, index) => `${STAMPS[index]}${line}\n`)
  .join('');
const ARROWS =
  'DEBUG:net:sigmoid1 <- [[0.5, -1.0, 2.0], [1.5, 0.0, -0.5], [3.0, 1.0, -2.0]]\n' +
  'DEBUG:net:conv2 <- [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\n' +
  'DEBUG:net:conv2.weight [[1, 0], [0, 1]]\n' +
  'DEBUG:net:conv2 -> [[6, 8], [12, 14]]\n';
const COUNTED =
  'Layer 1 (convolution), stride 1, no padding\nX:\n 1 2 0\n 0 1 3\n 2 2 1\nW:\n 1 0\n 0 1\n' +
  'Layer 2 (ReLU)\nZ:\n 2 -5 1\n -1 1 0\n 4 -2 3\nLayer 3 (average pooling, 2x2, stride 1)\nA:\n 2 5 1\n 0 1 0\n 4 0 3\n';
const PRINTED =
  '[forward] relu_2\n  x:\n    tensor([[-1.,  2.],\n            [ 3., -4.]])\n' +
  '[forward] conv_3 kernel_size=2 stride=1 padding=0\n  x:\n    tensor([[1., 2., 3.],\n            [4., 5., 6.],\n            [7., 8., 9.]])\n' +
  '  weight:\n    tensor([[1., 0.],\n            [0., -1.]])\n  y:\n    tensor([[-4., -4.],\n            [-4., -4.]])\n';

const conv = { x: [1, 0, 2, 0, 1, 1, 3, 0, 1], w: [1, 2, 0, -1] };
const relu = { x: [0, -3, 2, -2] };
const counting = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const CASES: readonly TextOfLayer[] = [
  ['labels, the input of conv1', LABELLED, 'conv_forward', { stride: 1, padding: 0 }, conv, '1, 0, 2'],
  ['labels, the kernel of conv1', LABELLED, 'conv_forward', { stride: 1, padding: 0 }, conv, '1, 2]'],
  ['labels, conv1 itself', LABELLED, 'conv_forward', { stride: 1, padding: 0 }, conv, 'conv1'],
  ['labels, relu1', LABELLED, 'relu_forward', {}, relu, '0, -3'],
  ['labels, the result of relu1', LABELLED, 'relu_forward', {}, relu, '0, 0]'],
  ['labels, pool1', LABELLED, 'pool_forward', { mode: 'max', kernel: 2, stride: 2 }, {}, '0, 1, 5'],
  [
    'a logger',
    LOGGED,
    'conv_forward',
    { stride: 1, padding: 1 },
    { x: [1, 2, 3, 5, 6, 7, 9, 1, 2], w: [0, 1, 1, -4] },
    '1. 2. 3.',
  ],
  ['arrows', ARROWS, 'conv_forward', { stride: 1, padding: 0 }, { x: counting, w: [1, 0, 0, 1] }, '6, 8'],
  ['counted layers: ReLU', COUNTED, 'relu_forward', {}, { x: [2, -5, 1, -1, 1, 0, 4, -2, 3] }, ' 2 -5'],
  [
    'counted layers: pooling',
    COUNTED,
    'pool_forward',
    { mode: 'average', kernel: 2, stride: 1 },
    { x: [2, 5, 1, 0, 1, 0, 4, 0, 3] },
    ' 2 5 1',
  ],
  ['printed tensors: ReLU', PRINTED, 'relu_forward', {}, { x: [-1, 2, 3, -4] }, '-1.,'],
  [
    'printed tensors: convolution',
    PRINTED,
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: counting, w: [1, 0, 0, -1] },
    '1., 2., 3.',
  ],
];

it.each(CASES.map((each) => [each[0], each] as const))('%s', (_, each) => {
  expectLayer(each);
});

const KERAS =
  '[INFO] layer max_pooling2d: pool_size=(2, 2), strides=(2, 2)\n[INFO] input:\n[[1 2 3 4]\n [5 6 7 8]\n [9 1 2 3]\n [4 5 6 7]]\n' +
  '[INFO] output:\n[[6 8]\n [9 7]]\n[INFO] layer dense: units=2\n[INFO] input:\n[[6 8 9 7]]\n[INFO] kernel:\n[[1 0]\n [0 1]\n [1 0]\n [0 1]]\n';
const TITLED =
  '# Run\n\n## conv1 (stride 1)\n\nx:\n\n| 1 | 2 | 3 |\n|---|---|---|\n| 4 | 5 | 6 |\n| 7 | 8 | 9 |\n\nw:\n\n| 1 | 0 |\n|---|---|\n| 0 | 1 |\n\n' +
  '## relu1\n\nx:\n\n| -1 | 2 |\n|---|---|\n| 3 | -4 |\n';
const CHINESE =
  '第1层 卷积，步幅1，填充0\n输入：\n1 2 0\n0 1 3\n2 2 1\n卷积核：\n1 0\n0 -1\n第2层 ReLU\n输入：\n0 -1\n-2 0\n';
const RECORDS =
  '{"layer": "relu1", "input": [[1, -2], [-4, 5]]}\n{"layer": "pool1", "mode": "max", "size": 2, "input": [[1, 2], [4, 7]]}\n';

it.each([
  ['Keras', KERAS, '[[1 2', 'pool_forward', [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7]],
  ['Keras, the result', KERAS, '[[6 8]', 'pool_forward', [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7]],
  ['titles', TITLED, '| 3 | -4', 'relu_forward', [-1, 2, 3, -4]],
  ['Chinese', CHINESE, '0 -1\n-2', 'relu_forward', [0, -1, -2, 0]],
  ['records', RECORDS, '[[1, 2]', 'pool_forward', [1, 2, 4, 7]],
] as const)('%s', (_, text, at, operation, x) => {
  const opened = layer({ text, languageId: 'plaintext', cursor: text.indexOf(at) + 1 });
  expect([opened.operation, Array.from(opened.roles.x!.values, Number)]).toEqual([operation, x]);
});

it('the weights of a layer that has no input are a filter', () => {
  const text =
    'conv1 weight: [[0.1, -0.2], [0.3, 0.4]]\npool1 output: [[1, 2], [3, 4]]\nfc1 weight: [[0.5, 0.1], [0.2, -0.7]]\n';
  expect(refusal({ text, languageId: 'plaintext', cursor: text.indexOf('0.1') })[0]).toBe(
    'conv1 weight is a filter, and the text has no input for it',
  );
});

it('results below a named input and filter are not taken for inputs', () => {
  const text =
    'Input X = [[1, 2, 0], [0, 1, 3], [2, 2, 1]] and filter K = [[1, 0], [0, -1]].\nConvolution:\n[[0, -1], [-2, 0]]\nMax pooling of ReLU:\n[[0, 0], [0, 0]]\n';
  const { roles } = layer({ text, languageId: 'plaintext', cursor: text.indexOf('[[0, -1]') + 1 });
  expect(Array.from(roles.w!.values, Number)).toEqual([1, 0, 0, -1]);
});

it('without a cursor the first convolution or pooling is meant', () => {
  expect(Array.from(layer({ text: ARROWS, languageId: 'plaintext' }).roles.x!.values, Number)).toEqual(counting);
});

describe('layers that cannot be shown are arrays', () => {
  it.each([
    ['a sigmoid', ARROWS, '0.5, -1.0'],
    ['a dense layer', LOGGED, '4. 5. 8.'],
    ['a dense layer with a kernel', KERAS, '[[1 0]'],
    ['a normalization', 'batchnorm3 input:\n[[0.5, -1.0, 2.0], [1.5, 0.0, -0.5], [3.0, 1.0, -2.0]]\n', '0.5, -1.0'],
  ])('%s', (_, text, at) => {
    expect(openText({ text, languageId: 'plaintext', cursor: text.indexOf(at) }).kind).toBe('array');
  });
});

it('a line of many signs takes no longer than others', () => {
  const text = `${'-=#*'.repeat(20_000)}\n[[1, 2], [3, 4]]\n`;
  expect(openText({ text, languageId: 'plaintext' }).kind).not.toBe('refused');
});

it.each(['conv', 'pool', 'relu'])('a program with an array of the name %s is not a log of layers', (name) => {
  const text = `Words about a program.\n\nimport numpy as np\n${name} = np.array([[[[0.5, 1.5], [2.5, 3.5]], [[4.5, 1], [0, 2]]]])\nn, h, w, d = ${name}.shape\nmax_pool = np.zeros((n, 1, 1, d))\nfor k in range(n):\n    max_pool[k] = ${name}[k].sum()\nprint(max_pool[0, 0, 0])\n[15.5 15.5]\n`;
  for (const cursor of [undefined, text.indexOf('max_pool[k]')])
    expect(openText({ text, languageId: 'markdown', ...(cursor && { cursor }) })).toMatchObject({ kind: 'array' });
});
