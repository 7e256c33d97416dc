import { describe, expect, test } from 'vitest';
import { fitStage } from '../../../webview/layout/fitStage';
import {
  comfortableCell,
  readableCell,
  type GlyphSize,
  type ItemSize,
  type LadderSize,
  type MapSize,
  type RowFit,
  type RowSize,
  type StageFit,
} from '../../../webview/layout/StageLayout';
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

function gradients(rows: number, cols: number, kernel: number, outRows: number, outCols: number): RowSize[] {
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

const backward = gradients(8, 8, 2, 4, 4);
const pooling = poolGradient(5, 3, 2, 4, 2);

/** Rows of cells of one size, for cells that are shown. */
function cellsOf(rows: readonly RowSize[], fit: StageFit): number[] {
  return rows.flatMap(({ items }, row) =>
    fit.rows[row]!.shelves.flat().flatMap((index) =>
      items[index]!.kind === 'map' ? [fit.rows[row]!.items[index]!.cell] : [],
    ),
  );
}

function expectInside(rows: readonly RowSize[], fit: StageFit, width: number): void {
  const metrics = stageMetrics(width < 900);
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

  test('all maps of an equation have cells of one size where they are large enough for numbers', () => {
    const rows = forward(7, 9, 3, 3, 4);
    const fit = fitStage(rows, 505, 570, stageMetrics(true));
    const { shelves, items } = fit.rows[0]!;
    const cells = shelves
      .flat()
      .flatMap((index) => (rows[0]!.items[index]!.kind === 'map' ? [items[index]!.cell] : []));
    expect(new Set(cells).size).toBe(1);
  });

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

  test.each([505, 680, 1100])(
    'matrices of an unrolled layer have cells of one size at %i px, without numbers too',
    (width) => {
      const items = [map('A', 12, 36), glyph, map('W', 36, 8), glyph, map('b', 1, 8), glyph, map('Z', 12, 8)];
      const rows: RowSize[] = [{ items, lines: 1, even: true }];
      const fit = fitStage(rows, width, 560, stageMetrics(width < 900));
      expect(fit.fits).toBe(true);
      const cells = cellsOf(rows, fit);
      expect(new Set(cells).size).toBe(1);
      expect(cells[0]).toBeGreaterThanOrEqual(6);
      expectInside(rows, fit, width);
    },
  );

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

test('a stage that is scrolled has each equation within the height, with cells for numbers or a smaller large map', () => {
  for (const rows of [backward, forward(7, 9, 3, 3, 4), forward(96, 96, 3, 94, 94)]) {
    const fit = fitStage(rows, 540, 275, stageMetrics(true));
    expect(fit.fits).toBe(false);
    for (const { height } of fit.rows.slice(0, 1)) expect(height).toBeLessThanOrEqual(275);
  }
});

test('a 96×96 picture next to an equation of two such maps is as large as its own column allows', () => {
  const rows = gradients(96, 96, 3, 94, 94);
  const fit = fitStage(rows, 1036, 690, stageMetrics(false));
  expect(fit.columns).toBe(true);
  const [both, one] = [fit.rows[0]!.items[0]!.cell, fit.rows[1]!.items[0]!.cell];
  expect(one * 96).toBeGreaterThan(300);
  expect(one).toBeGreaterThan(1.3 * both);
  expect(fit.height).toBeLessThanOrEqual(690);
});
