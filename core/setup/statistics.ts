/** What there is to say about the numbers of an array; range and mean are of its finite ones. */
import type { FloatData } from '../array/NdArray';

export interface Statistics {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly finite: number;
  readonly nans: number;
  readonly infinities: number;
}

export function statisticsOf(data: FloatData): Statistics {
  let min = Infinity;
  let max = -Infinity;
  let mean = 0;
  let finite = 0;
  let nans = 0;
  for (const value of data) {
    if (Number.isNaN(value)) nans++;
    if (!Number.isFinite(value)) continue;
    finite++;
    min = Math.min(min, value);
    max = Math.max(max, value);
    mean += (value - mean) / finite;
  }
  return { min, max, mean, finite, nans, infinities: data.length - finite - nans };
}
