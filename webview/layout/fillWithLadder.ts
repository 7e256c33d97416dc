/** Larger maps for an equation with a ladder that is lower than its space: numbers in the ladder, larger results. Pure. */
import { fitRow } from './fitRow';
import { barLength } from './ladderSize';
import { largestFitting } from './largestFitting';
import { smallestMap } from './smallestMap';
import {
  cellQuality,
  comfortableCell,
  readableCell,
  type RowFit,
  type RowSize,
  type StageMetrics,
} from './StageLayout';

/** Cells of a ladder's small maps that are larger than their numbers need: they gain less than longer bars. */
const largerCells = [24, 26, 28, 30];

/** Numbers in a ladder's maps count as much as cells of the result that are larger by this many pixels. */
export const numbersGain = 10;

/** Part of its size that a result without numbers keeps. */
const leastPicture = 0.7;

/** A pixel of a ladder's cells counts as much as this part of a pixel of the result's. */
const mapCellGain = 0.25;

/** Pixels from which on longer bars gain nothing, and what part of a pixel of the result's cells one of them counts as. */
const sufficientBars = 160;
const barGain = 0.06;

/** The best fit within the height; `fit` where the equation has no ladder or no better one is within it. */
export function fillWithLadder(
  row: RowSize,
  fit: RowFit,
  width: number,
  height: number,
  metrics: StageMetrics,
): RowFit {
  const ladder = row.items.findIndex(({ kind }) => kind === 'ladder');
  const size = row.items[ladder];
  if (size?.kind !== 'ladder') return fit;
  const now = smallestMap(row, fit);
  // Numbers of the result come before those of the ladder; a result without numbers gives some of its width for them.
  const least = now < readableCell ? now * leastPicture : Math.min(comfortableCell, now);
  const quality = (each: RowFit): number => {
    const { cell, width: ladderWidth } = each.items[ladder]!;
    const bars = Math.min(sufficientBars, barLength(size, cell, ladderWidth));
    return cellQuality(smallestMap(row, each)) + numbersQuality(cell, size.numberCell) + barGain * bars;
  };
  let best = fit;
  for (const mapCell of [undefined, size.numberCell, ...largerCells]) {
    const larger = mapCell === undefined ? row : withMapCells(row, mapCell);
    const found = largestFitting(Math.ceil(least), metrics.largestCell, (cell) => {
      const each = fitRow(larger, width, cell, metrics);
      return each.height <= height && smallestMap(row, each) >= least ? each : undefined;
    });
    if (found && quality(found.fit) > quality(best)) best = found.fit;
  }
  return best;
}

function withMapCells(row: RowSize, leastMapCell: number): RowSize {
  return { ...row, items: row.items.map((item) => (item.kind === 'ladder' ? { ...item, leastMapCell } : item)) };
}

function numbersQuality(mapCell: number, numberCell: number): number {
  return mapCell >= numberCell ? numbersGain + mapCellGain * (mapCell - numberCell) : 0;
}
