/** Layouts of equations that are higher than the stage with numbers in all of their cells. */
import { describe, expect, test } from 'vitest';
import { fitAboveCode } from '../../../webview/layout/fitAboveCode';
import { fitStage } from '../../../webview/layout/fitStage';
import { readableCell, type ItemSize, type RowSize, windowCell } from '../../../webview/layout/StageLayout';
import { stageMetrics } from '../../../webview/layout/stageMetrics';
import { cellsOf, expectInside, glyph, gradients, map, windowCells } from './stageRows';

describe('equations that are higher than the stage with numbers in all cells are whole where large maps are smaller', () => {
  const product = [map('A', 12, 36), glyph, map('W', 36, 8), glyph, map('b', 1, 8), glyph, map('Z', 12, 8)];
  const entries = [map('row', 4, 9), glyph, map('column', 4, 9), glyph, map('products', 4, 9)];
  const matrices: RowSize[] = [
    { items: product.map((item) => (item.kind === 'map' ? { ...item, hasNote: true } : item)), lines: 0, even: true },
    { items: entries, lines: 1 },
  ];

  test('a matrix product at 505×568: the entries of its row and column, and their products, have numbers', () => {
    const fit = fitStage(matrices, 505, 568, stageMetrics(true, 505));
    expect(fit.fits).toBe(true);
    expect(fit.height).toBeLessThanOrEqual(568);
    expect(Math.min(...cellsOf(matrices.slice(1), { ...fit, rows: fit.rows.slice(1) }))).toBeGreaterThanOrEqual(
      readableCell,
    );
    expectInside(matrices, fit, 505);
  });

  test.each([
    [1248, 565],
    [1088, 620],
  ])(
    'a matrix product at %i×%i: also its result has numbers, for which the factors are somewhat smaller',
    (...size) => {
      const [width, height] = size;
      const fit = fitAboveCode(matrices, width, height, 300, false);
      expect(fit.fits).toBe(true);
      expect(fit.rows[0]!.items.at(-1)!.cell).toBeGreaterThanOrEqual(readableCell);
      expect(fit.rows[0]!.items[0]!.cell).toBe(fit.rows[0]!.items[2]!.cell);
      expectInside(matrices, fit, width);
    },
  );

  test.each([
    [505, 434],
    [360, 604],
  ])('both gradients at %i×%i: windows are magnified, values before → after a step have two decimals', (...size) => {
    const [width, height] = size;
    const rows = gradients(8, 8, 2, 4, 4).map((row) => ({ ...row, items: row.items.map(changing) }));
    const fit = fitStage(rows, width, height, stageMetrics(true, width));
    expect(fit.fits).toBe(true);
    expect(fit.height).toBeLessThanOrEqual(height);
    expect(windowCells(rows, fit)).toHaveLength(2);
    rows.forEach(({ items }, row) =>
      items.forEach((item, index) => {
        const isPicture = item.kind === 'map' && item.rows === 8;
        const { cell } = fit.rows[row]!.items[index]!;
        if (item.kind === 'map' && !isPicture) expect(cell, item.id).toBeGreaterThanOrEqual(readableCell);
        if (item.kind === 'map' && item.hasChanges && !isPicture) expect(cell).toBeGreaterThanOrEqual(windowCell);
      }),
    );
    expectInside(rows, fit, width);
  });

  test('gradients of matrices at 505×568: a row’s values before → after a step have cells for two decimals and an arrow', () => {
    const entries: ItemSize = { ...map('entries', 3, 4, 'dX'), hasChanges: true };
    const target = [map('dZ', 16, 8), glyph, map('W', 12, 8), glyph, { ...map('dX', 16, 12), hasChanges: true }];
    const named = (item: ItemSize): ItemSize => (item.kind === 'map' ? { ...item, titleWidth: 45 } : item);
    const rows: RowSize[] = [
      { items: [...target, entries].map(named), lines: 1, even: true },
      { items: [map('X', 16, 12), glyph, map('dW', 12, 1)], lines: 1, even: true },
    ];
    const fit = fitStage(rows, 505, 568, stageMetrics(true, 505));
    expect(fit.fits).toBe(true);
    expect(windowCells(rows, fit)[0]).toBeGreaterThanOrEqual(36);
    expect(fit.rows[0]!.items[0]!.cell).toBeGreaterThanOrEqual(6);
    expectInside(rows, fit, 505);
  });

  function changing(item: ItemSize): ItemSize {
    const changes = ['dXpad', 'dXpad-window', 'dW', 'db'];
    return item.kind === 'map' && changes.includes(item.id) ? { ...item, hasChanges: true } : item;
  }
});
