/** MATLAB's `fspecial`: kernels by name, with the formulas of its documentation. */
import type { NdArray } from '../../../../array/NdArray';

const EPSILON = 2 ** -52;

/** Undefined for other names, and for parameters that no kernel has. `given`: the parameters after the name. */
export function fspecial(name: string | undefined, given: readonly NdArray[]): NdArray | undefined {
  const [first, second] = given.map(({ data }) => Array.from(data));
  switch (name) {
    case 'average': {
      const size = sizeOf(first, 3);
      return size && kernel(size, () => 1 / (size[0] * size[1]));
    }
    case 'gaussian': {
      const size = sizeOf(first, 3);
      return size && normalized(gaussian(size, second?.[0] ?? 0.5));
    }
    case 'log':
      return laplacianOfGaussian(sizeOf(first, 5), second?.[0] ?? 0.5);
    case 'laplacian':
      return laplacian(first?.[0] ?? 0.2);
    case 'unsharp': {
      const { shape, data } = laplacian(first?.[0] ?? 0.2);
      return { shape, data: data.map((value, index) => (index === 4 ? 1 : 0) - value) };
    }
    case 'sobel':
      return matrix([1, 2, 1, 0, 0, 0, -1, -2, -1]);
    case 'prewitt':
      return matrix([1, 1, 1, 0, 0, 0, -1, -1, -1]);
    default:
      return undefined;
  }
}

type Size = readonly [rows: number, cols: number];

function sizeOf(given: readonly number[] | undefined, usual: number): Size | undefined {
  const [rows = usual, cols = rows] = given ?? [];
  return [rows, cols].every((extent) => Number.isInteger(extent) && extent >= 1 && extent <= 1000)
    ? [rows, cols]
    : undefined;
}

interface Kernel {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

function kernel([rows, cols]: Size, valueAt: (y: number, x: number) => number): Kernel {
  const data = new Float64Array(rows * cols);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) data[row * cols + col] = valueAt(row - (rows - 1) / 2, col - (cols - 1) / 2);
  }
  return { shape: [rows, cols], data };
}

/** Values below the rounding error of the largest one are zero. */
function gaussian(size: Size, sigma: number): Kernel {
  const { shape, data } = kernel(size, (y, x) => Math.exp(-(x * x + y * y) / (2 * sigma * sigma)));
  const least = EPSILON * data.reduce((a, b) => Math.max(a, b), 0);
  return { shape, data: data.map((value) => (value < least ? 0 : value)) };
}

function normalized({ shape, data }: Kernel): Kernel {
  const sum = data.reduce((a, b) => a + b, 0);
  return { shape, data: sum === 0 ? data : data.map((value) => value / sum) };
}

function laplacianOfGaussian(size: Size | undefined, sigma: number): Kernel | undefined {
  if (!size) return undefined;
  const { data } = normalized(gaussian(size, sigma));
  const variance = sigma * sigma;
  const squares = kernel(size, (y, x) => x * x + y * y).data;
  const curved = data.map((value, index) => (value * (squares[index]! - 2 * variance)) / (variance * variance));
  const mean = curved.reduce((a, b) => a + b, 0) / curved.length;
  return { shape: size, data: curved.map((value) => value - mean) };
}

function laplacian(alpha: number): Kernel {
  const [corner, edge, middle] = [alpha / (alpha + 1), (1 - alpha) / (alpha + 1), -4 / (alpha + 1)];
  return matrix([corner, edge, corner, edge, middle, edge, corner, edge, corner]);
}

function matrix(values: readonly number[]): Kernel {
  return { shape: [3, 3], data: Float64Array.from(values) };
}
