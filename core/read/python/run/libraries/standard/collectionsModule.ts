/** `collections`: dictionaries that keep their order, make missing values, or count; named tuples and queues. */
import { setEntry, hashKey } from '../../../value/hashKey';
import { pyInteger } from '../../../value/constructors';
import type { Py, PyDictionary } from '../../../value/Py';
import { iterate } from '../../operations/iterate';
import { merge } from '../../methods/dictionaryMethods';
import { makeDeque } from '../../methods/dequeMethods';
import { namedTuple } from '../../objects/namedTuple';
import { strOf } from '../../text/reprOf';
import { operate } from '../../operations/operate';
import type { Builtins } from '../../builtins/table';

export const COLLECTIONS: Builtins = {
  deque: [
    'iterable? maxlen?',
    (call, machine) =>
      makeDeque(
        call.lacks('iterable') ? [] : iterate(call.value('iterable'), machine),
        call.lacks('maxlen') ? undefined : call.integer('maxlen'),
      ),
  ],
  OrderedDict: [
    'items?',
    (call, machine) => {
      const made: PyDictionary = { kind: 'dictionary', entries: new Map(), type: 'OrderedDict' };
      if (!call.lacks('items')) merge(made, call.value('items'), machine);
      return made;
    },
  ],
  defaultdict: [
    'default_factory? items?',
    (call, machine) => {
      const factory: Py = call.lacks('default_factory') ? { kind: 'none' } : call.value('default_factory');
      const made: PyDictionary = { kind: 'dictionary', entries: new Map(), type: 'defaultdict', factory };
      if (!call.lacks('items')) merge(made, call.value('items'), machine);
      return made;
    },
  ],
  namedtuple: [
    'typename field_names rename? defaults?',
    (call, machine) => {
      const given = call.value('field_names');
      const fields =
        given.kind === 'text'
          ? given.value.split(/[,\s]+/).filter((name) => name !== '')
          : iterate(given, machine).map((name) => strOf(name, machine));
      const defaults = call.lacks('defaults') ? [] : iterate(call.value('defaults'), machine);
      return namedTuple(call.text('typename'), fields, defaults);
    },
  ],
  Counter: [
    'iterable?',
    (call, machine) => {
      const made: PyDictionary = { kind: 'dictionary', entries: new Map(), type: 'Counter' };
      if (call.lacks('iterable')) return made;
      const source = call.value('iterable');
      if (source.kind === 'dictionary') {
        merge(made, source, machine);
        return made;
      }
      for (const item of iterate(source, machine)) {
        const count = made.entries.get(hashKey(item)) ?? pyInteger(0);
        setEntry(made, item, operate('+', count, pyInteger(1), machine));
      }
      return made;
    },
  ],
};
