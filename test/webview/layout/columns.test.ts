import { expect, test } from 'vitest';
import { columnsOf } from '../../../webview/layout/columns';

const beside = (stage: number, code: number) => ({ stage, code, below: 0, whole: 0 });
const below = (stage: number, heights: { below: number; whole: number }) => ({ stage, code: 0, ...heights });

test.each([
  ['a loop of 12 lines at 1120 px is below', 1120, false, 12, below(1120, { below: 0, whole: 286 })],
  ['a loop of 12 lines at 1600 px is next to the stage', 1600, false, 12, beside(1088, 512)],
  ['three lines at 1600 px are below', 1600, false, 3, below(1600, { below: 0, whole: 115 })],
  ['one line at 525 px is below', 525, false, 1, below(525, { below: 0, whole: 77 })],
  ['own code at 525 px is seen below', 525, true, 30, below(525, { below: 150, whole: 0 })],
  ['own code at 380 px is seen below, in less height', 380, true, 30, below(380, { below: 130, whole: 0 })],
  ['own code at 1120 px is next to the stage', 1120, true, 30, beside(700, 420)],
] as const)('%s', (_, width, hasOwnCode, lines, columns) => {
  expect(columnsOf(width, hasOwnCode, lines, () => 50)).toEqual(columns);
});

test('own code at 525 px is seen in less space, or below a whole stage, where the cells could not be read otherwise', () => {
  const fitsAbove = (most: number) => columnsOf(525, true, 30, (columns) => (columns.below <= most ? 22 : 0)).below;
  expect([fitsAbove(160), fitsAbove(140), fitsAbove(100), fitsAbove(0)]).toEqual([150, 130, 96, 0]);
});

const cells = (beside: number, below: number) => (columns: { code: number }) => (columns.code > 0 ? beside : below);

test.each([
  ['a loop of 6 lines is below where the maps are then clearly larger', 1400, 6, cells(66, 90), 0],
  ['it is next to the stage where they are hardly larger', 1400, 6, cells(66, 72), 448],
  ['it is next to the stage where they do not fit above it', 1400, 6, cells(66, 0), 448],
  ['a loop of 12 lines is next to the stage', 1400, 12, cells(66, 90), 448],
  ['at 1120 px it is next to it where the maps are then clearly larger', 1120, 12, cells(50, 34), 440],
  ['at 1120 px it is below where they are hardly larger', 1120, 12, cells(36, 34), 0],
] as const)('%s', (_, width, lines, cellOf, code) => {
  const columns = columnsOf(width, false, lines, cellOf);
  expect(columns.code).toBe(code);
  expect(columns.whole).toBe(code === 0 ? 58 + 19 * lines : 0);
});
