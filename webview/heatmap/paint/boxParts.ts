/** Outlines of a box in CSS pixels: one rectangle, or one for each cell of a dilated window. Pure. */
import type { Box } from '../../../core/step/Frame';
import type { Region } from './HeatmapView';

/** In CSS pixels: of a box from the top left corner of its canvas, of a move from that of the window. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A dilated window of more cells is outlined as a whole. */
const mostParts = 49;

/** Outlines of boxes of a few pixels are drawn around them at this size, so that they can be seen. */
const smallestOutline = 9;

/** `stroke`: width of the outline, which is centred on the border of the box. */
export function boxParts(box: Box, region: Region, cell: number, stroke: number): Rectangle[] {
  return cellParts(box).map((part) => rectangleOf(part, region, cell, stroke));
}

type Part = Pick<Box, 'row' | 'col' | 'rows' | 'cols'>;

function cellParts(box: Box): Part[] {
  const { stepRow = 1, stepCol = 1 } = box;
  if (stepRow === 1 && stepCol === 1) return [box];
  const rows = stepRow === 1 ? box.rows : 1;
  const cols = stepCol === 1 ? box.cols : 1;
  const downwards = stepRow === 1 ? 1 : Math.ceil(box.rows / stepRow);
  const across = stepCol === 1 ? 1 : Math.ceil(box.cols / stepCol);
  if (downwards * across > mostParts) return [box];
  return Array.from({ length: downwards * across }, (_, index) => ({
    row: box.row + Math.floor(index / across) * stepRow,
    col: box.col + (index % across) * stepCol,
    rows,
    cols,
  }));
}

function rectangleOf({ row, col, rows, cols }: Part, region: Region, cell: number, stroke: number): Rectangle {
  const [left, width] = grown((col - region.col) * cell, cols * cell, stroke);
  const [top, height] = grown((row - region.row) * cell, rows * cell, stroke);
  return { left, top, width, height };
}

/** Half a pixel further than the cells, where their grid lines are. */
function grown(start: number, length: number, stroke: number): [start: number, length: number] {
  const outer = Math.max(length + stroke, smallestOutline);
  return [start + 0.5 + (length - outer) / 2, outer];
}
