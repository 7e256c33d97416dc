/**
 * Divides the height that is left between two equations, one above the other. Where all of them have cells of one size, a few
 * pixels from one of them often give the other two decimals in every cell. Pure.
 */
import {
  cellQuality,
  comfortableCell,
  readableCell,
  sufficientCell,
  windowCell,
  type RowFit,
  type RowSize,
  type StageMetrics,
} from './StageLayout';
import { smallestMap } from './smallestMap';

/** Two decimals in the step's window, and then in every cell, count as much as cells that are larger by this many pixels. */
const decimalsGain = 4;

/** A pixel of difference between the cells of the two counts as much as this part of a pixel of size. */
const unevenCost = 0.1;

/** Cells of two equations differ by at most this many pixels from their common size. */
const mostLess = 3;
const mostMore = 8;

/** Two fits within the height, `fitOf(row, size)` being those with cells of at most `size`; both of `common` are within it. */
export function balanceRows(
  rows: readonly RowSize[],
  common: number,
  height: number,
  { rowGap, largestCell }: StageMetrics,
  fitOf: (row: RowSize, size: number) => RowFit,
): readonly RowFit[] {
  const fits = rows.map((row) => fitOf(row, common));
  const [first, second] = rows;
  if (
    !first ||
    !second ||
    rows.length > 2 ||
    rows.some((row, index) => smallestMap(row, fits[index]!) < readableCell)
  ) {
    return fits;
  }
  // Below two decimals in both windows, one of them may have two.
  const least = Math.max(common < windowCell ? readableCell : windowCell, common - mostLess);
  const most = Math.max(common, Math.min(sufficientCell, largestCell, common + mostMore));
  const sizes = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const quality = (pair: readonly RowFit[]): number =>
    qualityOf(rows.map((row, index) => smallestMap(row, pair[index]!)));
  let best = fits;
  const seconds = sizes.map((size) => fitOf(second, size));
  for (const above of sizes.map((size) => fitOf(first, size)).reverse()) {
    for (const below of seconds) {
      const isWithin = above.height + below.height + rowGap <= height;
      if (isWithin && quality([above, below]) > quality(best) + 1e-9) best = [above, below];
    }
  }
  return best;
}

function qualityOf(cells: readonly number[]): number {
  const gains = (cell: number): number => [windowCell, comfortableCell].filter((least) => cell >= least).length;
  const sum = cells.reduce((all, cell) => all + cellQuality(cell) + decimalsGain * gains(cell), 0);
  return sum - unevenCost * (Math.max(...cells) - Math.min(...cells));
}
