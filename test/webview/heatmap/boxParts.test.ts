import { describe, expect, test } from 'vitest';
import type { Box } from '../../../core/step/Frame';
import { boxParts } from '../../../webview/heatmap/paint/boxParts';

const whole = { row: 0, col: 0, rows: 9, cols: 12 };
const window: Box = { row: 1, col: 2, rows: 3, cols: 2, style: 'window' };

describe('outlines of a box', () => {
  test('a window of 3×2 cells of 20 px: its border is on the grid lines around it', () => {
    expect(boxParts(window, whole, 20, 2)).toEqual([{ left: 39.5, top: 19.5, width: 42, height: 62 }]);
  });

  test('a map that is zoomed shows the box where its part has it', () => {
    const [part] = boxParts(window, { row: 0.5, col: 1, rows: 4, cols: 6 }, 40, 2);
    expect(part).toEqual({ left: 39.5, top: 19.5, width: 82, height: 122 });
  });

  test('a dilated window is outlined cell by cell; one of more than 49 cells as a whole', () => {
    const dilated: Box = { row: 1, col: 2, rows: 5, cols: 3, style: 'window', stepRow: 2, stepCol: 2 };
    const parts = boxParts(dilated, whole, 20, 2);
    expect(parts.map(({ left, top }) => [left, top])).toEqual([
      [39.5, 19.5],
      [79.5, 19.5],
      [39.5, 59.5],
      [79.5, 59.5],
      [39.5, 99.5],
      [79.5, 99.5],
    ]);
    expect(parts.every(({ width, height }) => width === 22 && height === 22)).toBe(true);
    const many: Box = { row: 0, col: 0, rows: 509, cols: 509, style: 'link', stepRow: 2, stepCol: 2 };
    expect(boxParts(many, { row: 0, col: 0, rows: 512, cols: 512 }, 1, 1)).toHaveLength(1);
  });

  test('rows of a window that is dilated in one direction only', () => {
    const striped: Box = { row: 0, col: 0, rows: 5, cols: 3, style: 'window', stepRow: 2 };
    expect(boxParts(striped, whole, 10, 2).map(({ width, height }) => [width, height])).toEqual([
      [32, 12],
      [32, 12],
      [32, 12],
    ]);
  });

  test('a window of a few pixels is outlined at a size that can be seen, around its centre', () => {
    const [part] = boxParts({ row: 100, col: 100, rows: 3, cols: 3, style: 'window' }, whole, 0.5, 1);
    expect(part).toEqual({ left: 50 + 0.5 + 0.75 - 4.5, top: 50 + 0.5 + 0.75 - 4.5, width: 9, height: 9 });
  });
});
