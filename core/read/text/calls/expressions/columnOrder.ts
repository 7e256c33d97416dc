/** MATLAB, Julia and R store arrays with the first axis varying fastest; NdArray has the last one. */
import { sizeOf, stridesOf, type FloatData, type NdArray } from '../../../../array/NdArray';

/** The numbers with the first axis varying fastest. */
export function inColumnOrder(array: NdArray): FloatData {
  return transposedAll(array).data;
}

/** An array from numbers whose first axis varies fastest. */
export function ofColumnOrder(data: FloatData, shape: readonly number[]): NdArray {
  return transposedAll({ shape: [...shape].reverse(), data });
}

export function transposedArray({ shape, data }: NdArray): NdArray {
  return transposedAll({ shape, data });
}

/** The array with its axes in reverse order. */
function transposedAll(array: NdArray): NdArray {
  return permutedAxes(array, array.shape.map((_, axis) => axis).reverse());
}

/** MATLAB's `permute`: places of axes count from 1; without them the axes of a matrix change places. */
export function reorderedAxes(array: NdArray, places: readonly number[] = [2, 1]): NdArray | undefined {
  const axes = places.map((place) => place - 1);
  const isWhole = axes.length === array.shape.length && array.shape.every((_, axis) => axes.includes(axis));
  return isWhole ? permutedAxes(array, axes) : undefined;
}

/** Axis k of the result is axis `axes[k]` of the array. */
function permutedAxes({ shape, data }: NdArray, axes: readonly number[]): NdArray {
  const extents = axes.map((axis) => shape[axis]!);
  const strides = stridesOf(shape);
  const steps = axes.map((axis) => strides[axis]!);
  const result = data.slice(0, sizeOf(shape));
  const index = axes.map(() => 0);
  for (let to = 0, from = 0; to < result.length; to++) {
    result[to] = data[from]!;
    for (let axis = axes.length - 1; axis >= 0; axis--) {
      index[axis]! += 1;
      from += steps[axis]!;
      if (index[axis]! < extents[axis]!) break;
      from -= steps[axis]! * extents[axis]!;
      index[axis] = 0;
    }
  }
  return { shape: extents, data: result };
}
