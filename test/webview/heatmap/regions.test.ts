import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { clampRegion, regionAround, zoomRegion } from '../../../webview/heatmap/paint/regions';

const whole = { row: 0, col: 0, rows: 200, cols: 300 };

describe('zoomRegion', () => {
  test('the place under the pointer stays under it', () => {
    const zoomed = zoomRegion(whole, 4, { row: 50, col: 120 }, whole, 0.01);
    expect(zoomed).toMatchObject({ rows: 50, cols: 75 });
    expect((50 - zoomed.row) / zoomed.rows).toBeCloseTo(50 / 200);
    expect((120 - zoomed.col) / zoomed.cols).toBeCloseTo(120 / 300);
  });

  test('never outside the map, never more than all, never less than the smallest part, always its ratio', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (factor, row, col) => {
          const zoomed = zoomRegion(whole, factor, { row, col }, whole, 0.1);
          expect(zoomed.rows).toBeGreaterThanOrEqual(20 - 1e-9);
          expect(zoomed.rows).toBeLessThanOrEqual(200);
          expect(zoomed.cols / zoomed.rows).toBeCloseTo(1.5);
          expect(zoomed).toEqual(clampRegion(zoomed, whole));
        },
      ),
    );
  });
});

test('regionAround moves as little as needed to hold the window', () => {
  const seen = { row: 10, col: 10, rows: 20, cols: 30 };
  expect(regionAround(seen, { row: 15, col: 15, rows: 3, cols: 3 }, whole)).toEqual(seen);
  expect(regionAround(seen, { row: 40, col: 15, rows: 3, cols: 3 }, whole)).toEqual({ ...seen, row: 24 });
  expect(regionAround(seen, { row: 0, col: 0, rows: 3, cols: 3 }, whole)).toEqual({ ...seen, row: 0, col: 0 });
});

test('a zoomed map stays where it is while its window does: 1–8 × 1–8 windows, regions of 2–12 rows and columns', () => {
  const place = fc.integer({ min: 0, max: 180 });
  const side = fc.integer({ min: 1, max: 8 });
  const extent = fc.double({ min: 2, max: 12, noNaN: true });
  fc.assert(
    fc.property(place, place, side, side, place, place, extent, (row, col, rows, cols, top, left, length) => {
      const box = { row, col, rows, cols };
      const moved = regionAround({ row: top, col: left, rows: length, cols: length }, box, whole);
      expect(regionAround(moved, box, whole)).toEqual(moved);
      // The region is in the window where it is smaller, else the window is in the region.
      const [first, last] = [Math.min(box.row, moved.row), Math.max(box.row + rows, moved.row + length)];
      expect(last - first).toBeCloseTo(Math.max(rows, length));
    }),
  );
});
