/** MATLAB, Julia and R store arrays with the first axis varying fastest; NdArray has the last one. */
import { sizeOf, type FloatData, type NdArray } from '../../../../array/NdArray';

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
function transposedAll({ shape, data }: NdArray): NdArray {
  const reversed = [...shape].reverse();
  const result = data.slice(0, sizeOf(shape));
  const index = shape.map(() => 0);
  for (let from = 0; from < result.length; from++) {
    let to = 0;
    for (let axis = shape.length - 1; axis >= 0; axis--) to = to * shape[axis]! + index[axis]!;
    result[to] = data[from]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis]! += 1;
      if (index[axis]! < shape[axis]!) break;
      index[axis] = 0;
    }
  }
  return { shape: reversed, data: result };
}
