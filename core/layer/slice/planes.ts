/** Extracts one example, and some of its channels, from an NHWC array: the input of a slice of a layer. */
import { type NdArray } from '../../array/NdArray';
import { LensError, msg } from '../../message';
import { tuple4 } from '../../tuples';

/** One plane of a (m, n_H, n_W, n_C) array. */
export interface PlaneIndex {
  readonly example: number;
  readonly channel: number;
}

/** The channels `first` to `first + count − 1` of one example as float64, (1, n_H, n_W, count); without a copy where these are all. */
export function examplePart(array: NdArray, example: number, first: number, count: number): NdArray {
  const [, height, width, channels] = tuple4(array.shape);
  const cells = height * width;
  const begin = example * cells * channels;
  const { data } = array;
  if (count === channels && data instanceof Float64Array) {
    return { shape: [1, height, width, count], data: data.subarray(begin, begin + cells * channels) };
  }
  const part = new Float64Array(cells * count);
  for (let cell = 0, to = 0; cell < cells; cell++) {
    const from = begin + cell * channels + first;
    for (let c = 0; c < count; c++) part[to++] = data[from + c]!;
  }
  return { shape: [1, height, width, count], data: part };
}

/** Throws unless the plane exists. */
export function requirePlane({ example, channel }: PlaneIndex, examples: number, channels: number): void {
  requireIndex(example, examples, msg('there is no example {0}: there are {1}', example, examples));
  requireIndex(channel, channels, msg('there is no channel {0}: there are {1}', channel, channels));
}

function requireIndex(index: number, count: number, message: ReturnType<typeof msg>): void {
  if (!Number.isSafeInteger(index) || index < 0 || index >= count) throw new LensError(message);
}
