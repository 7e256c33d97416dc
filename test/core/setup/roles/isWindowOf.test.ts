import { expect, test } from 'vitest';
import { isWindowOf } from '../../../../core/setup/roles/isWindowOf';
import { guessRoles } from '../../../../core/setup/roles/roles';
import type { NdArray } from '../../../../core/array/NdArray';

const matrix = (...rows: number[][]): NdArray => ({
  shape: [rows.length, rows[0]!.length],
  data: Float64Array.from(rows.flat()),
});
const x = matrix([1, 2, 3, 4], [5, 6, 7, 8], [9, 8, 7, 6]);

test.each([
  [matrix([6, 7], [8, 7]), true],
  [matrix([6, 7, 8], [8, 7, 6]), true],
  [matrix([6, 7], [8, 9]), false],
  [x, false],
  [matrix([8, 8], [8, 8]), false],
  [{ shape: [3], data: Float64Array.of(1, 2, 3) }, false],
])('a matrix %j of a window of a 3×4 input: %s', (window, expected) => {
  expect(isWindowOf(window, x)).toBe(expected);
});

test('a patch of the input next to input and filter is not the gradient, another matrix is', () => {
  const w = matrix([1, 0], [0, -1]);
  const roles = (third: NdArray) =>
    guessRoles(
      [
        { name: 'X', array: x },
        { name: 'W', array: w },
        { name: 'P', array: third },
      ],
      'conv',
      'nhwc',
    );
  expect(roles(matrix([1, 2], [5, 6])).dZ).toBeUndefined();
  expect(roles(matrix([1, 2, 0], [5, 6, 0])).dZ).toBe(2);
});
