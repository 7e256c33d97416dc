/** Built-in functions that give iterators. */
import { typeError, valueError } from '../../runtime/PythonError';
import { pyInteger, pyTuple } from '../../value/constructors';
import { typeName } from '../../value/typeName';
import type { Py, PyIterator } from '../../value/Py';
import { iterate, iteratorOf } from '../operations/iterate';
import type { Machine } from '../machine/Machine';
import { stop } from '../methods/iteratorMethods';
import { truthOf } from '../operations/truthOf';
import type { Builtins } from './table';

export const ITERATORS: Builtins = {
  iter: ['object', (call, machine) => iterator('iterator', iteratorOf(call.value('object'), machine))],
  next: [
    'iterator default?',
    (call, machine) => {
      const source = call.value('iterator');
      if (/^(list|tuple|range|array|text|dictionary|set|number|none)$/.test(source.kind))
        throw typeError(`'${typeName(source)}' object is not an iterator`);
      const found = iteratorOf(source, machine)();
      if (found) return found;
      if (call.has('default')) return call.value('default');
      return stop(call.value('iterator'));
    },
  ],
  enumerate: [
    'iterable start?',
    (call, machine) => {
      const next = iteratorOf(call.value('iterable'), machine);
      let at = call.integer('start', 0);
      return iterator('enumerate', () => {
        const item = next();
        return item && pyTuple([pyInteger(at++), item]);
      });
    },
  ],
  zip: [
    '*iterables strict?',
    (call, machine) => {
      const columns = call.rest.map(({ value }) => iteratorOf(value, machine));
      const strict = call.flag('strict', false);
      return iterator('zip', () => {
        if (columns.length === 0) return undefined;
        const row: Py[] = [];
        for (const [at, next] of columns.entries()) {
          const item = next();
          if (!item) {
            if (strict) requireEnd(columns, at);
            return undefined;
          }
          row.push(item);
        }
        return pyTuple(row);
      });
    },
  ],
  map: [
    'function *iterables',
    (call, machine) => {
      const columns = call.rest.map(({ value }) => iteratorOf(value, machine));
      const callee = call.value('function');
      return iterator('map', () => {
        const row = columns.map((next) => next());
        return row.every((item) => item !== undefined) ? machine.call(callee, row) : undefined;
      });
    },
  ],
  filter: [
    'function iterable',
    (call, machine) => {
      const next = iteratorOf(call.value('iterable'), machine);
      const callee = call.lacks('function') ? undefined : call.value('function');
      return iterator('filter', () => {
        for (let item = next(); item !== undefined; item = next()) {
          machine.context.spend(4);
          if (truthOf(callee ? machine.call(callee, [item]) : item, machine)) return item;
        }
        return undefined;
      });
    },
  ],
  reversed: ['iterable', (call, machine) => reversed(call.value('iterable'), machine)],
};

export function iterator(type: string, next: () => Py | undefined): PyIterator {
  return { kind: 'iterator', type, next };
}

/** `zip(…, strict=True)`: the column at `at` has ended. Throws where another has not. */
function requireEnd(columns: readonly (() => Py | undefined)[], at: number): void {
  const others = (count: number): string => `argument${count === 1 ? ' 1' : `s 1-${count}`}`;
  if (at > 0) throw valueError(`zip() argument ${at + 1} is shorter than ${others(at)}`);
  const longer = columns.findIndex((next, index) => index > 0 && next() !== undefined);
  if (longer > 0) throw valueError(`zip() argument ${longer + 1} is longer than ${others(longer)}`);
}

function reversed(value: Py, machine: Machine): Py {
  if (/^(?:number|none|set|iterator|function|class|dtype)$/.test(value.kind))
    throw typeError(`'${typeName(value)}' object is not reversible`);
  const items = iterate(value, machine);
  let at = items.length;
  return iterator(value.kind === 'list' ? 'list_reverseiterator' : 'reversed', () => items[--at]);
}
