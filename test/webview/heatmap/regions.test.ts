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
