/** Equations of layers as rows of the stage, and what holds for every layout of them. */
import { expect } from 'vitest';
import {
  windowCell,
  type ItemSize,
  type LadderSize,
  type MapSize,
  type RowSize,
  type StageFit,
  type StageMetrics,
} from '../../../webview/layout/StageLayout';
import { stageMetrics } from '../../../webview/layout/stageMetrics';

export const glyph = { kind: 'glyph', width: 16 } as const;

export function map(id: string, rows: number, cols: number, magnifies?: string): MapSize {
  return { kind: 'map', id, rows, cols, titleWidth: 80, hasNote: false, ...(magnifies ? { magnifies } : {}) };
}

function ladder(channels: number, kernel = 3): LadderSize {
  const size = { kernelRows: kernel, kernelCols: kernel, numberCell: windowCell, labelWidth: 60, valueWidth: 58 };
  return { kind: 'ladder', mapRows: channels, textRows: 2, ...size };
}

export function forward(rows: number, cols: number, kernel: number, outRows: number, outCols: number): RowSize[] {
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

export function gradients(rows: number, cols: number, kernel: number, outRows: number, outCols: number): RowSize[] {
  const window = (id: string): ItemSize => map(`${id}-window`, kernel, kernel, id);
  const target = [map('dZ', outRows, outCols), glyph, map('w', kernel, kernel), glyph, map('dXpad', rows, cols)];
  const one = (id: string, titleWidth: number): MapSize => ({ ...map(id, 1, 1), titleWidth });
  const learned = [glyph, one('d', 16), glyph, map('dW', kernel, kernel), one('db', 62)];
  return [
    { items: [...target, window('dXpad')], lines: 1 },
    { items: [map('x', rows, cols), window('x'), ...learned], lines: 1 },
  ];
}

function poolGradient(rows: number, cols: number, kernel: number, outRows: number, outCols: number): RowSize[] {
  const items = [
    map('x', rows, cols),
    map('x-window', kernel, kernel, 'x'),
    glyph,
    map('mask', kernel, kernel),
    glyph,
    map('dA', outRows, outCols),
    glyph,
    map('dX', rows, cols),
  ];
  return [{ items, lines: 1 }];
}

export const backward = gradients(8, 8, 2, 4, 4);
export const pooling = poolGradient(5, 3, 2, 4, 2);

/** Rows of cells of one size, for cells that are shown. */
export function cellsOf(rows: readonly RowSize[], fit: StageFit): number[] {
  return rows.flatMap(({ items }, row) =>
    fit.rows[row]!.shelves.flat().flatMap((index) =>
      items[index]!.kind === 'map' ? [fit.rows[row]!.items[index]!.cell] : [],
    ),
  );
}

export function expectInside(rows: readonly RowSize[], fit: StageFit, width: number): void {
  const metrics = stageMetrics(width < 900);
  rows.forEach((row, index) => {
    const { shelves, items } = fit.rows[index]!;
    for (const shelf of shelves) {
      const used = shelf.reduce((sum, item) => sum + items[item]!.width, metrics.gap * (shelf.length - 1));
      expect(used).toBeLessThanOrEqual(shareOfRow(fit, index, width, metrics) - 2 * metrics.padding - 2 + 1e-9);
    }
    const shown = shelves.flat();
    expect(shown).toEqual([...shown].sort((first, second) => first - second));
    const hidden = row.items.filter((_, item) => !shown.includes(item));
    expect(hidden.every((item) => item.kind === 'map' && item.magnifies)).toBe(true);
  });
}

/** Pixels of an equation: the two columns, which may be of unequal width, and what is below them. */
export function shareOfRow(
  { columns, firstColumn }: StageFit,
  row: number,
  width: number,
  { rowGap }: StageMetrics,
): number {
  if (!columns || row > 1) return width;
  const first = firstColumn ?? (width - rowGap) / 2;
  return row === 0 ? first : width - rowGap - first;
}

/** Cells of the magnified windows that are shown. */
export function windowCells(rows: readonly RowSize[], { rows: fits }: StageFit): number[] {
  return fits.flatMap(({ shelves, items }, row) =>
    shelves.flat().flatMap((index) => {
      const item = rows[row]!.items[index]!;
      return item.kind === 'map' && item.magnifies ? [items[index]!.cell] : [];
    }),
  );
}
