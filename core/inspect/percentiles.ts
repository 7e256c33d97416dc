/** Percentiles of an array's finite values, interpolated linearly as `np.percentile` does. */
import type { FloatData } from '../array/NdArray';

/** Sorting more values would delay the panel noticeably. */
const mostSorted = 2_000_000;

const sorted = new WeakMap<FloatData, FloatData>();

/** One value for each percentage 0 … 100; undefined for an array without finite values and for more than two million values. */
export function percentilesOf(data: FloatData, percentages: readonly number[]): number[] | undefined {
  if (data.length > mostSorted) return undefined;
  const values = sorted.get(data) ?? data.filter((value) => Number.isFinite(value)).sort();
  sorted.set(data, values);
  if (values.length === 0) return undefined;
  return percentages.map((percentage) => {
    const place = (percentage / 100) * (values.length - 1);
    const low = Math.floor(place);
    const below = values[low]!;
    const above = values[Math.min(low + 1, values.length - 1)]!;
    return below + (above - below) * (place - low);
  });
}
