/** Paints a heatmap: colours as one image, then padding, empty cells, grid, numbers and outlines. */
import type { HeatmapView, Region } from './HeatmapView';
import { paintBoxes } from './paintBoxes';
import { paintImage } from './paintImage';
import { paintGround, paintMarks } from './paintMarks';
import { paintNumbers } from './paintNumbers';

/** Where the cells of the whole map lie on the canvas, in CSS pixels, and which of them are seen. */
export interface CellGrid {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly region: Region;
}

/** Grid lines between smaller cells would hide the colours. */
const smallestGridCell = 7;

export function paintHeatmap(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  context.save();
  paintGround(context, view, grid);
  paintImage(context, view, grid);
  paintMarks(context, view, grid);
  if (grid.cellWidth >= smallestGridCell) paintGrid(context, view, grid);
  paintNumbers(context, view, grid);
  paintBoxes(context, view, grid);
  context.restore();
}

/** The cells that are at least partly seen. */
export function visibleCells({ map }: HeatmapView, { region }: CellGrid): Region {
  const row = Math.max(0, Math.floor(region.row));
  const col = Math.max(0, Math.floor(region.col));
  return {
    row,
    col,
    rows: Math.min(map.rows, Math.ceil(region.row + region.rows)) - row,
    cols: Math.min(map.cols, Math.ceil(region.col + region.cols)) - col,
  };
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
