/** Layers of TensorFlow.js as objects: their weights, and where they are applied. */
import { describe, expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const x = 'const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);\n';
const weights = '[tf.tensor4d([1, 2, 3, 4], [2, 2, 1, 1]), tf.tensor1d([0.5])]';
const options = 'filters: 1, kernelSize: 2';

describe('a convolution of TensorFlow.js that is an object', () => {
  it.each([
    [
      'its weights among its options',
      `${x}const conv = tf.layers.conv2d({${options}, weights: ${weights}});\nconv.apply(x).print();\n`,
    ],
    [
      'applied where it is made',
      `${x}const y = tf.layers.conv2d({${options}, weights: ${weights}}).apply(x);\ny.print();\n`,
    ],
    [
      'its weights set later',
      `${x}const conv = tf.layers.conv2d({${options}, activation: 'relu'});\nconv.setWeights(${weights});\nconst y = conv.apply(x);\n`,
    ],
    [
      'the first layer of a model',
      `${x}const model = tf.sequential();\nmodel.add(tf.layers.conv2d({${options}, inputShape: [3, 3, 1]}));\nmodel.layers[0].setWeights(${weights});\nmodel.predict(x).print();\n`,
    ],
  ])('3 × 3 input, 2 × 2 filter: %s', (_, text) => {
    const { operation, roles, options: read } = layer({ text, languageId: 'javascript' });
    expect([operation, roles['w']!.values, roles['b']!.values]).toEqual(['conv_forward', [1, 2, 3, 4], [0.5]]);
    expect([roles['x']!.shape, read]).toEqual([[1, 3, 3, 1], { stride: 1, padding: 0 }]);
  });

  it('its options: channels first, strides and padding', () => {
    const text = `const x = tf.ones([1, 1, 4, 6]);\nconst c = tf.layers.conv2d({${options}, strides: [2, 1], padding: 'same', dataFormat: 'channelsFirst', weights: ${weights}});\nc.apply(x);\n`;
    const { roles, options: read } = layer({ text, languageId: 'typescript' });
    expect([roles['x']!.shape, read]).toEqual([[1, 4, 6, 1], { stride: [2, 1], padding: 'same_upper' }]);
  });

  it('without its weights: the reason', () => {
    const text = `${x}const conv = tf.layers.conv2d({${options}});\nconv.apply(x).print();\n`;
    expect(refusal({ text, languageId: 'javascript' })[0]).toBe('w of tf.layers.conv2d is not given');
  });
});

it('a pooling whose channels are last', () => {
  const text = `${x}const pool = tf.layers.maxPooling2d({poolSize: 2, strides: 1, dataFormat: 'channelsLast'});\npool.apply(x).print();\n`;
  expect(layer({ text, languageId: 'javascript' }).roles['x']!.shape).toEqual([1, 3, 3, 1]);
});

it('a pooling along a line', () => {
  const text =
    'const x = tf.tensor3d([1, 5, 2, 4], [1, 4, 1]);\nconst pool = tf.layers.maxPooling1d({poolSize: 2, strides: 2});\npool.apply(x).print();\n';
  const { roles, options: read } = layer({ text, languageId: 'javascript' });
  expect([roles['x']!.shape, read]).toEqual([
    [1, 1, 4, 1],
    expect.objectContaining({ kernel: [1, 2], stride: [1, 2] }),
  ]);
});
