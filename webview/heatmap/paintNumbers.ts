/** Numbers in the cells, all of one size, where the widest of them fits; before → after where a step changed a cell. */
import { CellKind, type CellChange } from '../../core/step/Frame';
import { colorIndex } from '../../core/color/ColorMap';
import { formatNumber } from '../format';
import type { HeatmapView } from './HeatmapView';
import { visibleCells, type CellGrid } from './paintHeatmap';

const smallestFont = 8.5;
const largestFont = 12;
const smallestCell = 17;

/** Width of a digit in a monospaced font, as a part of its size. */
const digitWidth = 0.605;

export function paintNumbers(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  const { map, theme } = view;
  const { cellWidth, cellHeight } = grid;
  if (cellWidth < smallestCell || cellHeight < smallestCell) return;
  const { row, col, rows, cols } = visibleCells(view, grid);
  const shown: { text: string; row: number; col: number; index: number; kind: number }[] = [];
  let longest = 1;
  for (let r = row; r < row + rows; r++) {
    for (let c = col; c < col + cols; c++) {
      const index = r * map.cols + c;
      const kind = map.cells ? map.cells[index]! : CellKind.Data;
      if (kind === CellKind.Empty) continue;
      const value = map.values[index]!;
      const plainZero = kind === CellKind.Padding && value === 0;
      const text = plainZero ? '0' : formatNumber(value, view.precision, map.integers);
      longest = Math.max(longest, text.length);
      shown.push({ text, row: r, col: c, index, kind });
    }
  }
  const font = fittingFont(longest, cellWidth);
  const changes = new Map((map.changes ?? []).map((change) => [change.row * map.cols + change.col, change]));
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const cell of shown) {
    const own = font ?? fittingFont(cell.text.length, cellWidth);
    // One number too long for its cell does not take away the others, unless most are.
    if (own === undefined || (font === undefined && longest <= usualLength(view))) continue;
    const x = grid.left + (cell.col + 0.5) * cellWidth + 0.5;
    const y = grid.top + (cell.row + 0.5) * cellHeight + 0.5;
    context.fillStyle = cell.kind === CellKind.Padding ? theme.dim : inkOn(view, map.values[cell.index]!);
    const change = changes.get(cell.index);
    if (change && cellHeight >= 26) paintChange(context, view, cell.text, change, x, y, grid);
    else drawText(context, view, cell.text, own, change ? 'bold' : '', x, y);
  }
}

/** `−12.34` at the chosen precision: what fits for these fits for most. */
function usualLength({ precision }: HeatmapView): number {
  return precision + 4;
}

function fittingFont(length: number, cellWidth: number): number | undefined {
  const size = Math.min(largestFont, (cellWidth - 2.5) / (length * digitWidth));
  return size >= smallestFont ? Math.floor(size * 2) / 2 : undefined;
}

/** The old value small and faint above the new one. */
function paintChange(
  context: CanvasRenderingContext2D,
  view: HeatmapView,
  text: string,
  { before }: CellChange,
  x: number,
  y: number,
  { cellWidth, cellHeight }: CellGrid,
): void {
  const old = `${formatNumber(before, view.precision, view.map.integers)}→`;
  const oldFont = Math.min(9, (cellWidth - 2) / (old.length * digitWidth));
  const newFont = Math.min(11, (cellWidth - 2) / (text.length * digitWidth));
  const apart = Math.min(7, cellHeight / 5);
  if (oldFont >= 6.5) {
    context.globalAlpha = 0.75;
    drawText(context, view, old, oldFont, '', x, y - apart);
    context.globalAlpha = 1;
  }
  drawText(context, view, text, newFont, 'bold', x, oldFont >= 6.5 ? y + apart : y);
}

function drawText(
  context: CanvasRenderingContext2D,
  { theme }: HeatmapView,
  text: string,
  size: number,
  weight: string,
  x: number,
  y: number,
): void {
  context.font = `${weight} ${size}px ${theme.monoFont}`;
  context.fillText(text, x, y);
}

function inkOn({ scale, colors, theme }: HeatmapView, value: number): string {
  const color = colorIndex(value, scale);
  if (color < 0) return theme.error;
  return colors.lightInk[color] ? '#ffffff' : '#000000';
}
