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
import { COMBINATORICS } from './combinatorics';

export const ITERTOOLS: Builtins = {
  ...COMBINATORICS,
  chain: [
    '*iterables',
    (call, machine) => {
      const queue = call.rest.map(({ value }) => value);
      return chained(() => queue.shift(), machine);
    },
  ],
  'chain.from_iterable': ['iterable', (call, machine) => chained(iteratorOf(call.value('iterable'), machine), machine)],
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
  dropwhile: [
    'predicate iterable',
    (call, machine) => {
      let open = false;
      return filtered('dropwhile', call, machine, (item) => {
        open ||= !truthOf(machine.call(call.value('predicate'), [item]), machine);
        return open;
      });
    },
  ],
  filterfalse: [
    'predicate iterable',
    (call, machine) => {
      const test = call.lacks('predicate') ? undefined : call.value('predicate');
      return filtered(
        'filterfalse',
        call,
        machine,
        (item) => !truthOf(test ? machine.call(test, [item]) : item, machine),
      );
    },
  ],
  compress: [
    'iterable selectors',
    (call, machine) => {
      const select = iteratorOf(call.value('selectors'), machine);
      const next = iteratorOf(call.value('iterable'), machine);
      return iterator('compress', () => {
        for (let item = next(), chosen = select(); item && chosen; item = next(), chosen = select())
          if (truthOf(chosen, machine)) return item;
        return undefined;
      });
    },
  ],
  pairwise: [
    'iterable',
    (call, machine) => {
      const next = iteratorOf(call.value('iterable'), machine);
      let last = next();
      return iterator('pairwise', () => {
        const item = last && next();
        const pair = last && item && pyTuple([last, item]);
        last = item;
        return pair;
      });
    },
  ],
  tee: [
    'iterable n?',
    (call, machine) => {
      const next = iteratorOf(call.value('iterable'), machine);
      const taken: Py[] = [];
      return pyTuple(
        Array.from({ length: call.integer('n', 2) }, () => {
          let at = 0;
          return iterator('_tee', () => {
            const item = taken[at] ?? next();
            if (item) taken[at++] = item;
            return item;
          });
        }),
      );
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
      let at = call.has('start') ? call.value('start') : pyInteger(0);
      const step = call.has('step') ? call.value('step') : pyInteger(1);
      return iterator('count', () => {
        machine.context.spend(4);
        const value = at;
        at = operate('+', at, step, machine);
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

/** The items that are kept. */
function filtered(type: string, call: Call, machine: Machine, keeps: (item: Py) => boolean): Py {
  const next = iteratorOf(call.value('iterable'), machine);
  return iterator(type, () => {
    for (let item = next(); item; item = next()) if (keeps(item)) return item;
    return undefined;
  });
}

function chained(outer: () => Py | undefined, machine: Machine): Py {
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
}
