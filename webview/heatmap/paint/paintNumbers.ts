/** Numbers in the cells, all of one size; before → after where a step has changed a cell. */
import { CellKind, type CellChange } from '../../../core/step/Frame';
import { colorIndex, inkEdge } from '../../../core/color/ColorMap';
import {
  cellFormat,
  hasNumbers,
  isWindowCell,
  largeFont,
  narrowestOfOne,
  smallestFont,
  stepFormat,
  textWidthAt,
  type CellTextFormat,
} from './cellFormat';
import { arrowGap, arrowLength, behindArrow, cellText, changeText } from './cellTexts';
import type { HeatmapView } from './HeatmapView';
import { visibleCells, type CellGrid } from './CellGrid';

/** Cells of at least this height show the value before a change above the one after it; `large`: in a presentation. */
const changeHeight = { usual: 19, large: 42 };

/** Opacity of the numbers of results that the steps have not reached. */
const resultAlpha = 0.5;

/** Font size of the value before a change. */
const beforeFont = 8;

/** Pixels; half of it is outside of a digit. */
const edgeWidth = 2;
const hatchEdgeWidth = 4;

/** Digits of other monospaced fonts are at most this much wider than `textWidthAt` takes them. */
const widestFont = 1.1;

/** Pixels that narrowed numbers leave between them, besides what `CellTextFormat.width` leaves: otherwise a minus sign looks joined to the number before it. */
const between = 1.5;

/** What a canvas has been told: setting a font takes the browser longer than drawing a number. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  font: string;
  /** Colour of the digits' edge; empty: they have none. */
  edge: string;
  ink: string;
  alpha: number;
}

export function penOf(context: CanvasRenderingContext2D): Pen {
  context.lineJoin = 'round';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  return { context, font: '', edge: '', ink: '', alpha: 0 };
}

/** `pen`: of a canvas that nothing else is drawn on, which may be used again. */
export function paintNumbers(pen: Pen, view: HeatmapView, grid: CellGrid): void {
  const { map, theme } = view;
  const { cellWidth, cellHeight } = grid;
  if (!hasNumbers(map, Math.min(cellWidth, cellHeight))) return;
  const usual = cellFormat(map, view.scale, view.precision, cellWidth, view.large);
  const window = stepFormat(map, view.scale, view.precision, cellWidth, view.large);
  if (window.font === 0) return;
  const { row, col, rows, cols } = visibleCells(view, grid);
  const isVisible = ({ row: r, col: c }: CellChange): boolean =>
    r >= row && r < row + rows && c >= col && c < col + cols;
  const changes = (map.changes ?? []).filter(isVisible);
  const befores = beforeTexts(view, changes, (r, c) => (isWindowCell(map, r, c) ? window : usual));
  const leastHeight = view.large ? changeHeight.large : changeHeight.usual;
  for (let r = row; r < row + rows; r++) {
    for (let c = col; c < col + cols; c++) {
      const index = r * map.cols + c;
      const kind = map.cells ? map.cells[index]! : CellKind.Data;
      const value = map.values[index]!;
      // Results that a quiz keeps back are NaN.
      if (kind === CellKind.Empty && (!view.showsResult || Number.isNaN(value))) continue;
      const format = isWindowCell(map, r, c) ? window : usual;
      if (format.font === 0) continue;
      const text = cellText(value, format, map);
      const x = grid.left + (c + 0.5) * cellWidth + 0.5;
      const y = grid.top + (r + 0.5) * cellHeight + 1;
      const color = kind === CellKind.Data ? colorIndex(value, view.scale) : -1;
      setInk(pen, kind === CellKind.Data ? inkOn(view, color) : theme.dim, kind === CellKind.Empty ? resultAlpha : 1);
      setEdge(
        pen,
        kind === CellKind.Padding ? theme.empty : color >= 0 && view.colors.edgedInk[color] === 1 ? inkEdge : '',
      );
      const before = befores.get(index);
      if (before && cellHeight >= leastHeight) paintChange(pen, view, text, before, x, y, format);
      else drawText(pen, view, text, format.font, before ? 'bold' : '', x, y, format.width);
    }
  }
}

function setInk(pen: Pen, ink: string, alpha: number): void {
  if (ink !== pen.ink) pen.context.fillStyle = pen.ink = ink;
  if (alpha !== pen.alpha) pen.context.globalAlpha = pen.alpha = alpha;
}

/** Sets the edge of digits: dark on middle colours, the background's colour on hatching. */
function setEdge(pen: Pen, edge: string): void {
  if (edge === pen.edge) return;
  pen.edge = edge;
  if (edge === '') return;
  pen.context.strokeStyle = edge;
  pen.context.lineWidth = edge === inkEdge ? edgeWidth : hatchEdgeWidth;
}

/** What is above the new values, by their cells' index: with an arrow where all of them have the space for one. */
function beforeTexts(
  view: HeatmapView,
  changes: readonly CellChange[],
  formatOf: (row: number, col: number) => CellTextFormat,
): Map<number, string> {
  const { map } = view;
  const texts = changes.map(({ row, col, before }): [number, string] => {
    const index = row * map.cols + col;
    const format = formatOf(row, col);
    return [index, changeText(before, map.values[index]!, changeFonts(view, format).old, format, map)];
  });
  const haveArrows = texts.every(([, text]) => text.endsWith('→') || text.startsWith('Δ'));
  return new Map(haveArrows ? texts : texts.map(([index, text]) => [index, text.replace('→', '')]));
}

/** Font sizes of the value before a change and of the one after it. */
function changeFonts({ large }: HeatmapView, format: CellTextFormat): { readonly old: number; readonly new: number } {
  const font = Math.max(large ? largeFont : smallestFont, format.font - 1);
  return { old: Math.max(large ? largeFont : beforeFont, font * 0.72), new: font };
}

/** The old value small and faint above the new one. */
function paintChange(
  pen: Pen,
  view: HeatmapView,
  text: string,
  before: string,
  x: number,
  y: number,
  format: CellTextFormat,
): void {
  const fonts = changeFonts(view, format);
  setInk(pen, pen.ink, 0.78);
  const line = y - fonts.new * 0.56;
  if (before.endsWith('→')) drawWithArrow(pen, view, before.slice(0, -1), fonts.old, x, line, format.width);
  else drawText(pen, view, before, fonts.old, '', x, line, format.width);
  setInk(pen, pen.ink, 1);
  drawText(pen, view, text, fonts.new, 'bold', x, y + fonts.old * 0.58, format.width);
}

/** A number and an arrow after it, centred. The arrow of a font is only a dash at this size. */
function drawWithArrow(
  pen: Pen,
  view: HeatmapView,
  number: string,
  size: number,
  x: number,
  y: number,
  width: number,
): void {
  const { context } = pen;
  const arrow = arrowLength(size);
  const whole = Math.min(width - behindArrow, textWidthAt(number.length, size) + arrow + arrowGap);
  drawText(pen, view, number, size, '', x - (arrow + arrowGap) / 2, y, whole - arrow - arrowGap);
  const [end, head] = [Math.round(x + whole / 2), Math.round(size / 4)];
  const line = Math.round(y) - 0.5;
  context.save();
  context.strokeStyle = context.fillStyle;
  context.lineWidth = 1;
  context.lineJoin = 'miter';
  context.beginPath();
  context.moveTo(end - arrow, line);
  context.lineTo(end, line);
  context.moveTo(end - head, line - head);
  context.lineTo(end, line);
  context.lineTo(end - head, line + head);
  context.stroke();
  context.restore();
}

function drawText(
  pen: Pen,
  { theme }: HeatmapView,
  text: string,
  size: number,
  weight: string,
  x: number,
  y: number,
  width: number,
): void {
  const font = `${weight} ${size}px ${theme.monoFont}`;
  if (pen.font !== font) pen.context.font = font;
  pen.font = font;
  const { context } = pen;
  const usual = textWidthAt(text.length, size);
  // A limit makes the browser measure the text.
  const limit =
    usual * widestFont <= width ? undefined : Math.min(width, Math.max(usual * narrowestOfOne, width - between));
  if (pen.edge !== '') context.strokeText(text, x, y, limit);
  context.fillText(text, x, y, limit);
}

/** `color`: −1 for NaN and infinities. */
function inkOn({ colors, theme }: HeatmapView, color: number): string {
  if (color < 0) return theme.error;
  return colors.lightInk[color] ? '#ffffff' : '#000000';
}
