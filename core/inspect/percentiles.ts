/** Percentiles of an array's finite values, interpolated linearly as `np.percentile` does. */
import type { FloatData } from '../array/NdArray';
import { selectRanks } from './select';
import { inParts, statisticsOf, type Statistics } from './statistics';

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
  const statistics = statisticsOf(data);
  const last = statistics.finite - 1;
  if (last < 0) return undefined;
  const places = percentages.map((percentage) => (percentage / 100) * last);
  const above = (place: number): number => Math.min(Math.floor(place) + 1, last);
  const ranks = places.flatMap((place) => [Math.floor(place), above(place)]);
  const values = valuesAt(
    data,
    [...new Set(ranks)].sort((a, b) => a - b),
    statistics,
  );
  return places.map((place) => {
    const low = values.get(Math.floor(place))!;
    return low + (values.get(above(place))! - low) * (place - Math.floor(place));
  });
}

/** Intervals of equal width between minimum and maximum. */
const intervals = 4096;

/**
 * The finite values at `ranks` (ascending) of the sorted array. The values of each interval are counted first; only those of the
 * intervals with the ranks are collected and partitioned.
 */
function valuesAt(data: FloatData, ranks: readonly number[], range: Range): Map<number, number> {
  const counts = new Uint32Array(intervals);
  inParts(data, (part) => countInto(counts, part, range));
  // Where the values of an interval begin among those that are collected; `skipped` for the others.
  const starts = new Float64Array(intervals).fill(skipped);
  const placed: number[] = [];
  let before = 0;
  let collected = 0;
  for (let interval = 0; interval < intervals; interval++) {
    const count = counts[interval]!;
    const own = ranks.filter((rank) => rank >= before && rank < before + count);
    if (own.length > 0) {
      starts[interval] = collected;
      placed.push(...own.map((rank) => rank - before + collected));
      collected += count;
    }
    before += count;
  }
  const values = new Float64Array(collected);
  inParts(data, (part) => collectInto(values, starts, part, range));
  selectRanks(values, placed);
  return new Map(ranks.map((rank, index) => [rank, values[placed[index]!]!]));
}

const skipped = -1;

type Range = Pick<Statistics, 'min' | 'max'>;

/** Intervals for one unit. Where it overflows, all values are in the first interval. */
function densityOf({ min, max }: Range): number {
  return (intervals - 1) / (max - min);
}

function countInto(counts: Uint32Array, part: Float64Array, range: Range): void {
  const { min } = range;
  const density = densityOf(range);
  for (let at = 0; at < part.length; at++) {
    const value = part[at]!;
    if (value - value === 0) counts[((value - min) * density) | 0]!++;
  }
}

/** Moves `starts` behind the values that have been collected. */
function collectInto(values: Float64Array, starts: Float64Array, part: Float64Array, range: Range): void {
  const { min } = range;
  const density = densityOf(range);
  for (let at = 0; at < part.length; at++) {
    const value = part[at]!;
    if (value - value !== 0) continue;
    const interval = ((value - min) * density) | 0;
    const start = starts[interval]!;
    if (start === skipped) continue;
    values[start] = value;
    starts[interval] = start + 1;
  }
}
