/** Truth of a value in a condition. */
import { sizeOf } from '../../../../array/NdArray';
import { flat } from '../../array/PyArray';
import { valueError } from '../../runtime/PythonError';
import type { Py } from '../../value/Py';
import { Unavailable } from '../../runtime/Unavailable';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';

export function truthOf(value: Py, machine: Machine): boolean {
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
    case 'instance': {
      const method = findMember(value.class, '__bool__') ?? findMember(value.class, '__len__');
      return method ? truthOf(machine.call(method, [value]), machine) : true;
    }
    case 'namespace':
      if (!value.path.includes('.')) return true;
      machine.missing.add(value.path);
      throw new Unavailable();
    case 'unknown':
      throw new Unavailable();
    default:
      return true;
  }
}
