/** Percentiles of an array's finite values, interpolated linearly as `np.percentile` does. */
import type { FloatData } from '../array/NdArray';
import { selectRanks } from './select';

/** More values would delay the panel noticeably. */
const mostValues = 2_000_000;

/** Results by the percentages that were asked for: the values of an array do not change. */
const known = new WeakMap<FloatData, Map<string, number[]>>();

/** One value for each percentage 0 … 100; undefined for an array without finite values and for more than two million values. */
export function percentilesOf(data: FloatData, percentages: readonly number[]): number[] | undefined {
  if (data.length > mostValues) return undefined;
  const kept = known.get(data) ?? new Map<string, number[]>();
  known.set(data, kept);
  const key = percentages.join();
  const found = kept.get(key) ?? percentilesAnew(data, percentages);
  if (found) kept.set(key, found);
  return found;
}

function percentilesAnew(data: FloatData, percentages: readonly number[]): number[] | undefined {
  const values = finiteValues(data);
  if (values.length === 0) return undefined;
  const places = percentages.map((percentage) => (percentage / 100) * (values.length - 1));
  const above = (place: number): number => Math.min(Math.floor(place) + 1, values.length - 1);
  const ranks = places.flatMap((place) => [Math.floor(place), above(place)]);
  selectRanks(
    values,
    [...new Set(ranks)].sort((a, b) => a - b),
  );
  return places.map((place) => {
    const low = values[Math.floor(place)]!;
    return low + (values[above(place)]! - low) * (place - Math.floor(place));
  });
}

/** A loop, since `filter` calls a function for each number. */
function finiteValues(data: FloatData): FloatData {
  const values = data.slice();
  let count = 0;
  for (let at = 0; at < data.length; at++) if (Number.isFinite(data[at])) values[count++] = data[at]!;
  return values.subarray(0, count);
}
