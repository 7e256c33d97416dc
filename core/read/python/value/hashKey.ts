/** Keys of dictionaries and sets: equal Python values have equal keys. */
import { LensError, msg } from '../../../message';
import { typeError } from '../runtime/PythonError';
import { itemHash } from './itemHash';
import type { Py, PyClass, PyDictionary, PyInstance, PySet } from './Py';
import { SetTable } from './SetTable';

/** Marks the key of a value that is neither a string nor a number. */
const MARK = '\u0000';
const identities = new WeakMap<object, number>();
let nextIdentity = 0;

/** Throws a TypeError for mutable values, as Python does. */
export function hashKey(value: Py): string | number {
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'number':
      return Number.isNaN(value.value) ? identityKey(value) : value.value + 0;
    case 'none':
      return `${MARK}None`;
    case 'tuple':
      return `${MARK}(${value.items.map((item) => JSON.stringify(hashKey(item))).join(',')})`;
    case 'list':
    case 'dictionary':
      throw typeError(`unhashable type: '${value.kind === 'list' ? 'list' : 'dict'}'`);
    case 'array':
      throw typeError("unhashable type: 'numpy.ndarray'");
    case 'slice':
      throw typeError("unhashable type: 'slice'");
    case 'set':
      if (!value.frozen) throw typeError("unhashable type: 'set'");
      return `${MARK}{${[...value.entries.keys()]
        .map((key) => JSON.stringify(key))
        .sort()
        .join(',')}}`;
    case 'dtype':
      return `${MARK}dtype ${value.dtype}`;
    case 'instance': {
      const hashed = value.class.order.find(definesEquality)?.hashed;
      if (!hashed) {
        refuseOwnEquality(value);
        return identityKey(value);
      }
      const items = hashed.map((name) => JSON.stringify(hashKey(value.attributes.get(name)!)));
      return `${identityKey(value.class)}(${items.join(',')})`;
    }
    default:
      return identityKey(value);
  }
}

function definesEquality({ members }: PyClass): boolean {
  return members.has('__eq__') || members.has('__hash__');
}

/** Keys of a class with an equality of its own are compared by the program's code, which is not called here. */
function refuseOwnEquality({ class: type }: PyInstance): void {
  const defines = (name: string): boolean => type.order.some(({ members }) => members.has(name));
  if ((defines('__hash__') && defines('__eq__')) || type.frozen)
    throw new LensError(msg('keys whose class defines {0} are not supported', '__hash__'));
  if (defines('__eq__') && !type.enumeration) throw typeError(`unhashable type: '${type.name}'`);
}

export function setEntry(dictionary: PyDictionary, key: Py, value: Py): void {
  const hash = hashKey(key);
  if (!dictionary.entries.has(hash) && !isPlain(key)) (dictionary.keys ??= new Map()).set(hash, key);
  dictionary.entries.set(hash, value);
}

export function deleteEntry(dictionary: PyDictionary, key: Py): boolean {
  const hash = hashKey(key);
  dictionary.keys?.delete(hash);
  return dictionary.entries.delete(hash);
}

/** The key as the program wrote it. */
export function originalKey({ keys }: Pick<PyDictionary, 'keys'>, hash: string | number): Py {
  const kept = keys?.get(hash);
  if (kept) return kept;
  return typeof hash === 'string' ? { kind: 'text', value: hash } : { kind: 'number', value: hash, dtype: 'int64' };
}

export function keysOf(dictionary: PyDictionary): Py[] {
  return [...dictionary.entries.keys()].map((hash) => originalKey(dictionary, hash));
}

export function makeSet(items: Iterable<Py>, frozen = false): PySet {
  const entries = newTable();
  for (const item of items) entries.set(hashKey(item), item);
  return { kind: 'set', entries, ...(frozen && { frozen }) };
}

export function newTable(): SetTable<Py> {
  return new SetTable(itemHash);
}

/** `set(value)` of a set, whose table is copied. */
export function copySet({ entries }: PySet, frozen = false): PySet {
  return { kind: 'set', entries: entries.copy(), ...(frozen && { frozen }) };
}

function isPlain(key: Py): boolean {
  return key.kind === 'text' || (key.kind === 'number' && key.dtype === 'int64' && key.numpy === undefined);
}

function identityKey(value: object): string {
  let identity = identities.get(value);
  if (identity === undefined) identities.set(value, (identity = nextIdentity++));
  return `${MARK}#${identity}`;
}
