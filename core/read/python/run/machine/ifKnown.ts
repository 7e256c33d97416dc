/** Runs an operation without side effects; its result is unknown where it needs an unknown value. */
import type { Py } from '../../value/Py';
import { Unavailable } from '../../runtime/Unavailable';
import type { Machine } from './Machine';

export function ifKnown(machine: Machine, run: () => Py): Py {
  try {
    return run();
  } catch (error) {
    if (error instanceof Unavailable) return machine.unknown();
    throw error;
  }
}
