/** From an input cell to every window that reads it, padding that repeats it included. */
import { tapsAt } from '../../layer/window';
import type { Geometry } from '../../layer/geometry';
import type { PaddedInput } from './planes/PaddedInput';

/** Kernel cell `tap` of the window at (h, w) reads the cell. */
export interface Use {
  readonly h: number;
  readonly w: number;
  readonly tap: number;
}

/** All uses of the input cell that a padded cell shows, in the order of the loop; of a constant padding cell, its own. */
export function usesOf(input: PaddedInput, geometry: Geometry, row: number, col: number): Use[] {
  const source = input.source(row, col);
  const uses = source
    ? sameSource(input, source).flatMap((cell) => usesOfPadded(geometry, cell.row, cell.col))
    : usesOfPadded(geometry, row, col);
  return uses.sort((first, second) => first.h - second.h || first.w - second.w || first.tap - second.tap);
}

/** The padded cells that show an input cell: one without padding modes that repeat. */
export function sameSource(input: PaddedInput, source: { row: number; col: number }): { row: number; col: number }[] {
  const { rows, cols, paddingMode } = input.geometry;
  if (paddingMode === 'zeros') return [{ row: source.row + rows.padBefore, col: source.col + cols.padBefore }];
  const cells: { row: number; col: number }[] = [];
  for (let row = 0; row < input.rows; row++) {
    for (let col = 0; col < input.cols; col++) {
      const found = input.source(row, col);
      if (found?.row === source.row && found.col === source.col) cells.push({ row, col });
    }
  }
  return cells;
}

function usesOfPadded({ rows, cols }: Geometry, row: number, col: number): Use[] {
  const across = tapsAt(cols, col - cols.padBefore);
  return tapsAt(rows, row - rows.padBefore).flatMap((vertical) =>
    across.map((horizontal) => ({
      h: vertical.out,
      w: horizontal.out,
      tap: vertical.tap * cols.kernel + horizontal.tap,
    })),
  );
}
