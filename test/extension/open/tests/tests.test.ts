/** Layers that only tests or the examples of docstrings compute, and texts that lost their indentation. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layerResults } from '../../../corpus/layerResults';
import { layer, python, refusal } from '../requests';

const cases =
  'import unittest\nimport torch\nimport torch.nn.functional as F\n\n\nclass PoolTest(unittest.TestCase):\n' +
  '    def setUp(self):\n        self.x = torch.arange(16.).reshape(1, 1, 4, 4)\n\n' +
  '    def test_max(self):\n        y = F.max_pool2d(self.x, 2)\n        self.assertEqual(y.shape, (1, 1, 2, 2))\n\n' +
  "    def test_average(self):\n        y = F.avg_pool2d(self.x, (2, 4))\n        self.assertEqual(y.max(), 11.5)\n\n\nif __name__ == '__main__':\n    unittest.main()\n";

it('the last method of a test case runs after setUp, and is stated', () => {
  expect(layer(python(cases))).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'average', kernel: [2, 4] },
    assumptions: ['PoolTest.test_average is run as a test'],
    problems: [],
  });
});

it.each(['def test_max', 'y = F.max', 'self.assertEqual(y.shape'])('with the cursor at %s, that method runs', (at) => {
  const opened = layer(python(cases, { cursor: cases.indexOf(at) }));
  expect(opened).toMatchObject({ options: { mode: 'max' }, assumptions: ['PoolTest.test_max is run as a test'] });
});

it('a function test_… without parameters runs; where a parameter has no value, that is the reason', () => {
  const text = 'def test_pool():\n    y = F.max_pool2d(torch.arange(16.).reshape(1, 1, 4, 4), 2)\n';
  expect(layer(python(text)).assumptions).toEqual(['test_pool is run as a test']);
  const [message] = refusal(python(text.replace('()', '(size)')));
  expect(message).toBe('test_pool is not called, and its parameter size is not a fixture or a case of this text');
});

const fixtures =
  'import pytest\nimport torch\nimport torch.nn.functional as F\n\n@pytest.fixture(params=[4, 6])\ndef side(request):\n    return request.param\n\n' +
  '@pytest.fixture\ndef image(side):\n    yield torch.arange(side * side * 1.).reshape(1, 1, side, side)\n\n' +
  '@pytest.mark.parametrize("k, s", [(2, 1), pytest.param(3, 1)])\n@pytest.mark.parametrize("pad", [1, 0])\ndef test_pool(image, k, s, pad, unused=1):\n' +
  '    assert F.max_pool2d(image, k, stride=s, padding=pad).max() == 15\n';

it('a test of pytest takes its first case and the fixtures of the text, and the number of cases is stated', () => {
  expect(layer(python(fixtures))).toMatchObject({
    roles: { x: { shape: [1, 4, 4, 1] } },
    options: { kernel: 2, stride: 1, padding: 1 },
    assumptions: ['test_pool is run as a test', 'the first of 4 cases is used'],
  });
});

it('a test class of pytest has its setup_method and fixtures among its methods', () => {
  const text =
    'class TestPool:\n    def setup_method(self, method):\n        self.k = 2\n\n    @pytest.fixture\n    def image(self):\n' +
    '        return torch.arange(16.).reshape(1, 1, 4, 4)\n\n    def test_pool(self, image):\n        F.max_pool2d(image, self.k)\n';
  expect(layer(python(text))).toMatchObject({ options: { kernel: 2 }, roles: { x: { shape: [1, 4, 4, 1] } } });
});

it.each([
  ['from layers import MaxPool2D\nx = np.ones((1, 1, 4, 4))\npool = MaxPool2D(2, 2)\ny = pool.forward(x)', 'layers'],
  [
    'from src.layers import MaxPool2D\n\ndef test_max():\n    y = MaxPool2D(2, 2).forward(np.ones((1, 1, 4, 4)))',
    'src.layers',
  ],
  ['from .layers import MaxPool2D\n\nclass TestMax:\n    def test_max(self):\n        y = MaxPool2D(2, 2)', '.layers'],
])('the reason is the file that has the layer (%#)', (text, module) => {
  expect(refusal(python(text))).toEqual([
    `MaxPool2D comes from ${module}, which is not in this text`,
    'MaxPool2D(2, 2)',
  ]);
});

const documented =
  'def convolve(image, k):\n    """Convolves.\n\n    Examples\n    --------\n    >>> import numpy as np\n    >>> from scipy import ndimage\n' +
  '    >>> a = np.array([[1, 2, 0],\n    ...               [5, 3, 0]])\n    >>> ndimage.convolve(a, np.ones((1, 3)), mode="constant")\n' +
  '    array([[3, 3, 2],\n           [8, 8, 3]])\n    """\n    return 1\n';

it.each([undefined, documented.indexOf('a = np'), documented.indexOf('array([[3')])(
  'the example in a docstring, with an indented prompt and the cursor at %s',
  (cursor) => {
    const opened = layer(python(documented, { ...(cursor !== undefined && { cursor }) }));
    expect(opened).toMatchObject({ operation: 'conv_forward', options: { padding: { left: 1, top: 0 } } });
    expect(opened.roles['x']).toMatchObject({ shape: [1, 2, 3, 1], values: [1, 2, 0, 5, 3, 0] });
  },
);

it('a session with indented prompts', () => {
  const lines = documented.split('\n').slice(5, 12).join('\n');
  expect(layer(python(lines)).roles['x']?.values).toEqual([1, 2, 0, 5, 3, 0]);
});

it('the call below a documented function is what opens without a cursor', () => {
  const text = `${documented}y = F.max_pool2d(torch.arange(4.).reshape(1, 1, 2, 2), 2)`;
  expect(layer(python(text)).operation).toBe('pool_forward');
});

it('the call of an own function below a documented function is what opens without a cursor', () => {
  const text =
    'import numpy as np\n\n\ndef max_pooling(x, k):\n    """\n    >>> max_pooling([[1, 2, 0, 3], [5, 4, 6, 2]], 2)\n    array([[5, 6]])\n    """\n' +
    '    x = np.array(x)\n    return np.array([[x[i:i + k, j:j + k].max() for j in range(0, x.shape[1], k)] for i in range(0, x.shape[0], k)])\n\n\n';
  const called = `${text}y = max_pooling([[5, 9, 7, 8], [4, 1, 2, 6]], 2)\n`;
  expect(layer(python(called)).roles['x']?.values).toEqual([5, 9, 7, 8, 4, 1, 2, 6]);
  expect(layer(python(text)).roles['x']?.values).toEqual([1, 2, 0, 3, 5, 4, 6, 2]);
});

it('arrays of an earlier cell keep their names in the call of an own function', () => {
  const before = [
    'import numpy as np\nphoto = np.array([[1, 5, 2], [4, 3, 0], [7, 8, 6]])\nedge = np.array([[1, 0], [0, 2]])',
  ];
  const text =
    'def convolution(x, k):\n    return np.array([[np.sum(x[i:i + 2, j:j + 2] * k) for j in range(2)] for i in range(2)])\n\nout = convolution(photo, edge)';
  const { roles } = layer(python(text, { before }));
  expect([roles['x']?.name, roles['w']?.name]).toEqual(['photo', 'edge']);
});

it('the result of a comparison is not an input', () => {
  const before = ['import numpy as np\nX = np.arange(4.).reshape(2, 2)'];
  expect(openText(python('X * 2 == X + X', { before })).kind).toBe('array');
});

it('what an earlier cell imports is defined: the reason names what the cell itself lacks', () => {
  const text = 'class Net(paddle.nn.Layer):\n    def forward(self, x):\n        return self.conv(x)\n';
  expect(refusal(python(text, { before: ['import paddle'] }))[0]).toBe(
    'the text defines Net, but does not call it with an array',
  );
});

it('a variable with a new value does not depend on the random numbers that it had before', () => {
  const before = [
    'import numpy as np\nX = np.random.rand(3, 3)',
    'K = np.ones((2, 2))\nX = np.arange(9.).reshape(3, 3)',
  ];
  const text =
    'def convolve(x, k):\n    return np.array([[(x[i:i + 2, j:j + 2] * k).sum() for j in range(2)] for i in range(2)])\nY = convolve(X, K)';
  expect(layer(python(text, { before })).assumptions).toEqual(['convolve computes a convolution']);
});

it('code without its indentation is refused for that reason, at the line whose block is missing', () => {
  const text =
    'import numpy as np\ndef pool(x, k):\nh, w = x.shape\nfor i in range(h):\nprint(i)\nreturn x\npool(np.ones((3, 3)), 2)';
  expect(refusal(python(text))).toEqual([
    'the line below this one must be indented: the text has lost its indentation',
    'def pool(x, k):',
  ]);
});

it('a cell that only defines a function is refused for that reason, whatever the function does', () => {
  expect(refusal(python('def conv_3_1_1_zp(x, omega):\n    return x'))).toEqual([
    'the text defines conv_3_1_1_zp, but does not call it with an array',
    'conv_3_1_1_zp',
  ]);
});

it('of a function of an earlier cell, the reason is what its argument lacks, not that its name is unknown', () => {
  const before = ['def maxpool(x):\n    return x[::2, ::2]'];
  expect(refusal(python('y = maxpool(image)', { before }))).toEqual(['image is not defined', 'image']);
});

it('classes derived from Keras’ Model are classes', () => {
  const text =
    'class Net(tf.keras.Model):\n  def __init__(self):\n    super().__init__()\n    self.pool = tf.keras.layers.MaxPooling2D(2)\n' +
    '  def call(self, x):\n    return self.pool(x)\ny = Net()(tf.reshape(tf.range(16.), (1, 4, 4, 1)))';
  expect(layer(python(text))).toMatchObject({ operation: 'pool_forward', options: { kernel: 2 } });
});

const nodes =
  'import numpy as np\nimport onnx\nfrom onnx.backend.test.case.base import Base\nfrom onnx.backend.test.case.node import expect\nclass Pool(Base):\n    @staticmethod\n    def export_max() -> None:\n' +
  '        node = onnx.helper.make_node("MaxPool", inputs=["x"], outputs=["y"], kernel_shape=[2, 2])\n' +
  '        x = np.random.randn(1, 1, 3, 3)\n        expect(node, inputs=[x], outputs=[x], name="a")\n\n    @staticmethod\n    def export_average() -> None:\n' +
  '        node = onnx.helper.make_node("AveragePool", inputs=["x"], outputs=["y"], kernel_shape=[1, 2])\n' +
  '        x = np.arange(9.).reshape(1, 1, 3, 3)\n        expect(node, inputs=[x], outputs=[x], name="b")\n';

it('a static method without parameters, as in the tests of ONNX, runs: the last one, or the one at the cursor', () => {
  expect(layer(python(nodes))).toMatchObject({
    options: { mode: 'average', kernel: [1, 2] },
    assumptions: ['Pool.export_average is not called in the text: it is run without arguments'],
  });
  expect(layer(python(nodes, { cursor: nodes.indexOf('expect(node') }))).toMatchObject({
    options: { mode: 'max', kernel: [2, 2] },
    roles: { x: { shape: [1, 3, 3, 1] } },
  });
});

it('the test at the cursor computes no layer: no other test is opened in its place', () => {
  const unknown = nodes.replace('x = np.arange(9.).reshape(1, 1, 3, 3)', 'x = images.load()\n        y = other(x)');
  const cursor = unknown.indexOf('y = other');
  expect(refusal(python(unknown, { cursor }))[0]).toMatch(/export_average|images|other/);
  // Without a cursor, the last test that computes a layer is meant.
  expect(layer(python(unknown))).toMatchObject({ options: { mode: 'max' } });
});

it('a node of ONNX whose inputs are described by their shapes alone has no arrays', () => {
  const text =
    "import numpy as np\nfrom onnx import helper, TensorProto\nX = helper.make_tensor_value_info('x', TensorProto.FLOAT, [1, 1, 4, 4])\n" +
    "node = helper.make_node('MaxPool', ['x'], ['y'], kernel_shape=[2, 2])\n";
  expect(refusal(python(text))[0]).toBe('the text has no arrays for the inputs of the node: x');
  // Words of comments between the arguments do not count as variables.
  const described = text.replace("'MaxPool', ['x'],", "'MaxPool',  # name\n    ['x'],  # inputs\n   ");
  expect(refusal(python(described))[0]).toBe('the text has no arrays for the inputs of the node: x');
  const held = text.replace('X = ', 'x = np.arange(16.).reshape(1, 1, 4, 4)\nX = ');
  expect(layer(python(held))).toMatchObject({ operation: 'pool_forward', options: { kernel: [2, 2] } });
});

it('a tuple in the arguments of a layer at the cursor is not an input: the call below it opens', () => {
  const text = 'x = torch.arange(16.).reshape(1, 1, 4, 4)\npool = nn.MaxPool2d(kernel_size=(2, 4))\ny = pool(x)';
  const cursor = text.indexOf('pool = ');
  expect(layer(python(text, { cursor }))).toMatchObject({ operation: 'pool_forward', options: { kernel: [2, 4] } });
});

it.each([
  [
    'r',
    "#' Pools.\n#'\n#' @param input the input\n#' @examples\n#' x <- torch_tensor(array(1:16, dim = c(1, 1, 4, 4)))\n#' nnf_max_pool2d(x, 2)\n#' @export\npool <- function(input) {\n  nnf_max_pool2d(input, 3)\n}\n",
    'nnf_max_pool2d(x',
    [6, 14, 8, 16],
  ],
  [
    'julia',
    '"""\n    pool(x)\n\n```jldoctest\njulia> x = reshape(collect(1.0:16.0),\n       4, 4, 1, 1);\n\njulia> maxpool(x, (2, 2))\n2×2×1×1 Array\n```\n"""\nfunction pool(x)\n    return maxpool(x, (3, 3))\nend\n',
    'maxpool(x, (2',
    [6, 8, 14, 16],
  ],
])('%s: the example at the cursor in the comment above a function', (languageId, text, at, result) => {
  const opened = layer({ text, languageId, cursor: text.indexOf(at) });
  expect(Array.from(layerResults(opened)[0]!)).toEqual(result);
});

it.each(['@condition.retry(3)', '@attr.gpu', '@testing.with_requires("numpy")'])(
  'a decorator that repeats or chooses tests, %s, leaves the test as it is; so do sub-tests of another base class',
  (mark) => {
    const text =
      `from mine import condition, attr, testing, MyTestCase\n\nclass PoolTest(MyTestCase):\n    ${mark}\n    def test_max(self):\n` +
      '        with self.subTest(kernel=2):\n            F.max_pool2d(torch.arange(16.).reshape(1, 1, 4, 4), 2)\n';
    expect(layer(python(text)).assumptions).toEqual(['PoolTest.test_max is run as a test']);
  },
);
