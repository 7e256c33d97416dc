/**
 * Numbers in the cells, all of one size, with as many of the chosen decimals as fit; before → after where a step changed a
 * cell. Where not even one decimal fits there are none.
 */
import { CellKind, type CellChange } from '../../core/step/Frame';
import { colorIndex } from '../../core/color/ColorMap';
import { formatNumber, formatTight } from '../format';
import type { HeatmapView } from './HeatmapView';
import { visibleCells, type CellGrid } from './paintHeatmap';

const smallestFont = 8;
const largestFont = 12;

/** Large cells have larger numbers. */
const fontOfCell = 0.24;
const smallestCell = 17;

/** Width of a digit in a monospaced font, as a part of its size. */
const digitWidth = 0.605;

export function paintNumbers(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  const { map, theme } = view;
  const { cellWidth, cellHeight } = grid;
  if (cellWidth < smallestCell || cellHeight < smallestCell) return;
  const { row, col, rows, cols } = visibleCells(view, grid);
  const shown: Shown[] = [];
  for (let r = row; r < row + rows; r++) {
    for (let c = col; c < col + cols; c++) {
      const index = r * map.cols + c;
      const kind = map.cells ? map.cells[index]! : CellKind.Data;
      if (kind !== CellKind.Empty) shown.push({ row: r, col: c, index, kind });
    }
  }
  const { texts, font } = fittingTexts(shown, view, cellWidth);
  const changes = new Map((map.changes ?? []).map((change) => [change.row * map.cols + change.col, change]));
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  shown.forEach((cell, position) => {
    const text = texts[position]!;
    const own = Math.min(font, fontFor(text.length, cellWidth));
    if (own < smallestFont) return;
    const x = grid.left + (cell.col + 0.5) * cellWidth + 0.5;
    const y = grid.top + (cell.row + 0.5) * cellHeight + 0.5;
    context.fillStyle = cell.kind === CellKind.Padding ? theme.dim : inkOn(view, map.values[cell.index]!);
    const change = changes.get(cell.index);
    if (change && cellHeight >= 26) paintChange(context, view, text, change, x, y, grid);
    else drawText(context, view, text, own, change ? 'bold' : '', x, y);
  });
}

interface Shown {
  readonly row: number;
  readonly col: number;
  readonly index: number;
  readonly kind: number;
}

/** The texts with the most decimals at which all, but for a few long ones, fit. */
function fittingTexts(
  shown: readonly Shown[],
  { map, precision }: HeatmapView,
  cellWidth: number,
): { texts: readonly string[]; font: number } {
  for (let decimals = precision; ; decimals--) {
    const texts = shown.map(({ index, kind }) => {
      const value = map.values[index]!;
      if (kind === CellKind.Padding && value === 0) return '0';
      return decimals === precision
        ? formatNumber(value, precision, map.integers)
        : formatTight(value, decimals, map.integers);
    });
    const lengths = texts.map(({ length }) => length).sort((first, second) => first - second);
    // One number too long for its cell does not take away the others.
    const usual = lengths[Math.floor((lengths.length - 1) * fittingShare)] ?? 1;
    const font = [lengths.at(-1) ?? 1, usual].map((length) => fontFor(length, cellWidth));
    const fitting = font.find((size) => size >= smallestFont);
    if (fitting !== undefined || decimals <= 1) return { texts, font: fitting ?? font[1]! };
  }
}

/** So many of the numbers fit at the size that all have; the longer ones are smaller or, where that is too small, absent. */
const fittingShare = 0.9;

function fontFor(length: number, cellWidth: number): number {
  const largest = Math.max(largestFont, cellWidth * fontOfCell);
  return Math.floor(Math.min(largest, (cellWidth - 2.5) / (length * digitWidth)) * 2) / 2;
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
  const large = fontFor(1, cellWidth);
  const old = `${formatNumber(before, view.precision, view.map.integers)}→`;
  const oldFont = Math.min(large * 0.75, (cellWidth - 2) / (old.length * digitWidth));
  const newFont = Math.min(large - 1, (cellWidth - 2) / (text.length * digitWidth));
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
