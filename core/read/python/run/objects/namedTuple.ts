/** Named tuples of `collections.namedtuple`. */
import { valueError } from '../../runtime/PythonError';
import { NONE, pyText, pyTuple } from '../../value/constructors';
import type { Py, PySequence } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { bindMethod } from './bindMethod';
import { bindParameters, type BoundParameter } from './bindParameters';

/** The type of a named tuple: a function that binds its arguments to the fields. */
export function namedTuple(
  typename: string,
  fields: readonly string[],
  defaults: readonly Py[],
  methods?: PySequence['methods'],
): Py {
  // The first one is the class.
  const parameters = ['_cls', ...fields].map((name, index): BoundParameter => ({
    name,
    kind: 'plain',
    missing: defaults[index - 1 - (fields.length - defaults.length)],
  }));
  return {
    kind: 'function',
    name: typename,
    type: typename,
    call: (args) => {
      const items: Py[] = [];
      const positional = [{ value: NONE, range: args.range }, ...args.positional];
      bindParameters(
        `${typename}.__new__`,
        parameters,
        { ...args, positional },
        (index, value) => (items[index] = value),
      );
      return { ...pyTuple(items.slice(1)), fields, view: typename, ...(methods && { methods }) };
    },
  };
}

/** A field, a method, `_replace`, `_asdict` or `_fields` of a named tuple. */
export function namedTupleMember(value: PySequence, name: string, machine: Machine): Py | undefined {
  const { fields } = value;
  if (!fields) return undefined;
  if (fields.includes(name)) return value.items[fields.indexOf(name)];
  const own = value.methods?.get(name);
  if (own) return own.kind === 'property' ? machine.call(own.get, [value]) : bindMethod(own, value);
  if (name === '_fields') return pyTuple(fields.map(pyText));
  if (name === '_asdict') {
    const entries = new Map(fields.map((field, index) => [field, value.items[index]!] as const));
    return { kind: 'function', name, call: () => ({ kind: 'dictionary', entries }) };
  }
  if (name !== '_replace') return undefined;
  return {
    kind: 'function',
    name,
    call: ({ named }) => {
      const unexpected = [...named.keys()].filter((key) => !fields.includes(key));
      if (unexpected.length > 0)
        throw valueError(`Got unexpected field names: [${unexpected.map((key) => `'${key}'`).join(', ')}]`);
      return { ...value, items: fields.map((field, index) => named.get(field)?.value ?? value.items[index]!) };
    },
  };
}
