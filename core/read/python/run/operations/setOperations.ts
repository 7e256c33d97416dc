/** Operators and comparisons of sets, and of a dictionary's keys and items, which behave as sets; in CPython's order of items. */
import { LensError, msg } from '../../../../message';
import type { BinaryOperator } from '../../syntax/tree/ast';
import { pyInteger } from '../../value/constructors';
import { hashKey, makeSet, newTable, originalKey, setEntry } from '../../value/hashKey';
import type { Py, PyDictionary, PySequence, PySet } from '../../value/Py';
import { SetTable } from '../../value/SetTable';

type Items = PySet['entries'];

/** What a set is combined with: another set, or the items of another value. */
export type SetOperand = Items | readonly Py[];

export type SetOperator = '|' | '&' | '-' | '^';

export function isSetOperator(operator: BinaryOperator): operator is SetOperator {
  return operator === '|' || operator === '&' || operator === '-' || operator === '^';
}

export function combineSets(operator: SetOperator, left: Items, right: SetOperand): Items {
  switch (operator) {
    case '|':
      return changed(left.copy(), '|', right);
    case '&':
      return common(left, right);
    case '-':
      return without(left, right);
    case '^':
      return changed(tableOf(right).copy(), '^', left);
  }
}

/** `target |= other` and its like. */
export function changeSet(target: Items, operator: SetOperator, other: SetOperand): void {
  if (operator === '&') target.assign(common(target, other));
  else changed(target, operator, other);
}

function changed(target: Items, operator: '|' | '-' | '^', other: SetOperand): Items {
  if (other === target) {
    if (operator !== '|') target.clear();
  } else if (operator === '|' && other instanceof SetTable) target.merge(other);
  else if (operator === '|') for (const [key, item] of pairsOf(other)) target.set(key, item);
  else if (operator === '-') {
    for (const [key] of pairsOf(other)) target.delete(key);
    target.compact();
  } else for (const [key, item] of tableOf(other).pairs) if (!target.delete(key)) target.set(key, item);
  return target;
}

/** The items of the smaller set, in its order. */
function common(left: Items, right: SetOperand): Items {
  if (left === right) return left.copy();
  if (right instanceof SetTable && right.size > left.size) return picked(left.pairs.filter(([key]) => right.has(key)));
  return picked(pairsOf(right).filter(([key]) => left.has(key)));
}

function without(left: Items, right: SetOperand): Items {
  // From a much larger set the few items are removed.
  if (!(right instanceof SetTable) || Math.floor(left.size / 4) > right.size) return changed(left.copy(), '-', right);
  return picked(left.pairs.filter(([key]) => !right.has(key)));
}

function picked(pairs: Items['pairs']): Items {
  const made = newTable();
  for (const [key, item] of pairs) made.set(key, item);
  return made;
}

function tableOf(other: SetOperand): Items {
  return other instanceof SetTable ? other : makeSet(other).entries;
}

function pairsOf(other: SetOperand): Items['pairs'] {
  return other instanceof SetTable ? other.pairs : other.map((item) => [hashKey(item), item] as const);
}

/** A combined set is frozen as its left one. */
export function frozenOf(left: Py): { readonly frozen?: boolean } {
  return left.kind === 'set' && left.frozen === true ? { frozen: true } : {};
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

const COUNTS: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '|': Math.max,
  '&': Math.min,
};

/** `left operator right` of counters: the positive counts. Undefined for other operators. */
export function combineCounters(
  operator: BinaryOperator,
  left: PyDictionary,
  right: PyDictionary,
): PyDictionary | undefined {
  const combine = COUNTS[operator];
  if (!combine) return undefined;
  const count = ({ entries }: PyDictionary, hash: string | number): number => {
    const found = entries.get(hash) ?? pyInteger(0);
    if (found.kind === 'number' && found.dtype === 'int64') return found.value;
    throw new LensError(msg('{0} is not supported', `Counter ${operator} Counter`));
  };
  const made: PyDictionary = { kind: 'dictionary', entries: new Map(), type: 'Counter' };
  for (const source of [left, right])
    for (const hash of source.entries.keys()) {
      const number = combine(count(left, hash), count(right, hash));
      if (number > 0) setEntry(made, originalKey(source, hash), pyInteger(number));
    }
  return made;
}
