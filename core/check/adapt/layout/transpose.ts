/** NumPy's transpose of a small array. */
import { sizeOf, stridesOf, type NdArray } from '../../../array/NdArray';

/** Axis k of the result is axis `axes[k]` of the array. */
export function transpose(array: NdArray, axes: readonly number[]): NdArray {
  const shape = axes.map((axis) => array.shape[axis]!);
  const strides = stridesOf(array.shape);
  const steps = axes.map((axis) => strides[axis]!);
  const size = sizeOf(shape);
  const data = array.data instanceof Float32Array ? new Float32Array(size) : new Float64Array(size);
  const index = new Array<number>(shape.length).fill(0);
  let from = 0;
  for (let k = 0; k < data.length; k++) {
    data[k] = array.data[from]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis]! += 1;
      from += steps[axis]!;
      if (index[axis]! < shape[axis]!) break;
      from -= steps[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return { shape, data };
}
