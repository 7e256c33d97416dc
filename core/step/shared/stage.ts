/** Builders of the stage's maps and glyphs. */
import { msg, type Message } from '../../message';
import { kernelCell, windowSpan, type Axes, type Axis } from '../../layer/window';
import {
  CellKind,
  type Box,
  type BoxStyle,
  type CellChange,
  type MapView,
  type StageItem,
  type StageRow,
} from '../Frame';
import type { StepPosition } from './LoopTimeline';

export function map(view: MapView): StageItem {
  return { kind: 'map', map: view };
}

export const glyphs = {
  times: glyph('⊙', msg('multiplied cell by cell with')),
  dot: glyph('·', msg('times')),
  equals: glyph('=', msg('gives')),
  arrow: glyph('→', msg('becomes')),
  matrix: glyph('@', msg('matrix product with')),
  plus: glyph('+', msg('plus')),
  adds: glyph('⇒', msg('is added to')),
};

export function cellBox(row: number, col: number, style: BoxStyle): Box {
  return { row, col, rows: 1, cols: 1, style };
}

/** Kernel cell number `tap` on a map of the kernel's extents. */
export function kernelBox(axes: Axes, tap: number, style: BoxStyle): Box {
  const { row, col } = kernelCell(axes, tap);
  return cellBox(row, col, style);
}

/** The window of output cell (h, w), in the coordinates of the padded input and clipped to its extents. */
export function windowBox(rows: Axis, cols: Axis, h: number, w: number, style: BoxStyle): Box {
  const [row, rowCount] = windowSpan(rows, h);
  const [col, colCount] = windowSpan(cols, w);
  const box: Box = { row, col, rows: rowCount, cols: colCount, style };
  if (rows.dilation === 1 && cols.dilation === 1) return box;
  return { ...box, stepRow: rows.dilation, stepCol: cols.dilation };
}

/** The output cells of a step. */
export function coveredBox({ covered }: StepPosition, style: BoxStyle): Box {
  return { ...covered, style };
}

/** What the windows of a step's output cells cover of the padded input. */
export function windowsBox({ rows, cols }: Axes, { covered }: StepPosition, style: BoxStyle): Box {
  const first = windowBox(rows, cols, covered.row, covered.col, style);
  if (covered.rows === 1 && covered.cols === 1) return first;
  const last = windowBox(rows, cols, covered.row + covered.rows - 1, covered.col + covered.cols - 1, style);
  const { row, col } = first;
  return { row, col, rows: last.row + last.rows - row, cols: last.col + last.cols - col, style };
}

/** Cells in `box` (all cells without a box) whose value a step has changed. */
export function changesWithin(
  before: Float64Array,
  after: Float64Array,
  cols: number,
  box?: Box,
): readonly CellChange[] {
  const changes: CellChange[] = [];
  for (let index = 0; index < after.length; index++) {
    if (Object.is(before[index], after[index])) continue;
    const row = Math.floor(index / cols);
    const col = index % cols;
    if (box && (row < box.row || col < box.col || row >= box.row + box.rows || col >= box.col + box.cols)) continue;
    changes.push({ row, col, before: before[index]! });
  }
  return changes;
}

/** CellKinds of a map whose first `filled` cells in row-major order are there and the others are not yet. */
export function filledKinds(size: number, filled: number): Uint8Array | undefined {
  if (filled >= size) return undefined;
  return new Uint8Array(size).fill(CellKind.Empty, filled);
}

export const hatchNote: Message = msg('hatched: padding');

/** All items of a frame's rows, in reading order. */
export function stageItems(stage: readonly StageRow[]): readonly StageItem[] {
  return stage.flatMap(({ items }) => items);
}

/** All maps of a frame's rows, in reading order. */
export function mapsOf(stage: readonly StageRow[]): readonly MapView[] {
  return stageItems(stage).flatMap((item) => (item.kind === 'map' ? [item.map] : []));
}

function glyph(sign: string, label: Message): StageItem {
  return { kind: 'glyph', glyph: sign, label };
}
