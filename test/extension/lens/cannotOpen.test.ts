/** Calls that are known to open nothing have no lens. */
import { expect, it } from 'vitest';
import { findLenses } from '../../../extension/session/lens/findLenses';
import { openText } from '../../../extension/session/openText';

const lensesOf = (text: string) =>
  findLenses(text, { languageId: 'python', from: 0, to: text.length }).lenses.filter(
    ({ title }) => title.text === 'Step through {0}',
  );

const MODEL = 'x = tf.ones((1, 4, 4, 1))\nmodel = tf.keras.Sequential([tf.keras.layers.Conv2D(1, 2)])\nmodel(x)\n';
const CONV = 'x = tf.ones((1, 4, 4, 1))\nconv = layers.Conv2D(1, 2)\ny = conv(x)\n';

it.each([
  ['a placeholder', 'x = tf.placeholder(tf.float32, [1, 3, 3, 1])\ny = tf.nn.max_pool(x, 2, 1, "SAME")\n'],
  ['a Keras convolution with random weights', CONV],
  ['a Keras model with random weights', MODEL],
])('%s: no lens, and the command refuses with a reason', (_, text) => {
  expect(lensesOf(text)).toEqual([]);
  expect(openText({ text, languageId: 'python' })).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/placeholder is not supported|weights of .* are not in the text/) as string,
  });
});

it.each([
  ['an initialiser', CONV.replace('1, 2)', '1, 2, kernel_initializer="ones")')],
  ['set_weights', CONV.replace('\ny =', '\nconv.build((1, 4, 4, 1))\nconv.set_weights([w, b])\ny =')],
  ['a PyTorch layer', 'conv = nn.Conv2d(1, 1, 2)\ny = conv(torch.ones(1, 1, 3, 3))\n'],
  ['a Keras pooling layer', 'pool = layers.MaxPool2D()\ny = pool(tf.ones((1, 4, 4, 1)))\n'],
  ['a constant', 'x = tf.ones((1, 4, 4, 1))\ny = tf.nn.max_pool(x, 2, 1, "SAME")\n'],
])('%s: a lens', (_, text) => {
  expect(lensesOf(text)).toHaveLength(1);
});
