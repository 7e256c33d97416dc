import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, MapView, Scale } from '../../../core/step/Frame';
import {
  cellFormat,
  isWindowCell,
  stepFormat,
  windowFormat,
  windowTexts,
} from '../../../webview/heatmap/paint/cellFormat';
import { cellText, changeText } from '../../../webview/heatmap/paint/cellTexts';

const usual: Scale = { kind: 'diverging', min: -3.2, max: 3.2 };

/** Width of a text of this many characters at 10 px, in pixels. */
const textWidth = (text: string): number => text.length * 6.02;

function mapOf(rows: number, cols: number, boxes: readonly Box[]): MapView {
  return { id: 'x', title: 'x', rows, cols, values: new Float64Array(rows * cols), scale: usual, boxes, notes: [] };
}

describe('numbers in cells', () => {
  test('cells of 24 px: one decimal, two in the cells of the window, digits of at least 10 px', () => {
    expect(cellFormat({}, usual, 2, 24)).toMatchObject({ decimals: 1, font: 10 });
    expect(windowFormat({}, usual, 2, 24)).toMatchObject({ decimals: 2, font: 10 });
    expect(cellText(-0.567, windowFormat({}, usual, 2, 24), {})).toBe('−0.57');
  });

  test('cells of 19 to 22 px have one decimal each: none with and others without', () => {
    for (const cell of [19, 20, 21, 22]) {
      const format = cellFormat({}, usual, 2, cell);
      expect([0.45, -0.3, 2, -1.25].map((value) => cellText(value, format, {}))).toEqual([
        '0.5',
        '−0.3',
        '2.0',
        '−1.3',
      ]);
    }
  });

  test.each([
    [30, 10],
    [96, 20],
    [220, 35.2],
  ])('in cells of %i px the font has %d px', (cell, font) => {
    expect(cellFormat({}, usual, 2, cell).font).toBeCloseTo(font);
  });

  test('numbers that are too long have an exponent, with as many digits as there is space for', () => {
    const wide = windowFormat({}, { kind: 'diverging', min: -1e7, max: 1e7 }, 2, 36);
    expect([-11458358, -9812345, 123456789].map((value) => cellText(value, wide, {}))).toEqual([
      '−1.15e7',
      '−9812345',
      '1.23e8',
    ]);
    const narrow = windowFormat({}, { kind: 'diverging', min: -1e7, max: 1e7 }, 2, 24);
    expect([-11458358, -9812345].map((value) => cellText(value, narrow, {}))).toEqual(['−1e7', '−1e7']);
  });

  test('cells that are too small for the longest numbers of a scale have none; smaller numbers are not shown between marks', () => {
    const bytes: Scale = { kind: 'sequential', min: 0, max: 250 };
    expect(cellFormat({ integers: true }, bytes, 2, 12.6).font).toBe(0);
    expect(cellFormat({}, usual, 2, 18).font).toBe(0);
    expect(cellFormat({ integers: true }, bytes, 2, 14).font).toBeGreaterThanOrEqual(10);
    expect(cellFormat({ integers: true }, { ...bytes, max: 90 }, 2, 12.6).font).toBeGreaterThanOrEqual(10);
  });

  test('a scale from 0: most numbers have as many digits as its end, and next to each other they do not touch', () => {
    const ramp: Scale = { kind: 'sequential', min: 0, max: 50 };
    expect(cellFormat({}, ramp, 2, 23)).toMatchObject({ decimals: 1, font: 10 });
    expect(cellFormat({}, { ...ramp, max: 15 }, 2, 25).decimals).toBe(2);
  });

  test('numbers of a map of a window’s size have the same decimals where many of them are 10 or more', () => {
    const scale: Scale = { kind: 'diverging', min: -20, max: 20 };
    const map = mapOf(5, 6, []);
    const format = windowFormat(map, scale, 2, 25);
    const texts = [-18.59, 15.98, 3.12, -4.82, 0.19, 7.92].map((value) => cellText(value, format, map));
    expect(texts).toEqual(['−18.6', '16.0', '3.1', '−4.8', '0.2', '7.9']);
    // In larger cells, all of them have two.
    expect(windowFormat(map, scale, 2, 28).decimals).toBe(2);
    // Single ones of 10 or more do not take the decimals of the others.
    expect(windowFormat(map, { ...scale, min: -12, max: 12 }, 2, 25).decimals).toBe(2);
    // A window of a larger map keeps two.
    expect(windowFormat(mapOf(9, 9, []), scale, 2, 25).decimals).toBe(2);
  });

  test('numbers next to hundreds have no decimals where hundreds have none, also in the window of a larger map', () => {
    const texts = (rows: number, end: number, values: readonly number[]): string[] => {
      const map = mapOf(rows, rows, []);
      const format = windowFormat(map, { kind: 'diverging', min: -end, max: end }, 2, 25);
      return values.map((value) => cellText(value, format, map));
    };
    expect(texts(8, 888, [-197, -25.24, 0.61])).toEqual(['−197', '−25', '1']);
    expect(texts(3, 150, [-122.4, -85.7])).toEqual(['−122', '−86']);
  });

  test('a change that the rounded value does not show is above it as a difference', () => {
    const format = windowFormat({}, { kind: 'diverging', min: -1e7, max: 1e7 }, 2, 36);
    expect(changeText(-11458358, -11485852, 8, format, {})).toBe('Δ−27490');
    // Differences of the same length in narrow cells would touch each other.
    const narrow = windowFormat({}, { kind: 'diverging', min: -1.3e7, max: 1.3e7 }, 2, 28);
    expect(changeText(-11458358, -11485852, 8, narrow, {})).toBe('Δ−3e4');
    expect(changeText(0.5601, 0.5749, 8, windowFormat({}, usual, 2, 36), {})).toBe('0.56→');
    expect(changeText(0.5601, 0.5621, 8, windowFormat({}, usual, 2, 36), {})).toBe('Δ0.002');
    expect(changeText(0.25, 0.75, 8, windowFormat({}, usual, 2, 36), {})).toBe('0.25→');
    // In narrow cells the arrow would touch the next number.
    expect(changeText(0.67, 0.56, 8, windowFormat({}, usual, 2, 26), {})).toBe('0.67→');
    expect(changeText(-2.63, -2.64, 8, windowFormat({}, usual, 2, 26), {})).toBe('−2.63');
    expect(changeText(-2.63, -2.64, 8, windowFormat({}, usual, 2, 19), {})).toBe('Δ<0');
    expect(changeText(1.6, 1.6 + 1e-12, 8, windowFormat({}, usual, 2, 19), {})).toBe('Δ>0');
    expect(changeText(3, 4, 8, windowFormat({ integers: true }, usual, 2, 36), { integers: true })).toBe('3→');
  });

  test('cells of the window: those of its box, of a dilated box every n-th, and all cells of a map of a window’s size', () => {
    const window: Box = { row: 1, col: 2, rows: 3, cols: 3, style: 'window' };
    const large = mapOf(9, 9, [window, { row: 8, col: 8, rows: 1, cols: 1, style: 'link' }]);
    expect([isWindowCell(large, 1, 2), isWindowCell(large, 3, 4)]).toEqual([true, true]);
    expect([isWindowCell(large, 4, 4), isWindowCell(large, 8, 8)]).toEqual([false, false]);
    const dilated = mapOf(9, 9, [{ ...window, stepRow: 2, stepCol: 2 }]);
    expect([isWindowCell(dilated, 3, 4), isWindowCell(dilated, 2, 3)]).toEqual([true, false]);
    expect(isWindowCell(mapOf(3, 3, []), 2, 2)).toBe(true);
  });

  test('another window changes no text in cells that all have the same decimals; in small cells it has the only ones', () => {
    const textsAt = (cell: number) => windowTexts(mapOf(9, 9, []), usual, 2, cell);
    expect([10, 15, 18, 24, 48].map(textsAt)).toEqual(['as all', 'only', 'only', 'other', 'as all']);
    expect(windowTexts(mapOf(3, 3, []), usual, 2, 15)).toBe('as all');
    expect(windowTexts({ ...mapOf(9, 9, []), integers: true }, usual, 2, 15)).toBe('as all');
  });

  test('the result of a step has as many decimals as those before it; in cells too small for all numbers it has its own', () => {
    const results = { ...mapOf(8, 8, []), growing: true } as const;
    const wide: Scale = { kind: 'diverging', min: -300, max: 300 };
    expect(stepFormat(results, wide, 2, 24)).toEqual(cellFormat(results, wide, 2, 24));
    expect(stepFormat(results, wide, 2, 24)).not.toEqual(windowFormat(results, wide, 2, 24));
    expect(stepFormat(results, wide, 2, 18).font).toBeGreaterThan(0);
    expect(stepFormat(mapOf(8, 8, []), wide, 2, 24)).toEqual(windowFormat(results, wide, 2, 24));
  });

  test('any value in any cell of at least 19 px: a text that fits, never nothing', () => {
    const value = fc.oneof(fc.double(), fc.double({ min: -1000, max: 1000, noNaN: true }), fc.constant(-0.00089));
    const bound = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, bound, fc.integer({ min: 19, max: 64 }), fc.integer({ min: 0, max: 6 }), (...values) => {
        const [number, max, cell, precision] = values;
        const scale: Scale = { kind: 'diverging', min: -max, max };
        for (const format of [cellFormat({}, scale, precision, cell), windowFormat({}, scale, precision, cell)]) {
          expect(format.font).toBeGreaterThanOrEqual(10);
          const text = cellText(number, format, {});
          expect(text.length).toBeGreaterThan(0);
          expect(textWidth(text) * 0.68).toBeLessThanOrEqual(format.width);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('a value that rounds to zero keeps its sign and its decimals, zero has none, one that is too long has a mark', () => {
    const format = cellFormat({}, usual, 2, 34);
    expect(cellText(-0.00089, format, {})).toBe('−0.00');
    expect(cellText(0.004, format, {})).toBe('0.00');
    expect(cellText(0, format, {})).toBe('0');
    expect(cellText(-1234567, cellFormat({}, usual, 2, 21), {})).toBe('−1e6');
    expect(cellText(-1234567, cellFormat({}, usual, 2, 12), {})).toBe('…');
  });

  test.each([
    { end: 2e-6, cell: 38, precision: 2, texts: ['−1.5e−6', '3.0e−7', '0'] },
    { end: 2e-6, cell: 24, precision: 2, texts: ['−2e−6', '3e−7', '0'] },
    { end: 0.009, cell: 38, precision: 2, texts: ['−1.5e−6', '3.0e−7', '0'] },
    { end: 0.009, cell: 38, precision: 3, texts: ['−0.000', '0.000', '0'] },
    { end: 0.01, cell: 38, precision: 2, texts: ['−0.00', '0.00', '0'] },
  ])('a scale up to $end, $precision decimals, cells of $cell px: $texts', ({ end, cell, precision, texts }) => {
    const scale: Scale = { kind: 'diverging', min: -end, max: end };
    for (const format of [cellFormat({}, scale, precision, cell), windowFormat({}, scale, precision, cell)]) {
      expect([-1.5e-6, 3e-7, 0].map((value) => cellText(value, format, {}))).toEqual(texts);
    }
    const integers = { integers: true };
    expect(cellText(1, windowFormat(integers, { kind: 'sequential', min: 0, max: 1 }, 2, cell), integers)).toBe('1');
  });

  test('a map of a window’s size has no numbers where some would be marks: 7×7 from −700 to 700 in cells of 15 px', () => {
    const wide: Scale = { kind: 'diverging', min: -700, max: 700 };
    expect([15, 20].map((cell) => windowFormat({}, wide, 2, cell).font)).toEqual([0, 10]);
  });
});
