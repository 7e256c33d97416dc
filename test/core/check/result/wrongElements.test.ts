/** Numbers of a wrong ReLU, padding, transposed convolution or helper: the mistake is named from the numbers alone. */
import { describe, expect, it } from 'vitest';
import { ndarray, type NdArray } from '../../../../core/array/NdArray';
import { nameWrongResult } from '../../../../core/check/numbers/nameWrongResult';
import { ownValuesOf } from '../../../../core/check/result/readOwnValues';
import { convTranspose2d } from '../../../../core/layer/convTranspose2d';
import { pad2d } from '../../../../core/layer/pad2d';
import { formatMessage } from '../../../../core/message';
import { RandomState } from '../../../../core/random/RandomState';
import type { ConvTransposeLayer, Layer, PadLayer, PoolLayer, ReluLayer } from '../../../../core/step/Layer';

const random = new RandomState(3);
const x = random.randn(1, 3, 4, 2);
const dA = random.randn(1, 3, 4, 2);
const relu: ReluLayer = { kind: 'relu', pass: 'forward', x };
const reluBackward: ReluLayer = { kind: 'relu', pass: 'backward', x, dZ: dA };
const pad: PadLayer = { kind: 'pad', x, pad: 1 };
const w = random.randn(3, 3, 2, 2);
const b = random.randn(1, 1, 1, 2);
const options = { stride: 2, padding: 1, outputPadding: 1 };
const transposed: ConvTransposeLayer = { kind: 'convTranspose', pass: 'forward', x, w, b, options };
const mask: PoolLayer = {
  kind: 'pool',
  pass: 'backward',
  x: ndarray([1, 2, 3, 1], Float64Array.of(4, -1, 2, 0, 3, 1)),
  dZ: ndarray([1, 1, 1, 1], Float64Array.of(1)),
  helper: 'create_mask_from_window',
  options: { mode: 'max', kernel: [2, 3], stride: 1 },
};
const distributed: PoolLayer = {
  ...mask,
  dZ: ndarray([1, 1, 1, 1], Float64Array.of(3)),
  helper: 'distribute_value',
  options: { mode: 'average', kernel: [2, 3], stride: 1 },
};

const named = (layer: Layer, name: string, array: NdArray): string[] => {
  const values = ownValuesOf([{ name, array, range: [0, 0] }]);
  return nameWrongResult({ names: {}, layout: 'NHWC', layer, values }).map(formatMessage);
};
const mapped = ({ shape, data }: NdArray, change: (value: number, k: number) => number): NdArray =>
  ndarray(shape, Float64Array.from(data, change));
/** The filter turned by 180°. */
const turned = ndarray(
  w.shape,
  Float64Array.from(w.data, (_, k) => w.data[(8 - Math.floor(k / 4)) * 4 + (k % 4)]!),
);

describe('nameWrongResult: layers without a kernel, transposed convolution, helpers', () => {
  it.each<[string, Layer, string, NdArray, string]>([
    [
      'the absolute value',
      relu,
      'A',
      mapped(x, Math.abs),
      'The absolute value is taken: negative values must become 0',
    ],
    [
      'leaky ReLU',
      relu,
      'A',
      mapped(x, (z) => (z > 0 ? z : 0.1 * z)),
      'leaky ReLU: negative values are multiplied with 0.1',
    ],
    [
      'the sign of the gradient',
      reluBackward,
      'dZ',
      mapped(dA, (gradient) => Math.max(0, gradient)),
      'The sign of the gradient is tested, not that of the input',
    ],
    [
      'the gradient times the output',
      reluBackward,
      'dZ',
      mapped(dA, (gradient, k) => gradient * Math.max(0, x.data[k]!)),
      'The gradient is multiplied with the output, not with its mask',
    ],
    ['twice the padding', pad, 'x_pad', pad2d(x, 2), 'The padding is twice as wide'],
    ['no padding', pad, 'x_pad', x, 'The padding is ignored'],
    [
      'a frame of 1',
      pad,
      'x_pad',
      mapped(
        pad2d(
          mapped(x, (value) => value - 1),
          1,
        ),
        (value) => value + 1,
      ),
      'The frame is filled with a value other than 0',
    ],
    ['no bias', transposed, 'Z', convTranspose2d(x, w, undefined, options), 'The bias is not added'],
    [
      'a turned filter',
      transposed,
      'Z',
      convTranspose2d(x, turned, b, options),
      'The filter is turned by 180°: a transposed convolution uses it as it is',
    ],
    [
      'the mask of the minimum, in a window of 2×3',
      mask,
      'mask',
      ndarray([2, 3], Float64Array.of(0, 1, 0, 0, 0, 0)),
      'The minimum is marked, not the maximum',
    ],
    [
      'a value divided by the sum of the sides',
      distributed,
      'a',
      ndarray([2, 3], new Float64Array(6).fill(3 / 5)),
      'The value is divided by the sum of the sides, not by their product',
    ],
  ])('%s', (_, layer, name, array, message) => {
    expect(named(layer, name, array)).toEqual([message]);
  });

  it('right results and other numbers name nothing', () => {
    expect(
      named(
        relu,
        'A',
        mapped(x, (z) => Math.max(0, z)),
      ),
    ).toEqual([]);
    expect(named(pad, 'x_pad', pad2d(x, 1))).toEqual([]);
    expect(named(transposed, 'Z', convTranspose2d(x, w, b, options))).toEqual([]);
    expect(
      named(
        transposed,
        'Z',
        mapped(convTranspose2d(x, w, b, options), (z, k) => z + k),
      ),
    ).toEqual([]);
  });
});
