/** A layer's shapes, resolved once and checked: arithmetic, highlighting, stepping and explanation all start here. */
import { formatShape } from '../array/NdArray';
import { LensError, msg } from '../message';
import { requireSize } from './arrays';
import { requirePadding, resolveAxis, tapPosition, type Axis, type AxisName } from './axis';
import type { Conv2dOptions, Padding, Pair, PaddingMode, Pool2dOptions } from './options';

/** Layout: input (batch, rows.size, cols.size, inChannels), output (batch, rows.outSize, cols.outSize, outChannels). */
export interface Geometry {
  readonly batch: number;
  readonly rows: Axis;
  readonly cols: Axis;
  readonly inChannels: number;
  readonly outChannels: number;
  /** Pooling: as many groups as channels. */
  readonly groups: number;
  readonly paddingMode: PaddingMode;
}

/** x (m, n_H, n_W, n_C_prev), w (f_H, f_W, n_C_prev / groups, n_C), b of n_C numbers. Throws a LensError. */
export function conv2dGeometry(
  xShape: readonly number[],
  wShape: readonly number[],
  options: Conv2dOptions = {},
): Geometry {
  const [batch, height, width, inChannels] = require4d('input', xShape);
  const [kernelRows, kernelCols, groupChannels, outChannels] = require4d('filter', wShape);
  const { groups = 1, padding = 0, paddingMode = 'zeros' } = options;
  requireGroups(groups, inChannels, outChannels);
  if (groupChannels !== inChannels / groups) {
    throw new LensError(
      msg(
        'the filter has {0} channels, but the input has {1} in each of {2} groups',
        groupChannels,
        inChannels / groups,
        groups,
      ),
      'filter',
    );
  }
  const [strideRow, strideCol] = toPair(options.stride ?? 1);
  const [dilationRow, dilationCol] = toPair(options.dilation ?? 1);
  const rows = resolveAxis({
    name: 'vertical',
    size: height,
    kernel: kernelRows,
    stride: strideRow,
    dilation: dilationRow,
    padding,
  });
  const cols = resolveAxis({
    name: 'horizontal',
    size: width,
    kernel: kernelCols,
    stride: strideCol,
    dilation: dilationCol,
    padding,
  });
  requirePadding('vertical', rows, paddingMode);
  requirePadding('horizontal', cols, paddingMode);
  const geometry = { batch, rows, cols, inChannels, outChannels, groups, paddingMode };
  requireSize(outputShape(geometry));
  return geometry;
}

export function requireGroups(groups: number, inChannels: number, outChannels: number): void {
  if (!Number.isSafeInteger(groups) || groups < 1) {
    throw new LensError(msg('groups must be a whole number of at least 1, not {0}', groups), 'groups');
  }
  if (inChannels % groups !== 0 || outChannels % groups !== 0) {
    throw new LensError(
      msg('groups {0} does not divide {1} input channels and {2} filters', groups, inChannels, outChannels),
      'groups',
    );
  }
}

/** x (m, n_H, n_W, n_C). Throws a LensError. */
export function pool2dGeometry(xShape: readonly number[], options: Pool2dOptions): Geometry {
  const [batch, height, width, channels] = require4d('input', xShape);
  const { padding = 0, ceilMode = false } = options;
  const [kernelRows, kernelCols] = toPair(options.kernel);
  const [strideRow, strideCol] = toPair(options.stride ?? options.kernel);
  const [dilationRow, dilationCol] = toPair(options.dilation ?? 1);
  const rows = resolveAxis({
    name: 'vertical',
    size: height,
    kernel: kernelRows,
    stride: strideRow,
    dilation: dilationRow,
    padding,
    ceilMode,
  });
  const cols = resolveAxis({
    name: 'horizontal',
    size: width,
    kernel: kernelCols,
    stride: strideCol,
    dilation: dilationCol,
    padding,
    ceilMode,
  });
  requireWindows('vertical', rows, padding);
  requireWindows('horizontal', cols, padding);
  const geometry: Geometry = {
    batch,
    rows,
    cols,
    inChannels: channels,
    outChannels: channels,
    groups: channels,
    paddingMode: 'zeros',
  };
  requireSize(outputShape(geometry));
  return geometry;
}

/**
 * What an average divides by: the window's cells, where a ceil-mode window ends with the padding, with or without the
 * padding's cells.
 */
export function windowDivisor({ rows, cols }: Geometry, h: number, w: number, countIncludePad = true): number {
  return countedTaps(rows, h, countIncludePad) * countedTaps(cols, w, countIncludePad);
}

/** The output's shape (m, n_H, n_W, n_C). */
export function outputShape({ batch, rows, cols, outChannels }: Geometry): [number, number, number, number] {
  return [batch, rows.outSize, cols.outSize, outChannels];
}

export function toPair(pair: Pair): readonly [vertical: number, horizontal: number] {
  return typeof pair === 'number' ? [pair, pair] : pair;
}

/** How many taps of output cell `out` count in an average. */
export function countedTaps(axis: Axis, out: number, countIncludePad: boolean): number {
  const first = countIncludePad ? -axis.padBefore : 0;
  const end = countIncludePad ? axis.size + axis.padAfter : axis.size;
  let count = 0;
  for (let tap = 0; tap < axis.kernel; tap++) {
    const position = tapPosition(axis, out, tap);
    if (position >= first && position < end) count++;
  }
  return count;
}

/**
 * Every pooling window must see the input: the maximum and the mean of padding alone are nothing. Padding as a number or a
 * pair, PyTorch's form, follows PyTorch's stricter rule besides: at most half the window. Four sides, ONNX's form, do not.
 */
function requireWindows(name: AxisName, axis: Axis, padding: Padding): void {
  const extent = axis.dilation * (axis.kernel - 1) + 1;
  const pad = axis.padBefore;
  if ((typeof padding === 'number' || Array.isArray(padding)) && pad > Math.floor(extent / 2)) {
    throw new LensError(
      name === 'vertical'
        ? msg(
            'pad {0} is more than half of the pooling window of {1} (vertical); four sides may be larger',
            pad,
            extent,
          )
        : msg(
            'pad {0} is more than half of the pooling window of {1} (horizontal); four sides may be larger',
            pad,
            extent,
          ),
      'pad',
    );
  }
  for (let out = 0; out < axis.outSize; out++) {
    if (countedTaps(axis, out, false) > 0) continue;
    throw new LensError(
      name === 'vertical'
        ? msg(
            'pooling window {0} of {1} cells lies wholly in the padding of {2} and {3} (vertical)',
            out,
            extent,
            pad,
            axis.padAfter,
          )
        : msg(
            'pooling window {0} of {1} cells lies wholly in the padding of {2} and {3} (horizontal)',
            out,
            extent,
            pad,
            axis.padAfter,
          ),
      'pad',
    );
  }
}

export function require4d(
  field: 'input' | 'filter',
  shape: readonly number[],
): readonly [number, number, number, number] {
  if (shape.length !== 4) {
    throw new LensError(
      field === 'input'
        ? msg('the input needs 4 axes (m, n_H, n_W, n_C), but its shape is {0}', formatShape(shape))
        : msg('the filter needs 4 axes (f_H, f_W, n_C_prev, n_C), but its shape is {0}', formatShape(shape)),
      field,
    );
  }
  return shape as unknown as readonly [number, number, number, number];
}
