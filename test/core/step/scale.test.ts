import { describe, expect, test } from 'vitest';
import { scaleOf } from '../../../core/step/scale';

describe('scaleOf', () => {
  test.each([
    ['float64', Float64Array],
    ['float32', Float32Array],
  ])('%s, 70000 numbers: finite ones only, each array its own, the same at a second look', (_, Numbers) => {
    const signed = new Numbers(70_000).fill(0.25);
    signed.set([NaN, -Infinity, Infinity, -2, 1], 69_000);
    const positive = new Numbers(70_000).fill(0.25);
    for (let look = 0; look < 2; look++) {
      expect(scaleOf(signed)).toEqual({ kind: 'diverging', min: -2, max: 2 });
      expect(scaleOf(positive)).toEqual({ kind: 'sequential', min: 0, max: 0.25 });
    }
  });

  test('a short array may change between two looks', () => {
    const data = Float64Array.of(1, 2);
    expect(scaleOf(data).max).toBe(2);
    data[0] = 4;
    expect(scaleOf(data).max).toBe(4);
  });

  test('nothing finite: 0 to 1', () => {
    expect(scaleOf(Float64Array.of(NaN, Infinity))).toEqual({ kind: 'sequential', min: 0, max: 1 });
  });
});
