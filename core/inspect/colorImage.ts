/** An array with an axis of three or four as a picture in its own colours. */
import type { NdArray } from '../array/NdArray';
import type { InspectImage } from '../panel/inspect';
import { otherAxes, sliceOf, type ShownAxes } from './axes';
import { statisticsOf } from './statistics';

/** The axis that holds red, green, blue and, if it has four, alpha (of an image or of a batch of them, not the batch itself); undefined where no axis has such an extent. */
export function colorAxis(shape: readonly number[], axes: ShownAxes): number | undefined {
  return otherAxes(shape, axes)
    .filter((axis) => (shape[axis] === 3 || shape[axis] === 4) && (axis > 0 || shape.length === 3))
    .at(-1);
}

/** Whether a picture is what the array most probably is: bytes, and more than a few pixels. */
export function isPicture({ shape }: NdArray, { row, col }: ShownAxes, dtype: string | undefined): boolean {
  return dtype === 'uint8' && row !== undefined && col !== undefined && shape[row]! >= 16 && shape[col]! >= 16;
}

/**
 * Values of 0 … 255 are bytes, values of 0 … 1 shares; other values are scaled from the array's minimum and maximum, which
 * `range` then names. Values that are not finite are transparent.
 */
export function colorImage(array: NdArray, axes: ShownAxes, indices: readonly number[], axis: number): InspectImage {
  const channels = Array.from({ length: array.shape[axis]! }, (_, channel) =>
    sliceOf(
      '',
      array,
      axes,
      indices.map((index, each) => (each === axis ? channel : index)),
    ),
  );
  const { min, max } = statisticsOf(array.data);
  const isShare = min >= 0 && max <= 1;
  const isByte = !isShare && min >= 0 && max <= 255;
  const [low, high] = isShare ? [0, 1] : isByte ? [0, 255] : [min, max];
  const { rows, cols } = channels[0]!;
  const rgba = new Uint8ClampedArray(4 * rows * cols).fill(255);
  channels.forEach(({ values }, channel) => {
    for (let cell = 0; cell < values.length; cell++) {
      const value = values[cell]!;
      if (Number.isFinite(value)) rgba[4 * cell + channel] = (255 * (value - low)) / (high - low || 1);
      else rgba[4 * cell + 3] = 0;
    }
  });
  return { rows, cols, rgba, channels: channels.length, ...(isShare || isByte ? {} : { range: [min, max] }) };
}
