/** The record of one traced call: every write into an array, in order. */
import type { TextRange } from '../../ParseResult';

/** Cells of one array, as flat indices in C order of the whole array. */
export interface TraceCells {
  /** Name of the argument or local variable that holds the array. */
  readonly array: string;
  readonly shape: readonly number[];
  readonly cells: Int32Array;
}

export interface TraceWrite {
  /** Line of the statement, counted from 1. */
  readonly line: number;
  readonly range: TextRange;
  /** Scalar local variables of the function that was traced, before the write. */
  readonly variables: Readonly<Record<string, number>>;
  /** The cells that were written, and their new values. */
  readonly target: TraceCells;
  readonly values: Float64Array;
  /** The cells that the values were computed from. */
  readonly sources: readonly TraceCells[];
}

export interface Trace {
  readonly writes: readonly TraceWrite[];
  /** Set where a bound was reached and later writes are missing. */
  readonly truncated: boolean;
}
