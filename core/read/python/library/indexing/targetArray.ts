/** The argument that a function writes into. */
import type { PyArray } from '../../array/PyArray';
import { PythonError } from '../../runtime/PythonError';
import type { Call } from '../call/Call';

/** Throws a TypeError for a list. */
export function targetArray(call: Call, name: string): PyArray {
  const value = call.value(name);
  if (value.kind === 'array') return value;
  throw new PythonError('TypeError', `argument 1 must be numpy.ndarray, not ${value.kind}`, call.range);
}
