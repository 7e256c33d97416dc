import { describe, expect, test } from 'vitest';
import { fitRow } from '../../../webview/layout/fitRow';
import { fitStage } from '../../../webview/layout/fitStage';
import {
  comfortableCell,
  readableCell,
  windowCell,
  type ItemSize,
  type MapSize,
  type RowFit,
  type RowSize,
} from '../../../webview/layout/StageLayout';
import { stageMetrics } from '../../../webview/layout/stageMetrics';
import { backward, cellsOf, expectInside, forward, glyph, map, pooling } from './stageRows';

describe('fitStage', () => {
  test.each([
    { name: 'convolution, 7×9 padded input', rows: forward(7, 9, 3, 3, 4), least: 26 },
    { name: 'its gradient, 8×8 padded input', rows: backward, least: 21 },
    { name: 'pooling’s gradient, 5×3 input', rows: pooling, least: 30 },
  ])('$name at 525×800: fits above the timeline, cells of at least $least px', ({ rows, least }) => {
    const fit = fitStage(rows, 505, 570, stageMetrics(true));
    expect(fit.fits).toBe(true);
    expect(fit.height).toBeLessThanOrEqual(570);
    expect(Math.min(...cellsOf(rows, fit))).toBeGreaterThanOrEqual(least);
    expectInside(rows, fit, 505);
  });

  test('of three equations in a wide stage, two are side by side and the third is below them', () => {
    const strip: RowSize = { items: [map('filters', 1, 8)], lines: 0 };
    const rows = [...forward(7, 9, 3, 3, 4), strip];
    const fit = fitStage(rows, 1088, 580, stageMetrics(false, 1088));
    expect(fit.columns).toBe(true);
    expect(fit.fits).toBe(true);
    const [left, right, below] = fit.rows;
    expect(fit.height).toBe(Math.max(left!.height, right!.height) + stageMetrics(false).rowGap + below!.height);
    expect(fit.height).toBeLessThanOrEqual(580);
    expect(Math.min(...cellsOf(rows, fit))).toBeGreaterThanOrEqual(comfortableCell);
    expectInside(rows.slice(0, 2), { ...fit, rows: fit.rows.slice(0, 2) }, 1088);
  });

  test('an equation next to a higher one has more lines where its cells are much larger for it', () => {
    const rows = forward(7, 8, 2, 5, 6);
    const { columns, rows: fits } = fitStage(rows, 1088, 560, stageMetrics(false, 1088));
    expect(columns).toBe(true);
    expect(fits[0]!.shelves).toHaveLength(2);
    expect(fits[0]!.items[0]!.cell).toBeGreaterThanOrEqual(44);
    expect(fits[0]!.height).toBeLessThanOrEqual(560);
  });

  test('its gradient where the header is open has two decimals in every cell', () => {
    const { rows } = fitStage(backward, 505, 594, stageMetrics(true));
    const cells = rows.map(({ items }) => items[0]!.cell);
    expect(cells[0]).toBeGreaterThanOrEqual(comfortableCell);
    expect(cells[1]).toBeGreaterThanOrEqual(comfortableCell);
  });

  test('its gradient still fits where the header leaves 516 px, with cells of at least 19 px', () => {
    const fit = fitStage(backward, 505, 516, stageMetrics(true));
    expect(fit.fits).toBe(true);
    expect(Math.min(...cellsOf(backward, fit))).toBeGreaterThanOrEqual(19);
  });

  test('its gradient where it leaves 522 px has two decimals in the first window, not one in both', () => {
    const cells = cellsOf(backward, fitStage(backward, 505, 522, stageMetrics(true)));
    expect(new Set(cells.slice(0, 3))).toEqual(new Set([windowCell]));
    expect(Math.min(...cells)).toBeGreaterThanOrEqual(readableCell);
  });

  test('all maps of an equation have cells of one size where they are large enough for numbers', () => {
    const rows = forward(7, 9, 3, 3, 4);
    const fit = fitStage(rows, 505, 570, stageMetrics(true));
    const { shelves, items } = fit.rows[0]!;
    const cells = shelves
      .flat()
      .flatMap((index) => (rows[0]!.items[index]!.kind === 'map' ? [items[index]!.cell] : []));
    expect(new Set(cells).size).toBe(1);
  });

  test.each([505, 680, 1100])(
    'matrices of an unrolled layer have cells of one size at %i px, and larger ones where numbers fit into them',
    (width) => {
      const items = [map('A', 12, 36), glyph, map('W', 36, 8), glyph, map('b', 1, 8), glyph, map('Z', 12, 8)];
      const rows: RowSize[] = [{ items, lines: 1, even: true }];
      const fit = fitStage(rows, width, 560, stageMetrics(width < 900));
      expect(fit.fits).toBe(true);
      const cells = cellsOf(rows, fit);
      expect(new Set(cells.filter((cell) => cell < readableCell)).size).toBe(1);
      expect(Math.min(...cells)).toBeGreaterThanOrEqual(6);
      // The result has numbers where the product leaves space for them.
      if (width >= 1100) expect(cells.at(-1)).toBeGreaterThanOrEqual(readableCell);
      expectInside(rows, fit, width);
    },
  );

  test.each([505, 1088])('matrices without numbers have the entries of a step’s row next to them at %i px', (width) => {
    const items = [map('A', 16, 8), glyph, map('W', 12, 8), glyph, map('Z', 16, 12), map('row', 3, 4, 'Z')];
    const rows: RowSize[] = [{ items, lines: 1, even: true }];
    const fit = fitStage(rows, width, 300, stageMetrics(width < 900));
    expect(fit.fits).toBe(true);
    const cells = cellsOf(rows, fit);
    expect(cells).toHaveLength(4);
    expect(new Set(cells.slice(0, 3)).size).toBe(1);
    expect(cells[0]).toBeLessThan(windowCell);
    expect(cells[3]).toBeGreaterThanOrEqual(width < 900 ? readableCell : 36);
    expectInside(rows, fit, width);
  });

  test('matrices with numbers do not repeat the entries of a step’s row', () => {
    const items = [map('A', 6, 4), glyph, map('W', 4, 3), glyph, map('Z', 6, 3), map('row', 1, 3, 'Z')];
    const rows: RowSize[] = [{ items, lines: 1, even: true }];
    const fit = fitStage(rows, 1088, 560, stageMetrics(false));
    expect(cellsOf(rows, fit)).toHaveLength(3);
    expect(Math.min(...cellsOf(rows, fit))).toBeGreaterThanOrEqual(windowCell);
  });

  test('a note below one of two equal maps adds its height below both, one below a smaller map adds none', () => {
    const metrics = stageMetrics(true);
    const fitOf = (items: readonly ItemSize[]): RowFit => fitStage([{ items, lines: 0 }], 505, 900, metrics).rows[0]!;
    const noted = (id: string, rows: number): MapSize => ({ ...map(id, rows, 5), hasNote: true });
    const plain = fitOf([map('a', 5, 5), glyph, map('b', 5, 5)]);
    const both = fitOf([map('a', 5, 5), glyph, noted('b', 5)]);
    expect([plain.notes, both.notes]).toEqual([[0], [metrics.note]]);
    expect(both.height - plain.height).toBe(metrics.note);
    expect(fitOf([map('a', 5, 5), glyph, noted('b', 3)]).height).toBe(plain.height);
  });

  test('pooling’s gradient of a 5×3 input at 525×800 is one line', () => {
    expect(fitStage(pooling, 505, 520, stageMetrics(true)).rows[0]!.shelves).toHaveLength(1);
  });

  test('an equation that needs two shelves is broken where both are about equally wide', () => {
    const items = [map('a', 8, 8), glyph, map('b', 8, 8), glyph, map('c', 8, 8), glyph, map('d', 8, 8)];
    const { shelves } = fitStage([{ items, lines: 0 }], 505, 900, stageMetrics(true)).rows[0]!;
    expect(shelves.map((shelf) => shelf.filter((item) => items[item]!.kind === 'map').length)).toEqual([2, 2]);
  });
});

test.each([
  ['the code below it', true, 1, 1],
  ['the code next to it', false, 2, 1.3],
])('four 5×6 maps in one equation at 1076×690, %s', (_, codeIsBelow, shelves, gain) => {
  const items = ['z', 'mask', 'dA', 'dZ'].flatMap((id, index) => [...(index > 0 ? [glyph] : []), map(id, 5, 6)]);
  const rows: RowSize[] = [{ items, lines: 1 }];
  const fit = fitStage(rows, 1076, 690, stageMetrics(false, 1076, codeIsBelow));
  const oneShelf = fitStage(rows, 1076, 690, stageMetrics(false, 1076, true));
  expect(fit.rows[0]!.shelves).toHaveLength(shelves);
  expect(Math.min(...cellsOf(rows, fit))).toBeGreaterThanOrEqual(gain * Math.min(...cellsOf(rows, oneShelf)));
  expect(fit.height).toBeLessThanOrEqual(690);
});

test('a stage that is scrolled has each equation within the height, with cells for numbers or a smaller large map', () => {
  for (const rows of [backward, forward(7, 9, 3, 3, 4), forward(96, 96, 3, 94, 94)]) {
    const fit = fitStage(rows, 540, 275, stageMetrics(true));
    expect(fit.fits).toBe(false);
    for (const { height } of fit.rows.slice(0, 1)) expect(height).toBeLessThanOrEqual(275);
  }
});

test('an equation is fitted once for all sizes of cells that its width does not allow, and again for others', () => {
  const [row] = forward(5, 7, 3, 3, 3);
  const metrics = stageMetrics(true, 505);
  const fit = fitRow(row!, 505, 200, metrics);
  expect(fitRow(row!, 505, 150, metrics)).toBe(fit);
  expect(fitRow(row!, 505, 20, metrics)).not.toEqual(fit);
  expect(fitRow({ ...row!, lines: 2 }, 505, 200, metrics).height).toBeGreaterThan(fit.height);
});
