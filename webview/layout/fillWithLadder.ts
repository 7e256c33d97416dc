/** Larger maps for an equation with a ladder that is lower than its space: numbers in the ladder, larger results. Pure. */
import { numberedCell } from './axisGutter';
import { fitRow } from './fitRow';
import { largestFitting } from './largestFitting';
import { smallestMap } from './smallestMap';
import { cellQuality, comfortableCell, windowCell, type RowFit, type RowSize, type StageMetrics } from './StageLayout';

/** Cells of a ladder's small maps with numbers: larger ones gain less than longer bars. */
const mapCells = [windowCell, 24, 26, 28, 30];

/** Numbers in a ladder's maps count as much as cells of the result that are larger by this many pixels. */
const numbersGain = 7;

/** Part of its size that a result without numbers keeps. */
const leastPicture = 0.7;

/** A pixel of a ladder's cells counts as much as this part of a pixel of the result's. */
const mapCellGain = 0.5;

/** The best fit within the height; `fit` where the equation has no ladder or no better one is within it. */
export function fillWithLadder(
  row: RowSize,
  fit: RowFit,
  width: number,
  height: number,
  metrics: StageMetrics,
): RowFit {
  const ladder = row.items.findIndex(({ kind }) => kind === 'ladder');
  if (ladder < 0) return fit;
  const now = smallestMap(row, fit);
  // Numbers of the result come before those of the ladder; a result without numbers gives some of its width for them.
  const least = now < numberedCell ? now * leastPicture : Math.min(comfortableCell, now);
  let best = { fit, quality: qualityOf(row, fit, ladder) };
  for (const mapCell of [undefined, ...mapCells]) {
    const larger = mapCell === undefined ? row : withMapCells(row, mapCell);
    const found = largestFitting(Math.ceil(least), metrics.largestCell, (size) => {
      const each = fitRow(larger, width, size, metrics);
      return each.height <= height && smallestMap(row, each) >= least ? each : undefined;
    });
    if (!found) continue;
    const quality = qualityOf(row, found.fit, ladder);
    if (quality > best.quality) best = { fit: found.fit, quality };
  }
  return best.fit;
}

function withMapCells(row: RowSize, leastMapCell: number): RowSize {
  return { ...row, items: row.items.map((item) => (item.kind === 'ladder' ? { ...item, leastMapCell } : item)) };
}

function qualityOf(row: RowSize, fit: RowFit, ladder: number): number {
  const mapCell = fit.items[ladder]!.cell;
  const numbers = mapCell >= windowCell ? numbersGain + mapCellGain * (mapCell - windowCell) : 0;
  return cellQuality(smallestMap(row, fit)) + numbers;
}
