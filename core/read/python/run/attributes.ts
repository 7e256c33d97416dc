/** `value.name`, read and assigned. */
import { LensError, msg } from '../../../message';
import { arrayMember } from '../library/arrayMembers';
import { libraryFunction } from '../library/Call';
import { toArray } from '../library/coerce';
import { isWithoutEffect, memberOf } from '../library/namespaces';
import { randomFunction } from '../library/random';
import { ufuncMethod } from '../library/ufunc/ufuncMethods';
import { layerMember, setParameter } from '../layers/layerMembers';
import { NONE, describe, list, tuple, type Py, type PyDictionary } from '../value';
import type { Context } from './Context';

export function attributeOf(value: Py, name: string, context: Context): Py {
  const found = memberOfValue(value, name, context);
  if (found) return found;
  throw new LensError(msg('{0} has no member {1} that is read here', describe(value), name));
}

/** Throws where the attribute cannot be set. */
export function setAttribute(target: Py, name: string, value: Py, context: Context): void {
  if (target.kind === 'namespace' && isWithoutEffect(target.path)) return;
  if (target.kind === 'layer') setParameter(target, name, toArray(value, context));
  else throw new LensError(msg('{0} of {1} cannot be assigned here', name, describe(target)));
}

function memberOfValue(value: Py, name: string, context: Context): Py | undefined {
  switch (value.kind) {
    case 'namespace': {
      const path = `${value.path}.${name}`;
      return memberOf(path, context) ?? { kind: 'namespace', path };
    }
    case 'array':
      return arrayMember(value, name);
    case 'number':
      return arrayMember(toArray(value, context), name);
    case 'generator':
      return randomFunction(name, value.source);
    case 'dictionary':
      return dictionaryMember(value, name);
    case 'function':
      return ufuncMethod(value.name, name);
    case 'layer':
      return layerMember(value, name);
    default:
      return undefined;
  }
}

function dictionaryMember({ entries }: PyDictionary, name: string): Py | undefined {
  const keyOf = (key: string | number): Py =>
    typeof key === 'string' ? { kind: 'text', value: key } : { kind: 'number', value: key, dtype: 'int64' };
  switch (name) {
    case 'get':
      return libraryFunction('get', 'key default?', (call) => {
        const key = call.value('key');
        const found = key.kind === 'text' || key.kind === 'number' ? entries.get(key.value) : undefined;
        return found ?? (call.lacks('default') ? NONE : call.value('default'));
      });
    case 'keys':
      return libraryFunction('keys', '', () => list([...entries.keys()].map(keyOf)));
    case 'values':
      return libraryFunction('values', '', () => list([...entries.values()]));
    case 'items':
      return libraryFunction('items', '', () => list([...entries].map(([key, item]) => tuple([keyOf(key), item]))));
    case 'copy':
      return libraryFunction('copy', '', () => ({ kind: 'dictionary', entries: new Map(entries) }));
    default:
      return undefined;
  }
}
