/** Layouts of maps that are much larger or smaller than those next to them. */
import { describe, expect, test } from 'vitest';
import { itemHeight } from '../../../webview/layout/itemSize';
import { fitStage } from '../../../webview/layout/fitStage';
import {
  readableCell,
  type ItemSize,
  type MapSize,
  type RowFit,
  type RowSize,
  windowCell,
} from '../../../webview/layout/StageLayout';
import { stageMetrics } from '../../../webview/layout/stageMetrics';
import { cellsOf, expectInside, forward, glyph, gradients, map, windowCells } from './stageRows';

describe('small maps take space that is left', () => {
  const changing = (id: string, rows: number, cols: number): MapSize => ({
    ...map(id, rows, cols),
    hasChanges: true,
  });
  const learned: ItemSize[] = [
    map('x', 8, 8),
    glyph,
    map('d', 1, 1),
    glyph,
    changing('dW', 2, 2),
    changing('db', 1, 1),
  ];
  const still = learned.map((item) => (item.kind === 'map' ? map(item.id, item.rows, item.cols) : item));
  const fitOf = (items: readonly ItemSize[], high: number): RowFit =>
    fitStage([{ items, lines: 1 }], 505, high, stageMetrics(true)).rows[0]!;

  test('those that show before → after, all alike; the others and the height stay', () => {
    const [enlarged, plain] = [fitOf(learned, 260), fitOf(still, 260)];
    expect(enlarged.height).toBe(plain.height);
    expect(enlarged.items[0]).toEqual(plain.items[0]);
    const cells = [2, 4, 5].map((index) => enlarged.items[index]!.cell);
    expect(new Set(cells)).toEqual(new Set([36]));
    expect(plain.items[4]!.cell).toBeLessThan(30);
    expectInside([{ items: learned, lines: 1 }], { rows: [enlarged], columns: false, height: 0, fits: true }, 505);
  });

  test('none without a change: windows, filters and products have cells of the input’s size', () => {
    expect(
      new Set(
        cellsOf([{ items: still, lines: 1 }], {
          ...fitStage([{ items: still, lines: 1 }], 505, 260, stageMetrics(true)),
        }),
      ).size,
    ).toBe(1);
  });

  test('a magnified window next to a 64×64 picture has cells of 28 px and more in 505×560', () => {
    const items = [map('x', 64, 64), map('x-window', 2, 2, 'x'), glyph, map('a', 32, 32)];
    const { items: fits, height } = fitOf(items, 560);
    expect(fits[1]!.cell).toBeGreaterThanOrEqual(28);
    expect(height).toBeLessThanOrEqual(560);
  });
});

test('values before → after a step that have no space in a gradient of 8×8 at 525×520 are magnified next to it', () => {
  const rows = gradients(8, 8, 2, 4, 4).map((row): RowSize => ({
    ...row,
    items: row.items.map((item) =>
      item.kind === 'map' && ['dXpad', 'dXpad-window', 'dW', 'db'].includes(item.id)
        ? { ...item, hasChanges: true }
        : item,
    ),
  }));
  for (const [height, isMagnified] of [
    [600, false],
    [500, true],
  ] as const) {
    const fit = fitStage(rows, 505, height, stageMetrics(true));
    expect(fit.fits).toBe(true);
    expect(fit.rows[0]!.shelves.flat().includes(5), `${height} px`).toBe(isMagnified);
    expect(fit.rows[0]!.items[isMagnified ? 5 : 4]!.cell).toBeGreaterThanOrEqual(windowCell);
  }
});

test('512×512 input, 3×3 filter at 525×800: the window is magnified with readable cells', () => {
  const rows = forward(512, 512, 3, 510, 510);
  const fit = fitStage(rows, 505, 570, stageMetrics(true));
  const { shelves, items } = fit.rows[0]!;
  expect(shelves.flat()).toContain(1);
  expect(items[1]!.cell).toBeGreaterThanOrEqual(readableCell);
  expect(items[0]!.cell * 512).toBeGreaterThan(100);
  expectInside(rows, fit, 505);
});

test('a 28×28 input needs a magnifier at 525 px and none at 1600 px', () => {
  const rows = forward(28, 28, 3, 26, 26);
  expect(fitStage(rows, 505, 570, stageMetrics(true)).rows[0]!.shelves.flat()).toContain(1);
  const wide = fitStage(rows, 1568, 1400, stageMetrics(false));
  expect(wide.rows[0]!.shelves.flat()).not.toContain(1);
});

test('a 40×60 map at 1248×480, where cells with numbers would be higher than the stage, is drawn smaller', () => {
  const rows: RowSize[] = [
    {
      items: [
        map('x', 40, 60),
        map('x-window', 5, 5, 'x'),
        glyph,
        map('w', 5, 5),
        glyph,
        map('products', 5, 5),
        glyph,
        map('z', 32, 52),
      ],
      lines: 1,
    },
  ];
  const fit = fitStage(rows, 1248, 480, stageMetrics(false));
  expect(fit.fits).toBe(true);
  expect(fit.height).toBeLessThanOrEqual(480);
  expect(fit.rows[0]!.shelves.flat()).toContain(1);
});

test('a 96×96 picture next to an equation of two such maps is as large as its own column allows', () => {
  const rows = gradients(96, 96, 3, 94, 94);
  const fit = fitStage(rows, 1036, 690, stageMetrics(false));
  expect(fit.columns).toBe(true);
  const [both, one] = [fit.rows[0]!.items[0]!.cell, fit.rows[1]!.items[0]!.cell];
  expect(one * 96).toBeGreaterThan(300);
  expect(one).toBeGreaterThan(1.3 * both);
  // Two large maps below each other have the small ones next to them.
  expect(fit.rows[0]!.shelves.map((shelf) => shelf.filter((item) => item % 2 === 0).length)).toEqual([2, 1]);
  expect(fit.rows[0]!.items[2]!.cell).toBeGreaterThanOrEqual(40);
  expect(fit.height).toBeLessThanOrEqual(690);
});

test('a single equation of maps with two rows has larger cells than one with five, at 1088×560 above the code', () => {
  const cellOf = (rows: number): number => {
    const row: RowSize = { items: [map('x', rows, 3), glyph, map('mask', rows, 3)], lines: 1 };
    return fitStage([row], 1088, 560, stageMetrics(false)).rows[0]!.items[0]!.cell;
  };
  expect(cellOf(2)).toBeGreaterThanOrEqual(110);
  expect(cellOf(5)).toBeLessThanOrEqual(76);
});

test.each([
  [1568, 640, 170],
  [2520, 1300, 170],
  [1088, 560, 150],
  [505, 600, 76],
])(
  'a window of 2×3 and its mask at %i×%i: cells of one size, at least the third number, at most 220 px',
  (width, height, least) => {
    const rows: RowSize[] = [{ items: [map('x', 2, 3), glyph, map('mask', 2, 3)], lines: 1 }];
    const fit = fitStage(rows, width, height, stageMetrics(width < 900, width, width < 1300));
    const [cell, ...others] = cellsOf(rows, fit);
    expect(others).toEqual([cell]);
    expect(cell).toBeGreaterThanOrEqual(least);
    expect(cell).toBeLessThanOrEqual(220);
    expectInside(rows, fit, width);
    expect(fit.height).toBeLessThanOrEqual(height);
  },
);

const window = (k: number, of: string): MapSize => map(`${of}-window`, k, k, of);
const transposed = [map('x', 12, 14), glyph, map('w', 4, 4), glyph, map('zPad', 26, 30), window(4, 'zPad')];
const column = [map('x', 32, 6), window(3, 'x'), glyph, map('w', 3, 3), glyph, map('products', 3, 3)];

test.each([
  { name: 'transposed, 12×14 to 26×30', width: 1088, height: 604, items: transposed },
  { name: 'convolution, 32×6', width: 505, height: 612, items: [...column, glyph, map('z', 30, 4)] },
])(
  '$name: higher than the stage with its frame, a large map is smaller, its window has numbers',
  ({ width, height, items }) => {
    const rows: RowSize[] = [{ items, lines: 1 }];
    const fit = fitStage(rows, width, height, stageMetrics(width < 900, width));
    expect(fit.fits).toBe(true);
    expect(windowCells(rows, fit)).toEqual([expect.any(Number)]);
    expect(windowCells(rows, fit)[0]).toBeGreaterThanOrEqual(readableCell);
  },
);

test.each([612, 560])(
  '11×11 windows of a 35×35 input at 505×%i have numbers, each equation is seen whole',
  (height) => {
    for (const rows of [forward(35, 35, 11, 7, 7), gradients(35, 35, 11, 7, 7)]) {
      const fit = fitStage(rows, 505, height, stageMetrics(true, 505));
      expect(Math.max(...fit.rows.map((row) => row.height))).toBeLessThanOrEqual(height);
      expect(Math.min(...windowCells(rows, fit))).toBeGreaterThanOrEqual(readableCell);
    }
  },
);

test('11×11 windows at 924×690 have numbers, both gradients side by side', () => {
  const rows = gradients(35, 35, 11, 7, 7);
  const fit = fitStage(rows, 924, 690, stageMetrics(false, 924, false));
  expect([fit.fits, fit.columns]).toEqual([true, true]);
  expect(Math.min(...windowCells(rows, fit))).toBeGreaterThanOrEqual(readableCell);
});

test('a 25×29 gradient whose padding is removed fits into 1088×630 without numbers', () => {
  const rows: RowSize[] = [{ items: [map('zPad', 25, 29), glyph, map('z', 23, 27)], lines: 1 }];
  const fit = fitStage(rows, 1088, 630, stageMetrics(false));
  expect(fit.fits).toBe(true);
  expect(fit.height).toBeLessThanOrEqual(630);
});

test('the course’s convolution at 430×800 has two lines of maps, where the window keeps two decimals', () => {
  const [equation, sum] = forward(7, 9, 3, 3, 4);
  const fit = fitStage([equation!, sum!], 410, 548, stageMetrics(true, 410));
  expect(fit.fits).toBe(true);
  expect(fit.rows[0]!.shelves.length).toBe(2);
  expect(Math.min(...cellsOf([equation!], { ...fit, rows: [fit.rows[0]!] }))).toBeGreaterThanOrEqual(windowCell);
});

test('a large picture and its window are each whole in a stage of 290 pixels that is scrolled', () => {
  const rows = forward(96, 96, 7, 90, 90);
  const metrics = stageMetrics(true, 505);
  const fit = fitStage(rows, 505, 290, metrics);
  expect(fit.fits).toBe(false);
  const heights = rows[0]!.items
    .slice(0, 2)
    .map((item, index) => itemHeight(item, fit.rows[0]!.items[index]!.cell, metrics));
  for (const each of heights) expect(metrics.rowTitle + metrics.padding + each).toBeLessThanOrEqual(290);
});
