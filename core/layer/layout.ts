/** Between the frameworks' channels-first layouts and the layout inside: activations NHWC, filters HWIO. 1-D has height 1. */
import { formatShape, type FloatData, type NdArray } from '../array/NdArray';
import { LensError, msg } from '../message';
import { mapTuple, tuple3, tuple4 } from '../tuples';

/** (m, n_C, n_H, n_W) → (m, n_H, n_W, n_C); 1-D: (m, n_C, n_W) → (m, 1, n_W, n_C). */
export function toNhwc(x: NdArray): NdArray {
  return permute(withHeight(x), [0, 2, 3, 1]);
}

/** (m, n_H, n_W, n_C) → (m, n_C, n_H, n_W). */
export function fromNhwc(x: NdArray): NdArray {
  return permute(require4Axes(x), [0, 3, 1, 2]);
}

/**
 * (n_C, n_C_prev / groups, f_H, f_W) → (f_H, f_W, n_C_prev / groups, n_C); 1-D: without f_H. The same permutation takes a
 * transposed convolution's filters from (n_C_prev, n_C / groups, f_H, f_W) to (f_H, f_W, n_C / groups, n_C_prev).
 */
export function toHwio(w: NdArray): NdArray {
  return permute(withHeight(w), [2, 3, 1, 0]);
}

/** (f_H, f_W, n_C_prev / groups, n_C) → (n_C, n_C_prev / groups, f_H, f_W), and likewise for a transposed convolution. */
export function fromHwio(w: NdArray): NdArray {
  return permute(require4Axes(w), [3, 2, 0, 1]);
}

/** Axis k of the result is axis `axes[k]` of the array. */
export function permute({ shape, data }: NdArray, axes: readonly [number, number, number, number]): NdArray {
  const extents = mapTuple(axes, (axis) => shape[axis]!);
  const strides = axes.map((axis) => shape.slice(axis + 1).reduce((product, extent) => product * extent, 1));
  const result: FloatData =
    data instanceof Float32Array ? new Float32Array(data.length) : new Float64Array(data.length);
  let to = 0;
  for (let a = 0; a < extents[0]; a++) {
    for (let b = 0; b < extents[1]; b++) {
      for (let c = 0; c < extents[2]; c++) {
        let from = a * strides[0]! + b * strides[1]! + c * strides[2]!;
        for (let d = 0; d < extents[3]; d++, from += strides[3]!) result[to++] = data[from]!;
      }
    }
  }
  return { shape: extents, data: result };
}

function withHeight(array: NdArray): NdArray {
  if (array.shape.length !== 3) return require4Axes(array);
  const [first, second, width] = tuple3(array.shape);
  return { shape: [first, second, 1, width], data: array.data };
}

function require4Axes(array: NdArray): NdArray {
  if (array.shape.length === 4) return array;
  throw new LensError(msg('the layout needs 4 axes, but the shape is {0}', formatShape(array.shape)));
}

/** Both spatial axes of (f_H, f_W, depth, n_C) reversed. */
export function turnedKernel({ shape, data }: NdArray): NdArray {
  const [rows, cols, depth, filters] = tuple4(shape);
  const inner = depth * filters;
  const result = data.slice();
  for (let cell = 0; cell < rows * cols; cell++) {
    const from = (rows * cols - 1 - cell) * inner;
    result.set(data.subarray(from, from + inner), cell * inner);
  }
  return { shape, data: result };
}
