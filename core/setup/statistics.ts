/** Statistics of an array; range and mean are of its finite numbers. */
import type { FloatData } from '../array/NdArray';

export interface Statistics {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly finite: number;
  readonly nans: number;
  readonly infinities: number;
}

/** Arrays with fewer numbers are cheap to search. */
const felt = 65_536;

/** Of large arrays: each slice that is looked at asks for those of the whole. */
const known = new WeakMap<FloatData, Statistics>();

/** Statistics of large arrays are computed once: their numbers must not change. */
export function statisticsOf(data: FloatData): Statistics {
  const statistics = known.get(data) ?? (data instanceof Float64Array ? lookThrough64(data) : lookThrough32(data));
  if (data.length >= felt) known.set(data, statistics);
  return statistics;
}

// One function for each type of array: a loop over both is several times slower.
const lookThrough64 = (data: Float64Array): Statistics => {
  const sums = newSums();
  for (let at = 0; at < data.length; at++) add(sums, data[at]!);
  return finished(sums, data.length);
};

const lookThrough32 = (data: Float32Array): Statistics => {
  const sums = newSums();
  for (let at = 0; at < data.length; at++) add(sums, data[at]!);
  return finished(sums, data.length);
};

interface Sums {
  min: number;
  max: number;
  mean: number;
  finite: number;
  nans: number;
}

const newSums = (): Sums => ({ min: Infinity, max: -Infinity, mean: 0, finite: 0, nans: 0 });

function add(sums: Sums, value: number): void {
  if (value - value !== 0) {
    if (value !== value) sums.nans++;
    return;
  }
  sums.finite++;
  if (value < sums.min) sums.min = value;
  if (value > sums.max) sums.max = value;
  sums.mean += (value - sums.mean) / sums.finite;
}

const finished = (sums: Sums, count: number): Statistics => ({
  ...sums,
  infinities: count - sums.finite - sums.nans,
});
