/** Poolings of TensorFlow.js as objects. */
import { expect, it } from 'vitest';
import { layer } from '../requests';

const x = 'const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);\n';

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
