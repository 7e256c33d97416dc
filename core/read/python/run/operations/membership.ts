/** Python's `in`. */
import { flat } from '../../array/PyArray';
import { hashKey } from '../../value/hashKey';
import { typeError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { toArray } from '../../library/call/coerce';
import { binary } from '../../library/ufunc/operators';
import type { Py } from '../../value/Py';
import { iteratorOf } from './iterate';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';
import { isSameItem } from './equality';
import { truthOf } from './truthOf';

export function isIn(item: Py, container: Py, machine: Machine): boolean {
  switch (container.kind) {
    case 'text':
      if (item.kind !== 'text') throw typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
      return container.value.includes(item.value);
    case 'dictionary':
    case 'set':
      return container.entries.has(hashKey(item));
    case 'array': {
      const found = toArray(binary('==', container, item, machine.context), machine.context);
      return flat(found).some((value) => value !== 0);
    }
    case 'instance': {
      const method = findMember(container.class, '__contains__');
      if (method) return truthOf(machine.call(method, [container, item]), machine);
      break;
    }
    case 'number':
    case 'none':
    case 'function':
      throw typeError(`argument of type '${typeName(container)}' is not iterable`);
    default:
  }
  const next = iteratorOf(container, machine);
  for (let each = next(); each !== undefined; each = next()) {
    if (isSameItem(each, item, machine)) return true;
  }
  return false;
}
