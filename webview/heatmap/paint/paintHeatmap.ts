/** Paints a heatmap's values: colours as one image, then padding, empty cells, grid and numbers. Outlines are in an OutlineOverlay. */
import { visibleCells, type CellGrid } from './CellGrid';
import type { HeatmapView } from './HeatmapView';
import { paintImage } from './paintImage';
import { paintGround, paintUncolored } from './paintUncolored';
import { paintNumbers, penOf } from './paintNumbers';

/** Pixels of the grid lines that close a map at the right and at the bottom. */
export const closingLine = 1;

/** Grid lines between smaller cells would hide the colours. */
const smallestGridCell = 7;

export function paintHeatmap(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  context.save();
  paintGround(context, view, grid);
  paintImage(context, view, grid);
  paintUncolored(context, view, grid);
  if (grid.cellWidth >= smallestGridCell) paintGrid(context, view, grid);
  paintNumbers(penOf(context), view, grid);
  context.restore();
}

function paintGrid(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  const { row, col, rows, cols } = visibleCells(view, grid);
  const { left, top, cellWidth, cellHeight } = grid;
  context.fillStyle = view.theme.grid;
  for (let line = row; line <= row + rows; line++) {
    context.fillRect(left + col * cellWidth, Math.round(top + line * cellHeight), cols * cellWidth + 1, 1);
  }
  for (let line = col; line <= col + cols; line++) {
    context.fillRect(Math.round(left + line * cellWidth), top + row * cellHeight, 1, rows * cellHeight + 1);
  }
}
