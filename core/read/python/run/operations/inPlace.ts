/** Augmented assignment: arrays, lists, sets and dictionaries change in place, other values are replaced. */
import { listChanges } from '../../value/constructors';
import { sizeOf } from '../../../../array/NdArray';
import { updateArray } from '../../library/ufunc/operators';
import { PythonError, typeError } from '../../runtime/PythonError';
import type { BinaryOperator } from '../../syntax/tree/ast';
import type { PyArray } from '../../array/PyArray';
import { FLAT_VIEWS } from '../../value/refuseFlat';
import type { Py, PySequence } from '../../value/Py';
import { Unavailable } from '../../runtime/Unavailable';
import { iterate } from './iterate';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';
import { isComplex } from '../objects/complexArray';
import { changeSet, isSetOperator } from './setOperations';
import { repeatedItems } from './sequences';
import { METHODS, divisionOf, operate, unsupportedOperands } from './operate';

export function operateInPlace(written: BinaryOperator, current: Py, operand: Py, machine: Machine): Py {
  const operator = divisionOf(written, current, operand, machine);
  switch (current.kind) {
    case 'unknown':
      return machine.unknown();
    case 'array':
      if (operand.kind === 'unknown') throw new Unavailable();
      if (FLAT_VIEWS.has(current)) break;
      machine.tape.refuseChange(current);
      return arrayInPlace(operator, current, operand, machine);
    case 'layer': {
      const weights = current.parameter && current.weights[current.parameter];
      if (!weights) break;
      if (!current.detached) machine.tape.refuseChange(weights);
      arrayInPlace(operator, weights, operand, machine);
      return current;
    }
    case 'list': {
      const added = operator === '*' ? repeated(current, operand, machine) : undefined;
      if (operator !== '+' && !added) break;
      const items = added ?? iterate(operand, machine);
      machine.context.allocate([items.length]);
      if (added) current.items.length = 0;
      for (const item of items) current.items.push(item);
      listChanges(current);
      return current;
    }
    case 'set':
      if (current.frozen || operand.kind !== 'set' || !isSetOperator(operator)) break;
      changeSet(current.entries, operator, operand.entries);
      return current;
    case 'dictionary': {
      if (operator !== '|') break;
      const result = operate(operator, current, operand, machine);
      if (result.kind !== 'dictionary') return current;
      const entries = [...result.entries];
      current.entries.clear();
      entries.forEach(([key, value]) => current.entries.set(key, value));
      if (result.keys) current.keys = result.keys;
      return current;
    }
    case 'instance': {
      const name = METHODS[operator];
      const method = name === undefined ? undefined : findMember(current.class, `__i${name}__`);
      if (method) return machine.call(method, [current, operand]);
      break;
    }
    default:
  }
  try {
    return operate(operator, current, operand, machine);
  } catch (error) {
    const scalar = current.kind === 'number' && current.numpy;
    if (!scalar && error instanceof PythonError && error.text.startsWith('unsupported operand'))
      throw unsupportedOperands(`${operator}=`, current, operand);
    throw error;
  }
}

/** The items of a list that `*=` leaves; undefined where the operand is not a whole number. */
function repeated(list: PySequence, operand: Py, machine: Machine): readonly Py[] | undefined {
  const result = operand.kind === 'number' ? repeatedItems(list, operand, machine.context) : undefined;
  return result?.kind === 'list' ? result.items : undefined;
}

const ARITHMETIC_KINDS = new Set<Py['kind']>(['array', 'number', 'list', 'tuple', 'range', 'layer']);

function arrayInPlace(operator: BinaryOperator, current: PyArray, operand: Py, machine: Machine): Py {
  if (!ARITHMETIC_KINDS.has(operand.kind)) {
    const replaced =
      operand.kind === 'instance' && !isComplex(operand) ? operate(operator, current, operand, machine) : undefined;
    if (replaced) return replaced;
    throw unsupportedOperands(`${operator}=`, current, operand);
  }
  if (operator === '@')
    throw typeError("In-place matrix multiplication is not (yet) supported. Use 'a = a @ b' instead of 'a @= b'.");
  machine.context.spend(sizeOf(current.shape));
  updateArray(operator, current, operand, machine.context);
  machine.tracer?.wrote(current, operand);
  machine.tape.changed(current, `${operator}=`, ...(operand.kind === 'array' ? [operand] : []));
  return current;
}
