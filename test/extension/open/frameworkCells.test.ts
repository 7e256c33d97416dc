/** Cells of books on TensorFlow and PyTorch. */
import { expect, it } from 'vitest';
import { openText } from '../../../extension/session/openText';
import { layer, python, refusal } from './requests';

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
