/** Which cells and how many numbers differ from what was read before. */
import { expect, it } from 'vitest';
import { changedCells, countChanges } from '../../../core/setup/changedCells';
import { planeAddress } from '../../../core/step/shared/address';

it('countChanges: NaN is NaN, −0 is 0', () => {
  const now = Float64Array.of(1, NaN, -0, Infinity, 5);
  expect(countChanges(now, Float64Array.of(1, NaN, 0, -Infinity, NaN))).toBe(2);
});

it('changedCells: one plane of four axes, and nothing in the padding around it', () => {
  const before = Float64Array.from({ length: 24 }, (_, k) => k);
  const address = { ...planeAddress('x', 'x', [2, 2, 3, 2], 1, 1), rowOrigin: 1, colOrigin: 1 };
  const values = new Float64Array(4 * 5);
  const flat = (row: number, col: number) => 12 + (row * 3 + col) * 2 + 1;
  for (const row of [0, 1]) for (const col of [0, 1, 2]) values[(row + 1) * 5 + col + 1] = flat(row, col);
  values[2 * 5 + 3] = 100;
  expect(changedCells({ rows: 4, cols: 5, values }, address, (index) => before[index])).toEqual([
    { row: 2, col: 3, before: flat(1, 2) },
  ]);
});

it('changedCells: more marks than can be seen are not drawn', () => {
  const values = new Float64Array(150 * 150).fill(1);
  const address = planeAddress('array', 'x', [1, 150, 150, 1], 0, 0);
  expect(changedCells({ rows: 150, cols: 150, values }, address, () => 0)).toEqual([]);
});
