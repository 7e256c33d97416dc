/** NumPy's results without axes are scalars, not 0-d arrays. */
import { castTo } from '../../array/dtype';
import type { PyArray } from '../../array/PyArray';
import type { Py } from '../../value/Py';

/** A tensor without axes stays a tensor. `source`: what the function was given. */
export function scalarOf(array: PyArray, source?: Py): Py {
  if (array.shape.length > 0 || source?.kind === 'none') return array;
  if (array.notation !== undefined && array.notation !== 'numpy') return array;
  const value = castTo(array.dtype)(array.store.data[array.offset]!);
  return { kind: 'number', value, dtype: array.dtype, numpy: true };
}
