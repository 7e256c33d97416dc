/** Kinds of operands. */
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';

/** Also a constant of a module that the interpreter lacks. */
export function isUnknown(value: Py, machine: Machine): boolean {
  if (value.kind === 'namespace' && value.path.includes('.')) machine.missing.add(value.path);
  return value.kind === 'unknown' || (value.kind === 'namespace' && value.path.includes('.'));
}

export function isArithmetic(value: Py): boolean {
  return ['array', 'number', 'list', 'tuple', 'range', 'layer'].includes(value.kind);
}
