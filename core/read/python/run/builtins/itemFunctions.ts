/** Built-in functions of the items of a sequence or iterator: `len`, `max`, `sum`, `sorted`. */
import { arrayOfParameter } from '../../library/call/coerce';
import type { Call } from '../../library/call/Call';
import { typeError, valueError } from '../../runtime/PythonError';
import { refuseFlat } from '../../value/refuseFlat';
import { typeName } from '../../value/typeName';
import { pyBool, pyInteger, pyList } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { iterate, iteratorOf } from '../operations/iterate';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';
import { isLess } from '../operations/equality';
import { compare } from '../operations/compare';
import { operate } from '../operations/operate';
import { sorted } from '../operations/sorted';
import { truthOf } from '../operations/truthOf';
import type { Builtins } from './table';

export const ITEM_FUNCTIONS: Builtins = {
  len: ['obj', (call, machine) => pyInteger(lengthOf(call.value('obj'), machine))],
  max: ['*values key? default?', (call, machine) => extreme(call, machine, 1)],
  min: ['*values key? default?', (call, machine) => extreme(call, machine, -1)],
  sum: [
    'iterable start?',
    (call, machine) => {
      let sum = call.has('start') ? call.value('start') : pyInteger(0);
      const next = iteratorOf(call.value('iterable'), machine);
      for (let item = next(); item !== undefined; item = next()) {
        machine.context.spend(10);
        sum = operate('+', sum, item, machine);
      }
      return sum;
    },
  ],
  any: ['iterable', (call, machine) => pyBool(someItem(call, machine, true))],
  all: ['iterable', (call, machine) => pyBool(!someItem(call, machine, false))],
  sorted: [
    'iterable key? reverse?',
    (call, machine) =>
      pyList(
        sorted(
          iterate(call.value('iterable'), machine),
          call.lacks('key') ? undefined : call.value('key'),
          call.flag('reverse', false),
          machine,
        ),
      ),
  ],
};

function lengthOf(value: Py, machine: Machine): number {
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return value.array?.shape[0] ?? value.items.length;
    case 'range':
      return value.range!.count;
    case 'dictionary':
    case 'set':
      return value.entries.size;
    case 'text':
      return Array.from(value.value).length;
    case 'array':
      if (value.shape.length === 0) throw typeError('len() of unsized object');
      return value.shape[0]!;
    case 'layer':
      if (value.parameter) return arrayOfParameter(value)?.shape[0] ?? 0;
      if (value.iterable && value.items) return value.items.length;
      break;
    case 'class':
      if (value.enumeration) return value.enumeration.length;
      break;
    case 'instance': {
      const method = findMember(value.class, '__len__');
      const length = method && machine.call(method, [value]);
      if (length?.kind === 'number') return length.value;
      break;
    }
    default:
  }
  refuseFlat(value);
  throw typeError(`object of type '${typeName(value)}' has no len()`);
}

function extreme(call: Call, machine: Machine, sign: 1 | -1): Py {
  const [first] = call.rest;
  const items = call.rest.length === 1 && first ? iterate(first.value, machine) : call.rest.map(({ value }) => value);
  const name = sign > 0 ? 'max' : 'min';
  if (items.length === 0) {
    if (call.has('default')) return call.value('default');
    throw valueError(`${name}() arg is an empty sequence`);
  }
  const key = call.lacks('key') ? undefined : call.value('key');
  const keyOf = (item: Py): Py => (key ? machine.call(key, [item]) : item);
  let best = items[0]!;
  let bestKey = keyOf(best);
  for (const item of items.slice(1)) {
    const itemKey = keyOf(item);
    const wins = sign > 0 ? isLess(bestKey, itemKey, machine) : isLess(itemKey, bestKey, machine);
    if (wins === undefined) compare(sign > 0 ? '>' : '<', itemKey, bestKey, machine);
    if (wins) [best, bestKey] = [item, itemKey];
  }
  return best;
}

function someItem(call: Call, machine: Machine, wanted: boolean): boolean {
  const next = iteratorOf(call.value('iterable'), machine);
  for (let item = next(); item !== undefined; item = next()) {
    machine.context.spend(4);
    if (truthOf(item, machine) === wanted) return true;
  }
  return false;
}
