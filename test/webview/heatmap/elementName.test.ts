import { expect, test } from 'vitest';
import type { CellAddress } from '../../../core/step/Frame';
import { cellOfElement, elementIndex, elementName } from '../../../webview/heatmap/elementName';

/** Example 1, channel 2 of an array (2, 5, 7, 4), shown with one row and two columns of padding. */
const address: CellAddress = {
  role: 'x',
  name: 'A_prev',
  shape: [2, 5, 7, 4],
  offset: 1 * 140 + 2,
  rowStride: 28,
  colStride: 4,
  rowOrigin: 1,
  colOrigin: 2,
  rows: 5,
  cols: 7,
};

test('a cell is an element of its array, and padding is not', () => {
  const index = elementIndex(address, 3, 5)!;
  expect(elementName(address, index)).toBe('A_prev[1, 2, 3, 2]');
  expect(elementIndex(address, 0, 5)).toBeUndefined();
  expect(elementIndex(address, 3, 1)).toBeUndefined();
  expect(elementIndex(address, 6, 5)).toBeUndefined();
  expect(elementIndex(undefined, 0, 0)).toBeUndefined();
});

test('an element is a cell of the map that shows it, and of no other', () => {
  for (let row = 0; row < 5; row++) {
    for (let col = 0; col < 7; col++) {
      const index = elementIndex(address, row + 1, col + 2)!;
      expect(cellOfElement(address, index)).toEqual({ row: row + 1, col: col + 2 });
    }
  }
  expect(cellOfElement(address, 2)).toBeUndefined();
  expect(cellOfElement(address, 143)).toBeUndefined();
});
