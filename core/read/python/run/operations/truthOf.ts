/** Truth of a value in a condition. */
import { Unavailable } from '../../runtime/Unavailable';
import type { Py } from '../../value/Py';
import { builtInTruth } from '../../value/truth';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';

export function truthOf(value: Py, machine: Machine): boolean {
  if (value.kind === 'instance') {
    const method = findMember(value.class, '__bool__') ?? findMember(value.class, '__len__');
    return method ? truthOf(machine.call(method, [value]), machine) : true;
  }
  if (value.kind === 'namespace' && value.path.includes('.')) {
    machine.missing.add(value.path);
    throw new Unavailable();
  }
  return builtInTruth(value) ?? true;
}
