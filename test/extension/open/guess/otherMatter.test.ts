/** Arrays alone that their names, labels or uses make something else than an image: no filter is assumed for them. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

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

describe('an array whose text is about no filter', () => {
  const TEXTS: readonly (readonly [title: string, languageId: string, text: string, at: string])[] = [
    [
      'the coordinates of a shape in JSON',
      'json',
      '{"type": "Polygon", "coordinates": [[[4.5, 0.5], [5.5, 0.5], [5.5, 1.5], [4.5, 0.5]]]}',
      '5.5, 1.5',
    ],
    [
      'a matrix that multiplies colours',
      'python',
      'to_yuv = np.array([[0.3, 0.6, 0.1], [-0.1, -0.3, 0.4], [0.6, -0.5, -0.1]])\nyuv = img @ to_yuv.T\n',
      '0.6, 0.1',
    ],
    [
      'the columns of its windows',
      'markdown',
      'The im2col of X with kernel 2x2:\n\nX =\n1 2 3\n4 5 6\n7 8 9\n\nim2col(X) =\n1 2 4 5\n2 3 5 6\n4 5 7 8\n5 6 8 9\n',
      '7 8 9',
    ],
    ['a result', 'markdown', 'The image\n\n1 2 3\n4 5 6\n7 8 9\n\nis sharpened. Output\n\n3 1\n2 2\n', '4 5 6'],
  ];

  it.each(TEXTS)('is shown alone: %s', (_, languageId, text, at) => {
    expect(openText({ text, languageId, cursor: text.indexOf(at) })).toMatchObject({ kind: 'array' });
  });
});

it('what a comparison expects is not an input', () => {
  const text = `x = reshape(Float64[1:12;], 4, 3, 1, 1)
w = reshape(Float64[1:4;], 2, 2, 1, 1)
@test dropdims(conv(x, w), dims = (3, 4)) ==
    [26 66; 36 76; 46 86.]
`;
  expect(openText({ text, languageId: 'julia', cursor: text.indexOf('36 76') })).toMatchObject({
    kind: 'layer',
    roles: { x: { shape: [1, 3, 4, 1] }, w: { shape: [2, 2, 1, 1] } },
  });
});

describe('a test of a language without braces around its functions', () => {
  it.each([
    [
      'ruby',
      'class ConvTest < Minitest::Test\n  def test_conv\n    input = [[2, 0, 1], [3, 5, 4], [7, 1, 6]]\n    kernel = [[1, 0], [0, 2]]\n    assert_equal [[12, 8], [5, 17]], Conv.conv2d(input, kernel)\n  end\nend\n',
    ],
    [
      'php',
      '<?php\nclass ConvTest extends TestCase {\n  public function testForward(): void {\n    $input = [[2, 0, 1], [3, 5, 4], [7, 1, 6]];\n    $kernel = [[1, 0], [0, 2]];\n    $this->assertEquals([[12, 8], [5, 17]], conv2d($input, $kernel));\n  }\n}\n',
    ],
  ])('opens the layer of its result: %s', (languageId, text) => {
    expect(openText({ text, languageId })).toMatchObject({ kind: 'layer', roles: { w: { values: [1, 0, 0, 2] } } });
  });
});

it('what a text names a convolution is a result, to which no filter is applied', () => {
  const text =
    'import numpy as np\nconvolution = np.dot(np.eye(4), np.arange(8.0).reshape(4, 2))\nprint(convolution)\n';
  expect(openText({ text, languageId: 'python' })).toMatchObject({ kind: 'array', arrays: [{ name: 'convolution' }] });
});
