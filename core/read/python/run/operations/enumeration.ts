/** Enumerations: classes derived from `enum.Enum`, whose plain members are their only instances. */
import { PythonError, valueError } from '../../runtime/PythonError';
import { pyInteger, pyText } from '../../value/constructors';
import type { Py, PyClass, PyInstance } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { isEqual } from './equality';
import { reprOf } from '../text/reprOf';
import { makeClass, makeInstance } from '../objects/classes';

/** What `auto()` gives: one more than the value before, from 1. */
export const AUTO = makeClass('auto', [], new Map());

/** Makes an instance of every member that is neither a method nor private. An equal value gives a second name to the same instance. */
export function enumerate(type: PyClass, machine: Machine): void {
  const instances: PyInstance[] = [];
  let last = 0;
  for (const [name, given] of [...type.members]) {
    if (name.startsWith('_') || isDescriptor(given)) continue;
    const value = given.kind === 'instance' && given.class === AUTO ? pyInteger(last + 1) : given;
    if (value.kind === 'number') last = value.value;
    const known = instances.find((each) => isEqual(valueOf(each), value, machine));
    const made = known ?? makeInstance(type);
    if (!known) {
      made.attributes.set('name', pyText(name)).set('value', value);
      instances.push(made);
    }
    type.members.set(name, made);
  }
  type.enumeration = instances;
}

/** `Mode('max')`: the instance with this value. */
export function memberOfValue({ name, enumeration = [] }: PyClass, value: Py, machine: Machine): PyInstance {
  const found = enumeration.find((each) => each === value || isEqual(valueOf(each), value, machine));
  if (found) return found;
  throw valueError(`${reprOf(value, machine)} is not a valid ${name}`);
}

/** `Mode['MAX']`. */
export function memberNamed(type: PyClass, name: Py, machine: Machine): Py {
  const found = name.kind === 'text' ? type.members.get(name.value) : undefined;
  if (found?.kind === 'instance' && found.class === type) return found;
  throw new PythonError('KeyError', reprOf(name, machine));
}

export function valueOf(instance: PyInstance): Py {
  return instance.attributes.get('value')!;
}

function isDescriptor({ kind }: Py): boolean {
  return ['function', 'property', 'staticmethod', 'classmethod', 'class'].includes(kind);
}
