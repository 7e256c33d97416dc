/** Stable sorting by Python's order. */
import { typeError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { isLess } from './equality';

export function sorted(items: readonly Py[], key: Py | undefined, reverse: boolean, machine: Machine): Py[] {
  machine.context.spend(items.length * 20);
  const keyed = items.map((item) => ({ item, key: key ? machine.call(key, [item]) : item, at: 0 }));
  const ordered = reverse ? keyed.reverse() : keyed;
  ordered.forEach((each, at) => (each.at = at));
  // As CPython, asks only whether a later item is less than an earlier one: a class may define nothing else.
  ordered.sort((a, b) => {
    if (a.at < b.at) return less(b.key, a.key, machine) ? 1 : -1;
    return less(a.key, b.key, machine) ? -1 : 1;
  });
  if (reverse) ordered.reverse();
  return ordered.map(({ item }) => item);
}

/** `a < b`; throws where the values have no order. */
export function less(a: Py, b: Py, machine: Machine): boolean {
  const found = isLess(a, b, machine);
  if (found === undefined)
    throw typeError(`'<' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
  return found;
}
