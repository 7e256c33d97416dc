/** Small maps take what is left of a row's width, as long as the row does not get taller. */
import type { MapSize, SizedItem, StageMetrics } from './fitStage';
import type { Placed, Shelf } from './flow';

/** How much larger the cells of a small map may be than those of the tallest map beside it … */
const largestGrowth = 1.3;

/** … or as large as it takes to have numbers in them. */
const numberCell = 36;

/** Returns the cell sizes by group and item. Rows inside a stack are left as they are. */
export function growSmallMaps(
  groups: readonly (readonly SizedItem[])[],
  placed: readonly (readonly Placed[])[],
  shelves: readonly Shelf[],
  width: number,
  largestCell: number,
  metrics: StageMetrics,
): number[][] {
  const cells = placed.map((group) => group.map(({ cell }) => cell));
  for (const shelf of shelves) {
    const maps = shelf.entries.filter((entry): entry is Placed => entry.kind === 'map');
    if (maps.length < shelf.entries.filter(({ kind }) => kind !== 'glyph').length) continue;
    const tallest = shelf.height - metrics.chromeHeight;
    const grown = (growth: number): Map<Placed, number> =>
      new Map(
        maps.map((map) => {
          const { rows } = groups[map.group]![map.index] as MapSize;
          const room = Math.floor((tallest - 1) / rows);
          return [
            map,
            Math.max(
              map.cell,
              Math.min(largestCell, room, Math.floor(map.cell + growth * (target(map.cell) - map.cell))),
            ),
          ];
        }),
      );
    for (let growth = 1; growth > 0; growth -= 0.1) {
      const candidate = grown(growth);
      const added = maps.reduce((sum, map) => {
        const { cols, titleWidth } = groups[map.group]![map.index] as MapSize;
        return sum + Math.max(cols * candidate.get(map)! + 1, titleWidth) - map.width;
      }, 0);
      if (shelf.width + added > width) continue;
      for (const [map, cell] of candidate) cells[map.group]![map.index] = cell;
      break;
    }
  }
  return cells;
}

function target(cell: number): number {
  return Math.max(cell * largestGrowth, numberCell);
}
