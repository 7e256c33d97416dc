/** Arrays for functions of CS231n's assignment that a text only defines: evenly spaced numbers, in the shapes of its tests. */
import type { NdArray } from '../../../../core/array/NdArray';
import type { CallContent } from '../../../../core/read/LayerCall';

/** Undefined for functions that are not of the assignment. Its arrays have the channels first, those of the content last. */
export function exerciseContent(callee: string): CallContent | undefined {
  switch (callee) {
    case 'conv_forward_naive': {
      const A_prev = activation([2, 3, 4, 4], -0.1, 0.5);
      const W = filters([3, 3, 4, 4], -0.2, 0.3);
      const b = spaced([1, 1, 1, 3], -0.1, 0.2);
      return { operation: 'conv_forward', arrays: { A_prev, W, b }, options: { stride: 2, padding: 1 } };
    }
    case 'conv_backward_naive': {
      const dZ = activation([4, 2, 5, 5], -1, 1);
      const A_prev = activation([4, 3, 5, 5], -1, 1);
      const W = filters([2, 3, 3, 3], -1, 1);
      const b = spaced([1, 1, 1, 2], -1, 1);
      return { operation: 'conv_backward', arrays: { dZ, A_prev, W, b }, options: { stride: 1, padding: 1 } };
    }
    case 'max_pool_forward_naive': {
      const A_prev = activation([2, 3, 4, 4], -0.3, 0.4);
      return { operation: 'pool_forward', arrays: { A_prev }, options: { mode: 'max', kernel: 2, stride: 2 } };
    }
    case 'max_pool_backward_naive': {
      const dA = activation([3, 2, 4, 4], -1, 1);
      const A_prev = activation([3, 2, 8, 8], -1, 1);
      return { operation: 'pool_backward', arrays: { dA, A_prev }, options: { mode: 'max', kernel: 2, stride: 2 } };
    }
    default:
      return undefined;
  }
}

type Shape = readonly [number, number, number, number];

/** (m, n_C, n_H, n_W) numbers as (m, n_H, n_W, n_C). */
function activation(shape: Shape, first: number, last: number): NdArray {
  return ordered(spaced(shape, first, last), [0, 2, 3, 1]);
}

/** (n_C, n_C_prev, f_H, f_W) numbers as (f_H, f_W, n_C_prev, n_C). */
function filters(shape: Shape, first: number, last: number): NdArray {
  return ordered(spaced(shape, first, last), [2, 3, 1, 0]);
}

/** As NumPy's `linspace(first, last, size).reshape(shape)`. */
function spaced(shape: Shape, first: number, last: number): NdArray {
  const size = shape.reduce((product, length) => product * length, 1);
  const step = (last - first) / (size - 1);
  return { shape, data: Float64Array.from({ length: size }, (_, k) => (k === size - 1 ? last : first + k * step)) };
}

/** `axes[k]`: the axis that becomes axis k. */
function ordered({ shape, data }: NdArray, axes: Shape): NdArray {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, length) => product * length, 1));
  const sizes = axes.map((axis) => shape[axis]!);
  const result = Float64Array.from(data, (_, k) => {
    let rest = k;
    let from = 0;
    for (let axis = 3; axis >= 0; axis--) {
      from += (rest % sizes[axis]!) * strides[axes[axis]!]!;
      rest = Math.floor(rest / sizes[axis]!);
    }
    return data[from]!;
  });
  return { shape: sizes, data: result };
}
