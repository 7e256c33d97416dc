/** The view of a Python program that the checker needs: run it, see which functions it called, call one. */
import type { Trace } from '../../read/python/trace/Trace';
import type { Value } from './Value';

export interface PythonError {
  readonly type: string;
  readonly message: string;
  /** 1-based line of the source. */
  readonly line: number;
}

export interface RecordedCall {
  readonly name: string;
  /** Arguments by parameter name, as they were before the call. */
  readonly args: ReadonlyMap<string, Value>;
  readonly result?: Value;
  readonly error?: PythonError;
}

export interface Runner {
  /** Runs the top level once. */
  run(): { readonly output: string; readonly calls: readonly RecordedCall[]; readonly error?: PythonError };
  call(name: string, args: readonly Value[]): { readonly value?: Value; readonly error?: PythonError };
  /** As `call`, and every write into an array with the cells of the arguments that it was computed from. */
  trace(
    name: string,
    args: readonly Value[],
  ): { readonly value?: Value; readonly error?: PythonError; readonly trace?: Trace };
  /** Functions that the text calls but does not define: the layer's own are used. */
  readonly borrowed: readonly string[];
}

export type OpenRunner = (source: string) => Runner;
