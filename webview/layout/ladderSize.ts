/** Sizes of a ladder. Its small maps are about as high as one cell of the other maps, or large enough for numbers. Pure. */
import type { LadderSize } from './StageLayout';

/** Height of a row of text, and of the gap between rows. */
export const ladderTextRow = 20;
export const ladderGap = 4;

/** Between the columns: label, window, sign, filter, bar, value. */
const columnGap = 7;
const signWidth = 10;

/** Pixels of the shortest bars next to small cells, next to larger ones, and for each pixel that cells are larger. */
const leastBar = 44;
const sufficientBar = 120;
const barPerPixel = 3;
const smallCell = 24;

/** Longer bars come before cells that are larger than their numbers need. */
function barWidth(cell: number): number {
  return Math.max(leastBar, Math.min(sufficientBar, leastBar + barPerPixel * (cell - smallCell)));
}

/** Pixels per cell of the small maps. */
export function ladderCell({ kernelRows, kernelCols, leastMapCell = 0 }: LadderSize, cell: number): number {
  const side = Math.max(18, Math.min(36, cell));
  return Math.max(leastMapCell, side / Math.max(kernelRows, kernelCols, 2));
}

function ladderMapRow(size: LadderSize, cell: number): number {
  return Math.max(ladderTextRow, Math.ceil(size.kernelRows * ladderCell(size, cell)) + 1);
}

export function ladderHeight(size: LadderSize, cell: number): number {
  const rows = size.mapRows + size.textRows;
  return size.mapRows * ladderMapRow(size, cell) + size.textRows * ladderTextRow + ladderGap * (rows - 1);
}

export function ladderWidth(size: LadderSize, cell: number): number {
  return widthWithoutBars(size, ladderCell(size, cell)) + barWidth(cell);
}

/** Pixels of the bars in a ladder of a width; `mapCell`: of its small maps. */
export function barLength(size: LadderSize, mapCell: number, width: number): number {
  return width - widthWithoutBars(size, mapCell);
}

function widthWithoutBars(size: LadderSize, mapCell: number): number {
  const maps = 2 * (Math.ceil(size.kernelCols * mapCell) + 1);
  return Math.ceil(size.labelWidth + maps + signWidth + size.valueWidth + 5 * columnGap);
}
