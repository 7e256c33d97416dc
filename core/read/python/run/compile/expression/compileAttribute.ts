/** Reads an attribute at one place of the text: members of modules are looked up once. */
import type { Py } from '../../../value/Py';
import { attributeOf } from '../../interpreter/attributes';
import type { Machine } from '../../machine/Machine';

export function compileAttribute(name: string, machine: Machine): (object: Py) => Py {
  let module: Py | undefined;
  let member: Py | undefined;
  return (object) => {
    if (object.kind !== 'namespace') return attributeOf(object, name, machine);
    if (object !== module || member === undefined) {
      member = attributeOf(object, name, machine);
      module = object;
    }
    return member;
  };
}
