/** Transposed convolutions of TensorFlow and Keras. */
import { expect, it } from 'vitest';
import { layerResults } from '../../../corpus/layerResults';
import { layer, python, refusal } from '../requests';

const keras =
  'from tensorflow.keras import Sequential\nfrom tensorflow.keras.layers import Conv2DTranspose\nX = np.asarray([[1, 2], [3, 4]]).reshape((1, 2, 2, 1))\nmodel = Sequential()\n' +
  "model.add(Conv2DTranspose(1, SIZE, strides=(2, 2), padding='PAD', input_shape=(2, 2, 1)))\n" +
  'model.set_weights([np.ones(SIZE + (1, 1)), np.array([0])])\nyhat = model.predict(X)\n';

// A 1×1 kernel is smaller than the stride: Keras adds rows and columns of zeros to the size 2·2.
it.each([
  ['(1, 1)', 'valid', [1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4, 0, 0, 0, 0, 0]],
  ['(3, 3)', 'same', [1, 1, 3, 2, 1, 1, 3, 2, 4, 4, 10, 6, 3, 3, 7, 4]],
])('Conv2DTranspose with the kernel %s and the padding %s gives 4×4 of 2×2', (size, padding, result) => {
  const opened = layer(python(keras.replaceAll('SIZE', size).replace('PAD', padding)));
  expect(opened.operation).toBe('conv_transpose_forward');
  expect(Array.from(layerResults(opened)[0]!)).toEqual(result);
});

// Values of PyTorch's conv_transpose2d with stride 2, without its last row and column.
it('tf.nn.conv2d_transpose with SAME drops the odd cell at the bottom and the right', () => {
  const text =
    'x = tf.constant(np.arange(4.).reshape(1, 2, 2, 1))\nw = tf.constant(np.arange(9.).reshape(3, 3, 1, 1))\n' +
    "y = tf.nn.conv2d_transpose(x, w, output_shape=[1, 4, 4, 1], strides=[1, 2, 2, 1], padding='SAME')";
  const opened = layer(python(text));
  expect(Array.from(layerResults(opened)[0]!)).toEqual([0, 0, 0, 1, 0, 0, 3, 4, 0, 2, 10, 10, 6, 8, 19, 12]);
});

// Parts of the same values: 4×4 as above, and 3×3 without the first and the last row and column.
it.each([
  [1, [0, 0, 0, 1, 0, 0, 3, 4, 0, 2, 10, 10, 6, 8, 19, 12]],
  [0, [0, 3, 4, 2, 10, 10, 8, 19, 12]],
])('Conv2DTranspose with the padding same and the output padding %s', (added, result) => {
  const text =
    'x = np.arange(4.).reshape(1, 2, 2, 1)\nw = np.arange(9.).reshape(3, 3, 1, 1)\n' +
    `y = tf.keras.layers.Conv2DTranspose(1, 3, strides=2, padding='same', output_padding=${added}, use_bias=False, weights=[w])(x)`;
  expect(Array.from(layerResults(layer(python(text)))[0]!)).toEqual(result);
});

it('tf.nn.conv2d_transpose refuses an output that is not of the input', () => {
  const text =
    'x = tf.constant(np.arange(16.).reshape(1, 4, 4, 1))\nw = tf.constant(np.ones((3, 3, 1, 1)))\n' +
    "y = tf.nn.conv2d_transpose(x, w, output_shape=[1, 4, 4, 1], strides=[1, 2, 2, 1], padding='SAME')";
  expect(refusal(python(text))[0]).toBe('tf.nn.conv2d_transpose needs 2 windows for this output size, not 4');
});

it('tf.nn.conv2d_transpose of TensorFlow 1 without strides', () => {
  const text =
    'x = tf.constant(np.arange(4.).reshape(1, 2, 2, 1))\nw = tf.constant(np.ones((2, 2, 1, 1)))\n' +
    "y = tf.nn.conv2d_transpose(x, w, [1, 3, 3, 1], padding='VALID')";
  expect(Array.from(layerResults(layer(python(text)))[0]!)).toEqual([0, 1, 1, 2, 6, 4, 2, 5, 3]);
});
