import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { fitStage, type SizedItem, type StageFit, type StageMetrics } from '../../../webview/layout/fitStage';
import type { Shelf } from '../../../webview/layout/flow';
import { stageMetrics } from '../../../webview/stage/stageMetrics';

const narrow = stageMetrics(497);
const wide = stageMetrics(1080);
const map = (rows: number, cols: number, titleWidth = 80, noteWidth = 40): SizedItem => ({
  kind: 'map',
  rows,
  cols,
  titleWidth,
  brokenTitleWidth: titleWidth / 2,
  noteWidth,
});
const glyph: SizedItem = { kind: 'glyph', width: 16 };
const convForward = [[map(7, 9), glyph, map(3, 3), glyph, map(3, 3), glyph, map(3, 4)]];

/** The width of a row as its figures are drawn. */
function rowWidth(shelf: Shelf, { widths }: StageFit, { gap, groupGap }: StageMetrics): number {
  const drawn = shelf.entries.map((entry): number => {
    if (entry.kind !== 'stack') return widths[entry.group]![entry.index]!;
    return Math.max(...entry.shelves.map((inner) => rowWidth(inner, { widths } as StageFit, { gap } as StageMetrics)));
  });
  const between = shelf.entries.every(({ kind }) => kind === 'stack') ? groupGap : gap;
  return drawn.reduce((sum, width) => sum + width, between * (drawn.length - 1));
}

function order(shelves: readonly Shelf[]): string[] {
  return shelves.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'stack' ? order(entry.shelves) : [`${entry.group} ${entry.index}`])),
  );
}

describe('fitStage', () => {
  test('convolution of 5×7, pad 1, in the usual 525×800 place: fits, with cells large enough for numbers', () => {
    const fit = fitStage(convForward, 497, 440, narrow);
    expect(fit.fits).toBe(true);
    expect(fit.height).toBeLessThanOrEqual(440);
    expect(fit.cells[0]![0]).toBeGreaterThanOrEqual(30);
  });

  test('a wide panel has everything in one row', () => {
    const fit = fitStage(convForward, 1080, 460, wide);
    expect(fit.shelves).toHaveLength(1);
    expect(fit.shelves[0]!.entries).toHaveLength(7);
  });

  test('six maps of a backward step fit above the words at 525×800', () => {
    const backward = [[map(4, 4), glyph, map(2, 2), glyph, map(8, 8)], [map(8, 8), glyph, map(2, 2)], [map(1, 1)]];
    expect(fitStage(backward, 497, 420, narrow).fits).toBe(true);
  });

  const backward = [
    [map(4, 4, 90), glyph, map(2, 2, 125, 110), glyph, map(8, 8, 120, 110)],
    [map(8, 8, 120, 230), glyph, glyph, glyph, map(2, 2, 130, 110), map(1, 1, 130, 45)],
  ];

  test('two equations of six maps at 525×800: each in a column of its own, with cells that have room for numbers', () => {
    const fit = fitStage(backward, 497, 420, narrow);
    expect(fit.fits).toBe(true);
    expect(fit.shelves).toHaveLength(1);
    expect(fit.shelves[0]!.entries.map(({ kind }) => kind)).toEqual(['stack', 'stack']);
    expect(Math.min(...fit.cells.flat().filter((cell) => cell > 0))).toBeGreaterThanOrEqual(22);
  });

  test('two equations of six maps in a wide panel have cells with room for two decimals', () => {
    const fit = fitStage(backward, 1080, 460, wide);
    expect(fit.height).toBeLessThanOrEqual(460);
    expect(Math.min(...fit.cells.flat().filter((cell) => cell > 0))).toBeGreaterThanOrEqual(29);
  });

  test('titles take two lines where that lets all maps stand in one row with larger cells', () => {
    const pooling = [[map(5, 3, 115), glyph, map(2, 2, 100), glyph, map(4, 2, 95), glyph, map(5, 3, 125)]];
    const fit = fitStage(pooling, 497, 440, narrow);
    expect(fit.shelves).toHaveLength(1);
    expect(fit.shelves[0]!.hasTallTitles).toBe(true);
    expect(fit.cells[0]![0]).toBeGreaterThanOrEqual(36);
  });

  test('notes get two lines of their own map, and the room for them', () => {
    const short = fitStage([[map(3, 3, 80, 40)]], 497, 440, narrow);
    const long = fitStage([[map(3, 3, 80, 260)]], 497, 440, narrow);
    expect(long.height).toBe(short.height + narrow.lineHeight);
    expect(long.widths[0]![0]! * 2).toBeGreaterThan(260);
  });

  test('a map of 512×512 never is wider than the panel, and small maps stay readable beside it', () => {
    const fit = fitStage([[map(512, 512), glyph, map(3, 3), glyph, map(510, 510)]], 497, 440, narrow);
    expect(fit.cells[0]![0]! * 512).toBeLessThanOrEqual(497);
    expect(fit.cells[0]![2]).toBeGreaterThanOrEqual(18);
  });

  test('where the height is hopeless the width is still kept', () => {
    const fit = fitStage(convForward, 497, 60, narrow);
    expect(fit.fits).toBe(false);
    for (const shelf of fit.shelves) {
      expect(rowWidth(shelf, fit, narrow)).toBeLessThanOrEqual(497);
    }
  });

  test('any maps: rows within the width, reading order kept, nothing lost', () => {
    const maps = fc.record({ rows: fc.integer({ min: 1, max: 40 }), cols: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(fc.array(fc.array(maps, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), (sizes) => {
        const groups = sizes.map((group) => group.flatMap(({ rows, cols }) => [map(rows, cols), glyph]));
        const fit = fitStage(groups, 497, 440, narrow);
        const all = groups.flatMap((group, groupIndex) => group.map((_, index) => `${groupIndex} ${index}`));
        expect(order(fit.shelves)).toEqual(all);
        for (const shelf of fit.shelves) {
          expect(rowWidth(shelf, fit, narrow)).toBeLessThanOrEqual(497 + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });
});
