/** A transposed convolution's shapes: those of the convolution whose adjoint it is, with input and output swapped. */
import { LensError, msg, type FieldId } from '../message';
import { requireSize } from './arrays';
import { axisError, axisRequests, explicitPadding, requireCount, splitPadding, toPair, type AxisRequest } from './axis';
import { requireBoundedOutput } from './bounds';
import { require4d, requireGroups, type Geometry } from './geometry';
import type { ConvTranspose2dOptions } from './options';
import { coveredSize, type Axis } from './window';

interface TransposedRequest extends AxisRequest {
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
  const { groups = 1, outputSize } = options;
  requireGroups(groups, inChannels, groupOut * groups);
  if (filters !== inChannels) {
    throw new LensError(
      msg('the filter has {0} input channel{0||s}, but the input has {1}', filters, inChannels),
      'filter',
    );
  }
  const outputPadding = toPair(options.outputPadding ?? 0);
  const [outputRows, outputCols] = outputSize === undefined ? [undefined, undefined] : toPair(outputSize);
  const [vertical, horizontal] = axisRequests({ ...options, size: [height, width], kernel: [kernelRows, kernelCols] });
  const isShared = (field: FieldId): boolean =>
    field === 'outputPadding' ? outputPadding[0] === outputPadding[1] : vertical.isShared?.(field) === true;
  const rows = resolveTransposed({ ...vertical, isShared, outputPadding: outputPadding[0], outputSize: outputRows });
  const cols = resolveTransposed({ ...horizontal, isShared, outputPadding: outputPadding[1], outputSize: outputCols });
  requireBoundedOutput(rows.size, cols.size, height * width);
  requireSize([batch, rows.size, cols.size, groupOut * groups]);
  return { batch, rows, cols, inChannels: groupOut * groups, outChannels: inChannels, groups, paddingMode: 'zeros' };
}

/** (m, out_H, out_W, n_C) of the transposed layer. */
export function transposedShape({ batch, rows, cols, inChannels }: Geometry): [number, number, number, number] {
  return [batch, rows.size, cols.size, inChannels];
}

/**
 * out = (size − 1)·stride + dilation·(kernel − 1) + 1 − padBefore − padAfter + outputPadding. Dumoulin & Visin,
 * arXiv 1603.07285, relationship 14.
 */
function resolveTransposed(request: TransposedRequest): Axis {
  const { size, kernel, stride, dilation } = request;
  requireCount(request, 'kernel', kernel, 1);
  requireCount(request, 'stride', stride, 1);
  requireCount(request, 'dilation', dilation, 1);
  requireCount(request, 'outputPadding', request.outputPadding, 0);
  requireCount(request, 'input', size, 1);
  const full = coveredSize(request, size);
  const [padBefore, padAfter] = resolvePadding(request, full);
  const least = full - padBefore - padAfter;
  const outputPadding = request.outputSize === undefined ? request.outputPadding : request.outputSize - least;
  requireCount(request, 'outputPadding', outputPadding, 0);
  if (outputPadding >= Math.max(stride, dilation)) {
    throw axisError(
      request,
      'outputPadding',
      msg('output padding {0} must be less than stride {1} or dilation {2}', outputPadding, stride, dilation),
    );
  }
  const outSize = least + outputPadding;
  if (outSize < 1) {
    throw axisError(
      request,
      'pad',
      msg(
        'the output would have {0} cell{0||s}: {1} less the padding of {2} and {3}',
        outSize,
        full + outputPadding,
        padBefore,
        padAfter,
      ),
    );
  }
  return { size: outSize, kernel, stride, dilation, padBefore, padAfter, outSize: size };
}

/** `same_upper` and `same_lower`: out = size · stride; `same` is theirs at stride 1. */
function resolvePadding(request: TransposedRequest, full: number): [before: number, after: number] {
  const { name, size, stride, padding, outputPadding } = request;
  if (padding === 'valid') return [0, 0];
  if (padding === 'same' || padding === 'same_upper' || padding === 'same_lower') {
    if (padding === 'same' && stride !== 1) {
      throw new LensError(msg("padding 'same' needs stride 1, not {0}", stride), 'pad');
    }
    return splitPadding(Math.max(0, full + outputPadding - size * stride), padding === 'same_lower');
  }
  const [before, after] = explicitPadding(name, padding);
  requireCount(request, 'pad', before, 0);
  requireCount(request, 'pad', after, 0);
  return [before, after];
}
