/** Methods of lists, tuples and ranges. */
import { PythonError, valueError } from '../../runtime/PythonError';
import { NONE, pyInteger, pyList, listChanges } from '../../value/constructors';
import type { Py, PySequence } from '../../value/Py';
import { iterate } from '../operations/iterate';
import type { Machine } from '../machine/Machine';
import { isSameItem } from '../operations/equality';
import { sorted } from '../operations/sorted';
import { reprOf } from '../text/reprOf';
import { DEQUE, maxlenOf } from './dequeMethods';
import { tableMethod, type Methods } from './tableMethod';

const SHARED: Methods<PySequence> = {
  index: [
    'value start? stop?',
    (self, call, machine) => {
      const value = call.value('value');
      const from = call.integer('start', 0);
      const at = self.items.findIndex((item, index) => index >= from && isSameItem(item, value, machine));
      if (at >= 0) return pyInteger(at);
      throw valueError(
        self.kind === 'list'
          ? `${reprOf(value, machine)} is not in list`
          : `${self.kind}.index(x): x not in ${self.kind}`,
      );
    },
  ],
  count: [
    'value',
    (self, call, machine) =>
      pyInteger(self.items.filter((item) => isSameItem(item, call.value('value'), machine)).length),
  ],
};

const CHANGING: Methods<PySequence> = {
  append: [
    'object',
    (self, call, machine) => {
      machine.context.spend(8);
      self.items.push(call.value('object'));
      return NONE;
    },
  ],
  extend: [
    'iterable',
    (self, call, machine) => {
      const items = iterate(call.value('iterable'), machine);
      for (const item of items) self.items.push(item);
      return NONE;
    },
  ],
  insert: [
    'index object',
    (self, call, machine) => {
      machine.context.spend(self.items.length);
      self.items.splice(call.integer('index'), 0, call.value('object'));
      return NONE;
    },
  ],
  pop: [
    'index?',
    (self, call, machine) => {
      const { items } = self;
      if (items.length === 0) throw new PythonError('IndexError', 'pop from empty list');
      const index = call.integer('index', -1);
      const at = index < 0 ? index + items.length : index;
      if (at < 0 || at >= items.length) throw new PythonError('IndexError', 'pop index out of range');
      if (at < items.length - 1) machine.context.spend(items.length);
      return items.splice(at, 1)[0]!;
    },
  ],
  remove: [
    'value',
    (self, call, machine) => {
      const at = self.items.findIndex((item) => isSameItem(item, call.value('value'), machine));
      if (at < 0) throw valueError('list.remove(x): x not in list');
      self.items.splice(at, 1);
      return NONE;
    },
  ],
  clear: [
    '',
    (self) => {
      self.items.length = 0;
      return NONE;
    },
  ],
  reverse: [
    '',
    (self, _, machine) => {
      machine.context.spend(self.items.length);
      self.items.reverse();
      return NONE;
    },
  ],
  sort: [
    'key? reverse?',
    (self, call, machine) => {
      const key = call.lacks('key') ? undefined : call.value('key');
      const made = sorted(self.items, key, call.flag('reverse', false), machine);
      self.items.splice(0, self.items.length, ...made);
      return NONE;
    },
  ],
};

const COPY: Methods<PySequence> = {
  copy: ['', (self, _, machine) => pyList(iterate(self, machine))],
};

export function listMethod(self: PySequence, name: string, machine: Machine): Py | undefined {
  if (self.view === 'deque') {
    const own = name === 'maxlen' ? maxlenOf(self) : tableMethod(DEQUE, self, name, machine);
    if (own || name === 'sort') return own;
  }
  const shared =
    tableMethod(SHARED, self, name, machine) ??
    (self.kind === 'list' ? tableMethod(COPY, self, name, machine) : undefined);
  if (shared || self.kind !== 'list') return shared;
  const method = tableMethod(CHANGING, self, name, machine);
  return (
    method && {
      ...method,
      call: (args, context) => {
        listChanges(self);
        return method.call(args, context);
      },
    }
  );
}

export function isChangingMethod(name: string): boolean {
  return (
    Object.hasOwn(CHANGING, name) ||
    /^(appendleft|extendleft|popleft|rotate|update|setdefault|popitem|add|discard|fill|resize|put|sort|itemset|partition|setflags|shuffle|\w+_)$/.test(
      name,
    )
  );
}
