/** TensorFlow's and Keras' layers against plain loops. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';
import {
  channelsFirst,
  conv,
  grouped,
  images,
  numbers,
  pool,
  range,
  transposed,
  written,
  type Images,
  type Pair,
} from './plainLoops';

const x = numbers(1, 2, 6, 7, 2);
const w = numbers(2, 3, 2, 2, 4);
const one = numbers(3, 1, 1, 4, 3);
const w2 = numbers(4, 3, 2, 1, 4);
const deep = numbers(5, 3, 2, 2, 2);
const small = numbers(6, 1, 3, 2, 2);
const up = numbers(7, 3, 2, 3, 2);
const HEAD = `import numpy as np\nimport tensorflow as tf\nfrom tensorflow.keras import layers\n`;

function computed(code: string, arrays: Readonly<Record<string, Images>>) {
  const given = Object.entries(arrays).map(
    ([name, array]) => `${name} = np.array(${written(array)}, dtype=np.float32)\n`,
  );
  const { arrays: found, errors } = evaluatePython(`${HEAD}${given.join('')}${code}\n`);
  expect(errors.map(({ message }) => message)).toEqual([]);
  return found.find(({ name }) => name === 'y')?.array;
}

function expectSame(code: string, arrays: Readonly<Record<string, Images>>, { shape, at }: Images): void {
  const y = computed(code, arrays);
  expect(y?.shape).toEqual(shape);
  range(y!.data.length).forEach((place) => {
    let rest = place;
    const index = [...shape].reverse().map((extent) => {
      const each = rest % extent;
      rest = Math.floor(rest / extent);
      return each;
    });
    expect(y!.data[place]).toBeCloseTo(at(...index.reverse()), 3);
  });
}

describe.each([true, false])('same padding: %s', (same) => {
  const [upper, lower] = same ? ['SAME', 'same'] : ['VALID', 'valid'];
  describe.each<[Pair, Pair]>([
    [
      [1, 1],
      [1, 1],
    ],
    [
      [2, 1],
      [1, 1],
    ],
    [
      [3, 2],
      [1, 1],
    ],
    [
      [1, 1],
      [2, 3],
    ],
  ])('strides %j, dilation %j', (stride, dilation) => {
    const window = { stride, dilation, same };
    const rate = dilation[0] === 1 ? '' : `, dilation_rate=(${dilation.join(', ')})`;
    const dilations = dilation[0] === 1 ? '' : `, dilations=[${dilation.join(', ')}]`;
    const made = (layer: string, weights: string): string =>
      `layer = layers.${layer}, strides=(${stride.join(', ')}), padding='${lower}', use_bias=False${rate})\nlayer.build(x.shape)\nlayer.set_weights([${weights}])\ny = layer(x)`;

    it.each<[string, string, Readonly<Record<string, Images>>, Images]>([
      [
        'conv2d',
        `y = tf.nn.conv2d(x, w, [1, ${stride.join(', ')}, 1], '${upper}'${dilations})`,
        { x, w },
        conv(x, w, window),
      ],
      ['Conv2D', made('Conv2D(4, (3, 2)', 'w'), { x, w }, conv(x, w, window)],
      ['groups', made('Conv2D(4, (3, 2), groups=2', 'w'), { x, w: w2 }, conv(x, w2, { ...window, groups: 2 })],
      [
        'channels first',
        made("Conv2D(4, (3, 2), data_format='channels_first'", 'w'),
        { x: channelsFirst(x), w },
        channelsFirst(conv(x, w, window)),
      ],
    ])('%s', (_, code, arrays, expected) => expectSame(code, arrays, expected));

    // Both strides of a depthwise convolution are equal.
    const square = { ...window, stride: [stride[0], stride[0]] as const };
    const spread = conv(x, grouped(deep), { ...square, groups: 2 });
    it.each<[string, string, Readonly<Record<string, Images>>, Images]>([
      [
        'depthwise',
        `y = tf.nn.depthwise_conv2d(x, d, [1, ${stride[0]}, ${stride[0]}, 1], '${upper}'${dilations})`,
        { x, d: deep },
        spread,
      ],
      [
        'SeparableConv2D',
        made('SeparableConv2D(3, (3, 2), depth_multiplier=2', 'd, p').replace(
          /strides=\(\d, \d\)/,
          `strides=${stride[0]}`,
        ),
        { x, d: deep, p: one },
        conv(spread, one),
      ],
    ])('%s', (_, code, arrays, expected) => expectSame(code, arrays, expected));
  });

  it.each<[Pair, Pair]>([
    [
      [2, 2],
      [2, 2],
    ],
    [
      [3, 2],
      [1, 2],
    ],
    [
      [2, 3],
      [3, 1],
    ],
  ])('pooling: window %j, strides %j', (kernel, stride) => {
    const options = `(${kernel.join(', ')}), strides=(${stride.join(', ')}), padding='${lower}'`;
    const ksize = `[1, ${kernel.join(', ')}, 1], [1, ${stride.join(', ')}, 1], '${upper}'`;
    expectSame(`y = layers.MaxPooling2D(${options})(x)`, { x }, pool(x, kernel, stride, same, true));
    expectSame(`y = tf.nn.max_pool2d(x, ${ksize})`, { x }, pool(x, kernel, stride, same, true));
    expectSame(`y = tf.nn.avg_pool2d(x, ${ksize})`, { x }, pool(x, kernel, stride, same, false));
    const first = `y = layers.AveragePooling2D(${options}, data_format='channels_first')(x)`;
    expectSame(first, { x: channelsFirst(x) }, channelsFirst(pool(x, kernel, stride, same, false)));
  });

  it.each<Pair>([
    [1, 1],
    [2, 2],
    [3, 1],
  ])('transposed: strides %i, %i', (...stride) => {
    const expected = transposed(small, up, stride, same);
    const options = `strides=(${stride.join(', ')}), padding='${lower}', use_bias=False`;
    const layer = `layer = layers.Conv2DTranspose(3, (3, 2), ${options})\nlayer.build(x.shape)\nlayer.set_weights([u])\ny = layer(x)`;
    expectSame(layer, { x: small, u: up }, expected);
    const call = `y = tf.nn.conv2d_transpose(x, u, [${expected.shape.join(', ')}], [${stride.join(', ')}], '${upper}')`;
    expectSame(call, { x: small, u: up }, expected);
  });
});

it('padding of each side, cutting and enlarging', () => {
  const [n, h, width, c] = x.shape as [number, number, number, number];
  const padded = images([n, h + 3, width + 1, c], (i, r, q, k) => x.at(i, r - 1, q, k));
  expectSame('y = layers.ZeroPadding2D(((1, 2), (0, 1)))(x)', { x }, padded);
  expectSame('y = tf.nn.conv2d(x, w, 1, [[0, 0], [1, 2], [0, 1], [0, 0]])', { x, w }, conv(padded, w));
  expectSame(
    'y = layers.Cropping2D(((1, 0), (0, 2)))(x)',
    { x },
    images([n, h - 1, width - 2, c], (i, r, q, k) => x.at(i, r + 1, q, k)),
  );
  const enlarged = images([n, 2 * h, 3 * width, c], (i, r, q, k) => x.at(i, Math.floor(r / 2), Math.floor(q / 3), k));
  expectSame('y = layers.UpSampling2D((2, 3))(x)', { x }, enlarged);
});

it('causal padding: an output depends on no later element', () => {
  const line = numbers(8, 1, 1, 6, 2);
  const filter = numbers(9, 1, 2, 2, 3);
  const later = images([1, 1, 8, 2], (i, r, q, k) => line.at(i, r, q - 2, k));
  const code =
    "layer = layers.Conv1D(3, 2, padding='causal', dilation_rate=2, use_bias=False)\nlayer.build((1, 6, 2))\nlayer.set_weights([w[0]])\ny = layer(x[0])[None]";
  expectSame(code, { x: line, w: filter }, conv(later, filter, { dilation: [1, 2] }));
});
