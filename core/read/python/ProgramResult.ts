/** What a run of a program and a call of one of its functions give. */
import type { ProgramCall, RunError } from './recordCalls';
import type { PrintedCall } from './recordPrints';
import type { ProgramEdit } from './syntax/editProgram';
import type { Trace } from './trace/Trace';
import type { Py } from './value/Py';

export interface RunResult {
  readonly output: string;
  readonly variables: Readonly<Record<string, Py>>;
  readonly error?: RunError;
  /** The first value that was printed and is not known. */
  readonly unknown?: RunError;
  readonly calls: readonly ProgramCall[];
  readonly prints: readonly PrintedCall[];
}

export interface CallResult {
  readonly value?: Py;
  readonly error?: RunError;
  readonly output: string;
  readonly trace?: Trace;
  /** Whether edits change only values that the call does not compute: it has the same result with them. */
  readonly isUnreached?: (edits: readonly ProgramEdit[]) => boolean;
}
