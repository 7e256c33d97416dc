/** dA_prev of one example and channel without its padding. */
import { pad2dBackward } from '../../../layer/pad2d';
import type { ConvScene } from '../ConvScene';

/** n_H × n_W numbers after `done` products of example `i`; gradients of padding that repeats the input are added to it. */
export function unpaddedGradient({ planes }: ConvScene, i: number, channel: number, done: number): Float64Array {
  const { rows, cols, paddingMode } = planes.geometry;
  const cropped = pad2dBackward(
    { shape: [1, planes.input.rows, planes.input.cols, 1], data: planes.inputGradient(i, channel, done) },
    [1, rows.size, cols.size, 1],
    { top: rows.padBefore, bottom: rows.padAfter, left: cols.padBefore, right: cols.padAfter },
    { mode: paddingMode },
  );
  return Float64Array.from(cropped.data);
}
