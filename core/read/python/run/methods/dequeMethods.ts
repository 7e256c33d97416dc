/** Methods of `collections.deque`, in addition to a list's; one with `maxlen` drops items from its other end. */
import { PythonError } from '../../runtime/PythonError';
import { NONE, pyInteger } from '../../value/constructors';
import type { PySequence } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { iterate } from '../operations/iterate';
import type { Methods } from './tableMethod';

export function makeDeque(items: readonly PySequence['items'][number][], maxlen: number | undefined): PySequence {
  const made: PySequence = { kind: 'list', items: [...items], view: 'deque', ...(maxlen !== undefined && { maxlen }) };
  trim(made, 'left');
  return made;
}

export const DEQUE: Methods<PySequence> = {
  append: ['x', (self, call, machine) => added(self, [call.value('x')], 'right', machine)],
  appendleft: ['x', (self, call, machine) => added(self, [call.value('x')], 'left', machine)],
  extend: [
    'iterable',
    (self, call, machine) => added(self, iterate(call.value('iterable'), machine), 'right', machine),
  ],
  extendleft: [
    'iterable',
    (self, call, machine) => added(self, iterate(call.value('iterable'), machine).reverse(), 'left', machine),
  ],
  pop: ['', ({ items }) => items.pop() ?? empty()],
  popleft: ['', ({ items }) => items.shift() ?? empty()],
  rotate: [
    'n?',
    ({ items }, call, machine) => {
      machine.context.spend(items.length);
      const by = items.length === 0 ? 0 : call.integer('n', 1) % items.length;
      items.unshift(...items.splice(by > 0 ? items.length - by : -by));
      return NONE;
    },
  ],
  copy: ['', ({ items, maxlen }) => makeDeque(items, maxlen)],
};

export function maxlenOf({ maxlen }: PySequence): ReturnType<typeof pyInteger> | typeof NONE {
  return maxlen === undefined ? NONE : pyInteger(maxlen);
}

function added(self: PySequence, items: PySequence['items'], side: 'left' | 'right', machine: Machine): typeof NONE {
  machine.context.spend(8 + items.length);
  if (side === 'right') for (const item of items) self.items.push(item);
  else self.items.unshift(...items);
  trim(self, side === 'right' ? 'left' : 'right');
  return NONE;
}

function trim({ items, maxlen = Infinity }: PySequence, side: 'left' | 'right'): void {
  const excess = items.length - maxlen;
  if (excess > 0) items.splice(side === 'left' ? 0 : maxlen, excess);
}

function empty(): never {
  throw new PythonError('IndexError', 'pop from an empty deque');
}
