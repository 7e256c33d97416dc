/** Records the calls of a program's own functions by its top-level code, with copies of their arguments and results. */
import { LensError } from '../../message';
import type { TextRange } from '../ParseResult';
import { deepCopy } from './run/libraries/standard/copyModule';
import type { Interpreter } from './run/interpreter/Interpreter';
import type { CallObserver } from './run/machine/Machine';
import type { Py } from './value/Py';

export interface RunError {
  /** Python's class, or `NotSupported` where this interpreter cannot run the code. */
  readonly type: string;
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
  readonly range: TextRange;
  /** Of `NotSupported`: NumPy ends with an error here too, or reads memory outside of the array. */
  readonly isMisuse?: true;
}

/** A call of one of the program's own functions by its top-level code. */
export interface ProgramCall {
  readonly name: string;
  /** Values before the call, by parameter. */
  readonly args: Readonly<Record<string, Py>>;
  readonly range: TextRange;
  readonly result?: Py;
  readonly error?: RunError;
}

/** Calls that are recorded in one run. */
const MAX_RECORDED = 500;

/** An observer that appends to `calls`. Arguments are copied before the call, because the function may change them. */
export function recordCalls(
  calls: ProgramCall[],
  machine: Interpreter,
  errorOf: (error: LensError) => RunError,
): CallObserver {
  const observe: CallObserver = ({ name }, given, run, range) => {
    if (calls.length >= MAX_RECORDED) return run();
    const args = Object.fromEntries([...given].map(([key, value]) => [key, deepCopy(value, machine)]));
    machine.observer = undefined;
    try {
      const result = run();
      calls.push({ name, args, range, result: deepCopy(result, machine) });
      return result;
    } catch (error) {
      if (error instanceof LensError) calls.push({ name, args, range, error: errorOf(error) });
      throw error;
    } finally {
      machine.observer = observe;
    }
  };
  return observe;
}
