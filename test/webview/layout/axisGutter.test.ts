import { describe, expect, test } from 'vitest';
import { axisGutter, axisTicks } from '../../../webview/layout/axisGutter';

describe('row and column numbers', () => {
  test('of large maps, and where cells have no values; three digits need more space than two', () => {
    const square = (side: number): { rows: number; cols: number } => ({ rows: side, cols: side });
    expect(axisGutter(square(16), 19)).toEqual({ left: 0, above: 0 });
    expect(axisGutter(square(16), 18).above).toBeGreaterThan(0);
    expect(axisGutter({ rows: 3, cols: 17 }, 30)).toEqual(axisGutter({ rows: 3, cols: 3 }, 4));
    expect(axisGutter(square(512), 0.5).left).toBeGreaterThan(axisGutter(square(96), 4).left);
  });

  test.each([
    { cells: 512, cell: 0.4, expected: [0, 100, 200, 300, 400, 500] },
    { cells: 96, cell: 4, expected: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90] },
    { cells: 28, cell: 11, expected: [0, 5, 10, 15, 20, 25] },
  ])('$cells cells of $cell px: at round distances of at least 34 px', ({ cells, cell, expected }) => {
    expect(axisTicks(0, cells, cell)).toEqual(expected);
  });

  test('of a part of a map, its own numbers', () => {
    expect(axisTicks(101.5, 12, 30)).toEqual([102, 104, 106, 108, 110, 112]);
  });
});
