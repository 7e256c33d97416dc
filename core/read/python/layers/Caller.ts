/** The caller of a layer, and conversions between its layouts and the course's (NHWC, HWIO). */
import { formatShape, type NdArray } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import type { LayerCall, TextRange } from '../../ParseResult';
import { arrayOf, flat, publish, type PyArray } from '../array/PyArray';
import { expandAxis, permuteAxes, reshapeTo, squeezeAxes } from '../array/reshaping';
import type { Context } from '../runtime/Context';

export interface Caller {
  readonly callee: string;
  readonly range: TextRange;
  readonly notation: LayerCall['notation'];
  readonly layout: LayerCall['layout'];
  /** The layout of the arrays in the text, where it differs from that of the call. */
  readonly textLayout?: LayerCall['layout'];
  /** Axes of the filters. Absent: OIHW for PyTorch, else HWIO. */
  readonly filterLayout?: 'hwio' | 'oihw';
  /** Images and filters are 2-D: one example, one channel, one filter. */
  readonly planar?: true;
  /** A 1-D layer: sequences are images of height 1, with (N, C, L) or (N, L, C) axes. */
  readonly is1d?: true;
}

/** A call on NumPy arrays with NCHW images and OIHW filters. */
export function nchwCaller({ callee, range }: Pick<Caller, 'callee' | 'range'>, name = callee): Caller {
  return { callee: name, range, notation: 'numpy', layout: 'nchw', filterLayout: 'oihw' };
}

/** An image without a batch axis is a batch of one. */
export function inputToNhwc(input: PyArray, { layout, planar, is1d }: Caller, context: Context): NdArray {
  if (planar) return publish(reshapeTo(input, [1, ...needAxes(input, 2).shape, 1], context), context);
  if (is1d) {
    const sequences = needAxes(input.shape.length === 2 ? expandAxis(input, 0) : input, 3);
    return publish(expandAxis(layout === 'nchw' ? permuteAxes(sequences, [0, 2, 1]) : sequences, 1), context);
  }
  const batch = needAxes(input.shape.length === 3 ? expandAxis(input, 0) : input, 4);
  return publish(layout === 'nchw' ? permuteAxes(batch, [0, 2, 3, 1]) : batch, context);
}

/** The reverse of `inputToNhwc`; `input` tells whether there is a batch axis. */
export function resultFromNhwc(result: NdArray, { layout, notation, planar, is1d }: Caller, input: PyArray): PyArray {
  const array = fromCore(result, notation === 'numpy' ? input.notation : notation);
  if (planar) return squeezeAxes(array, [0, 3]);
  if (is1d) {
    const sequences = squeezeAxes(array, [1]);
    const turned = layout === 'nchw' ? inOrder(permuteAxes(sequences, [0, 2, 1])) : sequences;
    return input.shape.length === 2 ? squeezeAxes(turned, [0]) : turned;
  }
  const turned = layout === 'nchw' ? inOrder(permuteAxes(array, [0, 3, 1, 2])) : array;
  return input.shape.length === 3 ? squeezeAxes(turned, [0]) : turned;
}

/** PyTorch's layers give contiguous tensors: `view` needs them. */
function inOrder(array: PyArray): PyArray {
  const { shape, dtype, notation } = array;
  return notation === 'pytorch' ? arrayOf(flat(array), shape, dtype, { notation }) : array;
}

/** (n_C, n_C_prev, f_H, f_W) → (f_H, f_W, n_C_prev, n_C) where the caller has OIHW. */
export function filterToHwio(filter: PyArray, caller: Caller, context: Context): NdArray {
  if (caller.planar) return publish(reshapeTo(filter, [...needAxes(filter, 2).shape, 1, 1], context), context);
  if (caller.is1d) {
    const kernels = needAxes(filter, 3);
    return publish(expandAxis(hasOihw(caller) ? permuteAxes(kernels, [2, 1, 0]) : kernels, 0), context);
  }
  return publish(hasOihw(caller) ? permuteAxes(needAxes(filter, 4), [2, 3, 1, 0]) : filter, context);
}

/** The reverse of `filterToHwio`. */
export function filterFromHwio(filter: NdArray, caller: Caller): PyArray {
  const array = fromCore(filter, caller.notation);
  if (caller.planar) return squeezeAxes(array, [2, 3]);
  if (caller.is1d) return hasOihw(caller) ? permuteAxes(squeezeAxes(array, [0]), [2, 1, 0]) : squeezeAxes(array, [0]);
  return hasOihw(caller) ? permuteAxes(array, [3, 2, 0, 1]) : array;
}

/** n_C numbers as (1, 1, 1, n_C). */
export function asBias({ data }: NdArray): NdArray {
  return { shape: [1, 1, 1, data.length], data };
}

/** A result of the core as the program's array. */
export function fromCore({ shape, data }: NdArray, notation?: PyArray['notation']): PyArray {
  return arrayOf(data, shape, data instanceof Float32Array ? 'float32' : 'float64', { notation });
}

/** The same elements in reverse order along the first `axes` axes: a kernel turned by 180°. A view. */
export function flipAxes(array: PyArray, axes: number): PyArray {
  const { shape, strides, offset } = array;
  const last = strides.reduce((sum, stride, axis) => (axis < axes ? sum + stride * (shape[axis]! - 1) : sum), 0);
  return {
    ...array,
    offset: shape.includes(0) ? offset : offset + last,
    strides: strides.map((stride, axis) => (axis < axes ? -stride : stride)),
  };
}

function hasOihw({ filterLayout, notation }: Caller): boolean {
  return (filterLayout ?? (notation === 'pytorch' ? 'oihw' : 'hwio')) === 'oihw';
}

function needAxes(array: PyArray, count: number): PyArray {
  if (array.shape.length === count) return array;
  throw new LensError(
    msg('an array with {0} {0|axis|axes} is expected, not shape {1}', count, formatShape(array.shape)),
  );
}
