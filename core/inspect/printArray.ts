/** An array as NumPy 1.24 prints its representation. */
import type { FloatData, NdArray } from '../array/NdArray';
import { reprArray } from '../read/python/array/format';
import { dtypeNamed, type Dtype } from '../read/python/array/dtype';
import { arrayOf } from '../read/python/array/PyArray';

/** `array([[1., 2.]])`. More than 1000 elements are abbreviated, as in NumPy. A type that NumPy lacks prints as its storage. */
export function printArray({ shape, data }: NdArray, dtype: string | undefined): string {
  return reprArray(arrayOf(data, shape, dtypeOf(data, dtype)));
}

function dtypeOf(data: FloatData, dtype: string | undefined): Dtype {
  const named = dtype === undefined ? undefined : dtypeNamed(dtype);
  return named ?? (data instanceof Float32Array ? 'float32' : 'float64');
}
