/**
 * Space that an equation leaves is given to its small maps, so that their numbers have more decimals: where the window of a
 * large map is magnified, to all of them; where all maps have cells of one size, to those that show values before → after a
 * step; where they are matrices, to what magnifies them. Neither the equation's height nor its shelves change. Pure.
 */
import { isWithin, shelfHeight } from './shelfSize';
import type { Plan } from './shelves';
import type { ItemSize, MapSize, RowSize, StageMetrics } from './StageLayout';

/** Cells of this size hold a sign, a digit, two decimals and an arrow at 8 px. */
const changeCell = 36;

/** Cells of a window, its filter and their products next to a large map. */
const magnifiedCell = 44;

/** Cells of a map of a window's size, at most. */
const smallMap = 49;

/** Pixels per cell, by item number. */
export function enlargeSmallMaps(
  { items, even = false }: RowSize,
  { shelves, cells }: Plan,
  isUniform: boolean,
  inner: number,
  metrics: StageMetrics,
): readonly number[] {
  const mayGrow = (item: ItemSize): boolean =>
    even ? magnifies(item) : isSmall(item) && (!isUniform || isOfChange(item));
  const shown = shelves.flat().filter((index) => mayGrow(items[index]!));
  if (shown.length === 0 || (isUniform && !shown.some((index) => showsChanges(items[index]!)))) return cells;
  const least = Math.min(...shown.map((index) => cells[index]!));
  const heights = shelves.map((shelf) => shelfHeight(items, shelf, cells, metrics));
  const enlargedTo = (size: number): number[] =>
    cells.map((cell, index) => (shown.includes(index) ? Math.max(cell, size) : cell));
  const keepsShelves = (sizes: readonly number[]): boolean =>
    isWithin(items, shelves, sizes, inner, metrics) &&
    shelves.every((shelf, index) => {
      const { maps, notes } = shelfHeight(items, shelf, sizes, metrics);
      return maps <= heights[index]!.maps && notes <= heights[index]!.notes;
    });
  for (let size = isUniform ? changeCell : magnifiedCell; size > least; size--) {
    const sizes = enlargedTo(size);
    if (keepsShelves(sizes)) return sizes;
  }
  return cells;
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
