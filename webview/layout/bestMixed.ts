/** Cells of different sizes: small maps with readable ones, the others as large as the width allows, their windows magnified. Pure. */
import { mapOf } from './comparedMaps';
import { magnifies } from './enlargeSmallMaps';
import { imbalance, isWithin } from './shelfSize';
import { shelvesOf, type Plan, type Shelves } from './shelves';
import { readableCell, windowCell, type ItemSize, type RowSize, type StageMetrics } from './StageLayout';

/** Cells of maps that are even are this large where the width allows: a row or a column that is outlined can be seen. */
const leastEvenCell = 4.5;

/** A row broken once more must be better by this factor to be chosen. */
export const breakCost = 1.12;

/** Shelves of equal width are better by this factor than one that is full and one that is empty. */
export const balanceGain = 0.04;

/** Small maps with readable cells, the others as large as the width and the side allow, their windows magnified. */
export function bestMixed(row: RowSize, inner: number, size: number, metrics: StageMetrics): Plan {
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
  const cellsAt = mixedCells(items, even, size, metrics);
  const smallestOf = (cells: readonly number[]): number =>
    cells.reduce((least, cell, index) => (cell > 0 && mapOf(items[index]!) ? Math.min(least, cell) : least), Infinity);
  const largest = smallestOf(cellsAt(0));
  let best: { plan: Plan; score: number } | undefined;
  for (const shelves of shelvesOf(items, items.map(isShown))) {
    const cost = breakCost ** (2 * (shelves.length - 1));
    if (best && largest / cost <= best.score) continue;
    const plan = { shelves, cells: mixedPlan(items, shelves, cellsAt, inner, metrics) };
    const balance = 1 - balanceGain * imbalance(items, shelves, plan.cells, inner, metrics);
    const score = (smallestOf(plan.cells) * balance) / cost;
    if (!best || score > best.score) best = { plan, score };
  }
  return best!.plan;
}

/** Pixels per cell of each item with large maps smaller by the factor 0.95 as often as asked: the same list each time. */
function mixedCells(
  items: readonly ItemSize[],
  even: boolean,
  size: number,
  { smallCell, largeSide, readableExtent = 0 }: StageMetrics,
): (times: number) => readonly number[] {
  const small = Math.min(size, smallCell);
  const side = size * largeSide;
  const extents = items.map((item) => Math.max(mapOf(item)?.rows ?? 1, mapOf(item)?.cols ?? 1));
  const longest = Math.max(...extents);
  const cellOf = (item: ItemSize, extent: number, factor: number): number => {
    if (item.kind === 'glyph') return 0;
    if (item.kind === 'ladder') return small;
    if (even && magnifies(item)) return small;
    if (even) return roundCell(Math.min(size, Math.max(side / longest, leastEvenCell)) * factor);
    const cell = roundCell(Math.min(small, (side * factor) / extent));
    const isSmall = extent <= readableExtent || extent * readableCell <= side / 2;
    return isSmall ? Math.max(cell, Math.min(small, readableCell)) : cell;
  };
  const known: (readonly number[])[] = [];
  return (times) => (known[times] ??= items.map((item, index) => cellOf(item, extents[index]!, factorStep ** times)));
}

/** Large maps are made smaller by this factor, at most so often. */
const factorStep = 0.95;
const mostTimes = 76;

/** The largest cells that are within the width; what is within is so with smaller ones too. */
function mixedPlan(
  items: readonly ItemSize[],
  shelves: Shelves,
  cellsAt: (times: number) => readonly number[],
  inner: number,
  metrics: StageMetrics,
): readonly number[] {
  let [low, high] = [0, mostTimes + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isWithin(items, shelves, cellsAt(middle), inner, metrics)) high = middle;
    else low = middle + 1;
  }
  if (low <= mostTimes) return cellsAt(low);
  // Too narrow even for the small maps: all of them shrink.
  let cells = cellsAt(mostTimes);
  for (let attempt = 0; attempt < 40 && !isWithin(items, shelves, cells, inner, metrics); attempt++) {
    cells = cells.map((cell) => cell * 0.9);
  }
  return cells;
}

/** Whole pixels, and below them parts that large maps can use. */
function roundCell(cell: number): number {
  return cell >= 8 ? Math.floor(cell) : cell >= 2 ? Math.floor(cell * 2) / 2 : cell;
}
