import { expect, test } from 'vitest';
import { createStepper, type NdArray } from '../../../../core';
import { mapsOf } from '../../../../core/step/shared/stage';
import { decimalsOf } from '../../../../core/step/shared/decimalsOf';

const array = (shape: number[], value: (k: number) => number): NdArray => ({
  shape,
  data: Float64Array.from({ length: shape.reduce((a, b) => a * b) }, (_, k) => value(k)),
});

const view = { channel: 0, filter: 0, granularity: 'window' as const };

test.each([
  ['whole numbers', (k: number) => k, 0],
  ['one half', (k: number) => k / 2, 2],
])('equations of a convolution of %s', (_, value, decimals) => {
  const layer = {
    kind: 'conv',
    pass: 'forward',
    x: array([1, 4, 5, 2], value),
    w: array([2, 3, 2, 1], Math.abs),
  } as const;
  const { stage } = createStepper({ ...layer, options: {} }).frame(1, view);
  expect(decimalsOf(mapsOf(stage), 2)).toBe(decimals);
});

test('without a map the decimals stay', () => expect(decimalsOf([], 3)).toBe(3));
