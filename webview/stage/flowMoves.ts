/**
 * What moves for a flow, as rectangles in the window: one frame, or each cell of an end by itself, from the end's cells to the
 * middle of the other end (products that are summed) or from there to the cells (a gradient that goes to a window). Pure.
 */
import type { Rectangle } from '../heatmap/paint/boxParts';
import type { FlowCells } from './flows';

export interface Move {
  readonly start: Rectangle;
  readonly end: Rectangle;
  /** When it begins and how long it lasts, as parts of the flow's time. */
  readonly delay: number;
  readonly duration: number;
}

/** Part of the flow's time between the first and the last cell's beginning. */
const stagger = 0.3;

/** Size of a cell where all of them meet, as a part of the whole. */
const metSize = 0.5;

export function flowMoves(start: Rectangle, end: Rectangle, cells: FlowCells | undefined): Move[] {
  if (!cells) return [{ start, end, delay: 0, duration: 1 }];
  const { of } = cells;
  const parts = split(of === 'from' ? start : end, cells);
  return parts.map((part, index) => {
    const met = middle(of === 'from' ? end : start, part);
    const delay = (stagger * index) / parts.length;
    return { start: of === 'from' ? part : met, end: of === 'from' ? met : part, delay, duration: 1 - stagger };
  });
}

/** Rectangles of the cells in reading order. */
function split(
  { left, top, width, height }: Rectangle,
  { rows, cols, stepRow = 1, stepCol = 1 }: FlowCells,
): Rectangle[] {
  const [cellWidth, cellHeight] = [width / cols, height / rows];
  const parts: Rectangle[] = [];
  for (let row = 0; row < rows; row += stepRow) {
    for (let col = 0; col < cols; col += stepCol) {
      parts.push({ left: left + col * cellWidth, top: top + row * cellHeight, width: cellWidth, height: cellHeight });
    }
  }
  return parts;
}

/** A smaller cell in the middle of a rectangle. */
function middle({ left, top, width, height }: Rectangle, cell: Rectangle): Rectangle {
  const own = { width: Math.min(width, cell.width * metSize), height: Math.min(height, cell.height * metSize) };
  return { ...own, left: left + (width - own.width) / 2, top: top + (height - own.height) / 2 };
}
