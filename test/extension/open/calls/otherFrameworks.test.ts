/** Layers of frameworks besides the usual ones, separable convolutions, lists of modules, options of programs. */
import { describe, expect, it } from 'vitest';
import { layerResults } from '../../../corpus/layerResults';
import { layer, python, refusal } from '../requests';

function result(text: string): number[] {
  return Array.from(layerResults(layer(python(text)))[0]!);
}

const x = "x = np.arange(32, dtype='float32').reshape(1, 4, 4, 2)\n";

describe('separable convolutions of Keras', () => {
  it('a depthwise convolution has one group for each channel', () => {
    const text = `${x}layer = tf.keras.layers.DepthwiseConv2D(3, depthwise_initializer='ones', use_bias=False)\ny = layer(x)`;
    expect(layer(python(text))).toMatchObject({ operation: 'conv_forward', options: { groups: 2 } });
    expect(result(text)).toEqual([90, 99, 108, 117, 162, 171, 180, 189]);
  });

  it('weights that are set count, with a multiplier', () => {
    const text =
      `${x}layer = tf.keras.layers.DepthwiseConv2D(1, depth_multiplier=2)\nlayer.build(x.shape)\n` +
      'layer.set_weights([np.array([[[[1., 10.], [100., 1000.]]]]), np.array([0., 0., 0., 1.])])\ny = layer(x)';
    expect(result(text).slice(4, 8)).toEqual([2, 20, 300, 3001]);
  });

  it('of a separable one the pointwise convolution opens, and this is stated', () => {
    const text = `${x}y = SeparableConv2D(4, 3, depthwise_initializer='ones', pointwise_initializer='ones')(x)`;
    const opened = layer(python(`from tensorflow.keras.layers import SeparableConv2D\n${text}`));
    expect(opened.assumptions).toEqual(['SeparableConv2D is a depthwise convolution and then this pointwise one']);
    expect(opened.roles['x']).toMatchObject({ shape: [1, 2, 2, 2], values: [90, 99, 108, 117, 162, 171, 180, 189] });
  });

  it('tf.nn.separable_conv2d', () => {
    const text = `${x}y = tf.nn.separable_conv2d(x, np.ones((3, 3, 2, 1)), np.array([[[[1.], [-1.]]]]), strides=[1, 1, 1, 1], padding='VALID')`;
    expect(result(text)).toEqual([-9, -9, -9, -9]);
  });
});

it('modules in a list are indexed, counted and looped over', () => {
  const text =
    'class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n' +
    '        self.convs = nn.ModuleList([nn.Conv2d(1, 1, 1, bias=False) for _ in range(2)])\n        self.convs.append(nn.MaxPool2d(2))\n' +
    '        for conv in self.convs[:2]:\n            nn.init.constant_(conv.weight, 0.5)\n    def forward(self, x):\n' +
    '        for i in range(len(self.convs)):\n            x = self.convs[i](x)\n        return x\nNet()(torch.arange(16.).reshape(1, 1, 4, 4))';
  expect(layer(python(text)).operation).toBe('pool_forward');
  expect(result(text)).toEqual([1.25, 1.75, 3.25, 3.75]);
});

describe('MXNet', () => {
  it('pooling of Gluon', () => {
    const text =
      'from mxnet import np, npx\nfrom mxnet.gluon import nn\nnpx.set_np()\nX = np.arange(16).reshape((1, 1, 4, 4))\npool2d = nn.MaxPool2D(3, padding=1, strides=2)\npool2d(X)';
    expect(result(text)).toEqual([5, 7, 13, 15]);
  });

  it('a padding of more than half of the window, as in a book', () => {
    const text =
      'from mxnet import nd\nfrom mxnet.gluon import nn\nX = nd.arange(16).reshape((1, 1, 4, 4))\npool2d = nn.MaxPool2D((2, 3), padding=(1, 2), strides=(2, 3))\npool2d(X)';
    expect(result(text)).toEqual([0, 3, 8, 11, 12, 15]);
    expect(refusal(python(text.replace('(1, 2)', '(1, 3)')))[0]).toContain('more than half');
  });

  it('without its import, by the names that only Gluon has', () => {
    expect(result('X = np.arange(16).reshape((1, 1, 4, 4))\nnn.AvgPool2D((2, 4))(X)')).toEqual([3.5, 11.5]);
  });

  it('a convolution whose weights MXNet draws is refused for that reason', () => {
    const text =
      'from mxnet import nd\nfrom mxnet.gluon import nn\nconv = nn.Conv2D(channels=1, kernel_size=(1, 2), use_bias=False)\nconv.initialize()\nconv(nd.ones((1, 1, 6, 8)))';
    expect(refusal(python(text))[0]).toBe('the weights of nn.Conv2D are not in the text, so its output is not known');
  });
});

it('names of Flax that PyTorch lacks', () => {
  const text =
    'class PoolTest:\n  pass\ndef test_max_pool(self):\n  x = jnp.arange(9.).reshape((1, 3, 3, 1))\n  pool = lambda x: nn.max_pool(x, (2, 2))\n  y = pool(x)\n';
  expect(result(text)).toEqual([4, 5, 7, 8]);
});

it('torch.jit.trace runs the module', () => {
  const text =
    'class M(nn.Module):\n    def forward(self, x):\n        return F.avg_pool2d(x, 2, stride=2, ceil_mode=True)\n' +
    'x = torch.arange(9.).reshape(1, 1, 3, 3)\ntm = torch.jit.trace(M().eval(), x)';
  expect(result(text)).toEqual([2, 3.5, 6.5, 8]);
});

describe('argparse', () => {
  const text = (options: string, use = 'args.k') =>
    `import argparse\nparser = argparse.ArgumentParser()\n${options}\nargs = parser.parse_args()\nF.max_pool2d(torch.ones(1, 1, 6, 6), ${use})`;

  it.each([
    ["parser.add_argument('-k', '--k', type=int, default='3')", 'args.k', 3],
    ["parser.add_argument('--kernel-size', type=int, default=2, help='size')", 'args.kernel_size', 2],
    ["parser.add_argument('--big', action='store_true')", '3 if args.big else 2', 2],
    ["parser.add_argument('--k')", '6 if args.k is None else 1', 6],
  ])('%s', (options, use, kernel) => {
    expect(layer(python(text(options, use)))).toMatchObject({ options: { kernel } });
  });

  it('an argument without a default is the reason', () => {
    expect(refusal(python(text("parser.add_argument('k', type=int)")))[0]).toBe(
      'the program needs a value for its argument k',
    );
  });
});

describe('functions of other files', () => {
  const program =
    'X = torch.tensor([[0.0, 1.0], [2.0, 3.0]])\nshow_images(X)\nblur_image(X)\nX = X.reshape(1, 1, 2, 2)\nF.max_pool2d(X, 2)';

  it('are assumed to leave their arguments as they are, which is stated', () => {
    expect(layer(python(program)).assumptions).toEqual([
      'blur_image is not in this text: it is assumed to leave X unchanged',
    ]);
  });

  it('that have nothing to do with the layer are not mentioned', () => {
    const text = program.replace('blur_image(X)', 'Y = torch.ones(3)\nblur_image(Y)');
    expect(layer(python(text)).assumptions).toEqual([]);
  });

  it('do not make known what they may have changed inside of an object', () => {
    const text = 'd = {"a": np.ones((1, 1, 4, 4))}\nfill(d)\nF.max_pool2d(torch.tensor(d["a"]), 2)';
    expect(refusal(python(text))[0]).toBe('fill is not defined');
  });
});

it.each([
  ['nn.conv', ['conv_forward of nn.conv is taken as the known function of that name']],
  ['cs231n.layers', []],
])('a known function that is imported from %s', (module, assumptions) => {
  const text = `from ${module} import conv_forward\nZ, cache = conv_forward(np.ones((1, 3, 3, 1)), np.ones((2, 2, 1, 1)), np.zeros((1, 1, 1, 1)), {'stride': 1, 'pad': 0})`;
  expect(layer(python(text)).assumptions).toEqual(assumptions);
});

describe('tests of the course', () => {
  const test =
    'def conv_single_step_test(target):\n    np.random.seed(1)\n    a, W, b = np.random.randn(4, 4, 3), np.random.randn(4, 4, 3), np.random.randn(1, 1, 1)\n' +
    '    test_cases = [{"name": "equation", "input": [a, W, b], "expected": -6.99}]\n    multiple_test(test_cases, target)\n';

  it('that take the function as their argument run with it', () => {
    const opened = layer(python(test));
    expect(opened.operation).toBe('conv_single_step');
    expect(opened.assumptions).toEqual([
      'conv_single_step_test is run as a test',
      'the argument target of conv_single_step_test is conv_single_step',
    ]);
    expect(result(test)[0]).toBeCloseTo(-6.999089450680221);
  });

  it('with the cursor in one of its calls, that call opens', () => {
    const text =
      'def pool_forward_test(target):\n    A = np.arange(32.).reshape(1, 4, 4, 2)\n    Z, _ = target(A, {"f": 2, "stride": 2})\n    Z, _ = target(A, {"f": 3, "stride": 1}, "average")\n';
    expect(layer(python(text, { cursor: text.indexOf('"f": 3') }))).toMatchObject({ options: { kernel: 3 } });
  });
});

it.each([
  ['conv_relu_forward', '', 'conv_relu_forward is a convolution and ReLU: this is the convolution'],
  [
    'conv_relu_pool_forward',
    ', pool_param',
    'conv_relu_pool_forward is a convolution, ReLU and pooling: this is the pooling',
  ],
])('of the layers that %s of CS231n joins, the one that opens is stated', (name, pooling, note) => {
  const text =
    "x, w, b = np.ones((1, 1, 4, 4)), np.ones((1, 1, 3, 3)), np.zeros(1)\nconv_param = {'stride': 1, 'pad': 1}\n" +
    "pool_param = {'pool_height': 2, 'pool_width': 2, 'stride': 2}\n" +
    `out, cache = ${name}(x, w, b, conv_param${pooling})\n`;
  expect(layer(python(text)).assumptions).toEqual([note]);
});

it('a node of ONNX whose inputs are the initializers of its graph opens with them', () => {
  const text = `import numpy as np
from onnx import helper, numpy_helper, TensorProto
x_values = np.arange(9, dtype=np.float32).reshape(1, 1, 3, 3)
node = helper.make_node('ConvTranspose', ['X', 'W'], ['Y'], strides=[2, 2])
x = numpy_helper.from_array(x_values, 'X')
w = helper.make_tensor('W', TensorProto.FLOAT, [1, 1, 2, 2], [1., 2., 3., 4.])
graph = helper.make_graph([node], 'g', [], [], [w, x])
`;
  expect(layer(python(text))).toMatchObject({
    operation: 'conv_transpose_forward',
    options: { stride: [2, 2] },
    roles: { x: { shape: [1, 3, 3, 1] }, w: { values: [1, 2, 3, 4] } },
  });
});

it.each([
  [
    'layers of a Keras model by their names',
    `from tensorflow.keras.layers import Input, Conv2D
from tensorflow.keras.models import Sequential
m = Sequential([Input(shape=(4, 4, 2)), Conv2D(1, 2, name='first')])
old = m.get_layer('first').get_weights()
m.get_layer(name='first').set_weights([np.ones((2, 2, 2, 1)), np.array([1.])])
m.predict(x)`,
  ],
  [
    "TensorFlow's own tests",
    `from tensorflow.python.framework import constant_op, dtypes
from tensorflow.python.ops import math_ops, nn_ops
w = constant_op.constant([1.], dtype=dtypes.float32, shape=[2, 2, 2, 1])
y = nn_ops.bias_add(nn_ops.conv2d(constant_op.constant(x), w, [1, 1, 1, 1], 'VALID'), constant_op.constant([1.]))`,
  ],
])('%s', (_, text) => {
  const opened = layer(python(`import numpy as np\n${x}${text}\n`));
  expect(opened.roles['w']!.values).toEqual(Array(8).fill(1));
  expect(opened.roles['x']!.shape).toEqual([1, 4, 4, 2]);
});

it('the gradient of a result of DeZero starts from ones', () => {
  const text = `import numpy as np\nimport dezero.functions as F\nfrom dezero import Variable\n${x}v = Variable(x.transpose(0, 3, 1, 2))\ny = F.pooling(v, 2, 2)\ny.backward()\n`;
  expect(layer(python(text))).toMatchObject({
    operation: 'pool_backward',
    roles: { dA: { values: Array(8).fill(1) } },
  });
});
