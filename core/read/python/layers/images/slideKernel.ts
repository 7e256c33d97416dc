/** A kernel that slides over a plane or a 1-D array, and the arguments of the functions that do so. */
import { formatShape } from '../../../../array/NdArray';
import type { Sides } from '../../../../layer/options';
import { LensError, msg, type Message } from '../../../../message';
import { isFloat, type Dtype } from '../../array/dtype';
import { convert } from '../../array/elementwise';
import { contract } from '../../array/matrixProduct';
import { stridedView, type PyArray } from '../../array/PyArray';
import { reshapeTo } from '../../array/reshaping';
import type { Call } from '../../library/call/Call';
import { flipped } from '../../library/manipulation/shaping';
import type { Py } from '../../value/Py';
import { flipAxes, type Caller } from '../Caller';
import { extended, paddingModeOf, widthsOfSides, type Extension } from './extend';
import { applyConvolution, placedAt } from '../forward';

export interface Filtering {
  readonly image: PyArray;
  readonly kernel: PyArray;
  readonly sides: Sides;
  readonly extension: Extension;
  readonly value: number;
  readonly dtype: Dtype;
  readonly notes?: readonly Message[];
  /** The arrays are 1-D: planes of height 1. */
  readonly is1d: boolean;
}

/** Slides the kernel, turned where `flip`, over the image. An extension that the core has no padding mode for is made before. */
export function slideKernel(filtering: Filtering, flip: boolean, call: Call): Py {
  const { image, kernel, sides, extension, value, dtype, notes = [] } = filtering;
  const paddingMode = paddingModeOf(extension, value, image.shape, sides);
  const { top, bottom, left, right } = sides;
  const input = paddingMode ? image : extended(image, widthsOfSides(sides), extension, value, call);
  const extendedNote = msg('the input was extended to {0} before, as {1} does', formatShape(input.shape), call.callee);
  const even = top === bottom && left === right && top === left;
  const padding = !paddingMode ? 0 : even ? top : sides;
  const request = {
    input,
    filter: flip ? flipAxes(kernel, 2) : kernel,
    bias: undefined,
    options: { padding, ...(paddingMode && paddingMode !== 'zeros' && { paddingMode }) },
    kernelFlipped: flip,
    notes: paddingMode ? notes : [...notes, extendedNote],
  };
  const { callee, range, context } = call;
  const caller: Caller = { callee, range, notation: 'numpy', layout: 'nhwc', planar: true };
  const result = placedAt(range, () => applyConvolution(request, caller, context));
  if (result.kind !== 'array') return result;
  // Sums of whole numbers wrap around as those of their type.
  const sums = isFloat(dtype) ? result : { ...result, dtype: 'int64' as const };
  const converted = convert(sums, dtype, context);
  return filtering.is1d ? reshapeTo(converted, [-1], context) : converted;
}

/** Both arrays have the same number of axes, three or more. */
export function areVolumes(a: PyArray, b: PyArray): boolean {
  return a.shape.length > 2 && a.shape.length === b.shape.length && ![...a.shape, ...b.shape].includes(0);
}

/** A kernel, turned where `flip`, with all axes of the input. `widths`: of the extension of each axis before. */
export function slideVolume(
  { image, kernel, extension, value, dtype }: Omit<Filtering, 'sides' | 'is1d'>,
  widths: readonly (readonly [before: number, after: number])[],
  flip: boolean,
  call: Call,
): PyArray {
  const input = extended(image, widths, extension, value, call);
  const sizes = input.shape.map((extent, axis) => extent - kernel.shape[axis]! + 1);
  const windows = stridedView(input, input.offset, [...sizes, ...kernel.shape], [...input.strides, ...input.strides]);
  const axes = [...kernel.shape.keys()];
  const inner = axes.map((axis) => axis + axes.length);
  return convert(contract(windows, flip ? flipped(kernel) : kernel, inner, axes, call.context), dtype, call.context);
}

/** The padding whose first window begins `top` rows and `left` columns before the input, with an output as large as the input. */
export function sidesOf(top: number, left: number, [rows, cols]: readonly number[]): Sides {
  return { top, bottom: rows! - 1 - top, left, right: cols! - 1 - left };
}

export function are1d(call: Call, ...names: string[]): boolean {
  return names.every((name) => call.array(name).shape.length === 1);
}

/** A 1-D array as a plane of height 1. */
export function array1d(call: Call, name: string): PyArray {
  const array = call.array(name);
  if (array.shape.length === 1 && array.shape[0]! > 0) return reshapeTo(array, [1, -1], call.context);
  throw new LensError(
    msg('{0} takes 1-D arrays; {1} has shape {2}', call.callee, name, formatShape(array.shape)),
    undefined,
    call.range,
  );
}

export function planarArray(call: Call, name: string): PyArray {
  const array = call.array(name);
  if (array.shape.length === 2 && !array.shape.includes(0)) return array;
  throw new LensError(
    msg('{0} is supported for 2-D arrays; {1} has shape {2}', call.callee, name, formatShape(array.shape)),
    undefined,
    call.range,
  );
}

export function unsupportedOption(call: Call, option: string | Message): LensError {
  return new LensError(msg('{0} of {1} is not supported', option, call.callee), undefined, call.range);
}
