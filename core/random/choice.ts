/** Draws with unequal probabilities, as NumPy's legacy `choice` makes them from uniform numbers. */
import { LensError, msg } from '../message';

/** The index whose share of the cumulated probabilities holds `sample` (0 ≤ sample < 1). */
export function drawWeighted(probabilities: ArrayLike<number>, sample: number): number {
  return searchRight(cumulate(probabilities), sample);
}

/** `count` different indices: batches of draws, in which what was already found has probability 0. */
export function drawDistinct(probabilities: ArrayLike<number>, count: number, uniform: () => number): number[] {
  cumulate(probabilities);
  const left = Array.from(probabilities);
  if (left.filter((value) => value > 0).length < count) {
    throw new LensError(msg('choice needs at least {0} probabilit{0|y|ies} above 0', count));
  }
  const found: number[] = [];
  while (found.length < count) {
    const samples = Array.from({ length: count - found.length }, uniform);
    for (const index of found) left[index] = 0;
    const cumulated = cumulate(left, false);
    found.push(...new Set(samples.map((sample) => searchRight(cumulated, sample))));
  }
  return found;
}

/** `whole`: throws where they do not add up to 1, as far as NumPy asks it of their type. */
function cumulate(probabilities: ArrayLike<number>, whole = true): Float64Array {
  const sums = new Float64Array(probabilities.length);
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    if (!(probabilities[i]! >= 0)) {
      throw new LensError(msg('a probability must not be negative, but item {0} has {1}', i, probabilities[i]!));
    }
    sum += probabilities[i]!;
    sums[i] = sum;
  }
  const tolerance = Math.sqrt(probabilities instanceof Float32Array ? 2 ** -23 : Number.EPSILON);
  if (whole && !(Math.abs(sum - 1) <= tolerance))
    throw new LensError(msg('the probabilities add up to {0}, not to 1', sum));
  return sums.map((value) => value / sum);
}

/** The first index whose value is above `sample`. */
function searchRight(values: Float64Array, sample: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! > sample) high = middle;
    else low = middle + 1;
  }
  return Math.min(low, values.length - 1);
}
