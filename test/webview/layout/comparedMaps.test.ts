/** The user's result below or next to the layer's. */
import { expect, test } from 'vitest';
import { fitStage } from '../../../webview/layout/fitStage';
import type { RowSize } from '../../../webview/layout/StageLayout';
import { stageMetrics } from '../../../webview/layout/stageMetrics';
import { cellsOf, glyph, map } from './stageRows';

function comparison(rows: number, cols: number, outRows: number, outCols: number): RowSize[] {
  const layer = { ...map('layer', outRows, outCols), comparedWith: 'yours' };
  return [{ items: [map('x', rows, cols), glyph, map('yours', outRows, outCols), layer], lines: 2 }];
}

test.each([
  ['the course’s case at 525 px: cells of 30 px, which two results side by side do not leave', 505, 330, 30, true],
  ['at 380 px both results are next to the input', 360, 310, 22, true],
  ['in a low panel results below each other would be smaller', 680, 262, 19, false],
] as const)('%s', (_, width, height, cell, below) => {
  const rows = comparison(7, 9, 3, 4);
  const fit = fitStage(rows, width, height, stageMetrics(true, width));
  expect(fit.height).toBeLessThanOrEqual(height);
  expect(fit.rows[0]!.shelves).toEqual([[0, 1, 2, 3]]);
  expect(fit.rows[0]!.column?.lower).toBe(below ? 3 : undefined);
  expect(Math.min(...cellsOf(rows, fit))).toBeGreaterThanOrEqual(cell);
});
