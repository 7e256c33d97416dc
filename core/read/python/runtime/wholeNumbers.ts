/** Python's floats that are not whole numbers cannot be elements of arrays of integers. */
import { PythonError, valueError } from './PythonError';

export function requireFinite(values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
    if (!Number.isFinite(value)) throw new PythonError('OverflowError', 'cannot convert float infinity to integer');
  }
}
