/** Cell sizes and line breaks of one framed equation, with cells of at most a given size. Pure. */
import { areApart, inColumn, mapOf, outOfColumn } from './comparedMaps';
import { enlargeSmallMaps, magnifies } from './enlargeSmallMaps';
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
import { isWithin, shelfHeight, shelfWidths } from './shelfSize';
import { smallestMap } from './smallestMap';
import { shelvesOf, type Plan, type Shelves } from './shelves';

/** Cells of maps that are even are this large where the width allows: a row or a column that is outlined can be seen. */
const leastEvenCell = 4.5;

/** A row broken once more must be better by this factor to be chosen. */
const breakCost = 1.12;

/** Two decimals in the step's window are better by this factor than one. */
const windowGain = 1.15;

/** Shelves of equal width are better by this factor than one that is full and one that is empty. */
const balanceGain = 0.04;

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

function fitItems(row: RowSize, width: number, most: number, metrics: StageMetrics, breaks: boolean): RowFit {
  const size = row.items.some(({ kind }) => kind === 'ladder') ? Math.min(most, mostResult) : most;
  const inner = width - 2 * metrics.padding - 2;
  const isMixed = row.even === true || row.isTooLong === true;
  const uniform = isMixed ? undefined : bestUniform(row.items, inner, size, metrics, breaks ? 1 : breakCost);
  const plan = uniform ?? bestMixed(row, inner, size, metrics);
  const cells = enlargeSmallMaps(row, plan, uniform !== undefined, inner, metrics);
  return measure(row, { ...plan, cells }, inner, metrics);
}

/** All maps with cells of one size; undefined where it would be too small for numbers. */
function bestUniform(
  items: readonly ItemSize[],
  inner: number,
  size: number,
  metrics: StageMetrics,
  cost: number,
): Plan | undefined {
  let best: Plan | undefined;
  let bestScore = 0;
  for (const { shelves, widest } of uniformShelves(items, inner, metrics)) {
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

/** By items, width and gap: the layout asks for many sizes of the same equation. */
const known = new WeakMap<readonly ItemSize[], Map<string, readonly UniformShelves[]>>();

function uniformShelves(items: readonly ItemSize[], inner: number, metrics: StageMetrics): readonly UniformShelves[] {
  const ofItems = known.get(items) ?? new Map<string, readonly UniformShelves[]>();
  known.set(items, ofItems);
  const { isLowest = false } = metrics;
  const key = `${inner} ${metrics.gap} ${metrics.largestLowCell} ${isLowest}`;
  const found = ofItems.get(key);
  if (found) return found;
  const shown = items.map((item) => item.kind !== 'map' || item.magnifies === undefined);
  const all = [...shelvesOf(items, shown, isLowest)].map((shelves) => ({
    shelves,
    widest: widestUniform(items, shelves, inner, metrics),
  }));
  ofItems.set(key, all);
  return all;
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

/** Small maps with readable cells, the others as large as the width and the side allow, their windows magnified. */
function bestMixed(row: RowSize, inner: number, size: number, metrics: StageMetrics): Plan {
  const { items, even = false } = row;
  if (even && items.some(magnifies)) {
    const plain = bestOf(row, (item) => !magnifies(item), inner, size, metrics);
    if (items.every(({ kind }, index) => kind !== 'map' || plain.cells[index]! >= windowCell)) return plain;
  }
  return bestOf(row, () => true, inner, size, metrics);
}

function bestOf(
  { items, even = false }: RowSize,
  isShown: (item: ItemSize) => boolean,
  inner: number,
  size: number,
  metrics: StageMetrics,
): Plan {
  let best: { plan: Plan; score: number } | undefined;
  for (const shelves of shelvesOf(items, items.map(isShown))) {
    const plan = mixedPlan(items, shelves, even, inner, size, metrics);
    const cells = plan.cells.filter((cell, index) => mapOf(items[index]!) && cell > 0);
    const balance = 1 - balanceGain * imbalance(items, shelves, plan.cells, inner, metrics);
    const score = (Math.min(...cells) * balance) / breakCost ** (2 * (shelves.length - 1));
    if (!best || score > best.score) best = { plan, score };
  }
  return best!.plan;
}

function mixedPlan(
  items: readonly ItemSize[],
  shelves: Shelves,
  even: boolean,
  inner: number,
  size: number,
  metrics: StageMetrics,
): Plan {
  const small = Math.min(size, metrics.smallCell);
  const side = size * metrics.largeSide;
  const extentOf = (item: ItemSize): number => Math.max(mapOf(item)?.rows ?? 1, mapOf(item)?.cols ?? 1);
  const longest = Math.max(...items.map(extentOf));
  const cellsAt = (factor: number): number[] =>
    items.map((item) => {
      if (item.kind === 'glyph') return 0;
      if (item.kind === 'ladder') return small;
      if (even && magnifies(item)) return small;
      if (even) return roundCell(Math.min(size, Math.max(side / longest, leastEvenCell)) * factor);
      const extent = extentOf(item);
      const cell = roundCell(Math.min(small, (side * factor) / extent));
      const isSmall = extent <= (metrics.readableExtent ?? 0) || extent * readableCell <= side / 2;
      return isSmall ? Math.max(cell, Math.min(small, readableCell)) : cell;
    });
  const factor = largestFactor((each) => isWithin(items, shelves, cellsAt(each), inner, metrics));
  if (factor !== undefined) return { shelves, cells: cellsAt(factor) };
  // Too narrow even for the small maps: all of them shrink.
  let cells = cellsAt(leastFactor);
  for (let attempt = 0; attempt < 40 && !isWithin(items, shelves, cells, inner, metrics); attempt++) {
    cells = cells.map((cell) => cell * 0.9);
  }
  return { shelves, cells };
}

/** Factor by which large maps are made smaller: 1, 0.95, 0.95², … */
const factorStep = 0.95;
const leastFactor = 0.02;
const factors = Math.floor(Math.log(leastFactor) / Math.log(factorStep));

/** Undefined where none is within; what is within at one factor is so at smaller ones too. */
function largestFactor(isWithinAt: (factor: number) => boolean): number | undefined {
  let [low, high] = [0, factors + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isWithinAt(factorStep ** middle)) high = middle;
    else low = middle + 1;
  }
  return low > factors ? undefined : factorStep ** low;
}

/** Whole pixels, and below them parts that large maps can use. */
function roundCell(cell: number): number {
  return cell >= 8 ? Math.floor(cell) : cell >= 2 ? Math.floor(cell * 2) / 2 : cell;
}

/** How unequal the widths of shelves are: 0, all equal, to 1. */
function imbalance(
  items: readonly ItemSize[],
  shelves: Shelves,
  cells: readonly number[],
  inner: number,
  metrics: StageMetrics,
): number {
  const widths = shelfWidths(items, shelves, cells, metrics);
  return (Math.max(...widths) - Math.min(...widths)) / inner;
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
