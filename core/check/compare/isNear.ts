/** Whether a wrong result is near enough to the layer's to show that the layer is meant. */
import { stridesOf, type NdArray } from '../../array/NdArray';
import { DEFAULT_TOLERANCE, isWithinTolerance } from './compareArrays';
import type { ArrayOutcome } from './compareReturned';

/** Share of the values other than 0 that agree. */
const NEAR = 0.2;

/** Values at the same indices are compared, whatever the sizes of the axes; a constant factor is left out. */
export function isNear({ actual, expected }: Pick<ArrayOutcome, 'actual' | 'expected'>): boolean {
  if (actual?.shape.length !== expected.shape.length) return false;
  const pairs = commonPairs(actual, expected).filter(([, value]) => value !== 0);
  if (pairs.length === 0) return false;
  const factors = pairs.map(([given, value]) => given / value).filter((factor) => factor !== 0);
  const [factor = 1] = factors;
  return [1, factor].some((each) => {
    const near = pairs.filter(([given, value]) => isWithinTolerance(given, each * value, DEFAULT_TOLERANCE)).length;
    return near >= (each === 1 ? NEAR * pairs.length : Math.max(2, pairs.length));
  });
}

/** Values at the indices that both arrays have. */
function commonPairs(actual: NdArray, expected: NdArray): (readonly [number, number])[] {
  const [from, to] = [stridesOf(actual.shape), stridesOf(expected.shape)];
  return Array.from(expected.data).flatMap((value, flat) => {
    const index = to.map((stride, axis) => Math.floor(flat / stride) % expected.shape[axis]!);
    if (index.some((each, axis) => each >= actual.shape[axis]!)) return [];
    return [[actual.data[index.reduce((sum, each, axis) => sum + each * from[axis]!, 0)]!, value] as const];
  });
}
