/** Compares an array of the user with the layer's: shape first, then every value at a tolerance. */
import { sizeOf, type NdArray } from '../../array/NdArray';

export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

/** Wider than rounding of reordered sums, narrower than any wrong value of the course's arrays. */
export const DEFAULT_TOLERANCE: Tolerance = { rtol: 1e-6, atol: 1e-8 };

/** Tolerance of results in single precision: wider than the rounding of sums of some hundred products. */
export const SINGLE_TOLERANCE: Tolerance = { rtol: 1e-4, atol: 1e-5 };

/** Tolerance where a function rounds to half precision. */
export const HALF_TOLERANCE: Tolerance = { rtol: 5e-3, atol: 5e-3 };

/** What is known of the user's array. */
export interface Known {
  /** 1 for every cell that is known; absent: all. */
  readonly known?: Uint8Array;
  /** The place value of the last printed digit of every cell; absent: exact. */
  readonly units?: Float64Array;
}

export interface ArrayComparison {
  readonly sameShape: boolean;
  /** Number of differing cells; all cells of the expected array where the shapes differ. */
  readonly differing: number;
  readonly total: number;
  /** Flat index of the first differing cell. */
  readonly first?: number;
  readonly largest: number;
}

/** `flatten`: arrays of one size are compared whatever their shapes, as for the bias. */
export function compareArrays(
  actual: NdArray,
  expected: NdArray,
  tolerance: Tolerance = DEFAULT_TOLERANCE,
  flatten = false,
  { known, units }: Known = {},
): ArrayComparison {
  const size = sizeOf(expected.shape);
  const total = known ? known.reduce((sum, each) => sum + each, 0) : size;
  const sameShape = flatten ? actual.data.length === size : isSameShape(actual.shape, expected.shape);
  if (!sameShape) return { sameShape, differing: Math.max(1, total), total, largest: Infinity };
  let differing = 0;
  let first: number | undefined;
  let largest = 0;
  for (let k = 0; k < size; k++) {
    if (known?.[k] === 0 || isWithinTolerance(actual.data[k]!, expected.data[k]!, tolerance, units?.[k])) continue;
    differing += 1;
    first ??= k;
    const difference = Math.abs(actual.data[k]! - expected.data[k]!);
    largest = Math.max(largest, Number.isNaN(difference) ? Infinity : difference);
  }
  return { sameShape, differing, total, ...(first === undefined ? {} : { first }), largest };
}

/** NumPy's `isclose` with equal_nan: |a − b| ≤ atol + rtol · |b|; of a printed number also half a unit of its last digit. */
export function isWithinTolerance(actual: number, expected: number, { rtol, atol }: Tolerance, unit = 0): boolean {
  if (Object.is(actual, expected) || actual === expected) return true;
  const bound = atol + rtol * Math.abs(expected) + 0.51 * unit;
  return Math.abs(actual - expected) <= bound && Number.isFinite(expected);
}

export function isSameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((extent, axis) => extent === b[axis]);
}
