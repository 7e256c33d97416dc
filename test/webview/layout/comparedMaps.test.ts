/** The user's result below or next to the layer's. */
import { expect, test } from 'vitest';
import { fitStage } from '../../../webview/layout/fitStage';
import { readableCell, type RowSize, type StageFit } from '../../../webview/layout/StageLayout';
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

test('with their difference at 668×540, the two results are not on different lines: cells of 31 px, one above the other', () => {
  const [{ items, lines }] = comparison(7, 9, 3, 4) as [RowSize];
  const sign = { ...glyph, width: 22 };
  const compared = items.map((item) => (item.kind === 'glyph' ? sign : item));
  const rows: RowSize[] = [{ items: [...compared, sign, { ...map('difference', 3, 4), hasNote: true }], lines }];
  const fit = fitStage(rows, 668, 540, stageMetrics(false, 668, false));
  expect(fit.height).toBeLessThanOrEqual(540);
  expect(fit.rows[0]!.shelves).toEqual([[0, 1, 2, 3, 4, 5]]);
  expect(fit.rows[0]!.column?.lower).toBe(3);
  expect(Math.min(...cellsOf(rows, fit))).toBeGreaterThanOrEqual(30);
});

test('in a stage that has no height for one below the other, both are in the line below their arrow', () => {
  const compared = { ...map('yours', 7, 5), titleWidth: 159, hasNote: true };
  const layer = { ...map('layer', 7, 5), titleWidth: 159, comparedWith: 'yours' };
  const rows: RowSize[] = [{ items: [map('dA', 3, 2), glyph, compared, layer], lines: 2 }];
  const fitIn = (height: number): StageFit => fitStage(rows, 360, height, stageMetrics(true, 360));
  expect(fitIn(600).rows[0]!.column?.lower).toBe(3);
  const low = fitIn(440);
  expect(low.fits).toBe(true);
  expect(low.rows[0]!.shelves).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(Math.min(...cellsOf(rows, low))).toBeGreaterThanOrEqual(readableCell);
});
