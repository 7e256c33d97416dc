/** A transposed convolution's shapes: those of the convolution of which it is the adjoint, with input and output swapped. */
import { LensError, msg } from '../message';
import { requireSize } from './arrays';
import { explicitPadding, requireCount, splitPadding, type Axis, type AxisName } from './axis';
import { require4d, requireGroups, toPair, type Geometry } from './geometry';
import type { ConvTranspose2dOptions, Padding } from './options';

interface AxisRequest {
  readonly name: AxisName;
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: Padding;
  readonly outputPadding: number;
  readonly outputSize: number | undefined;
}

/**
 * x (m, n_H, n_W, n_C_prev), w (f_H, f_W, n_C / groups, n_C_prev). In the result, the convolution that leads back, `inChannels`
 * are the transposed layer's output channels and `outSize` is the size of x. Throws a LensError.
 */
export function convTranspose2dGeometry(
  xShape: readonly number[],
  wShape: readonly number[],
  options: ConvTranspose2dOptions = {},
): Geometry {
  const [batch, height, width, inChannels] = require4d('input', xShape);
  const [kernelRows, kernelCols, groupOut, filters] = require4d('filter', wShape);
  const { groups = 1, padding = 0, outputSize } = options;
  requireGroups(groups, inChannels, groupOut * groups);
  if (filters !== inChannels) {
    throw new LensError(msg('the filter has {0} input channels, but the input has {1}', filters, inChannels), 'filter');
  }
  const [strideRow, strideCol] = toPair(options.stride ?? 1);
  const [dilationRow, dilationCol] = toPair(options.dilation ?? 1);
  const [outputPaddingRow, outputPaddingCol] = toPair(options.outputPadding ?? 0);
  const [outputRows, outputCols] = outputSize === undefined ? [undefined, undefined] : toPair(outputSize);
  const rows = resolveTransposed({
    name: 'vertical',
    size: height,
    kernel: kernelRows,
    stride: strideRow,
    dilation: dilationRow,
    padding,
    outputPadding: outputPaddingRow,
    outputSize: outputRows,
  });
  const cols = resolveTransposed({
    name: 'horizontal',
    size: width,
    kernel: kernelCols,
    stride: strideCol,
    dilation: dilationCol,
    padding,
    outputPadding: outputPaddingCol,
    outputSize: outputCols,
  });
  requireSize([batch, rows.size, cols.size, groupOut * groups]);
  return { batch, rows, cols, inChannels: groupOut * groups, outChannels: inChannels, groups, paddingMode: 'zeros' };
}

/** (m, out_H, out_W, n_C) of the transposed layer. */
export function transposedShape({ batch, rows, cols, inChannels }: Geometry): [number, number, number, number] {
  return [batch, rows.size, cols.size, inChannels];
}

/** out = (size − 1)·stride − padBefore − padAfter + dilation·(kernel − 1) + 1 + outputPadding. */
function resolveTransposed(request: AxisRequest): Axis {
  const { name, size, kernel, stride, dilation } = request;
  requireCount(name, 'kernel', kernel, 1);
  requireCount(name, 'stride', stride, 1);
  requireCount(name, 'dilation', dilation, 1);
  requireCount(name, 'outputPadding', request.outputPadding, 0);
  requireCount(name, 'input', size, 1);
  const full = (size - 1) * stride + dilation * (kernel - 1) + 1;
  const [padBefore, padAfter] = resolvePadding(request, full);
  const least = full - padBefore - padAfter;
  const outputPadding = request.outputSize === undefined ? request.outputPadding : request.outputSize - least;
  requireCount(name, 'outputPadding', outputPadding, 0);
  if (outputPadding >= Math.max(stride, dilation)) {
    throw new LensError(
      name === 'vertical'
        ? msg(
            'output padding {0} must be less than stride {1} or dilation {2} (vertical)',
            outputPadding,
            stride,
            dilation,
          )
        : msg(
            'output padding {0} must be less than stride {1} or dilation {2} (horizontal)',
            outputPadding,
            stride,
            dilation,
          ),
      'outputPadding',
    );
  }
  const outSize = least + outputPadding;
  if (outSize < 1) {
    throw new LensError(
      name === 'vertical'
        ? msg(
            'the output would have {0} cells: {1} less the padding of {2} and {3} (vertical)',
            outSize,
            full + outputPadding,
            padBefore,
            padAfter,
          )
        : msg(
            'the output would have {0} cells: {1} less the padding of {2} and {3} (horizontal)',
            outSize,
            full + outputPadding,
            padBefore,
            padAfter,
          ),
      'pad',
    );
  }
  return { size: outSize, kernel, stride, dilation, padBefore, padAfter, outSize: size };
}

/** `same_upper` and `same_lower`: out = size · stride; `same` is theirs at stride 1. */
function resolvePadding(request: AxisRequest, full: number): [before: number, after: number] {
  const { name, size, stride, padding, outputPadding } = request;
  if (padding === 'valid') return [0, 0];
  if (padding === 'same' || padding === 'same_upper' || padding === 'same_lower') {
    if (padding === 'same' && stride !== 1) {
      throw new LensError(msg("padding 'same' needs stride 1, not {0}", stride), 'pad');
    }
    return splitPadding(Math.max(0, full + outputPadding - size * stride), padding === 'same_lower');
  }
  const [before, after] = explicitPadding(name, padding);
  requireCount(name, 'pad', before, 0);
  requireCount(name, 'pad', after, 0);
  return [before, after];
}
