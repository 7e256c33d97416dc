/** `copy.copy` and `copy.deepcopy`. */
import { LensError, msg } from '../../../../../message';
import type { PyArray } from '../../../array/PyArray';
import { copyOf } from '../../../array/reshaping';
import { arrayOfParameter } from '../../../library/call/coerce';
import { copySet } from '../../../value/hashKey';
import type { LayerObject, Py, PyDictionary, PyInstance, PySequence } from '../../../value/Py';
import type { Machine } from '../../machine/Machine';
import type { Builtins } from '../../builtins/table';

export const COPY: Builtins = {
  copy: ['x', (call, machine) => copyValue(call.value('x'), machine, (value) => value)],
  deepcopy: [
    'x',
    (call, machine) =>
      deepCopy(call.value('x'), machine, new Map(), ({ callee }) => {
        if (!machine.lenient) throw new LensError(msg('{0} is not supported', `copy.deepcopy(${callee})`));
      }),
  ],
};

/**
 * A copy that shares nothing; objects that occur several times are copied once. `onShared` is told of a layer that keeps more than
 * weights and items: it is not copied. `inPlaceOf` gives what an object becomes that is not copied as such.
 */
export function deepCopy(
  value: Py,
  machine: Machine,
  known = new Map<Py, Py>(),
  onShared: (layer: LayerObject) => void = () => undefined,
  inPlaceOf: (instance: PyInstance) => Py | undefined = () => undefined,
): Py {
  const found = known.get(value) ?? (value.kind === 'instance' ? inPlaceOf(value) : undefined);
  if (found) return found;
  const copied = (item: Py): Py => deepCopy(item, machine, known, onShared, inPlaceOf);
  if (value.kind === 'layer') {
    const made = copyOfLayer(value, machine, copied);
    if (made) known.set(value, made);
    else onShared(value);
    return made ?? value;
  }
  return copyValue(value, machine, copied, (made) => known.set(value, made));
}

/** A layer with weights of its own, or a parameter; undefined for a layer that keeps more. */
function copyOfLayer(value: LayerObject, machine: Machine, item: (value: Py) => Py): Py | undefined {
  const parameter = arrayOfParameter(value);
  if (parameter) return copyOfArray(parameter, machine);
  if (value.framework !== 'pytorch' || value.mode || (value.items && !value.withItems)) return undefined;
  const items = value.items?.map(item);
  const weights = Object.fromEntries(
    Object.entries(value.weights).map(([name, array]) => [name, copyOfArray(array, machine)]),
  );
  if (!items) return { ...value, weights };
  return { ...value.withItems!(items), ...(value.printed && { printed: value.printed }) };
}

function copyOfArray(array: PyArray, { context, tape }: Machine): PyArray {
  const made = copyOf(array, context);
  tape.copied(array, made);
  return made;
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
      return registered(copyOfArray(value, machine));
    case 'list': {
      const { view, maxlen } = value;
      const made = registered<PySequence>({
        kind: 'list',
        items: [],
        ...(view !== undefined && { view }),
        ...(maxlen !== undefined && { maxlen }),
      });
      for (const each of value.items) made.items.push(item(each));
      return made;
    }
    case 'tuple':
      return {
        kind: 'tuple',
        items: value.items.map(item),
        ...(value.fields && { fields: value.fields }),
        ...(value.methods && { methods: value.methods }),
        ...(value.view !== undefined && { view: value.view }),
      };
    case 'dictionary': {
      const made = registered<PyDictionary>({ ...value, entries: new Map() });
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
