/** Special methods of the text's classes: which of them the interpreter calls, and those that every object has. */
import { LensError, msg } from '../../../../message';
import { NONE } from '../../value/constructors';
import type { Py, PyClass, PyFunction, PyInstance } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { findMember, makeInstance } from './classes';

/** Those that Python calls and the interpreter does not. */
const LACKING = new Set(
  (
    'getattribute delattr delete missing reversed length_hint floor ceil trunc divmod rdivmod bytes complex ' +
    'copy deepcopy dir array_ufunc array_function instancecheck subclasscheck prepare subclasshook aenter aexit aiter anext await'
  )
    .split(' ')
    .map((name) => `__${name}__`),
);

/** Refuses a class whose methods would be called by Python and not by the interpreter. */
export function refuseSpecialMethods(members: ReadonlyMap<string, Py>): void {
  for (const [name, value] of members) {
    if (LACKING.has(name) && value.kind !== 'none')
      throw new LensError(msg('the special method {0} is not supported', name));
  }
}

/** Calls `__init_subclass__` of the bases, and `__set_name__` of the members, of a new class. */
export function announceClass(made: PyClass, machine: Machine): void {
  for (const [name, value] of made.members) {
    const method = value.kind === 'instance' ? findMember(value.class, '__set_name__') : undefined;
    if (method) machine.call(method, [value, made, { kind: 'text', value: name }]);
  }
  const method = findMember(made, '__init_subclass__', made);
  if (method) machine.call(method.kind === 'classmethod' ? method.get : method, [made]);
}

/** The value of a descriptor in a class: an instance with `__get__`. Undefined for other members. */
export function describedValue(member: Py, self: PyInstance | PyClass, machine: Machine): Py | undefined {
  const get = member.kind === 'instance' ? findMember(member.class, '__get__') : undefined;
  if (!get) return undefined;
  return machine.call(get, self.kind === 'instance' ? [member, self, self.class] : [member, NONE, self]);
}

/** Whether an assignment to the attribute is the descriptor's. */
export function isDataDescriptor(member: Py): boolean {
  return member.kind === 'instance' && findMember(member.class, '__set__') !== undefined;
}

/**
 * Methods of `object` that a method of the text calls: `object.__setattr__(self, name, value)`, and with `self` already given,
 * `super().__setattr__(name, value)`. Throws for those that the interpreter lacks.
 */
export function objectMethod(name: string, self: PyInstance | PyClass | undefined): PyFunction | undefined {
  const run = OBJECT_METHODS[name];
  if (!run) {
    if (!/^__(?:repr|str|eq|ne|hash|getattribute|delattr|format|dir|sizeof|reduce)__$/.test(name)) return undefined;
    throw new LensError(msg('{0} is not supported', `object.${name}`));
  }
  return {
    kind: 'function',
    name,
    call: ({ positional }) => {
      const given = positional.map(({ value }) => value);
      // `__new__` is a static method: its class is always given.
      return run(self && name !== '__new__' ? [self, ...given] : given);
    },
  };
}

const OBJECT_METHODS: Readonly<Record<string, (given: readonly Py[]) => Py>> = {
  __new__: ([type]) => {
    if (type?.kind !== 'class') throw new LensError(msg('{0} is not supported', 'object.__new__'));
    return makeInstance(type);
  },
  __setattr__: ([self, name, value]) => {
    if (self?.kind !== 'instance' || name?.kind !== 'text' || !value)
      throw new LensError(msg('{0} is not supported', 'object.__setattr__'));
    self.attributes.set(name.value, value);
    return NONE;
  },
  __init_subclass__: () => NONE,
};

/** Names in `__slots__` of all classes of an instance; undefined where a class has none, so that any attribute can be set. */
export function slotsOf(type: PyClass): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { members } of type.order) {
    const slots = members.get('__slots__');
    if (!slots) return undefined;
    if (slots.kind === 'text') names.add(slots.value);
    else if (slots.kind === 'list' || slots.kind === 'tuple')
      for (const item of slots.items) if (item.kind === 'text') names.add(item.value);
  }
  return names;
}
