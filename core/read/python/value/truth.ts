/** Truth of the values that need no code of the program to tell it. */
import { sizeOf } from '../../../array/NdArray';
import { flat } from '../array/PyArray';
import { valueError } from '../runtime/PythonError';
import { Unavailable } from '../runtime/Unavailable';
import type { Py } from './Py';

/** Undefined for instances, whose class decides. Throws Python's ValueError for arrays of several elements. */
export function builtInTruth(value: Py): boolean | undefined {
  switch (value.kind) {
    case 'number':
      return value.value !== 0;
    case 'none':
      return false;
    case 'text':
      return value.value !== '';
    case 'list':
    case 'tuple':
      return (value.array?.shape[0] ?? value.items.length) > 0;
    case 'range':
      return value.range!.count > 0;
    case 'dictionary':
    case 'set':
      return value.entries.size > 0;
    case 'array': {
      const size = sizeOf(value.shape);
      if (size > 1)
        throw valueError('The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()');
      return size === 1 && flat(value)[0] !== 0;
    }
    case 'instance':
      return undefined;
    case 'unknown':
      throw new Unavailable();
    default:
      return true;
  }
}
