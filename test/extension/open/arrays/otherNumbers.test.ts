/** Random numbers of generators that are not reproduced, and of none that is seeded: drawn, and stated. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import type { OpenedLayer } from '../../../../extension/session/openText';

function layerOf(text: string): OpenedLayer {
  const opened = openText({ text, languageId: 'python' });
  if (opened.kind !== 'layer') throw new Error(opened.kind === 'refused' ? opened.message : 'arrays');
  return opened;
}

const OTHER = "'s generator, which is not reproduced: the numbers here are others of the same distribution";

describe('TensorFlow and Keras', () => {
  it('a normal input and weights of the default initialiser within its bounds', () => {
    const { roles, assumptions } = layerOf(
      `import tensorflow as tf
x = tf.random.normal((1, 8, 8, 3))
y = tf.keras.layers.Conv2D(4, 3)(x)
`,
    );
    expect(assumptions).toEqual([
      `tf.random.normal draws from TensorFlow${OTHER}`,
      `tf.keras.layers.Conv2D draws from TensorFlow${OTHER}`,
    ]);
    const [x, w, b] = [roles['x']!, roles['w']!, roles['b']!];
    expect([x.shape, w.shape, b.values]).toEqual([
      [1, 8, 8, 3],
      [3, 3, 3, 4],
      [0, 0, 0, 0],
    ]);
    // Glorot: ±√(6 / (3·3·3 + 3·3·4)).
    const bound = Math.sqrt(6 / (27 + 36));
    expect(Math.max(...w.values)).toBeLessThanOrEqual(bound);
    expect(Math.min(...w.values)).toBeGreaterThanOrEqual(-bound);
    expect(Math.max(...w.values)).toBeGreaterThan(0.8 * bound);
    expect(Math.max(...x.values)).toBeGreaterThan(2);
  });

  it.each([
    ['a layer in print', 'print(layers.Conv2D(2, 2)(tf.ones((1, 3, 3, 1))))'],
    [
      'a model of several lines',
      'model = keras.Sequential([\n  layers.Conv2D(2, 2),\n])\ny = model(tf.ones((1, 3, 3, 1)))',
    ],
    ['a named initialiser', 'y = layers.Conv2D(2, 2, kernel_initializer="he_normal")(tf.ones((1, 3, 3, 1)))'],
    [
      'an initialiser with its class',
      'y = layers.Conv2D(2, 2, kernel_initializer=keras.initializers.RandomNormal(stddev=0.1))(tf.ones((1, 3, 3, 1)))',
    ],
    [
      'pooling behind it',
      'model = keras.Sequential([\n  layers.Conv2D(2, 2),\n  layers.MaxPool2D(),\n])\ny = model(tf.ones((1, 3, 3, 1)))',
    ],
  ])('%s states it', (_, code) => {
    const { assumptions } = layerOf(
      `import tensorflow as tf\nfrom tensorflow import keras\nfrom tensorflow.keras import layers\n${code}\n`,
    );
    expect(assumptions.some((each) => each.endsWith(OTHER))).toBe(true);
  });

  it('weights that the text gives need no statement', () => {
    const { assumptions } = layerOf('y = layers.Conv2D(2, 2, kernel_initializer="ones")(tf.ones((1, 3, 3, 1)))\n');
    expect(assumptions).toEqual([]);
  });
});

it('jax.random: keys, their parts, and arrays of the asked shapes', () => {
  const { roles, assumptions } = layerOf(
    `import jax
from jax import random, lax
key = random.PRNGKey(0)
k1, k2 = random.split(key)
x = random.normal(k1, (1, 1, 5, 5))
w = random.uniform(k2, (2, 1, 3, 3), minval=-1.0, maxval=1.0)
y = lax.conv(x, w, (1, 1), 'VALID')
`,
  );
  expect([roles['x']!.shape, roles['w']!.shape]).toEqual([
    [1, 5, 5, 1],
    [3, 3, 1, 2],
  ]);
  expect(assumptions).toEqual([`random.normal draws from JAX${OTHER}`, `random.uniform draws from JAX${OTHER}`]);
  expect(roles['w']!.values.every((value) => Math.abs(value) <= 1)).toBe(true);
});

describe('in print', () => {
  it.each([
    ['PyTorch', 'print(F.max_pool2d(torch.rand(1, 1, 4, 4), 2))', 'there is no torch.manual_seed'],
    ['NumPy', 'print(pool_forward(np.random.randn(1, 4, 4, 1), {"f": 2, "stride": 2}))', 'there is no np.random.seed'],
  ])('numbers without a seed are stated: %s', (_, code, statement) => {
    expect(layerOf(`import torch\nimport torch.nn.functional as F\n${code}\n`).assumptions).toEqual([
      expect.stringContaining(statement),
    ]);
  });

  it('the reason why a layer cannot be evaluated is its refusal', () => {
    expect(openText({ text: 'print(F.max_pool2d(torch.load("x.pt"), 2))\n', languageId: 'python' })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('torch.load reads data') as string,
    });
  });
});

it.each([
  'conv.weight.data.fill_(0.5)',
  'nn.init.constant_(conv.weight, 0.5)',
  'torch.nn.init.ones_(conv.weight).mul_(0.5)',
])('%s leaves no drawn weight, so there is no remark on a missing seed', (fill) => {
  const text = `conv = nn.Conv2d(1, 1, 2, bias=False)\n${fill}\ny = conv(torch.arange(16.).reshape(1, 1, 4, 4))`;
  const opened = layerOf(text);
  expect(opened.roles['w']?.values).toEqual([0.5, 0.5, 0.5, 0.5]);
  expect(opened.assumptions).toEqual([]);
});

it('the remark stays where only a part of the weights is filled', () => {
  const text =
    'conv = nn.Conv2d(1, 1, 2, bias=False)\nconv.weight[0, 0, 0].fill_(1)\ny = conv(torch.arange(16.).reshape(1, 1, 4, 4))';
  expect(layerOf(text).assumptions).toEqual([expect.stringContaining('there is no torch.manual_seed')]);
});

describe('draws in an earlier cell', () => {
  it.each([
    ['x = np.random.rand(1, 1, 4, 4)', 'y = F.max_pool2d(torch.tensor(x), 2)', 'there is no np.random.seed'],
    [
      'c = nn.Conv2d(1, 1, 3)\nw = c.weight.detach().numpy().reshape(3, 3)',
      "y = scipy.signal.convolve2d(np.arange(16.).reshape(4, 4), w, 'valid')",
      'there is no torch.manual_seed',
    ],
  ])('%s above %s is stated', (before, text, remark) => {
    const opened = openText({ text, languageId: 'python', before: [before] });
    expect(opened).toMatchObject({ kind: 'layer', assumptions: [expect.stringContaining(remark)] });
  });

  it('a draw on which the call does not depend is not stated', () => {
    const before = ['noise = np.random.rand(3)\nx = np.arange(16.).reshape(1, 1, 4, 4)'];
    const opened = openText({ text: 'y = F.max_pool2d(torch.tensor(x), 2)', languageId: 'python', before });
    expect(opened).toMatchObject({ kind: 'layer', assumptions: [] });
  });
});
