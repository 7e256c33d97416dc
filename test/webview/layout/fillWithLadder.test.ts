import { expect, test } from 'vitest';
import { fitStage } from '../../../webview/layout/fitStage';
import { smallestWithoutLadders } from '../../../webview/layout/smallestMap';
import {
  comfortableCell,
  sufficientCell,
  windowCell,
  type LadderSize,
  type MapSize,
  type RowSize,
} from '../../../webview/layout/StageLayout';
import { stageMetrics } from '../../../webview/layout/stageMetrics';

const glyph = { kind: 'glyph', width: 22 } as const;

function map(id: string, rows: number, cols: number): MapSize {
  return { kind: 'map', id, rows, cols, titleWidth: 80, hasNote: false };
}

/** A convolution of an input of 7×9 with padding, 3×3 filters. */
function forward(channels: number, outRows = 3, outCols = 4): RowSize[] {
  const ladder: LadderSize = {
    kind: 'ladder',
    mapRows: channels,
    textRows: 2,
    kernelRows: 3,
    kernelCols: 3,
    numberCell: windowCell,
    labelWidth: 60,
    valueWidth: 58,
  };
  return [
    { items: [map('x', 7, 9), glyph, map('w', 3, 3), glyph, map('products', 3, 3)], lines: 0 },
    { items: [ladder, glyph, map('z', outRows, outCols)], lines: 0 },
  ];
}

const metrics = stageMetrics(false);

test('a result of one cell in a stage with space to spare has at most 64 px, the bars take the width', () => {
  const [, { items }] = forward(3, 1, 1) as [RowSize, RowSize];
  const fit = fitStage([{ items, lines: 0 }], 1088, 700, stageMetrics(false, 1088, false));
  expect(fit.rows[0]!.items[2]!.cell).toBeLessThanOrEqual(64);
  expect(fit.rows[0]!.items[0]!.width).toBeGreaterThanOrEqual(560);
});

test.each([
  ['1600×1000', 1056, 790, false, sufficientCell],
  ['1120×1000', 1088, 790, true, sufficientCell],
  ['1600×900', 1056, 686, false, comfortableCell],
] as const)('at %s cells are smaller where the ladder has numbers for it, and the result is not', (...args) => {
  const [, width, height, codeIsBelow, cell] = args;
  const rows = forward(4);
  const fit = fitStage(rows, width, height, stageMetrics(false, width, codeIsBelow));
  expect(fit.height).toBeLessThanOrEqual(height);
  expect(fit.rows[1]!.items[0]!.cell).toBeGreaterThanOrEqual(windowCell);
  expect(fit.rows[0]!.items[0]!.cell).toBeGreaterThanOrEqual(cell);
  expect(fit.rows[1]!.items[2]!.cell).toBeGreaterThanOrEqual(sufficientCell);
});

test('at 1120×800 the result gives some of its size to the numbers of all channels, which does not count as a smaller stage', () => {
  const rows = forward(4).map((row) => ({
    ...row,
    items: row.items.map((item) => (item.kind === 'ladder' ? { ...item, labelWidth: 66 } : item)),
  }));
  const fit = fitStage(rows, 1088, 500, metrics);
  expect(fit.columns).toBe(true);
  const [ladder, , result] = fit.rows[1]!.items;
  expect(ladder!.cell).toBeGreaterThanOrEqual(windowCell);
  expect(result!.cell).toBeGreaterThanOrEqual(comfortableCell);
  expect(smallestWithoutLadders(rows, fit)).toBeGreaterThan(result!.cell);
});

test('three channels of bytes and a result of 94×94 cells at 505×280: the ladder’s maps have cells for their numbers', () => {
  const [, { items }] = forward(3, 94, 94) as [RowSize, RowSize];
  const bytes = items.map((item) => (item.kind === 'ladder' ? { ...item, numberCell: 14 } : item));
  const fit = fitStage([{ items: bytes, lines: 0 }], 505, 280, stageMetrics(true));
  expect(fit.height).toBeLessThanOrEqual(280);
  expect(fit.rows[0]!.items[0]!.cell).toBeGreaterThanOrEqual(14);
});

test('at 1088×590 the sum over four channels has numbers in the ladder’s maps', () => {
  const fit = fitStage(forward(4), 1088, 590, metrics);
  expect(fit.height).toBeLessThanOrEqual(590);
  const sum = fit.rows[1]!;
  expect(sum.items[0]!.cell).toBeGreaterThanOrEqual(windowCell);
  expect(sum.items[2]!.cell).toBeGreaterThanOrEqual(windowCell);
  const inner = (fit.columns ? 538 : 1088) - 2 * metrics.padding - 2;
  for (const shelf of sum.shelves) {
    const used = shelf.reduce((all, item) => all + sum.items[item]!.width, metrics.gap * (shelf.length - 1));
    expect(used).toBeLessThanOrEqual(inner);
  }
});

test('nine channels at 1088×590: too many for numbers in the ladder, and the result is as large as the space allows', () => {
  const fit = fitStage(forward(9), 1088, 590, metrics);
  const sum = fit.rows[1]!;
  expect(sum.items[0]!.cell).toBeLessThan(windowCell);
  expect(sum.items[2]!.cell).toBeGreaterThanOrEqual(34);
  expect(sum.height).toBeLessThanOrEqual(590);
});

test('sixteen channels, of which the ladder has five rows, at 1040×760: the input, the 8×8 result and the ladder have cells for two decimals', () => {
  const rows = forward(5, 8, 8);
  const [product, sum] = fitStage(rows, 1040, 760, stageMetrics(false, 1040, false)).rows;
  expect(product!.items[0]!.cell).toBeGreaterThanOrEqual(sufficientCell);
  expect(sum!.items[2]!.cell).toBeGreaterThanOrEqual(comfortableCell);
  expect(sum!.items[0]!.cell).toBeGreaterThanOrEqual(windowCell);
});

test('three channels and a result of 94×94 cells at 1248×386: numbers in the ladder, which the result leaves some of its width', () => {
  const fit = fitStage(forward(3, 94, 94), 1248, 386, metrics);
  expect(fit.rows[1]!.items[0]!.cell).toBeGreaterThanOrEqual(windowCell);
  expect(fit.rows[1]!.items[2]!.cell).toBeGreaterThanOrEqual(1.5);
});

test.each([505, 1088, 1568])(
  'a result of 94×94 cells at %i px is not made smaller for the ladder’s numbers',
  (width) => {
    const rows = forward(4, 94, 94);
    const sum = fitStage(rows, width, 900, stageMetrics(width < 900)).rows[1]!;
    const [ladder, arrow, z] = rows[1]!.items;
    const plain = fitStage(
      [rows[0]!, { items: [{ ...ladder, kind: 'ladder', mapRows: 0 } as LadderSize, arrow!, z!], lines: 0 }],
      width,
      900,
      stageMetrics(width < 900),
    );
    expect(sum.items[2]!.cell).toBeGreaterThanOrEqual(0.6 * plain.rows[1]!.items[2]!.cell);
  },
);
