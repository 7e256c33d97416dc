/** Methods of sets. */
import { LensError, msg } from '../../../../message';
import { PythonError } from '../../runtime/PythonError';
import { copySet, hashKey, makeSet } from '../../value/hashKey';
import { NONE, pyBool } from '../../value/constructors';
import type { Py, PyFunction, PySet } from '../../value/Py';
import { iterate } from '../operations/iterate';
import type { Machine } from '../machine/Machine';
import { changeSet, combineSets, frozenOf, type SetOperand, type SetOperator } from '../operations/setOperations';
import { keyError } from '../operations/exceptions';
import { tableMethod, type Methods } from './tableMethod';

const METHODS: Methods<PySet> = {
  add: [
    'item',
    (self, call) => {
      const item = call.value('item');
      self.entries.set(hashKey(item), item);
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
  pop: [
    '',
    (self, { callee, range }) => {
      if (self.entries.size === 0) throw new PythonError('KeyError', "'pop from an empty set'");
      if (!self.entries.isOrdered)
        throw new LensError(msg('{0} of a set of strings differs in each run of Python', callee), undefined, range);
      return self.entries.pop();
    },
  ],
  update: ['*others', updating('|')],
  copy: ['', (self) => copySet(self, self.frozen)],
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

function combining(operator: SetOperator): Run {
  return (self, call, machine) => {
    const [first, ...others] = call.rest.map(({ value }) => operandOf(value, machine));
    if (!first) return copySet(self, self.frozen);
    const entries = combineSets(operator, self.entries, first);
    for (const other of others) changeSet(entries, operator, other);
    return { kind: 'set', entries, ...frozenOf(self) };
  };
}

function updating(operator: SetOperator): Run {
  return (self, call, machine) => {
    for (const { value } of call.rest) changeSet(self.entries, operator, operandOf(value, machine));
    return NONE;
  };
}

function operandOf(value: Py, machine: Machine): SetOperand {
  return value.kind === 'set' ? value.entries : iterate(value, machine);
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
