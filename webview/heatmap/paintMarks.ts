/** Cells that have no colour: padding is hatched, what is not computed yet is blank, NaN and infinities are crossed. */
import { CellKind } from '../../core/step/Frame';
import type { HeatmapView } from './HeatmapView';
import { visibleCells, type CellGrid } from './paintHeatmap';

const hatchStep = 6;

export function paintMarks(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  const { map, theme } = view;
  const { row, col, rows, cols } = visibleCells(view, grid);
  const { left, top, cellWidth, cellHeight } = grid;
  const hatched = new Path2D();
  let anyHatched = false;
  for (let r = row; r < row + rows; r++) {
    for (let c = col; c < col + cols; c++) {
      const index = r * map.cols + c;
      const kind = map.cells ? map.cells[index]! : CellKind.Data;
      const value = map.values[index]!;
      if (kind === CellKind.Data && Number.isFinite(value)) continue;
      const x = left + c * cellWidth;
      const y = top + r * cellHeight;
      context.fillStyle = theme.empty;
      context.fillRect(x, y, cellWidth, cellHeight);
      if (kind === CellKind.Padding) {
        hatched.rect(x, y, cellWidth, cellHeight);
        anyHatched = true;
      } else if (kind === CellKind.Data) {
        cross(context, view, x, y, grid);
      }
    }
  }
  if (anyHatched) hatch(context, view, hatched, grid);
}

/** Where no text fits, a cross says that the value is not a number to be coloured. */
function cross(context: CanvasRenderingContext2D, { theme }: HeatmapView, x: number, y: number, grid: CellGrid): void {
  const { cellWidth, cellHeight } = grid;
  context.strokeStyle = theme.error;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + cellWidth, y + cellHeight);
  context.moveTo(x + cellWidth, y);
  context.lineTo(x, y + cellHeight);
  context.stroke();
}

function hatch(context: CanvasRenderingContext2D, view: HeatmapView, area: Path2D, grid: CellGrid): void {
  const { left, top, cellWidth, cellHeight, region } = grid;
  const x0 = left + region.col * cellWidth;
  const y0 = top + region.row * cellHeight;
  const width = region.cols * cellWidth;
  const height = region.rows * cellHeight;
  context.save();
  context.clip(area);
  context.strokeStyle = view.theme.hatch;
  context.lineWidth = 1;
  context.beginPath();
  for (let offset = -height; offset < width; offset += hatchStep) {
    context.moveTo(x0 + offset, y0 + height);
    context.lineTo(x0 + offset + height, y0);
  }
  context.stroke();
  context.restore();
}
