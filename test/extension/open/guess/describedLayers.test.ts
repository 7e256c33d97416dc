/** Layers that words, data or a function outside of the text describe. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

describe('data of a graph', () => {
  const tensor = (dims: readonly number[], float_data: readonly number[]) => ({ dims, float_data });
  const graph = {
    ir_version: 8,
    node: { op_type: 'Conv', input: ['X', 'W'], attribute: { strides: [1, 2], pads: [0, 1, 0, 0], group: 1 } },
    initializer: { W: tensor([2, 1, 1, 2], [1, -1, 0.5, 2]) },
    inputs: { X: tensor([1, 1, 2, 3], [1, 2, 3, 4, 5, 6]) },
  };

  it.each([undefined, 1])('gives tensors their dims, and the layer the attributes of its node', (indent) => {
    const opened = layer({ text: JSON.stringify(graph, undefined, indent), languageId: 'json' });
    expect(opened).toMatchObject({
      operation: 'conv_forward',
      roles: { x: { name: 'X', shape: [1, 2, 3, 1] }, w: { name: 'W', values: [1, 0.5, -1, 2] } },
      options: { stride: [1, 2], padding: { top: 0, bottom: 0, left: 1, right: 0 }, groups: 1 },
    });
  });
});

describe('words that name a class', () => {
  const words =
    'I want a max pooling with a 2x2 window, a stride of 1 and a padding of 0 of this:\n\n-4 -2 -6\n-3 -9 -1\n-7 -5 -8\n\n';

  it('open the pooling that they describe', () => {
    const text = `${words}By hand I get [[0, 0], [0, 0]], but nn.MaxPool2d(2, 1) gives [[-2, -1], [-3, -1]].\n`;
    expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
      operation: 'pool_forward',
      roles: { x: { shape: [1, 3, 3, 1], values: [-4, -2, -6, -3, -9, -1, -7, -5, -8] } },
      options: { mode: 'max', kernel: 2, stride: 1 },
    });
  });
});

it('a printed shape is neither code nor an array', () => {
  const text = 'dW.shape: (1, 1, 2, 2)\ndW[0, 0] =\n[[ 0.5 -1. ]\n [ 2.    0. ]]\nmax error: 1e-8\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    kind: 'array',
    arrays: [{ name: 'dW[0, 0]', shape: [2, 2], values: [0.5, -1, 2, 0] }],
  });
});

describe('a layer derived from that of Keras', () => {
  const own = (body: string) =>
    python(`import numpy as np
import tensorflow as tf

class Edges(tf.keras.layers.Layer):
    def build(self, input_shape):
        super().build(input_shape)
        self.kernel = ${body}

    def call(self, inputs):
        return tf.nn.conv2d(inputs, self.kernel, strides=1, padding='VALID')

x = tf.constant(np.arange(18.).reshape(1, 3, 3, 2))
y = Edges()(x)
`);

  it.each([
    "self.add_weight(shape=(2, 2, input_shape[-1], 1), initializer='ones')",
    "self.add_weight('kernel', (2, 2, input_shape[-1], 1), initializer='ones')",
    "self.add_weight((2, 2, input_shape[-1], 1), 'ones')",
  ])('is built before its first call: %s', (body) => {
    expect(layer(own(body))).toMatchObject({
      operation: 'conv_forward',
      roles: { x: { shape: [1, 3, 3, 2] }, w: { shape: [2, 2, 2, 1], values: [1, 1, 1, 1, 1, 1, 1, 1] } },
    });
  });

  it('is refused with an initializer that is not known', () => {
    expect(refusal(own('self.add_weight(shape=(2, 2, 2, 1), initializer=mine())'))[0]).toMatch(/mine/);
  });
});

describe('functions of frameworks that are not known', () => {
  it.each([
    [
      'jittor',
      'import jittor as jt\nx = jt.array([[[[1., 2, 3], [4, 5, 6], [7, 8, 10]]]])\nw = jt.array([[[[1., 0], [0, -1]]]])\njt.nn.conv2d(x, w, stride=1, padding=1)',
      'conv_forward',
    ],
    [
      'its own spelling',
      'import other as ot\nx = ot.Tensor([[[[1., 2], [4, 5]]]])\not.max_pool_2d(x, size=2, strides=1)',
      'pool_forward',
    ],
  ])('are taken as those of PyTorch, which is stated: %s', (_, text, operation) => {
    const opened = layer(python(text));
    expect(opened.operation).toBe(operation);
    expect(opened.assumptions).toContainEqual(expect.stringMatching(/is taken as that of PyTorch$/));
  });

  it('average pooling of sequences in MindSpore has stride 1', () => {
    const text =
      'from mindspore import Tensor, ops\nx = Tensor([[[2., 4, 6, 8]]])\ny = ops.avg_pool1d(x, kernel_size=2)';
    expect(layer(python(text)).options).toMatchObject({ mode: 'average', kernel: [1, 2], stride: [1, 1] });
  });

  it('functions of Chainer have also the path of their file', () => {
    const text =
      'import numpy as np\nfrom chainer.functions.connection.convolution_2d import convolution_2d\n' +
      'x = np.ones((1, 1, 3, 3), "f")\nW = np.ones((1, 1, 2, 2), "f")\ny = convolution_2d(x, W, stride=1)\n';
    expect(layer(python(text)).operation).toBe('conv_forward');
  });
});

it.each([
  'If both the input and the kernel are 2x2 matrices with values [[0,1],[2,3]], the transposed convolution yields a 3x3 output tensor with values [[0,0,1],[0,4,6],[4,12,9]].',
  'The transposed convolution of [[0,1],[2,3]] with itself is [[0,0,1],[0,4,6],[4,12,9]].',
])('a result is not what a transposed convolution is of: %s', (text) => {
  expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'conv_transpose_forward',
    roles: { x: { values: [0, 1, 2, 3] }, w: { values: [0, 1, 2, 3] } },
  });
});
