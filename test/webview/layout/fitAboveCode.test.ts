/** Stages above their listing. */
import { expect, test } from 'vitest';
import { fitAboveCode } from '../../../webview/layout/fitAboveCode';
import { fitStage } from '../../../webview/layout/fitStage';
import { comfortableCell, sufficientCell, type ItemSize, type RowSize } from '../../../webview/layout/StageLayout';
import { stageMetrics } from '../../../webview/layout/stageMetrics';
import { backward, cellsOf, forward, glyph, map, pooling } from './stageRows';

const equation = (...maps: ItemSize[]): RowSize[] => [
  { items: maps.flatMap((each, index) => (index > 0 ? [glyph, each] : [each])), lines: 1 },
];
const padded = equation(map('x', 3, 3), map('xPad', 7, 7));
const mask = equation(map('x', 2, 3), map('mask', 2, 3));

test.each([
  { name: 'zero_pad and its three lines at 1120×900', rows: padded, width: 1088, height: 690, code: 115 },
  { name: 'pooling’s gradient and its eleven lines at 1120×900', rows: pooling, width: 1088, height: 690, code: 267 },
  { name: 'a mask and its line at 525×800', rows: mask, width: 505, height: 660, code: 77 },
])('$name: the listing is seen whole, cells stay large', ({ rows, width, height, code }) => {
  const fit = fitAboveCode(rows, width, height, code, width < 900);
  expect(fit.fits).toBe(true);
  expect(fit.height).toBeLessThanOrEqual(height - code);
  expect(Math.min(...cellsOf(rows, fit))).toBeGreaterThanOrEqual(sufficientCell);
});

test.each([
  { name: 'the gradient of a convolution at 525×800', rows: backward, width: 505, height: 590, code: 286 },
  { name: 'zero_pad at 400 % zoom', rows: padded, width: 300, height: 190, code: 115 },
])('$name: cells are not made smaller for the listing', ({ rows, width, height, code }) => {
  expect(fitAboveCode(rows, width, height, code, true)).toEqual(
    fitStage(rows, width, height, stageMetrics(true, width, true)),
  );
});

test.each([
  { name: 'a convolution at 525×734', rows: forward(7, 9, 3, 3, 4), height: 560 },
  { name: 'a convolution at 525×800', rows: forward(7, 9, 3, 3, 4), height: 610 },
])('$name: some lines of its loop are seen, and all cells keep their numbers', ({ rows, height }) => {
  const whole = fitStage(rows, 505, height, stageMetrics(true, 505, true));
  const fit = fitAboveCode(rows, 505, height, 286, true);
  expect(height - whole.height).toBeLessThan(96);
  expect(fit.fits).toBe(true);
  expect(height - fit.height).toBeGreaterThanOrEqual(96);
  expect(Math.min(...cellsOf(rows, fit))).toBeGreaterThanOrEqual(comfortableCell);
});

test('pictures of a pooling are somewhat smaller for some lines of its loop', () => {
  const rows: RowSize[] = [{ items: [map('x', 64, 64), map('window', 2, 2, 'x'), glyph, map('z', 32, 32)], lines: 1 }];
  const whole = fitStage(rows, 1088, 620, stageMetrics(false, 1088, true));
  const fit = fitAboveCode(rows, 1088, 620, 286, false);
  expect(620 - whole.height).toBeLessThan(96);
  expect(620 - fit.height).toBeGreaterThanOrEqual(96);
  const [before, after] = [whole, fit].map((each) => cellsOf(rows, each));
  expect(after![1]).toBeGreaterThanOrEqual(comfortableCell);
  for (const picture of [0, 2]) {
    expect(after![picture]).toBeLessThan(before![picture]!);
    expect(after![picture]).toBeGreaterThanOrEqual(0.75 * before![picture]!);
  }
});

test.each([
  ['at 1088×605 maps that are larger by 1.7 come before the rest of a loop of 13 lines', 605, 60, 96],
  ['at 1088×690 the whole loop is below them', 690, sufficientCell, 305],
] as const)('%s', (_, height, cell, below) => {
  const fit = fitAboveCode(pooling, 1088, height, 305, false);
  expect(Math.min(...cellsOf(pooling, fit))).toBeGreaterThanOrEqual(cell);
  expect(height - fit.height).toBeGreaterThanOrEqual(below);
});
