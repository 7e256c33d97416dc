/** What compiling needs to know: the program and the scope of the code. */
import type { Machine } from '../Machine';
import type { Scope } from './Scope';

export interface Unit {
  readonly machine: Machine;
  readonly scope: Scope;
}
