/** Inner products of arrays, by which adjoint operations are recognised. */
import { expect } from 'vitest';
import type { NdArray } from '../../../core/index';

export function dot(a: NdArray, b: NdArray): number {
  let sum = 0;
  for (let index = 0; index < a.data.length; index++) sum += a.data[index]! * b.data[index]!;
  return sum;
}

export function expectNear(actual: number, expected: number, relative = 1e-9): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(100, Math.abs(expected)));
}

/** The central difference of `loss` in one element. */
