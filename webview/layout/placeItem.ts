/** How much room one item of the stage takes, when maps may be as long as a given side. Pure. */
import type { MapSize, SizedItem, StageMetrics } from './fitStage';
import type { Placed } from './flow';

/** Small maps keep cells of this size while large ones shrink. */
const smallestCell = 18;

/** A map of this many rows or columns has cells of the same size as smaller ones. */
const evenExtent = 9;

/** Notes stand in two lines at most: one of them takes this part of the whole, as words break where they can. */
const halfOfNotes = 0.64;

export function placeItem(
  item: SizedItem,
  group: number,
  index: number,
  side: number,
  breaksTitles: boolean,
  metrics: StageMetrics,
): Placed {
  if (item.kind === 'glyph') {
    const { width } = item;
    return { group, index, kind: 'glyph', cell: 0, width, leastWidth: width, height: 0, titleIsBroken: false };
  }
  const cell = cellSize(item, side, metrics.largestCell);
  const cellsWidth = item.cols * cell + 1;
  const titleIsBroken = breaksTitles && item.titleWidth > Math.max(cellsWidth, metrics.barWidth);
  const leastWidth = Math.max(
    titleIsBroken ? item.brokenTitleWidth : item.titleWidth,
    metrics.barWidth,
    Math.ceil(item.noteWidth * halfOfNotes),
  );
  const width = Math.max(cellsWidth, leastWidth);
  const noteLines = item.noteWidth > width ? metrics.lineHeight : 0;
  const height = item.rows * cell + 1 + metrics.chromeHeight + noteLines;
  return { group, index, kind: 'map', cell, width, leastWidth, height, titleIsBroken };
}

/** Of a figure whose cells have been chosen. */
export function widthOfItem(item: SizedItem, cell: number, leastWidth: number): number {
  return item.kind === 'glyph' ? item.width : Math.max(item.cols * cell + 1, leastWidth);
}

function cellSize({ rows, cols }: MapSize, side: number, largestCell: number): number {
  const even = Math.min(largestCell, Math.max(smallestCell, side / evenExtent));
  const cell = Math.min(even, side / Math.max(rows, cols));
  return cell >= 4 ? Math.floor(cell) : cell;
}
