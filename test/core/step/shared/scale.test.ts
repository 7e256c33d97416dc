import { describe, expect, test } from 'vitest';
import { RandomState } from '../../../../core';
import { scaleOf } from '../../../../core/step/shared/scale';

describe('scaleOf', () => {
  test.each([
    ['float64', Float64Array],
    ['float32', Float32Array],
  ])('%s, 70000 numbers: finite ones only, each array its own', (_, Numbers) => {
    const signed = new Numbers(70_000).fill(0.25);
    signed.set([NaN, -Infinity, Infinity, -2, 1], 69_000);
    const positive = new Numbers(70_000).fill(0.25);
    expect(scaleOf(signed)).toEqual({ kind: 'diverging', min: -2, max: 2 });
    expect(scaleOf(positive)).toEqual({ kind: 'sequential', min: 0, max: 0.25 });
  });

  test('a large array: its first and last numbers and nearly all between', () => {
    const data = new RandomState(5).randn(1_500_000).data;
    data[0] = 7;
    data[data.length - 1] = -9;
    const { kind, min, max } = scaleOf(data);
    expect([kind, min, max]).toEqual(['diverging', -10, 10]);
    data[0] = 0;
    data[data.length - 1] = 0;
    const inner = scaleOf(data);
    expect(data.filter((value) => value >= inner.min && value <= inner.max).length / data.length).toBeGreaterThan(
      0.9999,
    );
  });

  test('nothing finite: 0 to 1', () => {
    expect(scaleOf(Float64Array.of(NaN, Infinity))).toEqual({ kind: 'sequential', min: 0, max: 1 });
  });
});
