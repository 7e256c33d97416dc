/** Expected values: `np.testing.assert_allclose` of NumPy 1.24. */
import { describe, expect, it } from 'vitest';
import { compareElements, differenceOf } from '../../../core/inspect/compareElements';

const first = Float64Array.of(1, 2, NaN, 0, 5);
const second = Float64Array.of(1.00001, 2.1, NaN, 1e-9, 4);

describe('comparison of two arrays', () => {
  it('counts by |a − b| > atol + rtol · |b|, names the largest difference; NaN equals NaN', () => {
    const { differing, largest, at, relative } = compareElements(first, second, { rtol: 1e-5, atol: 1e-8 });
    expect([differing, at]).toEqual([2, 4]);
    expect(largest).toBe(1);
    expect(relative).toBe(1);
  });

  it('equal infinities are equal; others, and NaN in one array only, differ', () => {
    const [a, b] = [Float64Array.of(Infinity, Infinity, NaN, 1), Float64Array.of(Infinity, -Infinity, 0, Infinity)];
    expect(compareElements(a, b, { rtol: 1, atol: 1 }).differing).toBe(3);
  });

  it('the relative tolerance refers to the second array', () => {
    const [ten, nine] = [Float64Array.of(10), Float64Array.of(9)];
    expect(compareElements(ten, nine, { rtol: 0.105, atol: 0 }).differing).toBe(1);
    expect(compareElements(nine, ten, { rtol: 0.105, atol: 0 }).differing).toBe(0);
  });

  it('the difference is a − b, 0 for equal infinities', () => {
    expect([...differenceOf(Float64Array.of(3, Infinity, NaN), Float64Array.of(1, Infinity, 2))]).toEqual([2, 0, NaN]);
  });
});
