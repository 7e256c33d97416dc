/** Sizes of a ladder whose small maps are about as high as one cell of the other maps. Pure. */
import type { LadderSize } from './StageLayout';

/** Height of a row of text, and of the gap between rows. */
export const ladderTextRow = 20;
export const ladderGap = 4;

/** Between the columns: label, window, sign, filter, bar, value. */
const columnGap = 7;
const signWidth = 10;
const leastBar = 44;

/** Pixels per cell of the small maps. */
export function ladderCell({ kernelRows, kernelCols }: LadderSize, cell: number): number {
  const side = Math.max(18, Math.min(36, cell));
  return side / Math.max(kernelRows, kernelCols, 2);
}

function ladderMapRow(size: LadderSize, cell: number): number {
  return Math.max(ladderTextRow, Math.ceil(size.kernelRows * ladderCell(size, cell)) + 1);
}

export function ladderHeight(size: LadderSize, cell: number): number {
  const rows = size.mapRows + size.textRows;
  return size.mapRows * ladderMapRow(size, cell) + size.textRows * ladderTextRow + ladderGap * (rows - 1);
}

export function ladderWidth(size: LadderSize, cell: number): number {
  const maps = 2 * (Math.ceil(size.kernelCols * ladderCell(size, cell)) + 1);
  return Math.ceil(size.labelWidth + maps + signWidth + leastBar + size.valueWidth + 5 * columnGap);
}
