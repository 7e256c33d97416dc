/** One plane of an array of the shape (m, n_H, n_W, n_C). */
import type { NdArray } from '../../../array/NdArray';

/** The n_H × n_W numbers of one example and channel. A loop, since `Float64Array.from` with a function is ten times as slow. */
export function channelPlane({ shape, data }: NdArray, example: number, channel: number): Float64Array {
  const channels = shape[3]!;
  const cells = shape[1]! * shape[2]!;
  const plane = new Float64Array(cells);
  for (let cell = 0, index = example * cells * channels + channel; cell < cells; cell++, index += channels) {
    plane[cell] = data[index]!;
  }
  return plane;
}
