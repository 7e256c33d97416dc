/** NumPy's results without axes are scalars, not 0-d arrays. */
import { sizeOf } from '../../../array/NdArray';
import { flat, type PyArray } from '../array/PyArray';
import type { Py } from '../value';

/** `source`: what the function was given; a tensor without axes stays one. */
export function scalarOf(array: PyArray, source?: Py): Py {
  const tensor = array.notation !== undefined && array.notation !== 'numpy';
  if (array.shape.length > 0 || sizeOf(array.shape) !== 1 || tensor || source?.kind === 'none') return array;
  return { kind: 'number', value: flat(array)[0]!, dtype: array.dtype, numpy: true };
}
