/** Methods of dictionaries. */
import { deleteEntry, hashKey, keysOf, originalKey, setEntry } from '../../value/hashKey';
import { PythonError, typeError } from '../../runtime/PythonError';
import { NONE, pyInteger, pyList, pyText, pyTuple } from '../../value/constructors';
import type { Arguments, Py, PyDictionary, PyFunction } from '../../value/Py';
import type { Call } from '../../library/call/Call';
import { toInteger } from '../../library/call/coerce';
import { iterate } from '../operations/iterate';
import type { Machine } from '../machine/Machine';
import { keyError } from '../operations/exceptions';
import { operate } from '../operations/operate';
import { tableMethod, type Methods } from './tableMethod';

const METHODS: Methods<PyDictionary> = {
  get: [
    'key default?',
    (self, call) =>
      self.entries.get(hashKey(call.value('key'))) ?? (call.lacks('default') ? NONE : call.value('default')),
  ],
  keys: ['', (self) => view('dict_keys', self, () => keysOf(self))],
  values: ['', (self) => view('dict_values', self, () => [...self.entries.values()])],
  items: [
    '',
    (self) =>
      view('dict_items', self, () =>
        [...self.entries].map(([hash, value]) => pyTuple([originalKey(self, hash), value])),
      ),
  ],
  most_common: ['n?', mostCommon],
  copy: ['', (self) => copyOf(self)],
  setdefault: [
    'key default?',
    (self, call) => {
      const key = call.value('key');
      const found = self.entries.get(hashKey(key));
      if (found) return found;
      const value = call.lacks('default') ? NONE : call.value('default');
      setEntry(self, key, value);
      return value;
    },
  ],
  pop: [
    'key default?',
    (self, call, machine) => {
      const key = call.value('key');
      const found = self.entries.get(hashKey(key));
      if (found) deleteEntry(self, key);
      if (found) return found;
      if (call.has('default')) return call.value('default');
      throw keyError(key, machine);
    },
  ],
  popitem: [
    '',
    (self) => {
      const last = [...self.entries].pop();
      if (!last) throw new PythonError('KeyError', "'popitem(): dictionary is empty'");
      const key = originalKey(self, last[0]);
      deleteEntry(self, key);
      return pyTuple([key, last[1]]);
    },
  ],
  clear: [
    '',
    (self) => {
      self.entries.clear();
      return NONE;
    },
  ],
};

export function dictionaryMethod(self: PyDictionary, name: string, machine: Machine): PyFunction | undefined {
  if (self.type === 'Counter') {
    const method = tableMethod(COUNTER, self, name, machine);
    if (method) return method;
  }
  if (name === 'update') {
    return {
      kind: 'function',
      name,
      call: (args) => {
        fill(self, args, machine);
        return NONE;
      },
    };
  }
  return tableMethod(METHODS, self, name, machine);
}

const COUNTER: Methods<PyDictionary> = {
  most_common: ['n?', mostCommon],
  update: ['iterable? **names', (self, call, machine) => (tally(self, call, '+', machine), NONE)],
  subtract: ['iterable? **names', (self, call, machine) => (tally(self, call, '-', machine), NONE)],
  elements: [
    '',
    (self, { context }) => {
      const items = [...self.entries].flatMap(([hash, count]) =>
        new Array<Py>(context.allocate([Math.max(0, toInteger(count))])).fill(originalKey(self, hash)),
      );
      return { kind: 'iterator', type: 'chain', next: () => items.shift() };
    },
  ],
  total: [
    '',
    (self, _call, machine) => [...self.entries.values()].reduce((a, b) => operate('+', a, b, machine), pyInteger(0)),
  ],
};

/** Adds the counts of a dictionary, or one for each item, and those that are passed by name; `-` subtracts them. */
export function tally(self: PyDictionary, call: Call, operator: '+' | '-', machine: Machine): void {
  const add = (key: Py, count: Py): void =>
    setEntry(self, key, operate(operator, self.entries.get(hashKey(key)) ?? pyInteger(0), count, machine));
  const source = call.lacks('iterable') ? pyList([]) : call.value('iterable');
  if (source.kind === 'dictionary') for (const key of keysOf(source)) add(key, source.entries.get(hashKey(key))!);
  else for (const item of iterate(source, machine)) add(item, pyInteger(1));
  for (const [name, { value }] of call.named) if (name !== 'iterable') add(pyText(name), value);
}

/** Entries of a dictionary, or pairs, and those that are passed by name. */
export function fill(
  self: PyDictionary,
  { positional, named }: Pick<Arguments, 'positional' | 'named'>,
  machine: Machine,
): PyDictionary {
  for (const { value } of positional) merge(self, value, machine);
  for (const [key, { value }] of named) setEntry(self, pyText(key), value);
  return self;
}

/** Adds a dictionary's entries, or pairs. */
function merge(self: PyDictionary, value: Py, machine: Machine): void {
  if (value.kind === 'dictionary') {
    machine.context.spend(value.entries.size);
    for (const [hash, item] of [...value.entries]) setEntry(self, originalKey(value, hash), item);
    return;
  }
  for (const pair of iterate(value, machine)) {
    const items = iterate(pair, machine);
    if (items.length !== 2) throw typeError('cannot convert dictionary update sequence element to a sequence');
    setEntry(self, items[0]!, items[1]!);
  }
}

/** Shows later changes of the dictionary, as Python's views do. */
function view(name: string, source: PyDictionary, items: () => Py[]): Py {
  return {
    kind: 'list',
    get items() {
      return items();
    },
    view: name,
    source,
  };
}

/** Pairs of a `Counter` by decreasing count, equal counts in the order of insertion. */
function mostCommon(self: PyDictionary, call: Call): Py {
  const countOf = (value: Py): number => (value.kind === 'number' ? value.value : 0);
  const pairs = [...self.entries].sort((a, b) => countOf(b[1]) - countOf(a[1]));
  const kept = call.lacks('n') ? pairs : pairs.slice(0, call.integer('n'));
  return pyList(kept.map(([hash, count]) => pyTuple([originalKey(self, hash), count])));
}

function copyOf(self: PyDictionary): PyDictionary {
  const { entries, keys } = self;
  return { ...self, entries: new Map(entries), ...(keys && { keys: new Map(keys) }) };
}
