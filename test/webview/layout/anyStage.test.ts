/** Thousands of layers, panels and zooms: what holds for every layout of the stage. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitStage, leastHeight } from '../../../webview/layout/fitStage';
import {
  readableCell,
  windowCell,
  type ItemSize,
  type MapSize,
  type RowFit,
  type RowSize,
  type StageFit,
  type StageMetrics,
} from '../../../webview/layout/StageLayout';
import {
  leastPresented,
  narrowPresentMetrics,
  presentMetrics,
  stageMetrics,
} from '../../../webview/layout/stageMetrics';
import { axisGutter } from '../../../webview/layout/axisGutter';
import { itemHeight } from '../../../webview/layout/itemSize';
import { ladderHeight } from '../../../webview/layout/ladderSize';
import { smallestMapOf } from '../../../webview/layout/smallestMap';
import { stripMargin, stripSize } from '../../../webview/layout/stripSize';
import { runsOf } from '../../everything';
import { shareOfRow } from './stageRows';

/** Sizes of a layer's maps, and what else widens or heightens them. */
interface Extents {
  readonly rows: number;
  readonly cols: number;
  readonly kernelRows: number;
  readonly kernelCols: number;
  readonly outRows: number;
  readonly outCols: number;
  readonly channels: number;
  /** More than one of them have a strip of planes. */
  readonly filters: number;
  readonly titleWidth: number;
  readonly hasNote: boolean;
}

const glyph: ItemSize = { kind: 'glyph', width: 16 };

function map(id: string, rows: number, cols: number, { titleWidth }: Extents, more: Partial<MapSize> = {}): MapSize {
  return { kind: 'map', id, rows, cols, titleWidth, hasNote: false, ...more };
}

/** A map with one plane for each filter. */
function filterMap(id: string, rows: number, cols: number, extents: Extents): MapSize {
  const { filters, hasNote } = extents;
  return map(id, rows, cols, extents, { hasNote, ...(filters > 1 ? { planes: filters } : {}) });
}

function inputAndWindow(id: string, extents: Extents): ItemSize[] {
  const { rows, cols, kernelRows, kernelCols } = extents;
  return [map(id, rows, cols, extents), map(`${id}-window`, kernelRows, kernelCols, extents, { magnifies: id })];
}

/** The rows of every operation's stage. */
const stages: readonly ((extents: Extents) => RowSize[])[] = [
  function convolution(extents) {
    const { kernelRows, kernelCols, outRows, outCols, channels } = extents;
    const kernel = (id: string): ItemSize => map(id, kernelRows, kernelCols, extents);
    const ladder: ItemSize = {
      kind: 'ladder',
      mapRows: Math.min(channels, 5),
      textRows: channels > 5 ? 3 : 2,
      kernelRows,
      kernelCols,
      numberCell: windowCell,
      labelWidth: 60,
      valueWidth: 58,
    };
    return [
      { items: [...inputAndWindow('x', extents), glyph, kernel('w'), glyph, kernel('products')], lines: 0 },
      { items: [ladder, glyph, filterMap('z', outRows, outCols, extents)], lines: 0 },
    ];
  },
  function convolutionGradient(extents) {
    const { kernelRows, kernelCols, outRows, outCols } = extents;
    const changes = { hasChanges: true };
    const given = [filterMap('dZ', outRows, outCols, extents), glyph, map('w', kernelRows, kernelCols, extents)];
    const learned = [map('d', 1, 1, extents), glyph, map('dW', kernelRows, kernelCols, extents, changes)];
    return [
      { items: [...given, glyph, ...inputAndWindow('dXpad', extents)], lines: 1 },
      { items: [...inputAndWindow('x', extents), glyph, ...learned, map('db', 1, 1, extents, changes)], lines: 1 },
    ];
  },
  function poolingGradient(extents) {
    const { rows, cols, kernelRows, kernelCols, outRows, outCols, hasNote } = extents;
    const mask = map('mask', kernelRows, kernelCols, extents, { hasNote });
    const gradients = [map('dA', outRows, outCols, extents), glyph, map('dX', rows, cols, extents)];
    return [{ items: [...inputAndWindow('x', extents), glyph, mask, glyph, ...gradients], lines: 1 }];
  },
  function comparison(extents) {
    const { rows, cols, outRows, outCols, hasNote } = extents;
    const yours = map('yours', outRows, outCols, extents, { hasNote });
    const layer = map('layer', outRows, outCols, extents, { comparedWith: 'yours' });
    return [{ items: [map('x', rows, cols, extents), glyph, yours, layer], lines: 2 }];
  },
  function elementwise(extents) {
    const { rows, cols, hasNote } = extents;
    const maps = ['z', 'mask', 'dA', 'dZ'].map((id) => map(id, rows, cols, extents, { hasNote }));
    return [{ items: maps.flatMap((each, index) => (index > 0 ? [glyph, each] : [each])), lines: 1 }];
  },
  function matrices(extents) {
    const { rows, cols, channels } = extents;
    const product = [map('A', rows, cols, extents), glyph, map('W', cols, channels, extents), glyph];
    return [{ items: [...product, map('Z', rows, channels, extents)], lines: 1, even: true }];
  },
  function matricesWithEntries(extents) {
    const { rows, cols, channels, kernelRows, kernelCols } = extents;
    const product = [map('A', rows, cols, extents), glyph, map('W', cols, channels, extents), glyph];
    const entries = map('Z-entries', kernelRows, kernelCols, extents, { magnifies: 'Z' });
    return [{ items: [...product, map('Z', rows, channels, extents), entries], lines: 1, even: true }];
  },
];

const length = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 14 }), weight: 4 },
  { arbitrary: fc.integer({ min: 15, max: 600 }), weight: 1 },
);
const kernel = fc.integer({ min: 1, max: 7 });
const extents = fc.record({
  rows: length,
  cols: length,
  kernelRows: kernel,
  kernelCols: kernel,
  outRows: length,
  outCols: length,
  channels: fc.integer({ min: 1, max: 9 }),
  filters: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 16 })),
  titleWidth: fc.integer({ min: 10, max: 200 }),
  hasNote: fc.boolean(),
});

/** Of the stage, in CSS pixels: from a panel of 320 × 256 (400 % zoom) to one of 2560 × 1440. */
const width = fc.oneof(fc.constantFrom(360, 505, 680, 1088, 1568), fc.integer({ min: 290, max: 2520 }));
const height = fc.integer({ min: 120, max: 1340 });
const isPresented = fc.integer({ min: 0, max: 9 }).map((each) => each === 0);

test('any layer in any panel: inside it, in reading order, a function of layer and size, cells of one size or a magnifier', () => {
  fc.assert(
    fc.property(fc.constantFrom(...stages), extents, width, height, isPresented, (stageOf, ...values) => {
      const [sizes, available, high, presented] = values;
      const present = available < leastPresented - 56 ? narrowPresentMetrics : presentMetrics;
      const metrics = presented ? present : stageMetrics(available < 900, available);
      const stage = stageOf(sizes);
      const fit = fitStage(stage, available, high, metrics);
      expectInside(stage, fit, available, metrics);
      if (fit.fits) expect(fit.height).toBeLessThanOrEqual(high);
      const cell = smallestMapOf(stage, fit);
      if (cell >= readableCell) expect(leastHeight(stage, available, cell, metrics)).toBeLessThanOrEqual(fit.height);
      // Some cases once more, after other cases: nothing is kept from call to call.
      if (high % 10 === 0) expect(fitStage(stage, available, high, metrics)).toEqual(fit);
      // What is whole stays whole in more height.
      if (fit.fits) expect(fitStage(stage, available, high + 40, metrics).fits).toBe(true);
      stage.forEach((row, index) => {
        expectOneSizeOrMagnifier(row, fit.rows[index]!);
        expectCorresponding(row, fit.rows[index]!);
        expectTextsAndStrips(row, fit.rows[index]!, metrics);
        for (const { cell } of fit.rows[index]!.items)
          expect(cell).toBeLessThanOrEqual(Math.max(metrics.largestCell, metrics.largestLowCell));
      });
    }),
    { numRuns: runsOf(3000) },
  );
});

/** Every shelf is within its row's frame, and only maps that others replace are left out. */
function expectInside(rows: readonly RowSize[], fit: StageFit, available: number, metrics: StageMetrics): void {
  rows.forEach(({ items }, index) => {
    const { shelves, items: fits, column } = fit.rows[index]!;
    for (const shelf of shelves) {
      const across = shelf.filter((item) => item !== column?.lower);
      const used = across.reduce((sum, item) => sum + fits[item]!.width, metrics.gap * (across.length - 1));
      if (used > shareOfRow(fit, index, available, metrics) - 2 * metrics.padding - 2 + 1e-9)
        expect.fail(`row ${index}: ${used} px`);
    }
    const shown = shelves.flat();
    expect(shown).toEqual([...shown].sort((first, second) => first - second));
    const hidden = items.filter((_, item) => !shown.includes(item));
    expect(hidden.every((item) => item.kind === 'map' && item.magnifies)).toBe(true);
  });
}

/** Maps without a magnifier have cells of one size (small ones with changes and matrices with numbers larger), and that size is enough for numbers. */
function expectOneSizeOrMagnifier({ items, even }: RowSize, { shelves, items: fits }: RowFit): void {
  const shown = shelves.flat().flatMap((index) => {
    const item = items[index]!;
    return item.kind === 'map' ? [{ item, cell: fits[index]!.cell }] : [];
  });
  const cells = (filter: (item: MapSize) => boolean): Set<number> =>
    new Set(shown.filter(({ item }) => filter(item)).map(({ cell }) => cell));
  const unnumbered = [...cells((item) => item.magnifies === undefined)].filter((cell) => cell < readableCell);
  if (even) expect(unnumbered.length).toBeLessThanOrEqual(1);
  if (shown.some(({ item }) => item.magnifies) || !items.some((item) => item.kind === 'map' && item.magnifies)) return;
  const corresponding = cells((item) => item.hasChanges !== true && item.rows * item.cols > 1);
  expect(corresponding.size).toBeLessThanOrEqual(1);
  expect(Math.min(...shown.map(({ cell }) => cell))).toBeGreaterThanOrEqual(readableCell);
}

/**
 * Maps of the same extents correspond cell by cell, also next to a magnifier: their cells have one size. The entries of a matrix
 * are in lines of another length than its own.
 */
function expectCorresponding({ items, even }: RowSize, { shelves, items: fits }: RowFit): void {
  const cells = new Map<string, number>();
  for (const index of shelves.flat()) {
    const item = items[index]!;
    if (item.kind !== 'map' || item.hasChanges || item.rows * item.cols === 1) continue;
    if (even && item.magnifies !== undefined) continue;
    const extents = `${item.rows}×${item.cols}`;
    const { cell } = fits[index]!;
    expect(cells.get(extents) ?? cell, `${item.id} ${extents}`).toBe(cell);
    cells.set(extents, cell);
  }
}

/** Titles, notes and the planes of all filters have their width and height, and begin where the cells do. */
function expectTextsAndStrips(
  { items }: RowSize,
  { shelves, notes, items: fits, column }: RowFit,
  metrics: StageMetrics,
): void {
  const upper = column ? column.lower - 1 : -1;
  const heightAt = (index: number): number => heightOf(items[index]!, fits[index]!.cell, metrics);
  shelves.forEach((shelf, line) => {
    const high = (index: number): number =>
      index === upper || index === column?.lower
        ? heightAt(upper) + column!.gap + heightAt(column!.lower)
        : heightAt(index);
    const highest = Math.max(...shelf.map(high));
    for (const index of shelf) {
      const item = items[index]!;
      if (item.kind !== 'map') continue;
      const { cell, width } = fits[index]!;
      expect(width).toBeGreaterThanOrEqual(item.titleWidth);
      const below = (item.hasNote ? metrics.note : 0) + expectPlanesWithin(item, cell, width);
      const space = index === upper ? column!.gap : (highest - high(index)) / 2 + notes[line]!;
      expect(space).toBeGreaterThanOrEqual(below);
    }
  });
}

/** The planes of all filters are not wider than the cells or the title of their map; their height. */
function expectPlanesWithin({ rows, cols, titleWidth, planes }: MapSize, cell: number, width: number): number {
  if (planes === undefined) return 0;
  const { left } = axisGutter({ rows, cols }, cell);
  const cells = Math.ceil(cols * cell) + 1;
  const strip = stripSize({ rows, cols, count: planes }, width - left);
  expect(left + strip.width).toBeLessThanOrEqual(width);
  expect(strip.width).toBeLessThanOrEqual(Math.max(64, cells, titleWidth - left));
  return stripMargin + strip.height;
}

/** `cell`: of a fit, that of a ladder is the one of its small maps. */
function heightOf(item: ItemSize, cell: number, metrics: StageMetrics): number {
  if (item.kind === 'ladder') return ladderHeight({ ...item, leastMapCell: cell }, 0);
  return itemHeight(item, cell, metrics);
}
