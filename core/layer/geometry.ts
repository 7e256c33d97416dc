/** Shapes of a layer, resolved once and checked. Arithmetic, highlighting, stepping and explanation start from them. */
import { formatShape } from '../array/NdArray';
import { LensError, msg } from '../message';
import { tuple4 } from '../tuples';
import { requireSize } from './arrays';
import { axisError, requirePadding, resolveAxes, type AxisLabel } from './axis';
import type { Conv2dOptions, Padding, PaddingMode, Pool2dOptions } from './options';
import { countedTaps, kernelExtent, type Axes, type Axis } from './window';

/** Layout: input (batch, rows.size, cols.size, inChannels), output (batch, rows.outSize, cols.outSize, outChannels). */
export interface Geometry extends Axes {
  readonly batch: number;
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
  const { groups = 1, stride, dilation, padding, paddingMode = 'zeros' } = options;
  requireGroups(groups, inChannels, outChannels);
  if (groupChannels !== inChannels / groups) {
    const depth = inChannels / groups;
    throw new LensError(
      groups === 1
        ? msg('the filter has {0} channel{0||s}, but the input has {1}', groupChannels, depth)
        : msg(
            'the filter has {0} channel{0||s}, but the input has {1} in each of {2} group{2||s}',
            groupChannels,
            depth,
            groups,
          ),
      'filter',
    );
  }
  const { rows, cols } = resolveAxes({
    size: [height, width],
    kernel: [kernelRows, kernelCols],
    stride,
    dilation,
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
      msg('groups {0} does not divide {1} input channel{1||s} and {2} filter{2||s}', groups, inChannels, outChannels),
      'groups',
    );
  }
}

/** x (m, n_H, n_W, n_C). Throws a LensError. */
export function pool2dGeometry(xShape: readonly number[], options: Pool2dOptions): Geometry {
  const [batch, height, width, channels] = require4d('input', xShape);
  const { kernel, stride = kernel, dilation, padding, ceilMode } = options;
  const { rows, cols } = resolveAxes({ size: [height, width], kernel, stride, dilation, padding, ceilMode });
  requireWindows({ rows, cols }, options);
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

/**
 * Throws where a pooling window lies entirely in the padding, which has no maximum and no mean, or where padding given as
 * a number or a pair is more than half of the window, as in PyTorch. Four sides, ONNX's form, may be larger.
 */
function requireWindows({ rows, cols }: Axes, { padding = 0 }: Pool2dOptions): void {
  const isShared = (): boolean => typeof padding === 'number' && rows.kernel === cols.kernel;
  requireAxisWindows({ name: 'vertical', isShared }, rows, padding);
  requireAxisWindows({ name: 'horizontal', isShared }, cols, padding);
}

function requireAxisWindows(label: AxisLabel, axis: Axis, padding: Padding): void {
  const extent = kernelExtent(axis);
  const pad = axis.padBefore;
  if ((typeof padding === 'number' || Array.isArray(padding)) && pad > Math.floor(extent / 2)) {
    throw axisError(
      label,
      'pad',
      msg('pad {0} is more than half of the pooling window of {1}; four sides may be larger', pad, extent),
    );
  }
  for (let out = 0; out < axis.outSize; out++) {
    if (countedTaps(axis, out, false) > 0) continue;
    throw axisError(
      label,
      'pad',
      msg(
        'pooling window {0} of {1} cell{1||s} lies entirely in the padding of {2} and {3}',
        out,
        extent,
        pad,
        axis.padAfter,
      ),
    );
  }
}

export function require4d(
  field: 'input' | 'filter',
  shape: readonly number[],
): readonly [number, number, number, number] {
  if (shape.length === 4) return tuple4(shape);
  throw new LensError(
    field === 'input'
      ? msg('the input needs 4 axes (m, n_H, n_W, n_C), but its shape is {0}', formatShape(shape))
      : msg('the filter needs 4 axes (f_H, f_W, n_C_prev, n_C), but its shape is {0}', formatShape(shape)),
    field,
  );
}
