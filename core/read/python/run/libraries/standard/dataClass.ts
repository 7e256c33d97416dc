/** Data classes: a class gets `__init__`, `__repr__` and comparisons from the names that its body annotates. */
import { typeError, valueError } from '../../../runtime/PythonError';
import { compare } from '../../operations/compare';
import { reprOf } from '../../text/reprOf';
import type { Machine } from '../../machine/Machine';
import { NONE, pyText, pyTuple } from '../../../value/constructors';
import { typeName } from '../../../value/typeName';
import type { Arguments, DataField, Py, PyClass, PyFunction, PyInstance } from '../../../value/Py';
import { addMethod } from '../../objects/addMethod';
import { bindParameters } from '../../objects/bindParameters';
import { NOT_IMPLEMENTED } from '../../objects/callSpecial';
import { findMember } from '../../objects/classes';

type Declared = (name: string, given: Py | undefined) => DataField;
type Option = 'init' | 'repr' | 'eq' | 'order' | 'frozen';

const ORDER = [
  ['__lt__', '<'],
  ['__le__', '<='],
  ['__gt__', '>'],
  ['__ge__', '>='],
] as const;

/** The same class, with the methods. `declared` reads a field from its value in the class's body. */
export function makeDataClass(type: PyClass, options: ReadonlySet<Option>, declared: Declared): PyClass {
  const own = type.annotated.map((name) => declared(name, type.members.get(name)));
  own.forEach(refuseMutable);
  for (const { name, value } of own) {
    if (value) type.members.set(name, value);
    else type.members.delete(name);
  }
  const inherited = [...type.order].reverse().flatMap((each) => (each === type ? [] : (each.fields ?? [])));
  const byName = new Map([...inherited, ...own].map((field) => [field.name, field]));
  const fields = [...byName.values()];
  refuseOrder(fields);
  type.fields = fields;
  if (!type.members.has('__match_args__'))
    type.members.set('__match_args__', pyTuple(fields.filter(({ init }) => init).map(({ name }) => pyText(name))));
  const compared = fields.filter(({ compare }) => compare).map(({ name }) => name);
  if (options.has('frozen')) {
    type.frozen = true;
    if (options.has('eq') && !type.members.has('__eq__') && !type.members.has('__hash__')) type.hashed = compared;
  }
  if (options.has('init'))
    addMethod(type, '__init__', (self, args, machine) => {
      const result = initialize(type, fields, self, args, machine);
      if (machine.lenient || !machine.observer) return result;
      const given = fields.map(({ name }) => [name, self.attributes.get(name) ?? NONE] as const);
      return machine.observer(INITIALIZE, new Map([['self', self], ...given]), () => result, args.range);
    });
  if (options.has('repr'))
    addMethod(type, '__repr__', (self, _args, machine) => {
      const shown = fields.filter(({ repr }) => repr);
      const items = shown.map(({ name }) => `${name}=${reprOf(self.attributes.get(name) ?? NONE, machine)}`);
      return pyText(`${self.class.name}(${items.join(', ')})`);
    });
  const comparisons = [
    ...(options.has('eq') ? ([['__eq__', '==']] as const) : []),
    ...(options.has('order') ? ORDER : []),
  ];
  for (const [name, operator] of comparisons)
    addMethod(type, name, (self, { positional }, machine) => {
      const other = positional[0]?.value;
      if (other?.kind !== 'instance' || other.class !== self.class) return pyText(NOT_IMPLEMENTED);
      const items = (each: PyInstance): Py => pyTuple(compared.map((field) => each.attributes.get(field) ?? NONE));
      return compare(operator, items(self), items(other), machine);
    });
  return type;
}

/** The method, as observers of calls see it. */
const INITIALIZE: PyFunction = { kind: 'function', name: '__init__', call: () => NONE };

function initialize(
  type: PyClass,
  fields: readonly DataField[],
  self: PyInstance,
  args: Arguments,
  machine: Machine,
): Py {
  const made = fields.filter(({ init }) => init);
  const parameters = made.map(({ name, value, factory }) => ({
    name,
    kind: 'plain' as const,
    missing: value ?? (factory && NONE),
  }));
  const given = new Map<string, Py>();
  const all = [{ name: 'self', kind: 'plain' as const, missing: undefined }, ...parameters];
  const positional = [{ value: self, range: args.range }, ...args.positional];
  bindParameters(`${type.name}.__init__`, all, { ...args, positional }, (index, value) => {
    if (index > 0) given.set(made[index - 1]!.name, value);
  });
  const passed = new Set([...args.named.keys(), ...made.slice(0, args.positional.length).map(({ name }) => name)]);
  for (const { name, value, factory } of fields) {
    const found = passed.has(name) ? given.get(name) : factory ? machine.call(factory, []) : value;
    if (found) self.attributes.set(name, found);
  }
  const after = findMember(type, '__post_init__');
  if (after) machine.call(after, [self]);
  return NONE;
}

function refuseMutable({ name, value }: DataField): void {
  if (value?.kind === 'list' || value?.kind === 'dictionary' || value?.kind === 'set') {
    const type = `<class '${typeName(value)}'>`;
    throw valueError(`mutable default ${type} for field ${name} is not allowed: use default_factory`);
  }
}

function refuseOrder(fields: readonly DataField[]): void {
  let defaults = false;
  for (const { name, value, factory, init } of fields) {
    if (!init) continue;
    if (value ?? factory) defaults = true;
    else if (defaults) throw typeError(`non-default argument '${name}' follows default argument`);
  }
}
