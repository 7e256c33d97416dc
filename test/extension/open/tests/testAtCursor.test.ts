/** The test at the cursor: where it begins and ends, which check it means, and why it stops. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

const at = (text: string, part: string) => python(text, { cursor: text.indexOf(part) });

const overLines =
  'import mlx.core as mx\nimport mlx.nn as nn\nimport numpy as np\nfrom helpers import Case\n\n\nclass TestPools(Case):\n' +
  '    def test_rows(self):\n        x = mx.array([[[1, 5], [4, 2], [3, 6]]])\n        self.assertTrue(\n            np.array_equal(\n' +
  '                nn.MaxPool1d(kernel_size=2, stride=1)(x),\n                [[[4, 5], [4, 6]]],\n            )\n        )\n\n' +
  '    def test_other(self):\n        nn.Linear(2, 2)\n';

it('a call inside of brackets over several lines, in a class that derives from one of another file', () => {
  expect(layer(at(overLines, 'nn.MaxPool1d'))).toMatchObject({
    operation: 'pool_forward',
    roles: { x: { shape: [1, 1, 3, 2], values: [1, 5, 4, 2, 3, 6] } },
    options: { mode: 'max', kernel: [1, 2], stride: [1, 1] },
    assumptions: ['TestPools.test_rows is run as a test'],
  });
});

it('a function of a test, and a test whose parameters are on several lines, belong to the test', () => {
  const text =
    "import torch\nimport torch.nn.functional as F\n\n\n@pytest.mark.parametrize('side, k', [(4, 2)])\ndef test_pool(\n    side,\n    k,\n):\n" +
    '    def apply():\n        return F.max_pool2d(torch.ones(1, 1, side, side), k)\n\n    assert apply().shape == (1, 1, 2, 2)\n\n\n' +
    'def test_other():\n    F.avg_pool2d(torch.ones(1, 1, 2, 2), 2)\n';
  expect(layer(at(text, 'return F.max'))).toMatchObject({ options: { mode: 'max', kernel: 2 } });
});

const images =
  'import unittest\nimport numpy as np\nfrom mine import nets\n\n\nclass NetTest(unittest.TestCase):\n    def test_pads(self):\n' +
  '        k = np.array([[1., 2.], [3., 4.]])\n        x = np.array([[1., 0., 2.], [2., 5., 1.]])\n        net = nets.Conv2D(k, pad="end")\n' +
  '        y = np.array([[27., 23., 5.], [12., 7., 1.]])\n        self.assertEqual(net(x).tolist(), y.tolist())\n        net = nets.Conv2D(k, pad=1)\n' +
  '        y = np.array([[4., 3., 8., 6.], [10., 27., 23., 5.], [4., 12., 7., 1.]])\n        self.assertEqual(net(x).tolist(), y.tolist())\n';

it.each([
  ['net = nets.Conv2D(k, pad="end")', /^same/],
  ['y = np.array([[27.', /^same/],
  ['net = nets.Conv2D(k, pad=1)', /^1$/],
])('of several checks with one name for their results, the one at or below the cursor counts: %s', (part, padding) => {
  expect(String(layer(at(images, part)).options['padding'])).toMatch(padding);
});

it('the reason is that of the test at the cursor, not of an earlier one', () => {
  const text =
    'import unittest\nimport torch\nfrom mine import conv\n\n\ndef start(w):\n    return conv.Constant(w)\n\n\n' +
    'class ATest(unittest.TestCase):\n    def test_a(self):\n        conv.ConvND(2)\n\n\n' +
    'class BTest(unittest.TestCase):\n    def test_b(self):\n        w = start(1.0)\n        out = conv.Conv2D(w)(torch.ones(1, 1, 4, 4))\n';
  const [message] = refusal(at(text, 'out = '));
  expect(message).toBe('conv.Constant comes from mine.conv, which is not in this text');
});

it('the number of cases is stated also where the test stops behind the layer', () => {
  const text =
    "import torch\nimport torch.nn.functional as F\nfrom mine import expected\n\n@pytest.mark.parametrize('k', [2, 3])\ndef test_pool(k):\n" +
    '    y = F.max_pool2d(torch.ones(1, 1, 4, 4), k)\n    assert y.equal(expected(k))\n';
  expect(layer(python(text)).assumptions).toEqual(['test_pool is run as a test', 'the first of 2 cases is used']);
});

it('a function at the cursor that is not called is named, not the last one of the text', () => {
  const text =
    'from mine import op\n\ndef first(x):\n    return op.AveragePool(x, kernel_shape=[2, 2])\n\ndef second(x, w):\n    return op.Conv(x, w)\n';
  expect(refusal(at(text, 'return op.Average'))[0]).toBe('the text defines first, but does not call it with an array');
});

it('below a function that lost its indentation, that is the reason', () => {
  const text =
    'A convolution by hand:\nimport numpy as np\ndef convolve_1d(a, filter):\nn = len(a)\nout = np.zeros(n)\npadded = np.pad(a, 1)\n' +
    'flipped = np.flip(filter)\nfor i in range(n):\nout[i] = np.sum(flipped * padded[i:i + 2])\nreturn out\n' +
    'a = np.array([1, 2, 3])\nfilter = np.array([1, -1])\nconvolve_1d(a, filter)\ngives\narray([ 1., 1., 1.])\n';
  expect(refusal({ text, languageId: 'plaintext', cursor: text.lastIndexOf('convolve_1d(a') })).toEqual([
    'the line below this one must be indented: the text has lost its indentation',
    'def convolve_1d(a, filter):',
  ]);
});

it('in a page, a block that only makes the filter is read with the blocks above, which make the input', () => {
  const text =
    '# Strides\n\nAn image:\n\n```python\narr = np.arange(16.).reshape(4, 4)\n```\n\nand the filter\n\n```python\nfilter = np.ones((2, 2))\n```\n\n' +
    'Use strides of length two for the convolution.\n';
  expect(layer({ text, languageId: 'markdown', cursor: text.indexOf('filter = ') })).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 2 },
    roles: { x: { name: 'arr' }, w: { name: 'filter' } },
  });
});

it('an object of a session whose module is not imported: the module is the reason', () => {
  const text = '>>> x = np.ones((1, 1, 4, 4))\n>>> pool_op = ops.MaxPool(kernel_size=2)\n>>> pool_op(x)\n';
  expect(refusal(at(text, 'pool_op(x)'))[0]).toBe('ops is not defined');
});

it('decorators of other files, and the library that a test of the array API takes, do not hide what a test computes', () => {
  const text =
    'from scipy.signal import convolve2d\nfrom own.testing import make_case, xp_assert_equal\n\n@make_case(convolve2d)\nclass TestConvolve:\n\n    @skip_backends("cupy")\n    def test_valid(self, xp):\n        a = xp.asarray([[1, 2, 3], [4, 5, 6]])\n        b = xp.asarray([[1, 2]])\n        c = convolve2d(a, b, "valid")\n        xp_assert_equal(c, xp.asarray([[4, 7], [13, 16]]))\n';
  expect(layer(at(text, 'c = convolve2d')).roles).toMatchObject({
    x: { shape: [1, 2, 3, 1] },
    w: { shape: [1, 2, 1, 1], values: [2, 1] },
  });
});

it('the cursor on what a test expects opens the call of the test; without a check, that array', () => {
  const values = 'want = torch.tensor([[[[-7., 2.], [4., 8.]]]])\n';
  const call = 'got = F.conv2d(x, torch.tensor([[[[1., 0.], [2., -1.]]]]), stride=2)\n';
  const body = `import torch\nimport torch.nn.functional as F\nx = torch.arange(16.).reshape(1, 1, 4, 4)\n${call}${values}`;
  const check = 'assert torch.allclose(got, want)\n';
  expect(layer(at(body + check, 'want ='))).toMatchObject({ operation: 'conv_forward', options: { stride: 2 } });
  const alone = 'import numpy as np\nx = np.ones((3, 3))\nexpected = np.array([[1, 2], [3, 4]])\nprint(expected)\n';
  expect(openText(at(alone, 'expected ='))).toMatchObject({ kind: 'array', arrays: [{ name: 'expected' }] });
});

it('an assertion means the call whose result it reads, not a later one', () => {
  const text =
    'import torch\nimport torch.nn.functional as F\nimport unittest\nclass Stem(unittest.TestCase):\n    def test_padding(self):\n' +
    '        x = torch.arange(25.).reshape(1, 1, 5, 5)\n        k = torch.ones(1, 1, 3, 3)\n        got = F.conv2d(x, k, stride=2, padding=1)\n' +
    '        self.assertEqual(tuple(got.shape), (1, 1, 3, 3))\n        expected = F.conv2d(F.pad(x, (1, 1, 1, 1)), k, stride=2)\n' +
    '        assert torch.equal(got, expected)\n';
  expect(layer(at(text, 'self.assertEqual'))).toMatchObject({ options: { stride: 2, padding: 1 } });
  expect(layer(at(text, 'assert torch'))).toMatchObject({ options: { stride: 2, padding: 0 } });
});
