/** Gives the equations of a stage what is left of its height and, side by side, of its width. Pure. */
import { fillWithLadder } from './fillWithLadder';
import { fitRow } from './fitRow';
import { largestFitting } from './largestFitting';
import { hasReadableWindows, smallestChange } from './readableWindows';
import { smallestMap } from './smallestMap';
import { readableCell, type RowFit, type RowSize, type StageFit, type StageMetrics } from './StageLayout';

/** Equations that are side by side; the others are below them. */
const sideBySide = 2;

/** Pixels of a column at least, where it is not half of the width: the title and what is noted next to it. */
const leastColumn = 440;

/** Pixels per cell of values before → after a step with seven characters and with five, and what part of its size a picture keeps for them. */
const changeCells = [40, 36];
const leastPicture = 0.75;

/** Sides of pictures next to such cells, in these cells. */
const sides = [10, 9, 8, 7, 6, 5, 4];

/** Cells of a wider column must be larger by this factor. */
const widerGain = 1.08;

/**
 * An equation that is lower than the one next to it, or than what is left below it, has larger maps: one with a ladder, and one
 * side by side with another, or alone, whose large maps are smaller than they may be, or that has larger cells in more lines.
 */
export function fillSpace(
  fit: StageFit,
  rows: readonly RowSize[],
  width: number,
  height: number,
  metrics: StageMetrics,
): StageFit {
  if (!fit.fits) return fit;
  const left = height - fit.height;
  const tallest = Math.max(...fit.rows.slice(0, sideBySide).map((row) => row.height));
  const isBeside = (index: number): boolean => fit.columns && index < sideBySide;
  const free = fit.rows.map((row, index) => (isBeside(index) ? tallest : row.height) + left);
  const fits = fit.rows.map((row, index) => {
    const size = rows[index]!;
    const share = shareOfStage(index, width, metrics, fit.columns);
    if (hasLadder(size)) return fillWithLadder(size, row, share, free[index]!, metrics);
    const isFilled = isBeside(index) || (metrics.fillsHeight && rows.length === 1);
    return isFilled
      ? fitAlone(size, row, share, free[index]!, metrics)
      : withReadableChanges(size, row, share, row.height, metrics);
  });
  const shared = fit.columns ? shareWidth(rows, fits, width, metrics) : undefined;
  const filled = shared?.rows ?? fits;
  return { ...fit, ...shared, rows: filled, height: heightOf(filled, metrics, fit.columns) };
}

function hasLadder({ items }: RowSize): boolean {
  return items.some(({ kind }) => kind === 'ladder');
}

/** The largest maps that one equation can have within the height; `fit` where they are not larger. */
function fitAlone(row: RowSize, fit: RowFit, width: number, height: number, metrics: StageMetrics): RowFit {
  const smallest = smallestMap(row, fit);
  const isSmall = smallest < readableCell;
  const largest = largestRow(row, width, height, metrics, !isSmall);
  const least = isSmall ? smallest : smallest * metrics.breakGain;
  const isLarger = largest && smallestMap(row, largest) > least && keepsWindows(row, fit, largest);
  return withReadableChanges(row, isLarger ? largest : fit, width, height, metrics);
}

/** Next to a picture, values before → after a step have cells for more digits where the picture keeps most of its size. */
function withReadableChanges(row: RowSize, fit: RowFit, width: number, height: number, metrics: StageMetrics): RowFit {
  const picture = smallestMap(row, fit);
  const changes = smallestChange(row, fit);
  if (picture >= readableCell || changes >= changeCells[0]!) return fit;
  for (const cell of changeCells.filter((each) => each > changes)) {
    for (const largeSide of sides) {
      const each = fitRow(row, width, cell, { ...metrics, smallCell: cell, largeSide });
      const isLarge = smallestMap(row, each) >= leastPicture * picture && smallestChange(row, each) >= cell;
      if (isLarge && each.height <= height) return each;
    }
  }
  return fit;
}

function largestRow(
  row: RowSize,
  width: number,
  height: number,
  metrics: StageMetrics,
  breaks: boolean,
): RowFit | undefined {
  return largestFitting(readableCell, metrics.largestCell, (size) => {
    const each = fitRow(row, width, size, metrics, breaks);
    return each.height <= height ? each : undefined;
  })?.fit;
}

function keepsWindows(row: RowSize, before: RowFit, after: RowFit): boolean {
  return hasReadableWindows([row], { rows: [after] }) || !hasReadableWindows([row], { rows: [before] });
}

/**
 * What one of two equations side by side leaves of its half is the other one's, where that has larger maps or longer bars with
 * it and neither is higher than the two were.
 */
function shareWidth(
  rows: readonly RowSize[],
  fits: readonly RowFit[],
  width: number,
  metrics: StageMetrics,
): Pick<StageFit, 'rows' | 'firstColumn'> | undefined {
  const half = columnWidth(width, metrics);
  const tallest = Math.max(...fits.slice(0, sideBySide).map(({ height }) => height));
  const used = fits.map((fit, row) => usedWidth(rows[row]!, fit, metrics));
  for (const [index, other] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const most = width - metrics.rowGap - Math.max(used[other]!, Math.min(half, leastColumn));
    if (most <= half) continue;
    const wider = fitWider(rows[index]!, fits[index]!, most, tallest, metrics);
    if (!wider) continue;
    const widest = Math.max(half, Math.min(most, usedWidth(rows[index]!, wider, metrics)));
    const firstColumn = index === 0 ? widest : width - metrics.rowGap - widest;
    return { rows: fits.map((fit, row) => (row === index ? wider : fit)), firstColumn };
  }
  return undefined;
}

/** Undefined where an equation gains nothing from the width. */
function fitWider(row: RowSize, fit: RowFit, width: number, height: number, metrics: StageMetrics): RowFit | undefined {
  if (hasLadder(row)) {
    const wider = fillWithLadder(row, fit, width, height, metrics);
    return wider === fit ? undefined : wider;
  }
  const wider = largestRow(row, width, height, metrics, false);
  const isLarger = wider && smallestMap(row, wider) >= widerGain * smallestMap(row, fit);
  return isLarger && keepsWindows(row, fit, wider) ? wider : undefined;
}

/** Pixels of an equation with its frame. What follows a sign at the start of a line is below the maps of the line before it. */
function usedWidth(row: RowSize, { shelves, items, column }: RowFit, { gap, padding }: StageMetrics): number {
  const widths = shelves.map((shelf) => {
    const across = shelf.filter((item) => item !== column?.lower);
    const sign = row.items[across[0]!]!.kind === 'glyph' ? items[across[0]!]!.width + gap : 0;
    return across.reduce((sum, item) => sum + items[item]!.width, gap * (across.length - 1)) + sign;
  });
  return Math.ceil(Math.max(...widths)) + 2 * padding + 2;
}

export function shareOfStage(index: number, width: number, metrics: StageMetrics, columns: boolean): number {
  return columns && index < sideBySide ? columnWidth(width, metrics) : width;
}

function columnWidth(width: number, { rowGap }: StageMetrics): number {
  return Math.floor((width - rowGap) / 2);
}

export function heightOf(fits: readonly RowFit[], { rowGap }: StageMetrics, columns: boolean): number {
  const heights = fits.map(({ height }) => height);
  const lines = columns ? [Math.max(...heights.slice(0, sideBySide)), ...heights.slice(sideBySide)] : heights;
  return lines.reduce((sum, height) => sum + height, rowGap * Math.max(0, lines.length - 1));
}
