/** Special methods of the text's classes: `__add__`, `__eq__`. */
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { findMember } from './classes';

/** Undefined where the class has no such method, or it returns NotImplemented. */
export function callSpecial(self: Py, name: string, other: Py, machine: Machine): Py | undefined {
  const method = self.kind === 'instance' ? findMember(self.class, name) : undefined;
  const result = method && machine.call(method, [self, other]);
  return result?.kind === 'text' && result.value === NOT_IMPLEMENTED ? undefined : result;
}

/** Value of the built-in name `NotImplemented`. */
export const NOT_IMPLEMENTED = '\u0000NotImplemented';
