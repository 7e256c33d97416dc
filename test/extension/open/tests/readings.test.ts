/** What a text means by tests of other runners, fences in lists, nodes of ONNX; and reasons that name the cause. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

const image = 'x = torch.arange(16.).reshape(1, 1, 4, 4)\n';

describe('tests of other runners', () => {
  const method = (head: string, pool: string): string =>
    `class PoolingTestCase():\n    def test_make(self):\n        return torch.arange(16.).reshape(1, 1, 4, 4)\n\n${head}        x = self.test_make()\n        F.max_pool2d(x, ${pool})\n`;

  it('a class whose name has Test and that has test methods, one of which calls another', () => {
    const text = method('    def test_pool(self):\n', '2');
    const opened = layer(python(text, { cursor: text.indexOf('F.max') }));
    expect(opened).toMatchObject({ operation: 'pool_forward', options: { kernel: 2 } });
    expect(opened.assumptions).toEqual(['PoolingTestCase.test_pool is run as a test']);
  });

  it.each([
    ['from absl.testing import parameterized', '@parameterized.parameters(3, 2)', 'size', { kernel: 3 }],
    [
      'from absl.testing import parameterized',
      '@parameterized.parameters((3, 1), (2, 2))',
      'size, stride',
      { kernel: 3 },
    ],
    [
      'from absl.testing import parameterized',
      "@parameterized.named_parameters(('small', 3), ('large', 2))",
      'size',
      { kernel: 3 },
    ],
    [
      'from absl.testing import parameterized',
      "@parameterized.parameters({'stride': 1, 'size': 3}, {'stride': 2, 'size': 2})",
      'size, stride',
      { kernel: 3, stride: 1 },
    ],
    [
      'from absl.testing import parameterized',
      '@parameterized.product(size=[3, 2], stride=[2])',
      'size, stride',
      { kernel: 3 },
    ],
    ['from parameterized import parameterized', '@parameterized.expand([(3,), (2,)])', 'size', { kernel: 3 }],
  ])('%s, %s takes the first case', (imports, decorator, parameters, options) => {
    const stride = parameters.includes('stride') ? ', stride' : '';
    const text =
      `${imports}\nimport torch.nn.functional as F\nclass TestPool(parameterized.TestCase):\n    def setUp(self):\n        super().setUp()\n` +
      `        self.x = torch.arange(25.).reshape(1, 1, 5, 5)\n\n    ${decorator}\n    def test_pool(self, ${parameters}):\n        F.max_pool2d(self.x, size${stride})\n`;
    expect(layer(python(text))).toMatchObject({ operation: 'pool_forward', options });
  });
});

it('a fence on the first line of a list item', () => {
  const text =
    '- TODO\n  - ```python\n    import numpy as np\n    from scipy.signal import convolve2d\n    x = np.array([[1, 2, 3], [4, 5, 6]])\n' +
    "    y = convolve2d(x, np.array([[1, 0], [0, 2]]), mode='valid')\n    ```\n";
  expect(openText({ text, languageId: 'markdown' })).toMatchObject({
    kind: 'layer',
    operation: 'conv_forward',
    roles: { x: { values: [1, 2, 3, 4, 5, 6] }, w: { values: [2, 0, 0, 1] } },
  });
});

it('a node of ONNX whose inputs have other names than the arrays runs where it is expected', () => {
  const text =
    'x = np.arange(9.).reshape(1, 1, 3, 3)\nW = np.ones((1, 1, 2, 2))\nnode = onnx.helper.make_node(\n    "Conv", ["X", "W"], ["Y"]\n)\n\n' +
    'y = np.zeros((1, 1, 2, 2))\nexpect(node, inputs=[x, W], outputs=[y], name="test")\n';
  const opened = layer(python(text, { cursor: text.indexOf('make_node') }));
  expect(opened).toMatchObject({ operation: 'conv_forward', roles: { x: { name: 'x' }, w: { name: 'W' } } });
});

describe('no other layer is opened', () => {
  it('for a function of the text that does not compute what its name means', () => {
    const text =
      'def conv2d(A, B):\n    C = np.zeros((2, 2))\n    # ...\n    return C\n\nA = np.arange(9.).reshape(3, 3)\nB = np.eye(2)\nC1 = conv2d(A, B)\nC2 = conv2d(B, B)\n';
    expect(openText(python(text, { cursor: text.indexOf('C2') })).kind).toBe('array');
    const before = [text.slice(0, text.indexOf('C1'))];
    const [message] = refusal(python(text.slice(text.indexOf('C1')), { before, cursor: 30 }));
    expect(message).toBe('conv2d of the text computes no layer that can be shown');
  });

  it.each([
    [
      'the value of a function that returns several',
      'x = np.random.randn(10, 10)\nparam = {"p": 0.3}\nout, cache = dropout_forward(x, param)\n',
    ],
    [
      'an array and the same in another form',
      'import numpy as np\nimport tensorflow as tf\na = np.array([[1., 2.], [3., 4.]])\nb = tf.convert_to_tensor(a)\nprint(b)\n',
    ],
    [
      'the data of a network without convolutions',
      'class Net(nn.Module):\n    def forward(self, x):\n        return x\n\nx = torch.ones(3, 2)\nnet = Net()\n',
    ],
  ])('%s: the arrays', (_, text) => {
    expect(openText(python(text)).kind).toBe('array');
  });
});

describe('the reason is the cause', () => {
  it.each(['def conv(mat, k):\n', ''])('a page that lost the indentation of its loops, below %j', (head) => {
    const text = `import numpy as np\nmat = np.ones((4, 4))\nk = np.ones((2, 2))\nout = np.zeros((3, 3))\n${head}for i in range(3):\nfor j in range(3):\nout[i,j] = (mat[i:i+2, j:j+2] * k).sum()\nprint(out)\n`;
    const [message] = refusal(python(text));
    expect(message).toBe('the line below this one must be indented: the text has lost its indentation');
  });

  it('a page that lost its indentation', () => {
    const text =
      'Code:\nimport numpy as np\na = np.arange(9.).reshape(3, 3)\nk = np.ones((2, 2))\ndef conv2d(a, f):\nb = np.zeros(f.shape)\nreturn b\nconv2d(a, k)\n';
    const [message] = refusal({ text, languageId: 'plaintext', cursor: text.indexOf('conv2d(a, k)') });
    expect(message).toBe('the line below this one must be indented: the text has lost its indentation');
  });

  it.each([
    'layer = Conv2d(\n    size=2,\n    stride=1,\n)\ny = layer.feed(a)',
    'layer = Conv2d(2)\ny = layer.feed(a)',
    'layer = Conv2d(1, 2, 3)\ny = layer(a)',
  ])('a class that an earlier cell imports from a file of its own: %s', (call) => {
    const text = `a = np.ones((4, 4))\n${call}\n`;
    const before = ['import numpy as np\n\nfrom cnn.model import Conv2d'];
    const [message] = refusal(python(text, { before, cursor: text.indexOf('Conv2d') }));
    expect(message).toBe('Conv2d comes from cnn.model, which is not in this text');
  });

  it.each(['Conv2d', 'Net'])('an object of a class %s from a file whose name begins as a library', (name) => {
    const text = `from torchy.layer import ${name}\n${image}conv = ${name}(1, 2, 3)\nconv.weight = np.ones((2, 1, 3, 3))\ny = conv(x)\n`;
    expect(refusal(python(text))[0]).toBe(`${name} comes from torchy.layer, which is not in this text`);
  });

  it('a module whose file name begins with a digit', () => {
    const text =
      "conv_forward = __import__('0-conv_forward').conv_forward\nA = np.ones((1, 4, 4, 1))\nW = np.ones((2, 2, 1, 1))\nb = np.zeros((1, 1, 1, 1))\nconv_forward(A, W, b, lambda x: x, padding='valid')\n";
    expect(refusal(python(text))[0]).toBe('conv_forward comes from 0-conv_forward, which is not in this text');
  });

  it('a class of another file with the name of a known one, and other arguments', () => {
    const text = `from layers import Convolution\n${image}conv = Convolution("conv", 2, 2, 3, 32, 1)\nout = conv.forward(x)\n`;
    expect(refusal(python(text))[0]).toBe('Convolution comes from layers, which is not in this text');
  });

  it('what fails in a function that a test calls', () => {
    const text =
      'from model.conv import Conv2D\n\ndef compare(size):\n    layer = Conv2D(in_channels=1, kernel_size=size)\n    return layer.forward(np.ones((1, 1, 4, 4))) is not None\n\n' +
      'def test_conv1():\n    assert compare(3)\n';
    const [message] = refusal(python(text, { cursor: text.indexOf('compare(3)') }));
    expect(message).toBe('Conv2D comes from model.conv, which is not in this text');
  });
});
