/** The element type of a function's result, by that of its argument. */
import { kindOf, promote, type Dtype } from '../../array/dtype';
import type { Call } from '../call/Call';

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

/** NumPy computes in the type of a wider `out`. */
export function withOut(call: Call, dtype: Dtype): Dtype {
  return call.lacks('out') ? dtype : promote(dtype, call.array('out').dtype);
}
