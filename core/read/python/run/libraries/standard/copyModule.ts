/** `copy.copy` and `copy.deepcopy`. */
import { copyOf } from '../../../array/reshaping';
import { copySet } from '../../../value/hashKey';
import type { Py } from '../../../value/Py';
import type { Machine } from '../../machine/Machine';
import type { Builtins } from '../../builtins/table';

export const COPY: Builtins = {
  copy: ['x', (call, machine) => copyValue(call.value('x'), machine, (value) => value)],
  deepcopy: ['x', (call, machine) => deepCopy(call.value('x'), machine)],
};

/** A copy that shares nothing; objects that occur several times are copied once. */
export function deepCopy(value: Py, machine: Machine, known = new Map<Py, Py>()): Py {
  const found = known.get(value);
  if (found) return found;
  return copyValue(
    value,
    machine,
    (item) => deepCopy(item, machine, known),
    (made) => known.set(value, made),
  );
}

/** `register` is called with a container before its items are copied. */
function copyValue(
  value: Py,
  machine: Machine,
  item: (value: Py) => Py,
  register: (made: Py) => void = () => undefined,
): Py {
  machine.context.spend(2);
  const registered = <T extends Py>(made: T): T => {
    register(made);
    return made;
  };
  switch (value.kind) {
    case 'array':
      return registered(copyOf(value, machine.context));
    case 'list': {
      const made = registered<Extract<Py, { kind: 'list' | 'tuple' | 'range' }>>({ kind: 'list', items: [] });
      for (const each of value.items) made.items.push(item(each));
      return made;
    }
    case 'tuple':
      return {
        kind: 'tuple',
        items: value.items.map(item),
        ...(value.fields && { fields: value.fields }),
        ...(value.view !== undefined && { view: value.view }),
      };
    case 'dictionary': {
      const made = registered<Extract<Py, { kind: 'dictionary' }>>({ kind: 'dictionary', entries: new Map() });
      for (const [key, each] of value.entries) made.entries.set(key, item(each));
      if (value.keys) made.keys = new Map(value.keys);
      return made;
    }
    case 'set':
      return copySet(value, value.frozen);
    case 'instance': {
      const made = registered<Extract<Py, { kind: 'instance' }>>({ ...value, attributes: new Map() });
      for (const [name, each] of value.attributes) made.attributes.set(name, item(each));
      return made;
    }
    default:
      return value;
  }
}
