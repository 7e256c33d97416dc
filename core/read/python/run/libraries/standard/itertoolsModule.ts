/** `itertools`. */
import { NONE, pyInteger, pyTuple } from '../../../value/constructors';
import type { Py } from '../../../value/Py';
import type { Call } from '../../../library/call/Call';
import { isEqual } from '../../operations/equality';
import { iterate, iteratorOf } from '../../operations/iterate';
import { operate } from '../../operations/operate';
import { truthOf } from '../../operations/truthOf';
import type { Machine } from '../../machine/Machine';
import { iterator } from '../../builtins/iterators';
import type { Builtins } from '../../builtins/table';

export const ITERTOOLS: Builtins = {
  product: [
    '*iterables repeat?',
    (call, machine) => {
      const once = call.rest.map(({ value }) => iterate(value, machine));
      const columns = Array.from({ length: call.integer('repeat', 1) }, () => once).flat();
      return fromGenerator('product', product(columns), machine);
    },
  ],
  chain: [
    '*iterables',
    (call, machine) => {
      const queue = call.rest.map(({ value }) => value);
      let next: (() => Py | undefined) | undefined;
      return iterator('chain', () => {
        for (;;) {
          const found = next?.();
          if (found) return found;
          const following = queue.shift();
          if (!following) return undefined;
          next = iteratorOf(following, machine);
        }
      });
    },
  ],
  'chain.from_iterable': [
    'iterable',
    (call, machine) => {
      const outer = iteratorOf(call.value('iterable'), machine);
      let inner: (() => Py | undefined) | undefined;
      return iterator('chain', () => {
        for (;;) {
          const found = inner?.();
          if (found) return found;
          const following = outer();
          if (!following) return undefined;
          inner = iteratorOf(following, machine);
        }
      });
    },
  ],
  accumulate: [
    'iterable func? initial?',
    (call, machine) => {
      const next = iteratorOf(call.value('iterable'), machine);
      const add = call.lacks('func') ? undefined : call.value('func');
      let sum: Py | undefined;
      return iterator('accumulate', () => {
        machine.context.spend(4);
        if (!sum && !call.lacks('initial')) return (sum = call.value('initial'));
        const item = next();
        if (!item) return undefined;
        if (!sum) return (sum = item);
        return (sum = add ? machine.call(add, [sum, item]) : operate('+', sum, item, machine));
      });
    },
  ],
  cycle: [
    'iterable',
    (call, machine) => {
      const items = iterate(call.value('iterable'), machine);
      let at = 0;
      return iterator('cycle', () => {
        machine.context.spend(4);
        return items.length > 0 ? items[at++ % items.length] : undefined;
      });
    },
  ],
  starmap: [
    'function iterable',
    (call, machine) => {
      const next = iteratorOf(call.value('iterable'), machine);
      return iterator('starmap', () => {
        const item = next();
        return item && machine.call(call.value('function'), iterate(item, machine));
      });
    },
  ],
  takewhile: [
    'predicate iterable',
    (call, machine) => {
      const next = iteratorOf(call.value('iterable'), machine);
      let open = true;
      return iterator('takewhile', () => {
        const item = open ? next() : undefined;
        open = item !== undefined && truthOf(machine.call(call.value('predicate'), [item]), machine);
        return open ? item : undefined;
      });
    },
  ],
  groupby: ['iterable key?', (call, machine) => groups(call, machine)],
  zip_longest: [
    '*iterables fillvalue?',
    (call, machine) => {
      const columns = call.rest.map(({ value }) => iteratorOf(value, machine));
      const fill = call.has('fillvalue') ? call.value('fillvalue') : NONE;
      return iterator('zip_longest', () => {
        const row = columns.map((next) => next());
        return row.some((item) => item !== undefined) ? pyTuple(row.map((item) => item ?? fill)) : undefined;
      });
    },
  ],
  count: [
    'start? step?',
    (call, machine) => {
      let at = call.integer('start', 0);
      const step = call.integer('step', 1);
      return iterator('count', () => {
        machine.context.spend(4);
        const value = pyInteger(at);
        at += step;
        return value;
      });
    },
  ],
  repeat: [
    'object times?',
    (call, machine) => {
      let left = call.integer('times', Infinity);
      return iterator('repeat', () => {
        machine.context.spend(4);
        return left-- > 0 ? call.value('object') : undefined;
      });
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
  islice: [
    'iterable *bounds',
    (call, machine) => {
      const [first, second, third] = call.rest.map(({ value }) => (value.kind === 'number' ? value.value : undefined));
      const [start, stop, step] = call.rest.length === 1 ? [0, first, 1] : [first ?? 0, second, third ?? 1];
      const next = iteratorOf(call.value('iterable'), machine);
      let at = 0;
      let wanted = start;
      return iterator('islice', () => {
        if (stop !== undefined && wanted >= stop) return undefined;
        for (let item = next(); item !== undefined; item = next()) {
          machine.context.spend(4);
          if (at++ !== wanted) continue;
          wanted += step;
          return item;
        }
        return undefined;
      });
    },
  ],
};

/** As in CPython, the groups and the iterator over them share the source: a group ends where the next one is asked for. */
function groups(call: Call, machine: Machine): Py {
  const next = iteratorOf(call.value('iterable'), machine);
  const keyOf = call.lacks('key') ? undefined : call.value('key');
  let item: Py | undefined;
  let key: Py | undefined;
  let open: object | undefined;
  let wanted: Py | undefined;
  const step = (): boolean => {
    machine.context.spend(4);
    item = next();
    if (item) key = keyOf ? machine.call(keyOf, [item]) : item;
    return item !== undefined;
  };
  const isSame = (a: Py, b: Py): boolean => a === b || isEqual(a, b, machine);
  return iterator('groupby', () => {
    open = undefined;
    while (!key || (wanted && isSame(wanted, key))) if (!step()) return undefined;
    const own = key;
    const group = iterator('_grouper', () => {
      if (open !== group || (!item && !step()) || !isSame(own, key!)) return undefined;
      const found = item;
      item = undefined;
      return found;
    });
    [wanted, open] = [own, group];
    return pyTuple([own, group]);
  });
}

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

function* combinations(items: readonly Py[], length: number): Generator<Py[]> {
  if (length <= 0) yield [];
  else
    for (const [at, item] of items.entries())
      for (const rest of combinations(items.slice(at + 1), length - 1)) yield [item, ...rest];
}
