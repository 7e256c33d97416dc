/** Methods of sets. */
import { hashKey, makeSet } from '../../value/hashKey';
import { NONE, boolean } from '../../value/constructors';
import type { Py, PyFunction, PySet } from '../../value/Py';
import { iterate } from '../operations/iterate';
import type { Machine } from '../machine/Machine';
import { operate } from '../operations/operate';
import { keyError } from '../operations/exceptions';
import { methodOf, type Methods } from './method';

const METHODS: Methods<PySet> = {
  add: [
    'item',
    (self, call) => {
      const item = call.value('item');
      const hash = hashKey(item);
      if (!self.entries.has(hash)) self.entries.set(hash, item);
      return NONE;
    },
  ],
  discard: [
    'item',
    (self, call) => {
      self.entries.delete(hashKey(call.value('item')));
      return NONE;
    },
  ],
  remove: [
    'item',
    (self, call, machine) => {
      const item = call.value('item');
      if (!self.entries.delete(hashKey(item))) throw keyError(item, machine);
      return NONE;
    },
  ],
  update: [
    'items',
    (self, call, machine) => {
      for (const [hash, item] of asSet(call.value('items'), machine).entries) self.entries.set(hash, item);
      return NONE;
    },
  ],
  copy: ['', (self) => makeSet(self.entries.values())],
  union: ['other', (self, call, machine) => operate('|', self, asSet(call.value('other'), machine), machine)],
  intersection: ['other', (self, call, machine) => operate('&', self, asSet(call.value('other'), machine), machine)],
  difference: ['other', (self, call, machine) => operate('-', self, asSet(call.value('other'), machine), machine)],
  issubset: [
    'other',
    (self, call, machine) => {
      const other = asSet(call.value('other'), machine);
      return boolean([...self.entries.keys()].every((key) => other.entries.has(key)));
    },
  ],
};

export function setMethod(self: PySet, name: string, machine: Machine): PyFunction | undefined {
  return methodOf(METHODS, self, name, machine);
}

function asSet(value: Py, machine: Machine): PySet {
  return value.kind === 'set' ? value : makeSet(iterate(value, machine));
}
