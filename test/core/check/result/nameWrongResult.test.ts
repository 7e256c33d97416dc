/** Numbers of a wrong layer, next to the right one: the mistake is named from the numbers alone. */
import { describe, expect, it } from 'vitest';
import { nameWrongResult } from '../../../../core/check/numbers/nameWrongResult';
import { ownValuesOf, readOwnValues } from '../../../../core/check/result/readOwnValues';
import { formatMessage } from '../../../../core/message';
import { conv2d } from '../../../../core/layer/conv2d';
import { pool2dBackward } from '../../../../core/layer/pool2dBackward';
import { RandomState } from '../../../../core/random/RandomState';
import type { ConvLayer, PoolLayer } from '../../../../core/step/Layer';

const random = new RandomState(1);
const x = random.randn(2, 6, 5, 3);
const w = random.randn(3, 3, 3, 2);
const b = random.randn(1, 1, 1, 2);
const conv: ConvLayer = { kind: 'conv', pass: 'forward', x, w, b, options: { stride: 2, padding: 1 } };
const dA = random.randn(2, 2, 2, 3);
const pool: PoolLayer = {
  kind: 'pool',
  pass: 'backward',
  x,
  dZ: dA,
  options: { mode: 'average', kernel: 3, stride: 2 },
};
const request = { names: {}, layout: 'NHWC' as const };

describe('nameWrongResult', () => {
  it('conv_forward without its bias, from the whole array', () => {
    const values = ownValuesOf([
      { name: 'Z', array: conv2d(x, w, undefined, { stride: 2, padding: 1 }), range: [0, 0] },
    ]);
    const named = nameWrongResult({ ...request, layer: conv, values }).map(formatMessage);
    expect(named).toEqual(['The bias is not added']);
  });

  it('pool_backward that is divided by the side of the window, from one printed mean', () => {
    const right = pool2dBackward(dA, x, { mode: 'average', kernel: 3, stride: 2 });
    const mean = (3 * Array.from(right.data).reduce((sum, value) => sum + value, 0)) / right.data.length;
    const { values } = readOwnValues(`mean of dA_prev = ${mean.toFixed(12)}`);
    const named = nameWrongResult({ ...request, layer: pool, values }).map(formatMessage);
    expect(named).toEqual(['The gradient is divided by the side of the window, not by its number of cells']);
  });

  it('right numbers, and numbers of no known mistake, name nothing', () => {
    const z = conv2d(x, w, b, { stride: 2, padding: 1 });
    const other = { shape: z.shape, data: Float64Array.from(z.data, (value, k) => value + k) };
    const values = ownValuesOf([{ name: 'Z', array: other, range: [0, 0] }]);
    expect(nameWrongResult({ ...request, layer: conv, values })).toEqual([]);
  });
});
