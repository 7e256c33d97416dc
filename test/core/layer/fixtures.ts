/** Reads the reference data and compares with it. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { ndarray, type NdArray } from '../../../core/index';

export interface StoredArray {
  readonly shape: readonly number[];
  readonly data: readonly (number | string)[];
}

export function readFixture<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8')) as T;
}

/** Non-finite numbers are stored as words. */
export function toArray(stored: StoredArray, type: 'float64' | 'float32' = 'float64'): NdArray {
  const numbers = stored.data.map(Number);
  return ndarray(stored.shape, type === 'float64' ? Float64Array.from(numbers) : Float32Array.from(numbers));
}

/** |a − ref| ≤ absolute·max(1, max|ref|) + relative·|ref| in every element, with the same shape; NaN equals NaN. */
export function expectClose(actual: NdArray, expected: NdArray, absolute: number, relative = 0): void {
  expect(actual.shape).toEqual([...expected.shape]);
  let largest = 1;
  for (const value of expected.data) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  let worst = { index: -1, excess: 0, actual: 0, expected: 0 };
  expected.data.forEach((value, index) => {
    const got = actual.data[index]!;
    if (Object.is(got, value) || got === value) return;
    const difference = Math.abs(got - value);
    const excess = Number.isNaN(difference) ? Infinity : difference - absolute * largest - relative * Math.abs(value);
    if (excess > worst.excess) worst = { index, excess, actual: got, expected: value };
  });
  expect(worst, 'element that differs most').toMatchObject({ index: -1 });
}
