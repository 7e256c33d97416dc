/** Methods of sets. */
import { hashKey, makeSet } from '../../value/hashKey';
import { NONE, pyBool } from '../../value/constructors';
import type { Py, PyFunction, PySet } from '../../value/Py';
import { iterate } from '../operations/iterate';
import type { Machine } from '../machine/Machine';
import { operate } from '../operations/operate';
import { keyError } from '../operations/exceptions';
import { tableMethod, type Methods } from './tableMethod';

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
    '*others',
    (self, call, machine) => {
      for (const { value } of call.rest)
        for (const [hash, item] of asSet(value, machine).entries) self.entries.set(hash, item);
      return NONE;
    },
  ],
  copy: ['', (self) => makeSet(self.entries.values())],
  union: ['*others', combining('|')],
  intersection: ['*others', combining('&')],
  difference: ['*others', combining('-')],
  symmetric_difference: ['*others', combining('^')],
  intersection_update: ['*others', updating('&')],
  difference_update: ['*others', updating('-')],
  symmetric_difference_update: ['*others', updating('^')],
  clear: [
    '',
    (self) => {
      self.entries.clear();
      return NONE;
    },
  ],
  isdisjoint: [
    'other',
    (self, call, machine) => {
      const other = asSet(call.value('other'), machine);
      return pyBool(![...self.entries.keys()].some((key) => other.entries.has(key)));
    },
  ],
  issuperset: [
    'other',
    (self, call, machine) =>
      pyBool([...asSet(call.value('other'), machine).entries.keys()].every((key) => self.entries.has(key))),
  ],
  issubset: [
    'other',
    (self, call, machine) => {
      const other = asSet(call.value('other'), machine);
      return pyBool([...self.entries.keys()].every((key) => other.entries.has(key)));
    },
  ],
};

type Run = Methods<PySet>[string][1];

function combining(operator: '|' | '&' | '-' | '^'): Run {
  return (self, call, machine) =>
    call.rest.reduce<Py>((sum, { value }) => operate(operator, sum, asSet(value, machine), machine), self);
}

function updating(operator: '&' | '-' | '^'): Run {
  return (self, call, machine) => {
    const result = combining(operator)(self, call, machine);
    if (result.kind !== 'set') return NONE;
    const entries = [...result.entries];
    self.entries.clear();
    for (const [hash, item] of entries) self.entries.set(hash, item);
    return NONE;
  };
}

/** Methods that a frozenset lacks. */
const CHANGING = /^(add|clear|discard|pop|remove|update|\w+_update)$/;

export function setMethod(self: PySet, name: string, machine: Machine): PyFunction | undefined {
  if (self.frozen && CHANGING.test(name)) return undefined;
  return tableMethod(METHODS, self, name, machine);
}

function asSet(value: Py, machine: Machine): PySet {
  return value.kind === 'set' ? value : makeSet(iterate(value, machine));
}
