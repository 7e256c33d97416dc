/** The element type of a function's result, by that of its argument. */
import { kindOf, type Dtype } from '../../array/dtype';

export function same(dtype: Dtype): Dtype {
  return dtype;
}

export function flags(): Dtype {
  return 'bool';
}

/** Sums of booleans and narrow integers are int64. */
export function wholeOf(dtype: Dtype): Dtype {
  if (kindOf(dtype) === 2) return dtype;
  return dtype.startsWith('uint') ? 'uint64' : 'int64';
}
