/** Statistics of an array: range, mean and standard deviation of its finite values, counts of the others. */
import type { FloatData } from '../array/NdArray';

export interface Statistics {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Of the population, as `np.std` computes it. */
  readonly std: number;
  /** Number of finite values. */
  readonly finite: number;
  readonly nans: number;
  readonly infinities: number;
}

/** Statistics of arrays from this size on are kept. */
const keptSize = 65_536;

const known = new WeakMap<FloatData, Statistics>();

/** Large arrays are read once: their values must not change. */
export function statisticsOf(data: FloatData): Statistics {
  const statistics = known.get(data) ?? (data instanceof Float64Array ? statistics64(data) : statistics32(data));
  if (data.length >= keptSize) known.set(data, statistics);
  return statistics;
}

// One function for each type of array: a loop over both is several times slower.
const statistics64 = (data: Float64Array): Statistics => {
  const sums = newSums();
  for (let at = 0; at < data.length; at++) add(sums, data[at]!);
  return finished(sums, data.length);
};

const statistics32 = (data: Float32Array): Statistics => {
  const sums = newSums();
  for (let at = 0; at < data.length; at++) add(sums, data[at]!);
  return finished(sums, data.length);
};

interface Sums {
  min: number;
  max: number;
  total: number;
  mean: number;
  /** Sum of squared deviations from the mean so far. */
  squares: number;
  finite: number;
  nans: number;
}

const newSums = (): Sums => ({ min: Infinity, max: -Infinity, total: 0, mean: 0, squares: 0, finite: 0, nans: 0 });

/** Welford's update (Technometrics 4, 1962, p. 419). */
function add(sums: Sums, value: number): void {
  if (value - value !== 0) {
    if (value !== value) sums.nans++;
    return;
  }
  sums.finite++;
  if (value < sums.min) sums.min = value;
  if (value > sums.max) sums.max = value;
  sums.total += value;
  const deviation = value - sums.mean;
  sums.mean += deviation / sums.finite;
  sums.squares += deviation * (value - sums.mean);
}

/** The mean of values that cancel is exactly 0; a sum that overflows has the mean of the updates. */
const finished = ({ squares, total, ...sums }: Sums, count: number): Statistics => ({
  ...sums,
  mean: sums.finite > 0 && Number.isFinite(total) ? total / sums.finite : sums.mean,
  std: sums.finite > 0 ? Math.sqrt(squares / sums.finite) : NaN,
  infinities: count - sums.finite - sums.nans,
});
