import { describe, expect, test } from 'vitest';
import { fitPlanes } from '../../../webview/layout/fitPlanes';

const metrics = { gap: 16, label: 28, least: 52, leastWidth: 26 };

describe('fitPlanes', () => {
  test('the largest cells at which all small maps are in the box', () => {
    expect(fitPlanes({ rows: 5, cols: 7 }, 4, { width: 480, height: 300 }, metrics)).toEqual({ columns: 2, cell: 21 });
  });

  test('where the smallest maps are not all in one line, slightly smaller ones are', () => {
    const { columns, cell } = fitPlanes({ rows: 16, cols: 20 }, 8, { width: 489, height: 60 }, metrics);
    expect(columns).toBe(8);
    expect(8 * 20 * cell + 7 * 16).toBeCloseTo(489, 9);
    expect(20 * cell).toBeGreaterThan(0.75 * 52);
  });

  test('many small maps keep their least size and take several lines', () => {
    expect(fitPlanes({ rows: 16, cols: 20 }, 16, { width: 489, height: 60 }, metrics)).toEqual({
      columns: 7,
      cell: 2.6,
    });
  });
});
