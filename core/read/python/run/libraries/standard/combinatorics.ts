/** Functions of `itertools` that choose and arrange items. */
import { pyTuple } from '../../../value/constructors';
import type { Py } from '../../../value/Py';
import { iterate } from '../../operations/iterate';
import type { Machine } from '../../machine/Machine';
import { iterator } from '../../builtins/iterators';
import type { Builtins } from '../../builtins/table';

export const COMBINATORICS: Builtins = {
  product: [
    '*iterables repeat?',
    (call, machine) => {
      const once = call.rest.map(({ value }) => iterate(value, machine));
      const columns = Array.from({ length: call.integer('repeat', 1) }, () => once).flat();
      return fromGenerator('product', product(columns), machine);
    },
  ],
  permutations: [
    'iterable r?',
    (call, machine) => {
      const items = iterate(call.value('iterable'), machine);
      return fromGenerator('permutations', arrangements(items, call.integer('r', items.length)), machine);
    },
  ],
  combinations: [
    'iterable r',
    (call, machine) =>
      fromGenerator('combinations', combinations(iterate(call.value('iterable'), machine), call.integer('r')), machine),
  ],
  combinations_with_replacement: [
    'iterable r',
    (call, machine) => {
      const items = iterate(call.value('iterable'), machine);
      return fromGenerator('combinations_with_replacement', combinations(items, call.integer('r'), 0), machine);
    },
  ],
};

function fromGenerator(type: string, items: Generator<Py[]>, machine: Machine): Py {
  return iterator(type, () => {
    machine.context.spend(10);
    const step = items.next();
    return step.done === true ? undefined : pyTuple(step.value);
  });
}

function* product(columns: readonly (readonly Py[])[], at = 0): Generator<Py[]> {
  const column = columns[at];
  if (!column) yield [];
  else for (const item of column) for (const rest of product(columns, at + 1)) yield [item, ...rest];
}

function* arrangements(items: readonly Py[], length: number): Generator<Py[]> {
  if (length <= 0) yield [];
  else
    for (const [at, item] of items.entries())
      for (const rest of arrangements([...items.slice(0, at), ...items.slice(at + 1)], length - 1))
        yield [item, ...rest];
}

/** `after`: how many places after an item the next one may be. */
function* combinations(items: readonly Py[], length: number, after = 1): Generator<Py[]> {
  if (length <= 0) yield [];
  else
    for (const [at, item] of items.entries())
      for (const rest of combinations(items.slice(at + after), length - 1, after)) yield [item, ...rest];
}
