/** Cells, terms and steps that belong to a hovered cell. */
import type { Box, Explanation, Span } from '../Frame';
import { summaryOf } from './words/spans';
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

/** The same cells on maps of other ids: `ids[id]` replaces `id` in boxes and in the terms of lines. */
export function renameMaps(reach: Reach, ids: Readonly<Record<string, string>>): Reach {
  const renamed = (id: string): string => ids[id] ?? id;
  const inSpan = (span: Span): Span => {
    if (span.kind === 'term') {
      const cells = span.cells.map((cell) => ({ ...cell, map: renamed(cell.map) }));
      return { ...span, cells, spans: span.spans.map(inSpan) };
    }
    if (span.kind === 'fold') return { ...span, summary: summaryOf(span).map(inSpan), spans: span.spans.map(inSpan) };
    return span;
  };
  return {
    ...reach,
    boxes: Object.fromEntries(Object.entries(reach.boxes).map(([id, boxes]) => [renamed(id), boxes])),
    lines: reach.lines.map(({ spans }) => ({ spans: spans.map(inSpan) })),
  };
}
