/**
 * Layers of Paddle, Chainer, MXNet, MLX, Haiku, Equinox, Flax' nnx, Keras' ops, tinygrad and CuPy: each text computes what the text
 * of PyTorch next to it computes, whose layers are compared with PyTorch itself.
 */
import { expect, it } from 'vitest';
import { layerResults } from '../../../corpus/layerResults';
import { layer, python, refusal } from '../requests';

/** (2, 2, 5, 6) images, (3, 2, 3, 2) filters. */
const arrays = [
  'import numpy as np',
  "images = (np.arange(120) * 7 % 23 - 11).reshape(2, 2, 5, 6).astype('float32')",
  "filters = (np.arange(36) * 5 % 13 - 6).reshape(3, 2, 3, 2).astype('float32')",
  "biases = np.array([1, -2, 3], dtype='float32')",
  '',
].join('\n');
const last = 'images.transpose(0, 2, 3, 1)';
const hwio = 'filters.transpose(2, 3, 1, 0)';
const convolution =
  'F.conv2d(torch.tensor(images), torch.tensor(filters), torch.tensor(biases), stride=(2, 1), padding=1)';
const plain = 'F.conv2d(torch.tensor(images), torch.tensor(filters))';
const maximum = (rest = ''): string => `F.max_pool2d(torch.tensor(images), 2${rest})`;
const average = (rest = ''): string => `F.avg_pool2d(torch.tensor(images), 3, 2, 1${rest})`;
const adjusted = 'F.conv2d(F.pad(torch.tensor(images), (0, 1, 1, 1)), torch.tensor(filters))';

const paddle =
  'import paddle\nimport paddle.nn as nn\nimport paddle.nn.functional as F\nx = paddle.to_tensor(images)\n';
const assigned =
  'conv = nn.Conv2D(2, 3, [3, 2], stride=[2, 1], padding=1, weight_attr=paddle.ParamAttr(initializer=nn.initializer.Assign(filters)), bias_attr=paddle.ParamAttr(initializer=nn.initializer.Assign(biases)))\n';
const fluid = 'import paddle.fluid as fluid\nfrom paddle.fluid.dygraph.nn import Conv2D\n';
const fluidLayer =
  'with fluid.dygraph.guard():\n' +
  '    conv = Conv2D(num_channels=2, num_filters=3, filter_size=[3, 2], bias_attr=False, param_attr=fluid.ParamAttr(initializer=fluid.initializer.NumpyArrayInitializer(value=filters)))\n' +
  '    y = conv(fluid.dygraph.to_variable(images))\n';
const paddleTransposed = 'F.conv2d_transpose(x, paddle.to_tensor(filters.transpose(1, 0, 2, 3)), stride=2)';
const fluidTransposed = fluidLayer
  .replace(/Conv2D\(.*?\], /, 'fluid.dygraph.Conv2DTranspose(2, 3, [3, 2], None, 0, 2, ')
  .replace('=filters', '=filters.transpose(1, 0, 2, 3)');
const chainer = 'import chainer.functions as F\nimport chainer.links as L\n';
const mx = 'import mxnet as mx\nfrom mxnet import nd\nx = nd.array(images)\n';
const mlx = `import mlx.core as mx\nimport mlx.nn as nn\nx = mx.array(${last})\n`;
const haiku = `import haiku as hk\nimport jax\nimport jax.numpy as jnp\nx = jnp.array(${last})\n`;
const hkConv =
  'def f(x):\n    return hk.Conv2D(3, (3, 2), padding="VALID", with_bias=False, w_init=lambda shape, dtype=None: jnp.array(weights))(x)\n' +
  `weights = ${hwio}\nf = hk.without_apply_rng(hk.transform(f))\nparams = f.init(jax.random.PRNGKey(0), x)\n`;
const equinox = 'import equinox as eqx\nimport jax.numpy as jnp\n';
const dezero = 'from dezero import Variable\nimport dezero.functions as F\n';
const transposed = 'F.conv_transpose2d(torch.tensor(images), torch.tensor(filters.transpose(1, 0, 2, 3)), stride=2)';
const keras = `import keras\nfrom keras import ops\nfrom keras import backend as K\nx = ${last}\nw = ${hwio}\n`;
const gradient = (call: string, factor = ''): string =>
  `t = torch.tensor(images, requires_grad=True)\ny = ${call}\ny.backward(torch.ones_like(y)${factor})`;
const theano =
  'import theano\nimport theano.tensor as T\nx, w = T.tensor4(), T.tensor4()\nrun = lambda y: theano.function([x, w], y)(images, filters)\n';
const mindspore =
  'import mindspore as ms\nimport mindspore.nn as nn\nfrom mindspore import ops, Tensor\nx, w, b = Tensor(images), Tensor(filters), Tensor(biases)\n';
const old = `import tensorflow as tf\nx = tf.constant(${last})\ninit = tf.constant_initializer(${hwio})\n`;
const tinygrad = 'from tinygrad import Tensor\nx = Tensor(images)\n';

it.each([
  [
    'Paddle, function',
    `${paddle}F.conv2d(x, paddle.to_tensor(filters), paddle.to_tensor(biases), stride=[2, 1], padding=1)`,
    convolution,
  ],
  ['Paddle, layer', `${paddle}${assigned}y = conv(x)`, convolution],
  ['Paddle, SAME', `${paddle}y = F.conv2d(x, paddle.to_tensor(filters), padding="SAME")`, adjusted],
  ['Paddle, maximum', `${paddle}pool = nn.MaxPool2D(kernel_size=2)\npool(x)`, maximum()],
  ['Paddle, average', `${paddle}F.avg_pool2d(x, 3, 2, 1)`, average(', count_include_pad=False')],
  ['Paddle, average with padding', `${paddle}F.avg_pool2d(x, 3, 2, 1, exclusive=False)`, average()],
  ['Paddle, transposed', `${paddle}${paddleTransposed}`, transposed],
  ['Paddle 1, transposed', `${fluid}${fluidTransposed}`, transposed],
  ['Paddle 1', `${fluid}${fluidLayer}`, plain],
  ['Chainer, function', `${chainer}y = F.convolution_2d(images, filters, biases, stride=(2, 1), pad=1)`, convolution],
  [
    'Chainer, link',
    `${chainer}conv = L.Convolution2D(2, 3, (3, 2), stride=(2, 1), pad=1, initialW=filters, initial_bias=biases)\ny = conv(images)`,
    convolution,
  ],
  [
    'Chainer, weights set',
    `${chainer}conv = L.Convolution2D(2, 3, (3, 2), nobias=True)\nconv.W.data = filters\ny = conv(images)`,
    plain,
  ],
  ['Chainer, maximum over all', `${chainer}y = F.max_pooling_2d(images, 2)`, maximum(', ceil_mode=True')],
  ['Chainer, maximum', `${chainer}y = F.max_pooling_2d(images, 2, cover_all=False)`, maximum()],
  ['Chainer, average', `${chainer}y = F.average_pooling_2d(images, 3, 2, 1)`, average()],
  [
    'MXNet, convolution',
    `${mx}y = nd.Convolution(x, nd.array(filters), nd.array(biases), kernel=(3, 2), num_filter=3, stride=(2, 1), pad=(1, 1))`,
    convolution,
  ],
  ['MXNet, average', `${mx}y = nd.Pooling(x, kernel=(3, 3), pool_type="avg", stride=(2, 2), pad=(1, 1))`, average()],
  [
    'MXNet, full',
    `${mx}y = mx.nd.Pooling(data=x, kernel=(2, 2), stride=(2, 2), pooling_convention="full")`,
    maximum(', ceil_mode=True'),
  ],
  ['MLX, function', `${mlx}y = mx.conv2d(x, mx.array(filters.transpose(0, 2, 3, 1)))`, plain],
  ['MLX, pooling', `${mlx}pool = nn.MaxPool2d(2)\ny = pool(x)`, maximum()],
  [
    'MXNet, transposed layer',
    `${mx}from mxnet import init\nfrom mxnet.gluon import nn\nt = nn.Conv2DTranspose(2, (3, 2), strides=2)\nt.initialize(init.Constant(nd.array(filters.transpose(1, 0, 2, 3))))\nt(x)`,
    transposed,
  ],
  ['Theano', `${theano}run(T.nnet.conv2d(x, w, filter_flip=False))`, plain],
  [
    'Theano, turned filters',
    `${theano}run(T.nnet.conv2d(x, w[:, :, ::-1, ::-1], border_mode=(1, 1), subsample=(2, 1)) + theano.shared(biases).dimshuffle('x', 0, 'x', 'x'))`,
    'F.conv2d(torch.tensor(images), torch.tensor(filters), stride=(2, 1), padding=1)',
  ],
  ['Theano, maximum', `${theano}run(T.signal.pool.pool_2d(x, (2, 2), ignore_border=True))`, maximum()],
  [
    'Theano, maximum with the border',
    `${theano}from theano.tensor.signal import downsample\nrun(downsample.max_pool_2d(x, (2, 2)))`,
    maximum(', ceil_mode=True'),
  ],
  ['MindSpore, function', `${mindspore}ops.conv2d(x, w, b, stride=(2, 1), pad_mode="pad", padding=1)`, convolution],
  ['MindSpore, operator', `${mindspore}conv = ops.Conv2D(out_channel=3, kernel_size=(3, 2))\nconv(x, w)`, plain],
  ['MindSpore, layer', `${mindspore}conv = nn.Conv2d(2, 3, (3, 2), weight_init=w)\ny = conv(x)`, adjusted],
  ['MindSpore, maximum', `${mindspore}nn.MaxPool2d(kernel_size=2, stride=2)(x)`, maximum()],
  ['MindSpore, mint', `${mindspore}ms.mint.nn.functional.avg_pool2d(x, 3, 2, 1)`, average()],
  ['MindSpore, average', `${mindspore}ops.avg_pool2d(x, 3, 2, 1)`, average()],
  ['TensorFlow 1, function', `${old}tf.layers.conv2d(x, 3, (3, 2), kernel_initializer=init)`, plain],
  [
    'TensorFlow 1, contrib',
    `${old}tf.contrib.layers.conv2d(x, 3, (3, 2), weights_initializer=init, activation_fn=None)`,
    adjusted,
  ],
  ['TensorFlow 1, pooling', `${old}tf.layers.max_pooling2d(x, 2, 2)`, maximum()],
  [
    'Chainer, gradient',
    `${chainer}from chainer import Variable\nv = Variable(images)\ny = F.max_pooling_2d(v, 2, cover_all=False)\ny.grad = np.full((2, 2, 2, 3), 2, 'float32')\ny.backward()\nv.grad`,
    gradient('F.max_pool2d(t, 2)', ' * 2'),
  ],
  [
    'MXNet, gradient',
    `${mx}x.attach_grad()\nwith mx.autograd.record():\n    y = nd.Convolution(x, nd.array(filters), no_bias=True, kernel=(3, 2), num_filter=3)\ny.backward()`,
    gradient('F.conv2d(t, torch.tensor(filters))'),
  ],
  [
    'Paddle, gradient',
    `${paddle}x.stop_gradient = False\ny = F.conv2d(x, paddle.to_tensor(filters))\ny.backward()`,
    gradient('F.conv2d(t, torch.tensor(filters))'),
  ],
  ['Haiku, layer', `${haiku}${hkConv}y = f.apply(params, x)`, plain],
  ['Haiku, maximum', `${haiku}y = hk.max_pool(x, (2, 2, 1), (2, 2, 1), "VALID")`, maximum()],
  ['Haiku, average', `${haiku}y = hk.avg_pool(x, 3, 2, [(1, 1), (1, 1)])`, average(', count_include_pad=False')],
  [
    'Equinox, pooling',
    `${equinox}pool = eqx.nn.MaxPool2d(2)\ny = pool(jnp.array(images[0]))`,
    'F.max_pool2d(torch.tensor(images[:1]), 2, stride=1)',
  ],
  ['Keras, convolution', `${keras}y = ops.conv(x, w, padding="valid")`, plain],
  ['Keras, backend', `${keras}y = K.conv2d(x, w)`, plain],
  ['Keras, pooling', `${keras}y = ops.max_pool(x, 2)`, maximum()],
  [
    'tinygrad, convolution',
    `${tinygrad}y = x.conv2d(Tensor(filters), Tensor(biases), stride=(2, 1), padding=1)`,
    convolution,
  ],
  ['tinygrad, maximum', `${tinygrad}y = x.max_pool2d()`, maximum()],
  ['tinygrad, average', `${tinygrad}y = x.avg_pool2d(3, 2, padding=1)`, average()],
  ...(['conv2d', 'conv2d_simple'] as const).map((name) => [
    `DeZero, ${name}`,
    `${dezero}y = F.${name}(Variable(images), filters, biases, stride=(2, 1), pad=1)`,
    convolution,
  ]),
  ['DeZero, maximum', `${dezero}y = F.pooling(images, 2, 2)`, maximum()],
  ['DeZero, average', `${dezero}y = F.average_pooling(images, 3, 2, 1)`, average()],
  ['DeZero, transposed', `${dezero}y = F.deconv2d(images, filters.transpose(1, 0, 2, 3), stride=2)`, transposed],
  [
    'Chainer, transposed',
    `${chainer}y = F.deconvolution_2d(images, filters.transpose(1, 0, 2, 3), stride=2)`,
    transposed,
  ],
  [
    'MLX, transposed',
    `${mlx}y = mx.conv_transpose2d(x, mx.array(filters.transpose(0, 2, 3, 1)), stride=2)`,
    transposed,
  ],
  ['MLX, general', `${mlx}y = mx.conv_general(x, mx.array(filters.transpose(0, 2, 3, 1)), flip=False)`, plain],
  [
    'MLX, flipped',
    `${mlx}y = mx.conv_general(x, mx.array(filters.transpose(0, 2, 3, 1)[:, ::-1, ::-1]), flip=True)`,
    plain,
  ],
  [
    'MLX, sequence',
    `${mlx}y = mx.conv1d(x[0], mx.array(filters[:, :, 0].transpose(0, 2, 1)))`,
    'F.conv1d(torch.tensor(images[0].transpose(1, 0, 2)), torch.tensor(filters[:, :, 0]))',
  ],
  [
    'Keras, sequence',
    `${keras}y = keras.layers.GlobalMaxPooling1D()(x[0])`,
    'F.max_pool1d(torch.tensor(images[0].transpose(1, 0, 2)), 6)',
  ],
  [
    'OneFlow',
    'import oneflow as flow\ny = flow.nn.functional.conv2d(flow.tensor(images), flow.tensor(filters), flow.tensor(biases), stride=(2, 1), padding=1)',
    convolution,
  ],
  [
    'CuPy',
    'import cupy as cp\nfrom cupyx.scipy import signal\ny = signal.correlate2d(cp.asarray(images[0, 0]), cp.asarray(filters[0, 0]), mode="valid")',
    'F.conv2d(torch.tensor(images[:1, :1]), torch.tensor(filters[:1, :1]))',
  ],
])('%s', (_, text, reference) => {
  const [own, expected] = [text, `import torch\nimport torch.nn.functional as F\ny = ${reference}`].map((each) =>
    layerResults(layer(python(arrays + each))).map((values) => Array.from(values)),
  );
  expect(own).toEqual(expected);
});

it.each([
  ['import paddle\nconv = paddle.nn.Conv2D(2, 3, 3)\ny = conv(paddle.to_tensor(images))', 'Paddle', [3, 3, 2, 3]],
  ['import chainer.links as L\nconv = L.Convolution2D(None, 3, 3)\ny = conv(images)', 'Chainer', [3, 3, 2, 3]],
  [
    `from flax import nnx\nconv = nnx.Conv(2, 3, kernel_size=(3, 3), rngs=nnx.Rngs(0))\ny = conv(${last})`,
    'JAX',
    [3, 3, 2, 3],
  ],
  [
    'import equinox as eqx\nimport jax\nconv = eqx.nn.Conv2d(2, 3, 3, key=jax.random.PRNGKey(0))\ny = conv(images[0])',
    'JAX',
    [3, 3, 2, 3],
  ],
  ['from tinygrad import Tensor, nn\nconv = nn.Conv2d(2, 3, 3)\ny = conv(Tensor(images))', 'tinygrad', [3, 3, 2, 3]],
])('the generator of the framework is named: %s', (text, generator, shape) => {
  const opened = layer(python(arrays + text));
  expect(opened.roles['w']!.shape).toEqual(shape);
  expect(opened.assumptions).toEqual([
    `conv draws from ${generator}'s generator, which is not reproduced: the numbers here are others of the same distribution`,
  ]);
});

it("a window of Chainer's that lies in the padding alone is refused", () => {
  const text = `${arrays}import chainer.functions as F\ny = F.max_pooling_2d(images, 2, stride=3, pad=(1, 1))`;
  expect(refusal(python(text))[0]).toBe('cover_all=True of F.max_pooling_2d is not supported');
});

it("OneFlow's generator is not PyTorch's", () => {
  const text = `${arrays}import oneflow as flow\nflow.manual_seed(3)\nconv = flow.nn.Conv2d(2, 3, 3)\ny = conv(flow.tensor(images))`;
  expect(layer(python(text)).assumptions).toContainEqual(expect.stringMatching(/so no two runs agree/));
});

it("DeZero's maximum with zeros around the image is refused", () => {
  const text = `${arrays}import dezero.functions as F\ny = F.pooling(images, 2, 2, 1)`;
  expect(refusal(python(text))[0]).toBe('the argument pad of F.pooling is not supported');
});
