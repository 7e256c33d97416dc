/** A candidate repair: edits of the source with the mistake that they would repair. */
import type { Message } from '../../message';
import type { TextEdit } from '../FunctionCheck';
import type { CourseFunction } from '../CourseFunction';
import type { FunctionScope } from './scope/FunctionScope';

export interface Candidate {
  /** Kind of the mistake: `stride-ignored`. */
  readonly id: string;
  readonly detail: Message;
  readonly edits: readonly TextEdit[];
  /** Of each edit, where they differ. */
  readonly details?: readonly Message[];
  /** The edits are one change, named at the line of the first. */
  readonly isOne?: true;
  /** Lower is tried first. */
  readonly cost: number;
}

/** Makes the candidates of one kind in a function. */
export type RepairKind = (scope: FunctionScope, operation: CourseFunction) => Iterable<Candidate>;

export function editOf({ from, to }: { readonly from: number; readonly to: number }, text: string): TextEdit {
  return { range: [from, to], text };
}
