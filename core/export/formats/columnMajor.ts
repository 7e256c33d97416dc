/** Column-major order, as in MATLAB, Julia and R: the axes of an array with more than two are written in reverse. */

/** Rows of a matrix of `cols` columns, the elements of each joined by `between`. */
export function matrixRows(count: number, cols: number, between: string, element: (k: number) => string): string[] {
  return Array.from({ length: cols === 0 ? 0 : count / cols }, (_, row) =>
    Array.from({ length: cols }, (_unused, col) => element(row * cols + col)).join(between),
  );
}

/** All elements in C order; a line break after each row of the last axis. */
export function flatElements(count: number, cols: number, indent: number, element: (k: number) => string): string {
  return matrixRows(count, cols, ', ', element).join(`,\n${' '.repeat(indent)}`);
}

/** Extents from last to first. */
export function reversedExtents(shape: readonly number[]): string {
  return [...shape].reverse().join(', ');
}

/** n, n − 1, …, 1: the permutation that restores the order of the axes. */
export function reversedAxes({ length }: readonly number[]): number[] {
  return Array.from({ length }, (_, axis) => length - axis);
}
