/** `x.flat` of an array that is not contiguous: its elements can be read in order. */
import { LensError, msg } from '../../../message';
import type { PyArray } from '../array/PyArray';
import type { Py, PyIterator } from './Py';

/** Type of the iterator. */
export const FLAT = 'flatiter';

/** Views of `x.flat` where it is contiguous: `y += 1` gives a new array, as for NumPy's iterator. */
export const FLAT_VIEWS = new WeakSet<PyArray>();

/** Other uses than iteration and single elements are not supported. */
export function refuseFlat(value: Py): void {
  if (value.kind === 'iterator' && value.type === FLAT)
    throw new LensError(msg('flat of an array that is not contiguous is not supported'));
}

/** The element of `x.flat[k]`. */
export function flatElement({ element }: PyIterator, key: Py): PyArray | undefined {
  return key.kind === 'number' && Number.isInteger(key.value) ? element?.(key.value) : undefined;
}
