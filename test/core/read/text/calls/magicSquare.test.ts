import { describe, expect, it } from 'vitest';
import { magicSquare } from '../../../../../core/read/text/calls/expressions/magicSquare';

describe('magicSquare', () => {
  it.each([
    [1, [1]],
    [3, [8, 1, 6, 3, 5, 7, 4, 9, 2]],
    [4, [16, 2, 3, 13, 5, 11, 10, 8, 9, 7, 6, 12, 4, 14, 15, 1]],
    [
      6,
      [
        35, 1, 6, 26, 19, 24, 3, 32, 7, 21, 23, 25, 31, 9, 2, 22, 27, 20, 8, 28, 33, 17, 10, 15, 30, 5, 34, 12, 14, 16,
        4, 36, 29, 13, 18, 11,
      ],
    ],
  ])("magic(%s) is MATLAB's", (size, values) => {
    expect(Array.from(magicSquare(size)!.data)).toEqual(values);
  });

  it.each([5, 7, 8, 10, 14, 18])('of size %s: each number once, and all sums are the same', (size) => {
    const values = Array.from(magicSquare(size)!.data);
    expect([...values].sort((a, b) => a - b)).toEqual(values.map((_, index) => index + 1));
    const sum = (cells: readonly number[]) => cells.reduce((total, cell) => total + values[cell]!, 0);
    const all = [...Array(size).keys()];
    const lines = all.flatMap((line) => [all.map((i) => line * size + i), all.map((i) => i * size + line)]);
    lines.push(
      all.map((i) => i * size + i),
      all.map((i) => i * size + size - 1 - i),
    );
    expect(new Set(lines.map(sum))).toEqual(new Set([(size * (size * size + 1)) / 2]));
  });

  it('has no square of size 2, 0 or 1.5', () => {
    expect([2, 0, 1.5].map(magicSquare)).toEqual([undefined, undefined, undefined]);
  });
});
