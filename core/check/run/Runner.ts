/** The view of a Python program that the checker needs: run it, see which functions it called, call one. */
import type { Trace } from '../../read/python/trace/Trace';
import type { TextEdit } from '../FunctionCheck';
import type { ProgramValue } from './ProgramValue';

export interface RaisedError {
  readonly type: string;
  readonly message: string;
  /** 1-based line of the source. */
  readonly line: number;
  /** As in `RunError`. */
  readonly isMisuse?: true;
}

export interface RecordedCall {
  readonly name: string;
  /** What the text calls: `layer.forward`, the name of a lambda. */
  readonly written?: string;
  /** Arguments by parameter name, as they were before the call. */
  readonly args: ReadonlyMap<string, ProgramValue>;
  readonly result?: ProgramValue;
  readonly error?: RaisedError;
}

interface CallResult {
  readonly value?: ProgramValue;
  readonly error?: RaisedError;
}

export interface Runner {
  /** Runs the top level once. */
  run(): { readonly output: string; readonly calls: readonly RecordedCall[]; readonly error?: RaisedError };
  call(name: string, args: readonly ProgramValue[]): CallResult;
  /** As `call`, and every write into an array with the cells of the arguments that it was computed from. */
  trace(name: string, args: readonly ProgramValue[]): CallResult & { readonly trace?: Trace };
  /** As `call`, and whether edits of the text change only values that the call does not compute. */
  reach?(
    name: string,
    args: readonly ProgramValue[],
  ): CallResult & { isUnreached(edits: readonly TextEdit[]): boolean };
  /** Functions that the text calls but does not define: the layer's own are used. */
  readonly borrowed: readonly string[];
  /** The program with edits; undefined where it must be parsed as a whole. Lines of errors are not those of the text. */
  variant?(edits: readonly TextEdit[], work?: number): Runner | undefined;
  /** Work of the last call, in the interpreter's units; 0 where it is not measured. */
  readonly work: number;
}

/** Work of one call, in the interpreter's units: enough for the course's own arrays; an endless loop is ended soon. */
export const WORK_OF_CALL = 100_000_000;

/** `work`: the most that one call, or the top level, may take. */
export type OpenRunner = (source: string, work?: number) => Runner;
