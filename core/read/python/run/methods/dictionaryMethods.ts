/** Methods of dictionaries. */
import { deleteEntry, hashKey, keysOf, originalKey, setEntry } from '../../value/hashKey';
import { PythonError, typeError } from '../../runtime/PythonError';
import { NONE, pyList, pyText, pyTuple } from '../../value/constructors';
import type { Py, PyDictionary, PyFunction } from '../../value/Py';
import type { Call } from '../../library/call/Call';
import { iterate } from '../operations/iterate';
import type { Machine } from '../machine/Machine';
import { keyError } from '../operations/exceptions';
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
  if (name === 'most_common' && self.type !== 'Counter') return undefined;
  if (name === 'update' && self.type === 'Counter') return undefined;
  if (name === 'update') {
    return {
      kind: 'function',
      name,
      call: ({ positional, named }) => {
        for (const { value } of positional) merge(self, value, machine);
        for (const [key, { value }] of named) setEntry(self, pyText(key), value);
        return NONE;
      },
    };
  }
  return tableMethod(METHODS, self, name, machine);
}

/** Adds a dictionary's entries, or pairs. */
export function merge(self: PyDictionary, value: Py, machine: Machine): void {
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
