/** Expected values: NumPy 1.24 (`mean`, `std`, `percentile`) over the finite elements. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentilesOf } from '../../../core/inspect/percentiles';
import { statisticsOf } from '../../../core/inspect/statistics';

const data = Float64Array.of(3.5, -1, NaN, 7, 2, Infinity, 0.25, -4);

describe('statistics of an array', () => {
  it('the mean of values that cancel is 0, and a sum that overflows has a mean', () => {
    expect(statisticsOf(Float64Array.of(1, 0, -1, 2, 0, -2)).mean).toBe(0);
    expect(statisticsOf(Float64Array.of(1.5e308, 1.5e308)).mean).toBe(1.5e308);
  });

  it('mean and standard deviation are of the finite values; the others are counted', () => {
    const { min, max, mean, std, finite, nans, infinities } = statisticsOf(data);
    expect([min, max, finite, nans, infinities]).toEqual([-4, 7, 6, 1, 1]);
    expect(mean).toBeCloseTo(1.2916666666666667, 14);
    expect(std).toBeCloseTo(3.4713610043068446, 13);
  });

  it('single precision is read as it is stored', () => {
    expect(statisticsOf(Float32Array.of(0.1, 0.1)).mean).toBe(Math.fround(0.1));
  });

  it('an array without finite values has no deviation and no percentiles', () => {
    expect(statisticsOf(Float64Array.of(NaN)).std).toBeNaN();
    expect(percentilesOf(Float64Array.of(NaN, Infinity), [50])).toBeUndefined();
  });

  it('percentiles are interpolated linearly', () => {
    const expected = [-3.25, -0.6875, 1.125, 3.125, 6.125];
    const found = percentilesOf(data, [5, 25, 50, 75, 95])!;
    found.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 12));
    expect(data[0]).toBe(3.5);
  });

  it.each([Float64Array, Float32Array])('percentiles of %p are those of the sorted values', (type) => {
    const values = fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.constantFrom(1e300, -1.7e308, 5e-324));
    fc.assert(
      fc.property(fc.array(values, { maxLength: 300 }), (list) => {
        const sorted = Float64Array.from(type.from(list).filter(Number.isFinite)).sort();
        const at = (percentage: number) => {
          const place = (percentage / 100) * (sorted.length - 1);
          const low = sorted[Math.floor(place)]!;
          const high = sorted[Math.min(Math.floor(place) + 1, sorted.length - 1)]!;
          // Both zeros are equal.
          return low + (high - low) * (place - Math.floor(place)) + 0;
        };
        const asked = [0, 5, 25, 50, 75, 95, 100];
        const found = percentilesOf(type.from(list), asked)?.map((each) => each + 0);
        expect(found).toEqual(sorted.length > 0 ? asked.map(at) : undefined);
      }),
    );
  });
});
