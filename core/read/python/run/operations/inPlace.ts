/** Augmented assignment: arrays, lists, sets and dictionaries change in place, other values are replaced. */
import { sizeOf } from '../../../../array/NdArray';
import { updateArray } from '../../library/ufunc/operators';
import { PythonError } from '../../runtime/PythonError';
import type { BinaryOperator } from '../../syntax/ast';
import type { PyArray } from '../../array/PyArray';
import type { Py } from '../../value/Py';
import { Unavailable } from '../../runtime/Unavailable';
import { iterate } from './iterate';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';
import { operate, unsupported } from './operate';

export function operateInPlace(operator: BinaryOperator, current: Py, operand: Py, machine: Machine): Py {
  switch (current.kind) {
    case 'unknown':
      return machine.unknown();
    case 'array':
      if (operand.kind === 'unknown') throw new Unavailable();
      return arrayInPlace(operator, current, operand, machine);
    case 'layer': {
      const weights = current.parameter && current.weights[current.parameter];
      if (!weights) break;
      arrayInPlace(operator, weights, operand, machine);
      return current;
    }
    case 'list': {
      if (operator !== '+') break;
      const items = iterate(operand, machine);
      machine.context.allocate([items.length]);
      current.items.push(...items);
      delete current.array;
      return current;
    }
    case 'set':
    case 'dictionary': {
      const result = operate(operator, current, operand, machine);
      if (result.kind === 'set' || result.kind === 'dictionary') {
        const entries = [...result.entries];
        current.entries.clear();
        entries.forEach(([key, value]) => current.entries.set(key, value));
      }
      return current;
    }
    case 'instance': {
      const name = { '+': 'iadd', '-': 'isub', '*': 'imul', '/': 'itruediv' }[operator as '+'];
      const method = name && findMember(current.class, `__${name}__`);
      if (method) return machine.call(method, [current, operand]);
      break;
    }
    default:
  }
  try {
    return operate(operator, current, operand, machine);
  } catch (error) {
    if (error instanceof PythonError && error.text.startsWith('unsupported operand'))
      throw unsupported(`${operator}=`, current, operand);
    throw error;
  }
}

function arrayInPlace(operator: BinaryOperator, current: PyArray, operand: Py, machine: Machine): Py {
  if (!['array', 'number', 'list', 'tuple', 'range', 'layer'].includes(operand.kind)) {
    const replaced = operand.kind === 'instance' ? operate(operator, current, operand, machine) : undefined;
    if (replaced) return replaced;
    throw unsupported(`${operator}=`, current, operand);
  }
  machine.context.spend(sizeOf(current.shape));
  updateArray(operator, current, operand, machine.context);
  machine.tracer?.wrote(current, operand);
  machine.tape.changed(current, `${operator}=`);
  return current;
}
