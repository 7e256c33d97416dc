/** Kernels of OpenCV's derivatives and of its Gaussian blur: the product of a column and a row, or a sum of two such products. */
import { arrayOf, type PyArray } from '../../array/PyArray';
import type { Call } from '../../library/call/Call';
import { unsupportedArgument } from '../torch/torchCaller';

/** Size that means Scharr's kernel. */
const SCHARR = -1;

/** `dx` and `dy`: order of the derivative along the columns and the rows. */
export function derivativeKernel(call: Call, size: number): PyArray {
  const [dx, dy] = [call.integer('dx'), call.integer('dy')];
  if (dx < 0 || dy < 0 || dx + dy === 0 || (size === SCHARR && dx + dy !== 1)) throw unsupportedArgument(call, 'dx');
  return scaled(call, [product(differences(call, dy, size), differences(call, dx, size))]);
}

/** The sum of the second derivatives along both axes. */
export function laplacianKernel(call: Call): PyArray {
  const size = call.integer('ksize', 1);
  if (size === 1)
    return scaled(call, [
      [
        [0, 1, 0],
        [1, -4, 1],
        [0, 1, 0],
      ],
    ]);
  const [second, smooth] = [differences(call, 2, size), differences(call, 0, size)];
  return scaled(call, [product(second, smooth), product(smooth, second)]);
}

export function gaussianKernel(call: Call, [cols, rows]: readonly [number, number]): PyArray {
  const sigma = call.number('sigmaX');
  const own = call.number('sigmaY', 0);
  if ([rows, cols].some((size) => size % 2 !== 1)) throw unsupportedArgument(call, 'ksize');
  return scaled(call, [product(bell(rows, own > 0 ? own : sigma), bell(cols, sigma))]);
}

/** Of small sizes without a sigma, the numbers that OpenCV lists. */
const BELLS: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  3: [0.25, 0.5, 0.25],
  5: [0.0625, 0.25, 0.375, 0.25, 0.0625],
  7: [0.03125, 0.109375, 0.21875, 0.28125, 0.21875, 0.109375, 0.03125],
  9: [4, 13, 30, 51, 60, 51, 30, 13, 4].map((value) => value / 256),
};

function bell(size: number, sigma: number): readonly number[] {
  const listed = sigma > 0 ? undefined : BELLS[size];
  if (listed) return listed;
  const width = sigma > 0 ? sigma : 0.3 * ((size - 1) * 0.5 - 1) + 0.8;
  const values = Array.from({ length: size }, (_, k) => Math.exp(-((k - (size - 1) / 2) ** 2) / (2 * width ** 2)));
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

/** Binomial weights of which `order` factors are differences. */
function differences(call: Call, order: number, size: number): readonly number[] {
  if (size === SCHARR) return order === 0 ? [3, 10, 3] : [-1, 0, 1];
  const length = size === 1 && order > 0 ? 3 : size;
  if (size < 1 || size > 31 || size % 2 === 0 || order >= length) throw unsupportedArgument(call, 'ksize');
  let weights = [1];
  for (let k = 1; k < length; k++) {
    const first = k < length - order ? 1 : -1;
    weights = [...weights.map((value, at) => first * value + (weights[at - 1] ?? 0)), weights.at(-1)!];
  }
  return weights;
}

function product(column: readonly number[], row: readonly number[]): number[][] {
  return column.map((a) => row.map((b) => a * b));
}

/** The sum of kernels of one size, times the call's `scale`. */
function scaled(call: Call, kernels: readonly (readonly (readonly number[])[])[]): PyArray {
  const scale = call.has('scale') ? call.number('scale') : 1;
  const [first] = kernels;
  const shape = [first!.length, first![0]!.length];
  const values = first!.flatMap((row, r) =>
    row.map((_, c) => scale * kernels.reduce((sum, kernel) => sum + kernel[r]![c]!, 0)),
  );
  return arrayOf(Float64Array.from(values), shape, 'float64');
}
