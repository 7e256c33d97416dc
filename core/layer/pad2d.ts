/** Padding of the two spatial axes, and its adjoint: the gradient of every padding cell folds back to the cell it was copied from. */
import { type NdArray } from '../array/NdArray';
import { LensError, msg } from '../message';
import { newLike, requireFilled } from './arrays';
import { requirePadding, resolveAxes } from './axis';
import { require4d } from './geometry';
import type { PaddingMode, Padding, PadOptions } from './options';
import { sourceIndex, tapPosition, type Axes, type Axis } from './window';

/** x (m, n_H, n_W, n_C) → (m, n_H + top + bottom, n_W + left + right, n_C). `padding` must be numbers. Throws a LensError. */
export function pad2d(x: NdArray, padding: Padding, options: PadOptions = {}): NdArray {
  const { mode = 'zeros', value = 0 } = options;
  requireFilled('input', x);
  const [batch, , , channels] = require4d('input', x.shape);
  const { rows, cols } = paddingAxes(x.shape, padding, mode);
  const padded = newLike([batch, rows.outSize, cols.outSize, channels], x);
  if (mode === 'zeros' && value !== 0) padded.data.fill(value);
  const rowSources = sources(rows, mode);
  const colSources = sources(cols, mode);
  for (let i = 0; i < batch; i++) {
    rowSources.forEach((row, outRow) => {
      if (row < 0) return;
      colSources.forEach((col, outCol) => {
        if (col < 0) return;
        const from = ((i * rows.size + row) * cols.size + col) * channels;
        const to = ((i * rows.outSize + outRow) * cols.outSize + outCol) * channels;
        for (let c = 0; c < channels; c++) padded.data[to + c] = x.data[from + c]!;
      });
    });
  }
  return padded;
}

/** The course's zero_pad: `pad` zeros around each example. */
export function zeroPad(x: NdArray, pad: number): NdArray {
  return pad2d(x, pad);
}

/** The gradient of `pad2d`: dPadded (m, …padded…, n_C) → dX of `xShape`, each padding cell added to its source. */
export function pad2dBackward(
  dPadded: NdArray,
  xShape: readonly number[],
  padding: Padding,
  options: PadOptions = {},
): NdArray {
  const { mode = 'zeros' } = options;
  const [batch, , , channels] = require4d('input', xShape);
  const { rows, cols } = paddingAxes(xShape, padding, mode);
  const dX = newLike(xShape, dPadded);
  const rowSources = sources(rows, mode);
  const colSources = sources(cols, mode);
  for (let i = 0; i < batch; i++) {
    rowSources.forEach((row, outRow) => {
      if (row < 0) return;
      colSources.forEach((col, outCol) => {
        if (col < 0) return;
        const to = ((i * rows.size + row) * cols.size + col) * channels;
        const from = ((i * rows.outSize + outRow) * cols.outSize + outCol) * channels;
        for (let c = 0; c < channels; c++) dX.data[to + c]! += dPadded.data[from + c]!;
      });
    });
  }
  return dX;
}

/** Padding as a layer of 1×1 windows with stride 1: output cell `out` is input cell `out − padBefore`. */
function paddingAxes(shape: readonly number[], padding: Padding, mode: PaddingMode): Axes {
  if (padding === 'same' || padding === 'same_upper' || padding === 'same_lower') {
    throw new LensError(msg("padding '{0}' depends on a kernel; to pad an array give numbers", padding), 'pad');
  }
  const [, height, width] = require4d('input', shape);
  const { rows, cols } = resolveAxes({ size: [height, width], kernel: 1, padding });
  requirePadding('vertical', rows, mode);
  requirePadding('horizontal', cols, mode);
  return { rows, cols };
}

function sources(axis: Axis, mode: PaddingMode): number[] {
  return Array.from({ length: axis.outSize }, (_, out) => sourceIndex(axis, tapPosition(axis, out, 0), mode));
}
