/** The course's small helpers: one window of a convolution, the mask of a maximum, a value spread over a window. */
import { formatShape, type NdArray } from '../array/NdArray';
import { LensError, msg } from '../message';
import { newLike, requireBias, requireFilled, requireSize } from './arrays';

/** conv_single_step: Σ slice ⊙ w + b, for a slice and a filter of one shape and a single bias. */
export function convSingleStep(slice: NdArray, w: NdArray, b: NdArray): number {
  requireFilled('input', slice);
  requireFilled('filter', w);
  if (formatShape(slice.shape) !== formatShape(w.shape)) {
    throw new LensError(
      msg('the slice has shape {0}, but the filter has {1}', formatShape(slice.shape), formatShape(w.shape)),
      'filter',
    );
  }
  requireBias(b, 1);
  let sum = 0;
  for (let k = 0; k < w.data.length; k++) sum += slice.data[k]! * w.data[k]!;
  return sum + b.data[0]!;
}

/** create_mask_from_window: 1 at every cell that equals the maximum, 0 elsewhere. A NaN is the maximum, as in pooling. */
export function createMaskFromWindow(window: NdArray): NdArray {
  requireFilled('input', window);
  const mask = newLike(window.shape, window);
  let max = -Infinity;
  for (const value of window.data) if (value > max || Number.isNaN(value)) max = value;
  for (let k = 0; k < mask.data.length; k++) mask.data[k] = isWinner(window.data[k]!, max) ? 1 : 0;
  return mask;
}

/** distribute_value: dz shared out evenly over a window of `shape`. */
export function distributeValue(dz: number, shape: readonly [number, number]): NdArray {
  const size = requireSize(shape);
  return { shape: [...shape], data: new Float64Array(size).fill(dz / size) };
}

/** Whether a cell equals the window's maximum, where NaN equals NaN. */
function isWinner(value: number, max: number): boolean {
  return value === max || (Number.isNaN(max) && Number.isNaN(value));
}
