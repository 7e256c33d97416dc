/** Members of built-in types: `str.lower`, `dict.fromkeys`. */
import { typeError } from '../../runtime/PythonError';
import { NONE } from '../../value/constructors';
import { setEntry } from '../../value/hashKey';
import { typeName } from '../../value/typeName';
import type { Py, PyDictionary, PyFunction } from '../../value/Py';
import { libraryFunction } from '../../library/call/Call';
import type { Machine } from '../machine/Machine';
import { iterate } from '../operations/iterate';

/** Types whose methods a text calls with the value as the first argument, `list.append(items, x)`. */
const TYPES = /^(?:str|list|tuple|dict|set|frozenset|int|float)$/;

/** Undefined where the type has no such member, or none that the interpreter knows. */
export function typeMember(type: PyFunction, name: string, machine: Machine): Py | undefined {
  if (type.type === undefined || !TYPES.test(type.type)) return undefined;
  if (type.type === 'dict' && name === 'fromkeys') return fromKeys(machine);
  if (name.startsWith('__')) return undefined;
  const known = machine.member(machine.call(type, []), name);
  if (known?.kind !== 'function') return undefined;
  return {
    kind: 'function',
    name,
    call: (args) => {
      const [self, ...positional] = args.positional;
      if (!self) throw typeError(`unbound method ${type.type}.${name}() needs an argument`);
      if (typeName(self.value) !== type.type)
        throw typeError(
          `descriptor '${name}' for '${type.type}' objects doesn't apply to a '${typeName(self.value)}' object`,
        );
      return machine.invoke(machine.attribute(self.value, name), { ...args, positional });
    },
  };
}

function fromKeys(machine: Machine): PyFunction {
  return libraryFunction('fromkeys', 'iterable value?', (call) => {
    const made: PyDictionary = { kind: 'dictionary', entries: new Map() };
    const value = call.has('value') ? call.value('value') : NONE;
    for (const key of iterate(call.value('iterable'), machine)) setEntry(made, key, value);
    return made;
  });
}
