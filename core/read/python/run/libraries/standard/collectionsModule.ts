/** `collections`: dictionaries that keep their order, make missing values, or count; named tuples and queues. */
import { NONE } from '../../../value/constructors';
import type { Py, PyDictionary } from '../../../value/Py';
import { iterate } from '../../operations/iterate';
import { fill, tally } from '../../methods/dictionaryMethods';
import { makeDeque } from '../../methods/dequeMethods';
import { namedTuple } from '../../objects/namedTuple';
import { strOf } from '../../text/reprOf';
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
    '*items **names',
    (call, machine) =>
      fill(
        { kind: 'dictionary', entries: new Map(), type: 'OrderedDict' },
        { positional: call.rest, named: call.named },
        machine,
      ),
  ],
  defaultdict: [
    'default_factory? *items **names',
    (call, machine) => {
      const factory: Py = call.lacks('default_factory') ? NONE : call.value('default_factory');
      const made: PyDictionary = { kind: 'dictionary', entries: new Map(), type: 'defaultdict', factory };
      return fill(made, { positional: call.rest, named: call.named }, machine);
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
    'iterable? **names',
    (call, machine) => {
      const made: PyDictionary = { kind: 'dictionary', entries: new Map(), type: 'Counter' };
      tally(made, call, '+', machine);
      return made;
    },
  ],
};
