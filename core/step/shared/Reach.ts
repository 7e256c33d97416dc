/** Cells, terms and steps that belong to a hovered cell. */
import type { Box, Explanation } from '../Frame';
import { cellBox } from './stage';

export type Reach = Pick<Explanation, 'boxes' | 'lines' | 'steps' | 'step'>;

/** Cells that are outlined one by one. */
const mostBoxes = 400;

/** Boxes for single cells; where there are very many, one around them all. */
export function linkBoxes(cells: readonly { row: number; col: number }[]): Box[] {
  if (cells.length <= mostBoxes) return cells.map(({ row, col }) => cellBox(row, col, 'link'));
  const span = (along: (cell: { row: number; col: number }) => number): [start: number, count: number] => {
    let low = Infinity;
    let high = -Infinity;
    for (const cell of cells) {
      low = Math.min(low, along(cell));
      high = Math.max(high, along(cell));
    }
    return [low, high - low + 1];
  };
  const [row, rows] = span((cell) => cell.row);
  const [col, cols] = span((cell) => cell.col);
  return [{ row, col, rows, cols, style: 'link' }];
}

export function unique(steps: readonly number[]): number[] {
  return [...new Set(steps)].sort((first, second) => first - second);
}
