/** `scipy.ndimage.maximum_filter` and `uniform_filter`: poolings whose windows move by one cell, with an output as large as the input. */
import { formatShape } from '../../../../array/NdArray';
import type { Pool2dOptions } from '../../../../layer/options';
import { msg } from '../../../../message';
import { tuple2 } from '../../../../tuples';
import { convert } from '../../array/elementwise';
import { isFloat } from '../../array/dtype';
import { flat } from '../../array/PyArray';
import type { Call, FunctionTable } from '../../library/call/Call';
import type { Py } from '../../value/Py';
import { placedAt, pool } from '../forward';
import type { Caller } from '../Caller';
import { extended, widthsOfSides } from './extend';
import { edgeExtension } from './scipyNdimage';
import { planarArray, sidesOf, unsupportedOption } from './slideKernel';

/** Functions of `scipy.ndimage` by name. */
export const RANK_FILTERS: FunctionTable = {
  maximum_filter: ['input size? footprint? output? mode? cval? origin?', (call) => filtered(call, 'max')],
  uniform_filter: ['input size? output? mode? cval? origin?', (call) => filtered(call, 'average')],
};

/** The window begins k // 2 before its pixel. */
function filtered(call: Call, mode: Pool2dOptions['mode']): Py {
  const image = planarArray(call, 'input');
  for (const option of ['output', 'origin']) if (!call.lacks(option)) throw unsupportedOption(call, option);
  // Each axis is truncated by itself.
  if (mode === 'average' && !isFloat(image.dtype)) throw unsupportedOption(call, image.dtype);
  const kernel = kernelOf(call);
  const [rows, cols] = kernel;
  const sides = sidesOf(rows >> 1, cols >> 1, kernel);
  const extension = edgeExtension(call);
  const fits = sides.top <= image.shape[0]! && sides.left <= image.shape[1]!;
  // Repeated cells of a window do not change its maximum.
  const isPadding = mode === 'max' && fits && (extension === 'reflect' || extension === 'nearest');
  const input = isPadding ? image : extended(image, widthsOfSides(sides), extension, call.number('cval', 0), call);
  const options: Pool2dOptions = { mode, kernel, stride: 1, padding: isPadding ? sides : 0, ties: 'first' };
  const note = msg('the input was extended to {0} before, as {1} does', formatShape(input.shape), call.callee);
  const { callee, range, context } = call;
  const caller: Caller = { callee, range, notation: 'numpy', layout: 'nhwc', planar: true };
  const result = placedAt(range, () => pool(input, options, caller, context, isPadding ? [] : [note]));
  return result.kind === 'array' ? convert(result, image.dtype, context) : result;
}

function kernelOf(call: Call): readonly [number, number] {
  if (call.has('footprint')) {
    const footprint = planarArray(call, 'footprint');
    if (flat(footprint).some((value) => value === 0)) throw unsupportedOption(call, 'footprint');
    return tuple2(footprint.shape);
  }
  const [rows = 3, cols = rows] = call.lacks('size') ? [3] : call.integers('size');
  return [rows, cols];
}
