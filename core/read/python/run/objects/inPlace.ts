/** Augmented assignment: arrays, lists, sets and dictionaries change in place, other values are replaced. */
import { sizeOf } from '../../../../array/NdArray';
import { kindOf, promote } from '../../array/dtype';
import { flat, write } from '../../array/PyArray';
import { binary } from '../../library/operators';
import { PythonError, valueError } from '../../runtime/PythonError';
import { typeName } from '../../runtime/typeName';
import type { BinaryOperator } from '../../syntax/ast';
import type { PyArray } from '../../array/PyArray';
import type { Py } from '../../value';
import { iterate } from '../iterate';
import type { Machine } from '../Machine';
import { findMember } from './classes';
import { operate, unsupported } from './operate';

const UFUNCS: Readonly<Partial<Record<BinaryOperator, string>>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '//': 'floor_divide',
  '%': 'remainder',
  '**': 'power',
};

export function operateInPlace(operator: BinaryOperator, current: Py, operand: Py, machine: Machine): Py {
  switch (current.kind) {
    case 'array':
      return arrayInPlace(operator, current, operand, machine);
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
  const result = binary(operator, current, operand, machine.context);
  if (result.kind !== 'array' && result.kind !== 'number') throw unsupported(`${operator}=`, current, operand);
  const shape = result.kind === 'array' ? result.shape : [];
  if (shape.join() !== current.shape.join()) throw notBroadcast(current, operand);
  const { dtype } = result;
  if (
    kindOf(dtype) > kindOf(current.dtype) ||
    (kindOf(dtype) === 1 && isUnsigned(current) && promote(dtype, current.dtype) === 'float64')
  ) {
    const name = UFUNCS[operator] ?? 'ufunc';
    throw new PythonError(
      'UFuncTypeError',
      `Cannot cast ufunc '${name}' output from dtype('${dtype}') to dtype('${current.dtype}') with casting rule 'same_kind'`,
    );
  }
  machine.context.spend(sizeOf(current.shape));
  write(current, result.kind === 'array' ? flat(result) : [result.value], machine.context);
  machine.tracer?.wrote(current, result);
  return current;
}

function isUnsigned({ dtype }: PyArray): boolean {
  return dtype.startsWith('uint');
}

function notBroadcast(current: PyArray, operand: Py): PythonError {
  const text = (value: Py): string =>
    value.kind === 'array' ? `(${value.shape.join(',')}${value.shape.length === 1 ? ',' : ''})` : typeName(value);
  return valueError(
    `non-broadcastable output operand with shape ${text(current)} doesn't match the broadcast shape ${text(operand)}`,
  );
}
