/** Operators and comparisons of sets, and of a dictionary's keys and items, which behave as sets. */
import type { BinaryOperator } from '../../syntax/tree/ast';
import { hashKey, makeSet } from '../../value/hashKey';
import type { Py, PySequence, PySet } from '../../value/Py';

export function combineSets(operator: BinaryOperator, left: PySet, right: PySet): PySet | undefined {
  const [a, b] = [[...left.entries.values()], [...right.entries.values()]];
  switch (operator) {
    case '|':
      return makeSet([...a, ...b]);
    case '&':
      return makeSet(a.filter((item) => right.entries.has(hashKey(item))));
    case '-':
      return makeSet(a.filter((item) => !right.entries.has(hashKey(item))));
    case '^':
      return makeSet([
        ...a.filter((item) => !right.entries.has(hashKey(item))),
        ...b.filter((item) => !left.entries.has(hashKey(item))),
      ]);
    default:
      return undefined;
  }
}

/** A set, or the keys or items of a dictionary, which Python compares and combines as a set. */
export function isSetLike(value: Py): value is PySet | PySequence {
  return value.kind === 'set' || (value.kind === 'list' && (value.view === 'dict_keys' || value.view === 'dict_items'));
}

/** Items may have unhashable values, so they are not keys. */
export function isKeys(value: Py): value is PySet | PySequence {
  return isSetLike(value) && !(value.kind === 'list' && value.view === 'dict_items');
}

export function asSet(value: PySet | PySequence): PySet {
  return value.kind === 'set' ? value : makeSet(value.items);
}

export function compareSets(operator: BinaryOperator, left: PySet, right: PySet): boolean {
  const [small, large] = operator.startsWith('<') ? [left, right] : [right, left];
  const inside = [...small.entries.keys()].every((key) => large.entries.has(key));
  return inside && (operator.endsWith('=') || small.entries.size < large.entries.size);
}
