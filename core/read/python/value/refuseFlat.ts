/** `x.flat` of an array that is not contiguous: its elements can be read in order. */
import { LensError, msg } from '../../../message';
import type { Py } from './Py';

/** Type of the iterator. */
export const FLAT = 'flatiter';

/** Other uses than iteration are not supported. */
export function refuseFlat(value: Py): void {
  if (value.kind === 'iterator' && value.type === FLAT)
    throw new LensError(msg('flat of an array that is not contiguous is not supported'));
}
