/** Cells without a colour: padding is hatched, what is not computed yet is blank, NaN and infinities are crossed. */
import { CellKind, type MapView } from '../../../core/step/Frame';
import type { HeatmapView } from './HeatmapView';
import { visibleCells, type CellGrid } from './CellGrid';

const hatchStep = 6;

/** The background of all cells, which cells without a colour show. */
export function paintGround(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  const { row, col, rows, cols } = visibleCells(view, grid);
  const { left, top, cellWidth, cellHeight } = grid;
  context.fillStyle = view.theme.empty;
  context.fillRect(left + col * cellWidth, top + row * cellHeight, cols * cellWidth, rows * cellHeight);
}

/** Padding is hatched, NaN and infinities are crossed. One path for all padding and one for all crosses: a call for each cell would cost more than the image. */
export function paintUncolored(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  const { map, theme } = view;
  const { row, col, rows, cols } = visibleCells(view, grid);
  const { left, top, cellWidth, cellHeight } = grid;
  const hatched = new Path2D();
  const crosses = new Path2D();
  let anyHatched = false;
  for (let r = row; r < row + rows; r++) {
    const y = top + r * cellHeight;
    for (let c = col; c < col + cols; c++) {
      const start = c;
      while (c < col + cols && kindAt(map, r, c) === CellKind.Padding) c++;
      if (c > start) {
        hatched.rect(left + start * cellWidth, y, (c - start) * cellWidth, cellHeight);
        anyHatched = true;
      }
      const isNumber = c >= col + cols || Number.isFinite(map.values[r * map.cols + c]!);
      if (!isNumber && kindAt(map, r, c) === CellKind.Data) cross(crosses, left + c * cellWidth, y, grid);
    }
  }
  context.strokeStyle = theme.error;
  context.lineWidth = 1;
  context.stroke(crosses);
  if (anyHatched) hatch(context, view, hatched, grid);
}

function kindAt({ cells, cols }: MapView, row: number, col: number): number {
  return cells ? cells[row * cols + col]! : CellKind.Data;
}

/** Adds the cross that marks a NaN where no text fits. */
function cross(path: Path2D, x: number, y: number, { cellWidth, cellHeight }: CellGrid): void {
  path.moveTo(x, y);
  path.lineTo(x + cellWidth, y + cellHeight);
  path.moveTo(x + cellWidth, y);
  path.lineTo(x, y + cellHeight);
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
