/** Order statistics without sorting all values. */
import type { FloatData } from '../array/NdArray';

/**
 * Moves values so that those at `ranks` (ascending) are where sorting would put them; takes time in proportion to the number
 * of values, also where many are equal. The values hold no NaN.
 */
export function selectRanks(values: FloatData, ranks: readonly number[]): void {
  // One loop for each type of the values: a loop over both types is several times slower.
  if (values instanceof Float64Array) within64(values, 0, values.length - 1, ranks, pivots());
  else within32(values, 0, values.length - 1, ranks, pivots());
}

type Within<T extends FloatData> = (
  values: T,
  low: number,
  high: number,
  ranks: readonly number[],
  next: () => number,
) => void;

const within64: Within<Float64Array> = (values, low, high, ranks, next) => {
  while (ranks.length > 0 && low < high) {
    const pivot = values[low + Math.floor(next() * (high - low + 1))]!;
    // Three parts: below, equal to and above the pivot.
    let below = low;
    let at = low;
    let above = high;
    while (at <= above) {
      const value = values[at]!;
      if (value < pivot) {
        values[at++] = values[below]!;
        values[below++] = value;
      } else if (value > pivot) {
        values[at] = values[above]!;
        values[above--] = value;
      } else at++;
    }
    const [left, right] = parts(ranks, below, above);
    within64(values, low, below - 1, left, next);
    low = above + 1;
    ranks = right;
  }
};

const within32: Within<Float32Array> = (values, low, high, ranks, next) => {
  while (ranks.length > 0 && low < high) {
    const pivot = values[low + Math.floor(next() * (high - low + 1))]!;
    let below = low;
    let at = low;
    let above = high;
    while (at <= above) {
      const value = values[at]!;
      if (value < pivot) {
        values[at++] = values[below]!;
        values[below++] = value;
      } else if (value > pivot) {
        values[at] = values[above]!;
        values[above--] = value;
      } else at++;
    }
    const [left, right] = parts(ranks, below, above);
    within32(values, low, below - 1, left, next);
    low = above + 1;
    ranks = right;
  }
};

/** The ranks below and above the values that are equal to the pivot, which are in their places. */
function parts(ranks: readonly number[], below: number, above: number): readonly [number[], number[]] {
  return [ranks.filter((rank) => rank < below), ranks.filter((rank) => rank > above)];
}

/** Places of pivots, 0 ≤ p < 1, that no order of values is made for: always the same, so that a run can be repeated. */
function pivots(): () => number {
  let state = 0x2545f491;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
