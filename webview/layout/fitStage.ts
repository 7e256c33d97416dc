/**
 * Lays out the stage: the largest cells at which all rows fit above the timeline. Pure: a function of the maps' extents and of
 * the panel's size, not of the steps shown before.
 */
import { balanceRows } from './balanceRows';
import { numbersGain } from './fillWithLadder';
import { fillSpace, heightOf, shareOfStage } from './fillSpace';
import { fitRow } from './fitRow';
import { magnifies } from './enlargeSmallMaps';
import { itemHeight } from './itemSize';
import { largestFitting } from './largestFitting';
import { hasReadableChanges, hasReadableWindows, isShownIn } from './readableWindows';
import { smallestMapOf } from './smallestMap';
import {
  cellQuality,
  comfortableCell,
  fewCells,
  readableCell,
  windowCell,
  type RowSize,
  type StageFit,
  type StageMetrics,
} from './StageLayout';

/** Narrower stages never have two equations side by side. */
const leastColumns = 850;

/** What equations are laid out in, all in CSS pixels; `columns`: the first two are side by side. */
interface Space {
  readonly width: number;
  readonly height: number;
  readonly metrics: StageMetrics;
  readonly columns: boolean;
}

/** A single equation of maps with at most this many rows leaves most of the height. */
const lowRows = 3;

export function fitStage(all: readonly RowSize[], width: number, height: number, usual: StageMetrics): StageFit {
  const metrics = isLow(all) ? { ...usual, largestCell: usual.largestLowCell } : usual;
  const rows = all.map((row) => (isTooLong(row, height) ? { ...row, isTooLong: true } : row));
  const usualFit = fitRows(rows, width, height, metrics);
  const fit = usualFit.fits ? usualFit : (lowestOf(rows, width, height, metrics) ?? usualFit);
  if (fit.fits && hasReadableChanges(rows, fit)) return fit;
  const pictures = rows.map((row) => (row.items.some(magnifies) ? { ...row, isTooLong: true } : row));
  if (canBeWhole(pictures, width, height, metrics)) {
    const whole = fitRows(pictures, width, height, metrics);
    if (whole.fits && hasReadableWindows(rows, whole) && (!fit.fits || hasReadableChanges(rows, whole))) return whole;
  }
  if (fit.fits) return fit;
  // With its frame, its titles and other shelves, a map may be higher than the stage although its rows alone are not.
  const isTall = rows.map((row, index) => !row.isTooLong && isTooLong(row, 0) && fit.rows[index]!.height > height);
  if (!isTall.includes(true)) return fit;
  const pictured = rows.map((row, index) => (isTall[index] ? { ...row, isTooLong: true } : row));
  const lower = fitRows(pictured, width, height, metrics);
  return hasReadableWindows(rows, lower) ? lower : fit;
}

/** Equations in their lowest lines; undefined where the stage is too high nevertheless. */
function lowestOf(
  rows: readonly RowSize[],
  width: number,
  height: number,
  metrics: StageMetrics,
): StageFit | undefined {
  const lowest = { ...metrics, isLowest: true };
  if (!canBeWhole(rows, width, height, lowest)) return undefined;
  const fit = fitRows(rows, width, height, lowest);
  return fit.fits && hasReadableWindows(rows, fit) ? fit : undefined;
}

function canBeWhole(rows: readonly RowSize[], width: number, height: number, metrics: StageMetrics): boolean {
  return [false, width >= leastColumns].some(
    (columns) => lowestHeight(rows, { width, height, metrics, columns }) <= height,
  );
}

/** Pixels that equations one above the other have at least with cells of `cell` pixels; 0 for matrices, and where they may be side by side. */
export function leastHeight(rows: readonly RowSize[], width: number, cell: number, metrics: StageMetrics): number {
  if ((rows.length > 1 && width >= leastColumns) || rows.some(({ even }) => even)) return 0;
  const heights = [false, true].map((isLowest) => {
    const space = { width, height: 0, metrics: { ...metrics, isLowest }, columns: false };
    return arrange(rows, cell, space).height;
  });
  return Math.min(...heights);
}

function fitRows(rows: readonly RowSize[], width: number, height: number, metrics: StageMetrics): StageFit {
  const space = { width, height, metrics };
  const stacked = fitFilled(rows, { ...space, columns: false });
  if (rows.length < 2 || width < leastColumns) return stacked;
  const columns = fitFilled(rows, { ...space, columns: true });
  const isBetter = columns.fits === stacked.fits ? quality(rows, columns) > quality(rows, stacked) : columns.fits;
  return isBetter ? columns : stacked;
}

/** How good the smallest map of equations is; numbers in a ladder, or in the result of matrices, count as in `fillWithLadder`. */
function quality(rows: readonly RowSize[], fit: StageFit): number {
  return cellQuality(smallestMapOf(rows, fit)) + (hasNumbers(rows, fit) ? numbersGain : 0);
}

function fitFilled(rows: readonly RowSize[], space: Space): StageFit {
  const { width, height, metrics } = space;
  const at = (largestCell: number, filled: StageMetrics = { ...metrics, largestCell }): StageFit =>
    fillSpace(fitArrangement(rows, { ...space, metrics: { ...metrics, largestCell } }), rows, width, height, filled);
  const fit = at(metrics.largestCell);
  const largest = Math.min(metrics.largestCell, Math.floor(smallestMapOf(rows, fit)));
  const isNumbered = (each: StageFit): boolean => each.fits && hasNumbers(rows, each);
  if (!fit.fits || largest <= comfortableCell || isNumbered(fit) || !isNumbered(at(comfortableCell))) return fit;
  // Numbers in a ladder come before cells that are larger than theirs need.
  const numbered = largestFitting(comfortableCell, largest, (cell) => {
    const each = at(cell);
    return isNumbered(each) ? each : undefined;
  });
  if (!numbered) return fit;
  const larger = at(numbered.size, metrics);
  return isNumbered(larger) ? larger : numbered.fit;
}

/** Whether the small maps of ladders have numbers, and the results of matrices. */
function hasNumbers(rows: readonly RowSize[], fit: StageFit): boolean {
  return rows.every(({ items, even }, row) =>
    items.every((item, index) => {
      const { cell } = fit.rows[row]!.items[index]!;
      if (item.kind === 'ladder') return cell >= item.numberCell;
      return !even || index < items.length - 1 || cell >= readableCell;
    }),
  );
}

function isLow([first, ...others]: readonly RowSize[]): boolean {
  if (!first || others.length > 0) return false;
  return first.items.every((item) => item.kind !== 'ladder' && (item.kind !== 'map' || item.rows <= lowRows));
}

/** Whether a large map is higher than the stage where its cells have numbers; another one is scrolled, and keeps them. */
function isTooLong({ items }: RowSize, height: number): boolean {
  return items.some((item) => item.kind === 'map' && item.rows > fewCells && item.rows * readableCell > height);
}

/** Sides of maps whose windows are magnified, in cells of the others, where larger ones do not fit. */
const smallerSides = [7, 6, 5, 4, 3];

/** Maps of at most this extent keep numbers where they can: they are of a window's size. */
const windowExtent = 7;

/** Sizes of cells that are tried for a stage that is scrolled, or whose large maps are smaller. */
const smallerCells = [comfortableCell, windowCell, readableCell];

function fitArrangement(rows: readonly RowSize[], space: Space): StageFit {
  const { height, metrics, columns } = space;
  const largest = largestFitting(readableCell, metrics.largestCell, (size) => {
    const fit = arrange(rows, size, space);
    return fit.height <= height ? fit : undefined;
  });
  const whole = largest
    ? columns
      ? largest.fit
      : balanced(rows, largest.size, space)
    : (withSmallerMaps(rows, space) ??
      firstOf(smallerSides, (largeSide) => {
        const fit = arrange(rows, comfortableCell, { ...space, metrics: { ...metrics, largeSide } });
        return fit.height <= height ? fit : undefined;
      }));
  if (whole && hasReadableWindows(rows, whole)) return whole;
  const rowByRow = fitRowByRow(rows, space);
  const scrolled = { ...rowByRow, fits: rowByRow.height <= height };
  return whole && !hasReadableWindows(rows, scrolled) ? whole : scrolled;
}

/**
 * Large maps are smaller for cells with more digits next to them; undefined where the stage does not fit with numbers in what a
 * step works on.
 */
function withSmallerMaps(rows: readonly RowSize[], space: Space): StageFit | undefined {
  const { width, height, metrics, columns } = space;
  if (lowestHeight(rows, space) > height) return undefined;
  const wholeAt = (fitAt: (size: number, each: StageMetrics) => StageFit): StageFit | undefined =>
    firstOf([windowExtent, 0], (readableExtent) =>
      firstOf(smallerCells, (size) =>
        firstOf(smallerSides, (largeSide) => {
          const fit = fitAt(size, { ...metrics, largeSide, readableExtent });
          const isReadable = hasReadableWindows(rows, fit) && hasReadableChanges(rows, fit);
          return fit.height <= height && isReadable ? fit : undefined;
        }),
      ),
    );
  const common = wholeAt((size, each) => arrange(rows, size, { ...space, metrics: each }));
  // What is left of the height is one equation's.
  return (
    common &&
    rows.reduce<StageFit>((fit, row, index) => {
      const share = shareOfStage(index, width, metrics, columns);
      const larger = wholeAt((size, each) => {
        const own = fitRow(row, share, size, each);
        const all = fit.rows.map((other, at) => (at === index ? own : other));
        return { ...fit, rows: all, height: heightOf(all, metrics, columns) };
      });
      return larger ?? fit;
    }, common)
  );
}

/** With the smallest large maps, next to the smallest cells that have numbers. */
function lowestHeight(rows: readonly RowSize[], space: Space): number {
  const metrics = { ...space.metrics, largeSide: smallerSides.at(-1)! };
  return arrange(rows, readableCell, { ...space, metrics }).height;
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether each map is in view where its equation's title is at the top. */
function hasWholeMaps(rows: readonly RowSize[], fit: StageFit, height: number, metrics: StageMetrics): boolean {
  const { rowTitle, padding } = metrics;
  return rows.every(({ items }, row) =>
    items.every((item, index) => {
      const { cell } = fit.rows[row]!.items[index]!;
      return rowTitle + padding + itemHeight(item, cell, metrics) <= height || !isShownIn(fit.rows[row]!, index);
    }),
  );
}

/** Layout of a stage that is scrolled: each equation alone fits into the height, where its cells can stay readable. */
function fitRowByRow(rows: readonly RowSize[], space: Space): StageFit {
  const { height, metrics } = space;
  const at = (size: number, largeSide: number, readableExtent?: number): StageFit =>
    arrange(rows, size, { ...space, metrics: { ...metrics, largeSide, ...(readableExtent && { readableExtent }) } });
  const isWithin = (fit: StageFit): boolean => fit.rows.every((row) => row.height <= height);
  if (isWithin(at(readableCell, smallerSides.at(-1)!, fewCells))) {
    for (const largeSide of [metrics.largeSide, ...smallerSides]) {
      const fit = smallerCells.map((size) => at(size, largeSide, fewCells)).find(isWithin);
      if (fit) return fit;
    }
  }
  // Where the equations cannot be whole, each of their maps is at least.
  const sides = [metrics.largeSide, ...smallerSides].map((largeSide) => at(comfortableCell, largeSide));
  return sides.find((fit) => hasWholeMaps(rows, fit, height, metrics)) ?? sides[0]!;
}

function arrange(rows: readonly RowSize[], size: number, { width, metrics, columns }: Space): StageFit {
  const fits = rows.map((row, index) => fitRow(row, shareOfStage(index, width, metrics, columns), size, metrics));
  return { rows: fits, columns, height: heightOf(fits, metrics, columns), fits: true };
}

function balanced(rows: readonly RowSize[], size: number, { width, height, metrics }: Space): StageFit {
  const fits = balanceRows(rows, size, height, metrics, (row, cell) => fitRow(row, width, cell, metrics));
  return { rows: fits, columns: false, height: heightOf(fits, metrics, false), fits: true };
}
