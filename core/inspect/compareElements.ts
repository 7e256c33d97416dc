/** Comparison of two arrays of one shape as `np.testing.assert_allclose` makes it. */
import type { FloatData } from '../array/NdArray';

export interface Tolerances {
  readonly rtol: number;
  readonly atol: number;
}

export interface ElementComparison {
  /** Number of elements with |a − b| > atol + rtol · |b|, with NaN in one array only, or with different infinities. */
  readonly differing: number;
  /** Largest finite |a − b| and its flat index; 0 and −1 where no element differs at all. */
  readonly largest: number;
  readonly at: number;
  /** Largest |a − b| / |b| over b ≠ 0. */
  readonly relative: number;
}

/** NaN equals NaN, as in `assert_allclose`. */
export function isClose(a: number, b: number, { rtol, atol }: Tolerances): boolean {
  if (a === b) return true;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return Math.abs(a - b) <= atol + rtol * Math.abs(b);
}

/** `b` is the desired array: the relative tolerance refers to it. Both hold as many values. */
export function compareElements(a: FloatData, b: FloatData, tolerances: Tolerances): ElementComparison {
  let [differing, largest, at, relative] = [0, 0, -1, 0];
  for (let index = 0; index < a.length; index++) {
    const [first, second] = [a[index]!, b[index]!];
    if (!isClose(first, second, tolerances)) differing++;
    const difference = Math.abs(first - second);
    if (!Number.isFinite(difference)) continue;
    if (difference > largest) [largest, at] = [difference, index];
    if (second !== 0) relative = Math.max(relative, difference / Math.abs(second));
  }
  return { differing, largest, at, relative };
}

/** Element by element; NaN where both are NaN or one is. */
export function differenceOf(a: FloatData, b: FloatData): Float64Array {
  return Float64Array.from(a, (value, index) => (value === b[index] ? 0 : value - b[index]!));
}
