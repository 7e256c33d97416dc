/** Cells without a colour: padding is hatched, what is not computed yet is blank or dotted, NaN and infinities are crossed. */
import { CellKind, type MapView } from '../../../core/step/Frame';
import type { HeatmapView } from './HeatmapView';
import { readableCell } from '../../layout/StageLayout';
import { visibleCells, type CellGrid } from './CellGrid';

/** Pixels between two lines, and between two dots. */
const hatchStep = 6;
const dotStep = 6;

/** The background of all cells, which cells without a colour show. */
export function paintGround(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  const { row, col, rows, cols } = visibleCells(view, grid);
  const { left, top, cellWidth, cellHeight } = grid;
  context.fillStyle = view.theme.empty;
  context.fillRect(left + col * cellWidth, top + row * cellHeight, cols * cellWidth, rows * cellHeight);
}

/**
 * Padding is hatched, NaN and infinities are crossed; cells too small for numbers that are not computed yet are dotted, because the
 * colour of 0 is often that of the background. One path for each: a call for each cell would cost more than the image.
 */
export function paintUncolored(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  const { map, theme } = view;
  const { row, col, rows, cols } = visibleCells(view, grid);
  const { left, top, cellWidth, cellHeight } = grid;
  const areas = new Map<number, Path2D>();
  const crosses = new Path2D();
  for (let r = row; r < row + rows; r++) {
    const y = top + r * cellHeight;
    for (let c = col; c < col + cols; c++) {
      const [start, kind] = [c, kindAt(map, r, c)];
      if (kind === CellKind.Data) {
        if (!Number.isFinite(map.values[r * map.cols + c]!)) cross(crosses, left + c * cellWidth, y, grid);
        continue;
      }
      while (c + 1 < col + cols && kindAt(map, r, c + 1) === kind) c++;
      const area = areas.get(kind) ?? new Path2D();
      areas.set(kind, area);
      area.rect(left + start * cellWidth, y, (c + 1 - start) * cellWidth, cellHeight);
    }
  }
  context.strokeStyle = theme.error;
  context.lineWidth = 1;
  context.stroke(crosses);
  const hatched = areas.get(CellKind.Padding);
  if (hatched) hatch(context, view, hatched, grid);
  const empty = areas.get(CellKind.Empty);
  if (empty && !view.showsResult && cellWidth < readableCell) dot(context, view, empty);
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

function dot(context: CanvasRenderingContext2D, { theme }: HeatmapView, area: Path2D): void {
  const tile = new OffscreenCanvas(dotStep, dotStep);
  const pen = tile.getContext('2d')!;
  pen.fillStyle = theme.hatch;
  pen.fillRect(dotStep / 2, dotStep / 2, 1, 1);
  context.fillStyle = context.createPattern(tile, 'repeat')!;
  context.fill(area);
}
