/** Local variables of one call, by slot, and the frame in which its function was defined. */
import { NONE } from '../../value/constructors';
import type { Py } from '../../value/Py';

export class CallFrame {
  readonly slots: (Py | undefined)[];
  /** Value of the `return` that ended the body. */
  result: Py = NONE;
  /** Depth of the machine while the body of a generator runs. */
  depth = 0;

  constructor(
    size: number,
    readonly parent: CallFrame | undefined,
  ) {
    this.slots = new Array<Py | undefined>(size).fill(undefined);
  }
}

/** How a statement ends. */
export type Completion = 0 | 1 | 2 | 3;
export const NEXT = 0;
export const BREAK = 1;
export const CONTINUE = 2;
export const RETURN = 3;

/** A compiled expression. */
export type Code = (frame: CallFrame) => Py;
/** A compiled statement or block. */
export type Exec = (frame: CallFrame) => Completion;
/** A compiled assignment target. */
export type Store = (frame: CallFrame, value: Py, range: readonly [number, number]) => void;
