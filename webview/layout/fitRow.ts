/** Cell sizes and line breaks of one framed equation, with cells of at most a given size. Pure. */
import { areApart, inColumn, outOfColumn } from './comparedMaps';
import { bestMixed, balanceGain, breakCost } from './bestMixed';
import { enlargeSmallMaps } from './enlargeSmallMaps';
import { columnGap, itemWidth } from './itemSize';
import { ladderCell } from './ladderSize';
import {
  cellQuality,
  readableCell,
  windowCell,
  type ItemFit,
  type ItemSize,
  type RowFit,
  type RowSize,
  type StageMetrics,
} from './StageLayout';
import { imbalance, isWithin, shelfHeight } from './shelfSize';
import { onceFor } from './onceFor';
import { smallestMap } from './smallestMap';
import { shelvesOf, type Plan, type Shelves } from './shelves';

/** Two decimals in the step's window are better by this factor than one. */
const windowGain = 1.15;

/** Bars of a ladder grow to at most this width. */
const mostLadder = 560;

/** Cells of a result next to a ladder: longer bars come before larger ones. */
const mostResult = 64;

/** Cells of two maps that are compared may be this much smaller where the two are then not on different lines. */
const apartCost = 0.85;

/** `breaks`: lines are broken wherever it gives larger cells, because height is left. */
export function fitRow(row: RowSize, width: number, most: number, metrics: StageMetrics, breaks = false): RowFit {
  const fit = fitItems(row, width, most, metrics, breaks);
  const joined = inColumn(row);
  if (!joined) return fit;
  const column = fitItems(joined, width, most, metrics, breaks);
  const place = joined.items.findIndex(({ kind }) => kind === 'column');
  const item = joined.items[place]!;
  if (item.kind !== 'column') return fit;
  const inLines = outOfColumn(row, column, columnGap(item, column.items[place]!.cell, metrics));
  if (metrics.isLowest) return column.height < fit.height ? inLines : fit;
  const least = smallestMap(row, fit) * (areApart(row, fit) ? apartCost : 1);
  const gain = smallestMap(row, inLines) - least;
  return gain > 0 || (gain === 0 && column.height < fit.height) ? inLines : fit;
}

const fitted = onceFor<RowFit>();

function fitItems(row: RowSize, width: number, most: number, metrics: StageMetrics, breaks: boolean): RowFit {
  const { items, lines, sentences, even, isTooLong } = row;
  const inner = width - 2 * metrics.padding - 2;
  const uniform = even || isTooLong ? [] : uniformShelves(items, inner, metrics);
  const widest = uniform.reduce((largest, each) => Math.max(largest, each.widest), 0);
  const ladderMost = items.some(({ kind }) => kind === 'ladder') ? Math.min(most, mostResult) : most;
  // Cells that may be larger than the width allows are as large as it allows.
  const size = widest > 0 ? Math.min(ladderMost, widest) : ladderMost;
  const { mapTitle, smallCell, largeSide, readableExtent, largestLowCell, isLowest } = metrics;
  const sizes = [inner, size, mapTitle, smallCell, largeSide, readableExtent, largestLowCell, lines, sentences];
  return fitted(items, [...sizes, even, isTooLong, isLowest, breaks].join(), () => {
    const evenPlan = bestUniform(items, uniform, inner, size, metrics, breaks ? 1 : breakCost);
    const plan = evenPlan ?? bestMixed(row, inner, size, metrics);
    const cells = enlargeSmallMaps(row, plan, evenPlan !== undefined, inner, metrics);
    return measure(row, { ...plan, cells }, inner, metrics);
  });
}

/** All maps with cells of one size; undefined where it would be too small for numbers. */
function bestUniform(
  items: readonly ItemSize[],
  uniform: readonly UniformShelves[],
  inner: number,
  size: number,
  metrics: StageMetrics,
  cost: number,
): Plan | undefined {
  let best: Plan | undefined;
  let bestScore = 0;
  for (const { shelves, widest } of uniform) {
    const cell = Math.min(size, widest);
    if (cell < readableCell) continue;
    const decimals = cell >= windowCell ? windowGain : 1;
    const most = (cellQuality(cell) * decimals) / cost ** (shelves.length - 1);
    if (most <= bestScore && !metrics.isLowest) continue;
    const cells = uniformCells(items, cell);
    if (metrics.isLowest) {
      const score = 1 / contentHeight(items, shelves, cells, metrics);
      if (score > bestScore) [best, bestScore] = [{ shelves, cells }, score];
      continue;
    }
    const score = most * (1 - balanceGain * imbalance(items, shelves, cells, inner, metrics));
    if (score <= bestScore) continue;
    best = { shelves, cells };
    bestScore = score;
  }
  return best;
}

interface UniformShelves {
  readonly shelves: Shelves;
  /** The largest cells that are within the width; 0 where readable ones are not. */
  readonly widest: number;
}

const known = onceFor<readonly UniformShelves[]>();

function uniformShelves(items: readonly ItemSize[], inner: number, metrics: StageMetrics): readonly UniformShelves[] {
  const { gap, largestLowCell, isLowest = false } = metrics;
  return known(items, [inner, gap, largestLowCell, isLowest].join(), () => {
    const shown = items.map((item) => item.kind !== 'map' || item.magnifies === undefined);
    return [...shelvesOf(items, shown, isLowest)].map((shelves) => ({
      shelves,
      widest: widestUniform(items, shelves, inner, metrics),
    }));
  });
}

function widestUniform(items: readonly ItemSize[], shelves: Shelves, inner: number, metrics: StageMetrics): number {
  const fits = (cell: number): boolean => isWithin(items, shelves, uniformCells(items, cell), inner, metrics);
  if (!fits(readableCell)) return 0;
  let [low, high] = [readableCell, metrics.largestLowCell];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function uniformCells(items: readonly ItemSize[], cell: number): number[] {
  return items.map(({ kind }) => (kind === 'glyph' ? 0 : cell));
}

function measure(row: RowSize, { shelves, cells }: Plan, inner: number, metrics: StageMetrics): RowFit {
  const { items } = row;
  const widths = items.map((item, index) => itemWidth(item, cells[index]!));
  for (const shelf of shelves) widenLadder(items, shelf, widths, inner, metrics);
  const content = contentHeight(items, shelves, cells, metrics);
  return {
    shelves,
    notes: shelves.map((shelf) => shelfHeight(items, shelf, cells, metrics).notes),
    items: items.map((item, index): ItemFit => {
      const cell = item.kind === 'ladder' ? ladderCell(item, cells[index]!) : cells[index]!;
      return { cell, width: widths[index]! };
    }),
    height: Math.ceil(metrics.rowTitle + 2 * metrics.padding + content + linesHeight(row, metrics) + 2),
  };
}

function contentHeight(
  items: readonly ItemSize[],
  shelves: Shelves,
  cells: readonly number[],
  metrics: StageMetrics,
): number {
  const heights = shelves.map((shelf) => shelfHeight(items, shelf, cells, metrics));
  return heights.reduce((sum, { maps, notes }) => sum + maps + notes, metrics.shelfGap * (shelves.length - 1));
}

function linesHeight({ lines, sentences = 0 }: RowSize, { line, sentence, padding }: StageMetrics): number {
  return lines > 0 ? (lines - sentences) * line + sentences * sentence + padding / 2 : 0;
}

/** A ladder's bars take the width that is left, up to a limit. */
function widenLadder(
  items: readonly ItemSize[],
  shelf: readonly number[],
  widths: number[],
  inner: number,
  metrics: StageMetrics,
): void {
  const index = shelf.find((item) => items[item]!.kind === 'ladder');
  if (index === undefined) return;
  const used = shelf.reduce((sum, item) => sum + widths[item]!, metrics.gap * (shelf.length - 1));
  widths[index] = Math.min(widths[index]! + inner - used, Math.max(widths[index]!, mostLadder));
}
