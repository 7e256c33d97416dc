/** Outlines: the step's window and result, dashed links, and the focused, pinned and cursor cells. */
import type { Box } from '../../core/step/Frame';
import type { HeatmapView } from './HeatmapView';
import type { CellGrid } from './paintHeatmap';

export function paintBoxes(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  const { theme, map, extraBoxes, focus, pinned, cursor } = view;
  const links = [...map.boxes, ...extraBoxes].filter(({ style }) => style === 'link');
  const yours = [...map.boxes, ...extraBoxes].filter(({ style }) => style === 'yours');
  const others = [...map.boxes, ...extraBoxes].filter(({ style }) => style !== 'link' && style !== 'yours');
  for (const box of others) {
    forEachPart(box, (part) => outline(context, grid, part, theme.window, 2.5, []));
  }
  for (const box of yours) forEachPart(box, (part) => outline(context, grid, part, theme.yours, 2.5, [6, 4]));
  for (const box of links) forEachPart(box, (part) => outline(context, grid, part, theme.link, 1.75, [4, 3]));
  if (cursor) outline(context, grid, oneCell(cursor), theme.link, 2, []);
  if (pinned) outline(context, grid, oneCell(pinned), theme.pinned, 2.5, []);
  if (focus) {
    outline(context, grid, oneCell(focus), theme.background, 4, []);
    outline(context, grid, oneCell(focus), theme.focus, 2, []);
  }
}

interface Rectangle {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

function oneCell({ row, col }: { row: number; col: number }): Rectangle {
  return { row, col, rows: 1, cols: 1 };
}

/** A dilated window is its cells, not what lies between them. */
function forEachPart(box: Box, draw: (part: Rectangle) => void): void {
  const { stepRow = 1, stepCol = 1 } = box;
  if (stepRow === 1 && stepCol === 1) {
    draw(box);
    return;
  }
  const rows = stepRow === 1 ? box.rows : 1;
  const cols = stepCol === 1 ? box.cols : 1;
  for (let row = box.row; row < box.row + box.rows; row += stepRow === 1 ? box.rows : stepRow) {
    for (let col = box.col; col < box.col + box.cols; col += stepCol === 1 ? box.cols : stepCol) {
      draw({ row, col, rows, cols });
    }
  }
}

function outline(
  context: CanvasRenderingContext2D,
  { left, top, cellWidth, cellHeight }: CellGrid,
  { row, col, rows, cols }: Rectangle,
  color: string,
  width: number,
  dash: number[],
): void {
  context.strokeStyle = color;
  // On cells of a few pixels a thick outline would cover what it points at.
  context.lineWidth = Math.max(1, Math.min(width, cellWidth / 2));
  context.setLineDash(dash);
  const inset = context.lineWidth / 2;
  context.strokeRect(
    left + col * cellWidth + inset,
    top + row * cellHeight + inset,
    Math.max(1, cols * cellWidth + 1 - 2 * inset),
    Math.max(1, rows * cellHeight + 1 - 2 * inset),
  );
  context.setLineDash([]);
}
