/** Order statistics without sorting all values. */

/**
 * Moves values so that those at `ranks` (ascending) are where sorting would put them; takes time in proportion to the number
 * of values, also where many are equal. The values hold no NaN.
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): void {
  within(values, 0, values.length - 1, ranks, pivots());
}

function within(values: Float64Array, from: number, high: number, all: readonly number[], next: () => number): void {
  let low = from;
  let ranks = all;
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
    within(values, low, below - 1, left, next);
    low = above + 1;
    ranks = right;
  }
}

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
