/** Small maps take what is left of a row's width, as long as the row does not get taller. */
import type { MapSize, SizedItem, StageMetrics } from './fitStage';
import type { Placed, Shelf } from './flow';

/** How much larger the cells of a small map may be than those of the tallest map beside it … */
const largestGrowth = 1.3;

/** … or as large as it takes to have numbers in them. */
const numberCell = 36;

/** Returns the cell sizes by group and item. */
export function growSmallMaps(
  groups: readonly (readonly SizedItem[])[],
  placed: readonly (readonly Placed[])[],
  shelves: readonly Shelf[],
  width: number,
  metrics: StageMetrics,
): number[][] {
  const cells = placed.map((group) => group.map(({ cell }) => cell));
  const sizeOf = ({ group, index }: Placed): MapSize => groups[group]![index] as MapSize;

  const growShelf = (shelf: Shelf, room: number): void => {
    const maps: Placed[] = [];
    for (const entry of shelf.entries) {
      if (entry.kind === 'map') maps.push(entry);
      // Beside a stack nothing grows; within it a row may get as wide as the widest.
      if (entry.kind === 'stack') for (const inner of entry.shelves) growShelf(inner, entry.width);
    }
    if (shelf.entries.some(({ kind }) => kind === 'stack')) return;
    for (let growth = 1; growth > 0; growth -= 0.1) {
      const grown = maps.map((map) => grow(map, sizeOf(map), growth, Math.max(...maps.map(cellsHeight))));
      const added = maps.reduce((sum, map, index) => sum + widthWith(map, grown[index]!) - map.width, 0);
      if (shelf.width + added > room) continue;
      maps.forEach(({ group, index }, position) => (cells[group]![index] = grown[position]!));
      return;
    }
  };

  const cellsHeight = (map: Placed): number => sizeOf(map).rows * map.cell;
  const widthWith = (map: Placed, cell: number): number => Math.max(sizeOf(map).cols * cell + 1, map.leastWidth);
  const grow = (map: Placed, { rows }: MapSize, growth: number, tallest: number): number => {
    const wanted = Math.floor(map.cell + growth * (Math.max(map.cell * largestGrowth, numberCell) - map.cell));
    return Math.max(map.cell, Math.min(metrics.largestCell, Math.floor(tallest / rows), wanted));
  };

  for (const shelf of shelves) growShelf(shelf, width);
  return cells;
}
