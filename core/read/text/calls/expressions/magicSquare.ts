/** MATLAB's `magic(n)`: the numbers 1 to n², whose rows, columns and diagonals have the same sum. */
import type { NdArray } from '../../../../array/NdArray';

const MAX_SIZE = 1000;

/** Undefined for sizes that are not positive whole numbers, and for 2, where MATLAB's result is not a magic square. */
export function magicSquare(size: number): NdArray | undefined {
  if (!Number.isInteger(size) || size < 1 || size > MAX_SIZE || size === 2) return undefined;
  return { shape: [size, size], data: Float64Array.from(squareOf(size).flat()) };
}

/** Rows of the square. Each of the three kinds of sizes has its own construction. */
function squareOf(size: number): number[][] {
  if (size % 2 === 1) return filled(size, (row, col) => oddCell(size, row, col));
  if (size % 4 === 0) return filled(size, (row, col) => evenCell(size, row, col));
  return fromQuarters(size);
}

function filled(size: number, cell: (row: number, col: number) => number): number[][] {
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (__, col) => cell(row, col)));
}

function oddCell(size: number, row: number, col: number): number {
  const first = (row + col + 2 - (size + 3) / 2 + size) % size;
  const second = (row + 1 + 2 * (col + 1) - 2) % size;
  return size * first + second + 1;
}

/** The numbers in order, those on the diagonals of the blocks of four counted from the end. */
function evenCell(size: number, row: number, col: number): number {
  const inOrder = row * size + col + 1;
  const half = (place: number): number => Math.floor(((place + 1) % 4) / 2);
  return half(row) === half(col) ? size * size + 1 - inOrder : inOrder;
}

/** Four odd squares, of which parts of the left and right columns change their place between the upper and the lower half. */
function fromQuarters(size: number): number[][] {
  const half = size / 2;
  const quarter = squareOf(half);
  const added = half * half;
  const square = filled(size, (row, col) => {
    const step = row < half ? (col < half ? 0 : 2) : col < half ? 3 : 1;
    return quarter[row % half]![col % half]! + step * added;
  });
  const exchange = (row: number, col: number): void => {
    const [upper, lower] = [square[row]!, square[row + half]!];
    [upper[col], lower[col]] = [lower[col]!, upper[col]!];
  };
  const count = (size - 2) / 4;
  for (let row = 0; row < half; row++) {
    for (let col = 0; col < count; col++) exchange(row, col);
    for (let col = size - count + 1; col < size; col++) exchange(row, col);
  }
  exchange(count, 0);
  exchange(count, count);
  return square;
}
