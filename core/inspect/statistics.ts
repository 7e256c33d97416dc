/** Statistics of an array: range, mean and standard deviation of its finite values, counts of the others. */
import type { FloatData } from '../array/NdArray';

export interface Statistics {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Standard deviation of the population, as `np.std` computes it. */
  readonly std: number;
  /** Number of finite values. */
  readonly finite: number;
  readonly nans: number;
  readonly infinities: number;
}

/** Statistics of arrays from this size on are kept. */
const keptSize = 65_536;

/** Numbers that are converted at once. */
const partSize = 65_536;

const known = new WeakMap<FloatData, Statistics>();

/** Large arrays are read once: their values must not change. */
export function statisticsOf(data: FloatData): Statistics {
  const statistics = known.get(data) ?? computed(data);
  if (data.length >= keptSize) known.set(data, statistics);
  return statistics;
}

/** Keeps what another thread has computed of `data`. */
export function rememberStatistics(data: FloatData, statistics: Statistics): void {
  if (data.length >= keptSize) known.set(data, statistics);
}

/** The mean of values that cancel is exactly 0; where their sum overflows, the mean is the sum of the shares. */
function computed(data: FloatData): Statistics {
  const sums: Sums = { min: Infinity, max: -Infinity, total: 0, finite: 0, nans: 0 };
  inParts(data, (part) => addRange(sums, part));
  const { min, max, total, finite, nans } = sums;
  let mean = 0;
  if (Number.isFinite(total)) mean = finite > 0 ? total / finite : 0;
  else inParts(data, (part) => (mean += sumOfShares(part, finite)));
  let squares = 0;
  inParts(data, (part) => (squares += squaredDeviations(part, mean)));
  const std = finite > 0 ? Math.sqrt(squares / finite) : NaN;
  return { min, max, mean, std, finite, nans, infinities: data.length - finite - nans };
}

interface Sums {
  min: number;
  max: number;
  total: number;
  finite: number;
  nans: number;
}

/** Calls `read` with one part after the other, as float64: a loop over both types of array is several times slower. */
export function inParts(data: FloatData, read: (part: Float64Array) => void): void {
  if (data instanceof Float64Array) {
    read(data);
    return;
  }
  const buffer = new Float64Array(Math.min(partSize, data.length));
  for (let start = 0; start < data.length; start += partSize) {
    const part = data.subarray(start, start + partSize);
    buffer.set(part);
    read(buffer.subarray(0, part.length));
  }
}

function addRange(sums: Sums, part: Float64Array): void {
  let { min, max, total, finite, nans } = sums;
  for (let at = 0; at < part.length; at++) {
    const value = part[at]!;
    if (value - value !== 0) {
      if (value !== value) nans++;
      continue;
    }
    finite++;
    if (value < min) min = value;
    if (value > max) max = value;
    total += value;
  }
  Object.assign(sums, { min, max, total, finite, nans });
}

function sumOfShares(part: Float64Array, count: number): number {
  let sum = 0;
  for (let at = 0; at < part.length; at++) if (Number.isFinite(part[at])) sum += part[at]! / count;
  return sum;
}

function squaredDeviations(part: Float64Array, mean: number): number {
  let squares = 0;
  for (let at = 0; at < part.length; at++) {
    const deviation = part[at]! - mean;
    if (deviation - deviation === 0) squares += deviation * deviation;
  }
  return squares;
}
