/** The zeros around the output of a transposed convolution whose convolution has TensorFlow's padding "same". */
import { mapTuple } from '../tuples';
import type { Padding } from './options';

/** The padding of the convolution that leads from the output back to the input: the odd cell at the bottom and the right. Sizes are (rows, columns). */
export function sameSides(
  size: readonly [number, number],
  kernel: readonly number[],
  stride: readonly [number, number],
  output: readonly [number, number],
): Padding {
  const [top, left] = mapTuple([0, 1], (axis) =>
    Math.max(0, (size[axis] - 1) * stride[axis] + kernel[axis]! - output[axis]),
  );
  return { top: top >> 1, bottom: top - (top >> 1), left: left >> 1, right: left - (left >> 1) };
}
