/** Python tests of functions that are not in the text: the layer whose result they check. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const image = '[[1, 0, 2, 3], [4, 1, 1, 0], [2, 2, 0, 1], [0, 3, 1, 1]]';

it('a test of a module of another file', () => {
  const text = `import unittest
from mylib import convolve_2d

class Convolves(unittest.TestCase):
    def test_same(self):
        got = convolve_2d(${image}, [[1, 0], [2, 1]], 2)
        self.assertEqual(got, [[10, 4], [5, 3]])
`;
  expect(layer({ text, languageId: 'python' })).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 2, padding: 0 },
    roles: { x: { shape: [1, 4, 4, 1] }, w: { values: [1, 0, 2, 1] } },
  });
});

const parametrized = (want: string): string => `import pytest

@pytest.mark.parametrize("x, k, want", [
    (${image}, [[1, 0], [0, 2]], ${want}),
])
def test_conv(x, k, want):
    assert my_conv(x, k) == want
`;

it('the cases above a test', () => {
  expect(layer({ text: parametrized('[[3, 2, 2], [8, 1, 3], [8, 4, 2]]'), languageId: 'python' })).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 1, padding: 0 },
  });
});

it('another result is not that of a layer', () => {
  const text = parametrized('[[3, 2, 2], [8, 1, 3], [8, 4, 7]]');
  expect(openText({ text, languageId: 'python' })).toMatchObject({
    kind: 'refused',
    message: 'my_conv is not defined',
  });
});

it('pooling', () => {
  const text = `def test_pool():
    x = np.array(${image})
    y = max_pool_layer(x, 2)
    assert np.array_equal(y, np.array([[4, 3], [3, 1]]))

test_pool()
`;
  expect(layer({ text, languageId: 'python' })).toMatchObject({ operation: 'pool_forward', options: { mode: 'max' } });
});

it('of several calls in a test, the one at the cursor has its own result, or none opens', () => {
  const text = `import numpy as np
from mylib import conv2d

def test_strides():
    x = np.array(${image})
    kernel = np.array([[1, 0], [2, 1]])
    first = conv2d(x, kernel)
    want_first = np.array([[10, 3, 4], [10, 5, 2], [5, 9, 3]])
    second = conv2d(x, kernel, 2)
    want_second = np.array([[10, 4], [5, 3]])
    third = conv2d(x, kernel, 3)
    assert third.shape == (1, 1)
`;
  const at = (cursor: string) => openText({ text, languageId: 'python', cursor: text.indexOf(cursor) });
  expect(at('second = conv2d')).toMatchObject({ kind: 'layer', options: { stride: 2 } });
  expect(at('third = conv2d').kind).toBe('refused');
});

const objects = `import numpy as np
from mylib import MaxPool, AvgPool, Conv

X = np.array(${image})

def test_objects():
    pool = MaxPool(2, 2)
    avg = AvgPool(2, 2)
    first = pool(X)
    assert np.allclose(first, [[4, 3], [3, 1]])
    second = avg(X)
    assert np.allclose(second, [[1.5, 1.5], [1.75, 0.75]])
    third = pool(first)
    assert third.shape == (1, 1)

def test_in_checks():
    k = np.array([[1, 0], [2, 1]])
    np.testing.assert_allclose(my_conv2d(X, k), [[10, 3, 4], [10, 5, 2], [5, 9, 3]])
    np.testing.assert_allclose(my_conv2d(X, k, 2), [[10, 4], [5, 3]])
    np.testing.assert_allclose(my_conv2d(X, k, 3), [[10]])

class TestConv:
    def setup_method(self):
        self.w = np.ones((1, 1, 2, 2))
        self.x = np.arange(9.0).reshape(1, 1, 3, 3)

    def test_forward(self):
        conv = Conv(1, 1, 2)
        out = conv.forward(self.x)
        want = np.array([[[[8.0, 12.0], [20.0, 24.0]]]])
        assert np.allclose(out, want)

    def test_backward(self):
        conv = Conv(1, 1, 2)
        conv.forward(self.x)
        dx = conv.backward(np.ones((1, 1, 2, 2)))
        assert np.allclose(dx, np.array([[[[1, 2, 1], [2, 4, 2], [1, 2, 1]]]]))
`;

it.each([
  ['an object', 'first = pool', 'pool_forward', { mode: 'max', kernel: 2 }],
  ['another object of the test', 'second = avg', 'pool_forward', { mode: 'average', kernel: 2 }],
  ['the line of its result', 'my_conv2d(X, k),', 'conv_forward', { stride: 1 }],
  ['a result on its line', 'k, 2)', 'conv_forward', { stride: 2 }],
  ['attributes of setup_method', 'out = conv', 'conv_forward', { stride: 1, padding: 0 }],
  ['a gradient', 'dx = conv', 'conv_backward', { stride: 1, padding: 0 }],
])('a test calls %s: the layer of the result that belongs to it', (_, at, operation, options) => {
  const opened = layer({ text: objects, languageId: 'python', cursor: objects.indexOf(at) });
  expect(opened).toMatchObject({ operation, options });
});

it.each(['third = pool', 'k, 3)'])('%s has no result that tells its layer', (at) => {
  expect(openText({ text: objects, languageId: 'python', cursor: objects.indexOf(at) }).kind).toBe('refused');
});

const compared = (last: string): string => `import numpy as np
import torch
import torch.nn.functional as F
from mylib import MyConv

def test_conv():
    np.random.seed(0)
    x = np.random.rand(1, 2, 5, 5)
    w = np.arange(36.0).reshape(2, 2, 3, 3)
    layer = MyConv(w)
    out = layer(x)
${last}
`;

it.each([
  '    want = F.conv2d(torch.from_numpy(x), torch.from_numpy(w), stride=2)',
  '    assert np.allclose(F.conv2d(torch.from_numpy(x), torch.from_numpy(w), stride=2), out)',
])('a known layer below a class of another file opens, with what is assumed of the class: %s', (last) => {
  const text = compared(last);
  expect(layer({ text, languageId: 'python', cursor: text.indexOf('F.conv2d(') })).toMatchObject({
    options: { stride: 2 },
    roles: { x: { values: expect.arrayContaining([expect.closeTo(0.5488135)]) as number[] } },
    assumptions: ['MyConv is not in this text: it is assumed to leave x, w unchanged'],
  });
});

it('numbers that are drawn with a seed below a function of another file are those without its draws, which is stated', () => {
  const text =
    'import numpy as np\nfrom mylib import Net\nnp.random.seed(0)\nnet = Net(3)\nx = np.random.rand(1, 1, 3, 3)\ny = F.max_pool2d(torch.from_numpy(x), 2)\n';
  const note = 'Net is not in this text: it is assumed to draw no random numbers';
  expect(layer({ text, languageId: 'python' }).assumptions).toContain(note);
  const seeded = text.replace('x =', 'np.random.seed(1)\nx =');
  expect(layer({ text: seeded, languageId: 'python' }).assumptions).not.toContain(note);
});

it('a function of another file that has the name and other arguments of a library', () => {
  const text = `import numpy as np
from mine import autodiff

def test_pooling():
    img = np.array([[2, 3, 4, 1], [2, 5, 1, 2], [3, 5, 1, 3], [3, 7, 8, 2]]).astype(np.float32)
    img = img[None, :, :, None]
    expected = np.array([[5, 4], [7, 8]])
    actual = autodiff.signal.max_pooling_2d(img, 2, 2).value.squeeze()
    assert (expected == actual).all()
`;
  expect(layer({ text, languageId: 'python', cursor: text.indexOf('actual =') })).toMatchObject({
    operation: 'pool_forward',
    roles: { x: { shape: [1, 4, 4, 1] } },
  });
});

it('the weights that a test gives an object from elsewhere', () => {
  const text =
    'import numpy as np\nfrom src.layers import Conv2D\n\ndef test_conv_forward():\n    layer = Conv2D(1, 1, filter_size=3)\n    layer.weights = np.ones((1, 1, 3, 3))\n    layer.bias = np.zeros((1,))\n    x = np.arange(16).reshape(1, 1, 4, 4)\n    out = layer.forward(x)\n    expected = np.array([[[[45, 54], [81, 90]]]])\n    assert np.allclose(out, expected)\n';
  for (const cursor of [undefined, 0, text.indexOf('out = layer')])
    expect(openText({ text, languageId: 'python', ...(cursor === undefined ? {} : { cursor }) })).toMatchObject({
      kind: 'layer',
      operation: 'conv_forward',
      roles: { w: { shape: [3, 3, 1, 1] } },
    });
});
