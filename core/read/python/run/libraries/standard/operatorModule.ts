/** `operator`: the operators as functions, and getters of items and attributes. */
import { toInteger } from '../../../library/call/coerce';
import type { BinaryOperator } from '../../../syntax/tree/ast';
import { pyBool, pyTuple } from '../../../value/constructors';
import type { Py } from '../../../value/Py';
import type { Machine } from '../../machine/Machine';
import { isIn } from '../../operations/membership';
import { compare, isComparison } from '../../operations/compare';
import { OPERATOR_NAMES } from '../../operations/operatorNames';
import { operate, operateUnary } from '../../operations/operate';
import { itemOf } from '../../operations/subscripts';
import { truthOf } from '../../operations/truthOf';
import type { Builtins } from '../../builtins/table';

function binary(operator: BinaryOperator): Builtins[string] {
  const run = isComparison(operator) ? compare : operate;
  return ['a b', (call, machine) => run(operator, call.value('a'), call.value('b'), machine)];
}

export const OPERATOR: Builtins = {
  ...Object.fromEntries(Object.entries(OPERATOR_NAMES).map(([name, operator]) => [name, binary(operator)])),
  neg: ['a', (call, machine) => operateUnary('-', call.value('a'), machine)],
  pos: ['a', (call, machine) => operateUnary('+', call.value('a'), machine)],
  invert: ['a', (call, machine) => operateUnary('~', call.value('a'), machine)],
  not_: ['a', (call, machine) => pyBool(!truthOf(call.value('a'), machine))],
  truth: ['a', (call, machine) => pyBool(truthOf(call.value('a'), machine))],
  contains: ['a b', (call, machine) => pyBool(isIn(call.value('b'), call.value('a'), machine))],
  getitem: ['a b', (call, machine) => item(call.value('a'), call.value('b'), machine)],
  itemgetter: [
    'item *items',
    (call, machine) => {
      const keys = [call.value('item'), ...call.rest.map(({ value }) => value)];
      return getter('itemgetter', keys, (value, key) => item(value, key, machine));
    },
  ],
  attrgetter: [
    'attr *attrs',
    (call, machine) => {
      const names = [call.value('attr'), ...call.rest.map(({ value }) => value)];
      return getter('attrgetter', names, (value, name) =>
        (name.kind === 'text' ? name.value : '')
          .split('.')
          .reduce((found, part) => machine.attribute(found, part), value),
      );
    },
  ],
  index: ['a', (call) => ({ kind: 'number', value: toInteger(call.value('a')), dtype: 'int64' })],
};

function item(value: Py, key: Py, machine: Machine): Py {
  return itemOf(value, { parts: key.kind === 'tuple' ? key.items : [key], many: key.kind === 'tuple' }, machine);
}

/** One key gives its value, several give a tuple. */
function getter(name: string, keys: readonly Py[], read: (value: Py, key: Py) => Py): Py {
  return {
    kind: 'function',
    name,
    call: ({ positional }) => {
      const { value } = positional[0]!;
      const found = keys.map((key) => read(value, key));
      return found.length === 1 ? found[0]! : pyTuple(found);
    },
  };
}
