/**
 * Space that an equation leaves is given to its small maps, so that their numbers have more decimals: where the window of a
 * large map is magnified, to all of them; where all maps have cells of one size, to those that show values before → after a
 * step; where they are matrices, to what magnifies them, and to those that numbers then fit into. Neither the equation's height
 * nor its shelves change. Pure.
 */
import { isWithin, shelfHeight } from './shelfSize';
import type { Plan } from './shelves';
import {
  comfortableCell,
  readableCell,
  type ItemSize,
  type MapSize,
  type RowSize,
  type StageMetrics,
} from './StageLayout';

/** Cells of this size hold a sign, a digit, two decimals and an arrow at 8 px. */
const changeCell = 36;

/** Cells of a window, its filter and their products next to a large map. */
const magnifiedCell = 44;

/** Cells of a map of a window's size, at most. */
const smallMap = 49;

/** Pixels per cell, by item number. */
export function enlargeSmallMaps(
  row: RowSize,
  plan: Plan,
  isUniform: boolean,
  inner: number,
  metrics: StageMetrics,
): readonly number[] {
  const keepsShelves = shelfKeeper(row.items, plan, inner, metrics);
  const cells = withSmallMaps(row, plan, isUniform, keepsShelves);
  return row.even ? withNumberedMatrices(row.items, { ...plan, cells }, keepsShelves) : cells;
}

function withSmallMaps(
  { items, even = false }: RowSize,
  { shelves, cells }: Plan,
  isUniform: boolean,
  keepsShelves: (cells: readonly number[]) => boolean,
): readonly number[] {
  const mayGrow = (item: ItemSize): boolean =>
    even ? magnifies(item) : isSmall(item) && (!isUniform || isOfChange(item));
  const shown = shelves.flat().filter((index) => mayGrow(items[index]!));
  if (shown.length === 0 || (isUniform && !shown.some((index) => showsChanges(items[index]!)))) return cells;
  if (isUniform) return enlarged(cells, shown, changeCell, keepsShelves);
  const all = enlarged(cells, shown, magnifiedCell, keepsShelves);
  const changing = shown.filter((index) => showsChanges(items[index]!));
  return enlarged(all, changing, changeCell, keepsShelves);
}

/** With the largest cells up to `most` that some of the maps can have alike. */
function enlarged(
  cells: readonly number[],
  maps: readonly number[],
  most: number,
  keepsShelves: (cells: readonly number[]) => boolean,
): readonly number[] {
  const least = Math.min(...maps.map((index) => cells[index]!));
  for (let size = most; size > least; size--) {
    const sizes = cells.map((cell, index) => (maps.includes(index) ? Math.max(cell, size) : cell));
    if (keepsShelves(sizes)) return sizes;
  }
  return cells;
}

/** Cells of matrices without numbers are this part of their size where the result then has numbers. */
const partsOfMatrices = [1, 0.9, 0.8, 0.7];

/**
 * Where other matrices of a product are too large for numbers, each that has the space for them has them, the result first, for
 * which the others may be somewhat smaller.
 */
function withNumberedMatrices(
  items: readonly ItemSize[],
  { shelves, cells }: Plan,
  keepsShelves: (cells: readonly number[]) => boolean,
): readonly number[] {
  const unnumbered = shelves.flat().filter((index) => items[index]!.kind === 'map' && cells[index]! < readableCell);
  return unnumbered.reduceRight<readonly number[]>((before, index) => {
    if (before[index]! >= readableCell) return before;
    const sizeOf = (at: number, cell: number, size: number, part: number): number => {
      if (!unnumbered.includes(at)) return cell;
      return areAlike(items[at]!, items[index]!) ? size : part * cell;
    };
    for (const part of index === items.length - 1 ? partsOfMatrices : [1]) {
      for (let size = comfortableCell; size >= readableCell; size--) {
        const sizes = before.map((cell, at) => sizeOf(at, cell, size, part));
        if (keepsShelves(sizes)) return sizes;
      }
    }
    return before;
  }, cells);
}

/** Whether two matrices correspond cell by cell. */
function areAlike(first: ItemSize, second: ItemSize): boolean {
  return first.kind === 'map' && second.kind === 'map' && first.rows === second.rows && first.cols === second.cols;
}

/** Whether the equation keeps its shelves, and they their heights, with cells of other sizes. */
function shelfKeeper(
  items: readonly ItemSize[],
  { shelves, cells }: Plan,
  inner: number,
  metrics: StageMetrics,
): (sizes: readonly number[]) => boolean {
  const heights = shelves.map((shelf) => shelfHeight(items, shelf, cells, metrics));
  return (sizes) =>
    isWithin(items, shelves, sizes, inner, metrics) &&
    shelves.every((shelf, index) => {
      const { maps, notes } = shelfHeight(items, shelf, sizes, metrics);
      return maps <= heights[index]!.maps && notes <= heights[index]!.notes;
    });
}

/** Whether a map repeats a part of another one with larger cells. */
export function magnifies(item: ItemSize): item is MapSize {
  return item.kind === 'map' && item.magnifies !== undefined;
}

function isSmall(item: ItemSize): boolean {
  return item.kind === 'map' && item.rows * item.cols <= smallMap;
}

function showsChanges(item: ItemSize): boolean {
  return item.kind === 'map' && item.hasChanges === true;
}

/** A map of one cell is the factor of the changes. */
function isOfChange(item: ItemSize): boolean {
  return showsChanges(item) || (item.kind === 'map' && item.rows * item.cols === 1);
}
