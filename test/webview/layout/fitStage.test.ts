import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitStage } from '../../../webview/layout/fitStage';
import type { GlyphSize, ItemSize, LadderSize, MapSize, RowSize, StageFit } from '../../../webview/layout/StageLayout';
import { stageMetrics } from '../../../webview/layout/stageMetrics';

const glyph: GlyphSize = { kind: 'glyph', width: 16 };

function map(id: string, rows: number, cols: number, magnifies?: string): MapSize {
  return { kind: 'map', id, rows, cols, titleWidth: 80, hasNote: false, ...(magnifies ? { magnifies } : {}) };
}

function ladder(channels: number, kernel = 3): LadderSize {
  const size = { kernelRows: kernel, kernelCols: kernel, labelWidth: 60, valueWidth: 58 };
  return { kind: 'ladder', mapRows: channels, textRows: 2, ...size };
}

function forward(rows: number, cols: number, kernel: number, outRows: number, outCols: number): RowSize[] {
  const equation: ItemSize[] = [
    map('x', rows, cols),
    map('x-window', kernel, kernel, 'x'),
    glyph,
    map('w', kernel, kernel),
    glyph,
    map('products', kernel, kernel),
  ];
  return [
    { items: equation, lines: 0 },
    { items: [ladder(4, kernel), glyph, map('z', outRows, outCols)], lines: 0 },
  ];
}

const backward: RowSize[] = [
  { items: [map('dZ', 4, 4), glyph, map('w', 2, 2), glyph, map('dXpad', 8, 8), map('m', 2, 2, 'dXpad')], lines: 1 },
  {
    items: [map('x', 8, 8), map('n', 2, 2, 'x'), glyph, map('d', 1, 1), glyph, map('dW', 2, 2), map('db', 1, 1)],
    lines: 1,
  },
];

const pooling: RowSize[] = [
  { items: [map('x', 5, 3), glyph, map('mask', 2, 2), glyph, map('dA', 4, 2), glyph, map('dX', 5, 3)], lines: 1 },
];

/** Rows of cells of one size, for cells that are shown. */
function cellsOf(rows: readonly RowSize[], fit: StageFit): number[] {
  return rows.flatMap(({ items }, row) =>
    fit.rows[row]!.shelves.flat().flatMap((index) =>
      items[index]!.kind === 'map' ? [fit.rows[row]!.items[index]!.cell] : [],
    ),
  );
}

function expectInside(rows: readonly RowSize[], fit: StageFit, width: number): void {
  const metrics = stageMetrics(width);
  const share = fit.columns ? (width - metrics.rowGap) / 2 : width;
  rows.forEach((row, index) => {
    const { shelves, items } = fit.rows[index]!;
    for (const shelf of shelves) {
      const used = shelf.reduce((sum, item) => sum + items[item]!.width, metrics.gap * (shelf.length - 1));
      expect(used).toBeLessThanOrEqual(share - 2 * metrics.padding - 2 + 1e-9);
    }
    const shown = shelves.flat();
    expect(shown).toEqual([...shown].sort((first, second) => first - second));
    const hidden = row.items.filter((_, item) => !shown.includes(item));
    expect(hidden.every((item) => item.kind === 'map' && item.magnifies)).toBe(true);
  });
}

describe('fitStage', () => {
  test.each([
    { name: 'convolution, 7×9 padded input', rows: forward(7, 9, 3, 3, 4), least: 26 },
    { name: 'its gradient, 8×8 padded input', rows: backward, least: 21 },
    { name: 'pooling’s gradient, 5×3 input', rows: pooling, least: 30 },
  ])('$name at 525×800: fits above the timeline, cells of at least $least px', ({ rows, least }) => {
    const fit = fitStage(rows, 505, 570, stageMetrics(525));
    expect(fit.fits).toBe(true);
    expect(fit.height).toBeLessThanOrEqual(570);
    expect(Math.min(...cellsOf(rows, fit))).toBeGreaterThanOrEqual(least);
    expectInside(rows, fit, 505);
  });

  test('all maps of an equation have cells of one size where they are large enough for numbers', () => {
    const rows = forward(7, 9, 3, 3, 4);
    const fit = fitStage(rows, 505, 570, stageMetrics(525));
    const { shelves, items } = fit.rows[0]!;
    const cells = shelves
      .flat()
      .flatMap((index) => (rows[0]!.items[index]!.kind === 'map' ? [items[index]!.cell] : []));
    expect(new Set(cells).size).toBe(1);
  });

  test('512×512 input, 3×3 filter at 525×800: the window is magnified with readable cells', () => {
    const rows = forward(512, 512, 3, 510, 510);
    const fit = fitStage(rows, 505, 570, stageMetrics(525));
    const { shelves, items } = fit.rows[0]!;
    expect(shelves.flat()).toContain(1);
    expect(items[1]!.cell).toBeGreaterThanOrEqual(21);
    expect(items[0]!.cell * 512).toBeGreaterThan(100);
    expectInside(rows, fit, 505);
  });

  test('a 28×28 input needs a magnifier at 525 px and none at 1600 px', () => {
    const rows = forward(28, 28, 3, 26, 26);
    expect(fitStage(rows, 505, 570, stageMetrics(525)).rows[0]!.shelves.flat()).toContain(1);
    const wide = fitStage(rows, 1568, 1400, stageMetrics(1600));
    expect(wide.rows[0]!.shelves.flat()).not.toContain(1);
  });

  test('any case in any panel: nothing wider than the panel, reading order kept, only magnifiers hidden', () => {
    const extent = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 13, max: 600 }));
    const kernel = fc.integer({ min: 1, max: 7 });
    const width = fc.constantFrom(360, 505, 680, 1100, 1568);
    fc.assert(
      fc.property(extent, extent, kernel, extent, extent, width, fc.integer({ min: 200, max: 1200 }), (...values) => {
        const [rows, cols, size, outRows, outCols, available, height] = values;
        const stage = forward(rows, cols, size, outRows, outCols);
        const fit = fitStage(stage, available, height, stageMetrics(available));
        expectInside(stage, fit, available);
        if (fit.fits) expect(fit.height).toBeLessThanOrEqual(height);
        expect(fitStage(stage, available, height, stageMetrics(available))).toEqual(fit);
      }),
      { numRuns: 400 },
    );
  });
});
