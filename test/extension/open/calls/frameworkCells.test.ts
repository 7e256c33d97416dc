/** Cells of books on TensorFlow and PyTorch. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layerResults } from '../../../corpus/layerResults';
import { layer, python, refusal } from '../requests';

const fmaps = 'fmaps = np.random.RandomState(0).rand(2, 4, 4, 6)\n';

it.each([
  ['ksize=(1, 1, 1, 3), strides=(1, 2, 2, 1)', 'ksize=1, 1, 1, 3'],
  ['ksize=(1, 2, 2, 1), strides=(2, 2, 2, 1)', 'strides=2, 2, 2, 1'],
])('tf.nn.max_pool with %s pools other axes than rows and columns: refused', (options, written) => {
  const text = `${fmaps}with tf.device("/cpu:0"):\n    y = tf.nn.max_pool(fmaps, ${options}, padding="VALID")`;
  expect(refusal(python(text))[0]).toBe(`${written} of tf.nn.max_pool is not supported`);
});

it('with tf.device, functions under @tf.function, and a constant that fills its shape', () => {
  const text =
    'w = tf.constant(0.5, shape=[2, 2, 6, 1])\n@tf.function\ndef run(x):\n    return tf.nn.conv2d(x, w, strides=1, padding="VALID")\n' +
    `${fmaps}with tf.device("/cpu:0"):\n    y = run(tf.constant(fmaps))`;
  expect(layer(python(text))).toMatchObject({ operation: 'conv_forward', roles: { w: { shape: [2, 2, 6, 1] } } });
  expect(layer(python(text)).roles['w']?.values.every((value) => value === 0.5)).toBe(true);
});

it('functions under jax.jit and numba.njit are computed as they are written', () => {
  const text = (decorator: string) =>
    `import jax, numba, pytest\nfrom functools import partial\n${decorator}\ndef pool(x):\n    return F.max_pool2d(x, 2)\ny = pool(torch.arange(16.).reshape(1, 1, 4, 4))`;
  for (const decorator of ['@jax.jit', '@jax.jit(static_argnums=0)', '@numba.njit(parallel=True)', '@pytest.mark.slow'])
    expect(layer(python(text(decorator))).operation).toBe('pool_forward');
});

it('layers that are added to a sequence by name', () => {
  const text =
    "model = nn.Sequential()\nmodel.add_module('relu', nn.ReLU())\nmodel.add_module('pool', nn.MaxPool2d(kernel_size=2))\ny = model(torch.arange(16.).reshape(1, 1, 4, 4))";
  expect(layer(python(text))).toMatchObject({ operation: 'pool_forward', options: { kernel: 2 } });
});

it('the axis of a plot is not the input of a layer: a vector alone does not open where other statements fail', () => {
  const text = 'network = SimpleConvNet(input_dim=(1, 28, 28))\nx = np.arange(20)\nplt.plot(x, network.accuracies)\n';
  expect(openText(python(text)).kind).not.toBe('layer');
  expect(openText(python('x = np.arange(20)')).kind).toBe('layer');
});

it('methods of a class named as a test of pytest run', () => {
  const text =
    'class TestPool:\n    def test_two(self):\n        y = F.max_pool2d(torch.arange(16.).reshape(1, 1, 4, 4), 2)\n        assert y.shape == (1, 1, 2, 2)\n';
  expect(layer(python(text)).assumptions).toEqual(['TestPool.test_two is run as a test']);
});

// PyTorch 1.13: nn.ConvTranspose2d(2, 2, 2) and another one without bias after torch.manual_seed(1).
it('a module that is moved and saved, in a function main that is called', () => {
  const text =
    'class Model(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.conv1 = nn.ConvTranspose2d(2, 2, (2, 2))\n' +
    '        self.conv2 = nn.ConvTranspose2d(2, 2, (2, 2), bias=False)\n    def forward(self, x):\n        return self.conv2(self.conv1(x))\n' +
    'def main():\n    torch.manual_seed(1)\n    model = Model().to(torch.device("cpu"))\n    torch.save(model.state_dict(), "a.pt")\n' +
    '    print(model(torch.rand(1, 2, 2, 2)))\nif __name__ == "__main__":\n    main()\n';
  const opened = layer(python(text));
  expect(opened.operation).toBe('conv_transpose_forward');
  const [result] = layerResults(opened);
  const expected = [0.0455, 0.0028, 0.0188, -0.0051, -0.0164, -0.059, 0.0031, 0.0057, 0.0209, -0.0315];
  expected.forEach((value, index) => expect(result![index]).toBeCloseTo(value, 4));
});

it('a function of the text on lists of lists, called in another function, is its convolution', () => {
  const text =
    'def conv2D(image, kernel):\n    rows = len(image) - len(kernel) + 1\n    cols = len(image[0]) - len(kernel[0]) + 1\n' +
    '    out = [[0 for _ in range(cols)] for _ in range(rows)]\n    for i in range(rows):\n        for j in range(cols):\n' +
    '            for x in range(len(kernel)):\n                for y in range(len(kernel[0])):\n                    out[i][j] += image[i + x][j + y] * kernel[x][y]\n    return out\n' +
    'def run():\n    out = conv2D([[2, 3, 6, 9], [1, 9, 5, 1], [4, 7, 8, 5]], [[1, 2], [3, 1]])\n    print(out)\nrun()\n';
  expect(layer(python(text))).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { shape: [1, 3, 4, 1] }, w: { values: [1, 2, 3, 1] } },
    assumptions: ['conv2D computes a convolution'],
  });
});

it('an array of an earlier cell that reads data: that is the reason, not that its name is not defined', () => {
  const before = ['from sklearn.datasets import load_sample_images\nimages = load_sample_images()["images"]', 'b = 1'];
  const [message, at] = refusal(python('y = tf.nn.max_pool(images, 2, 2, "SAME")', { before }));
  expect(message).toContain('load_sample_images reads data');
  expect(at).toContain('tf.nn.max_pool(images');
});

it('functions of Keras by their internal path, on sequences', () => {
  const text =
    "import numpy as np\nfrom keras.src.ops import nn as knn\nx = np.array([[[1.], [4.], [6.]]])\ny = knn.average_pool(x, 2, 2, padding='same')\n" +
    'z = knn.conv(x, np.array([[[1.]], [[-1.]]]), dilation_rate=2)\n';
  expect(layer(python(text, { cursor: text.indexOf('y =') }))).toMatchObject({
    options: { mode: 'average', kernel: [1, 2], stride: [1, 2], countIncludePad: false },
    roles: { x: { shape: [1, 1, 3, 1] } },
  });
  expect(layerResults(layer(python(text)))[0]).toEqual(new Float64Array([-5]));
});

it("tinygrad's realize, and Haiku's internal modules", () => {
  const tiny = 'from tinygrad.tensor import Tensor\nx = Tensor.ones(1, 1, 3, 3).realize()\ny = x.max_pool2d(2)';
  expect(layer(python(tiny)).operation).toBe('pool_forward');
  const haiku =
    'from haiku._src import conv, initializers, transform\nimport jax.numpy as jnp\n\ndef run():\n' +
    '    return conv.Conv2D(1, 2, w_init=initializers.Constant(2.0), with_bias=False)(jnp.ones([1, 3, 3, 1]))\n\n' +
    'init, apply = transform.transform(run)\nout = apply(init(random.PRNGKey(1)), None)\n';
  expect(layer(python(haiku)).roles['w']?.values).toEqual([2, 2, 2, 2]);
});

it('tf.nn.convolution is tf.nn.conv2d with a stride of 1 and no padding by default', () => {
  const text = `${fmaps}w = np.ones((3, 3, 6, 1))\ny = tf.nn.convolution(fmaps, w)\nz = tf.nn.convolution(fmaps, w, [1, 2, 2, 1], "SAME")\n`;
  const opened = (at: string) => layer(python(text, { cursor: text.indexOf(at) })).options;
  expect([opened('y ='), opened('z =')]).toMatchObject([
    { stride: 1, padding: 'valid' },
    { stride: [2, 2], padding: 'same_upper' },
  ]);
});
