/** Records the calls of a program's own functions, with copies of their arguments and results. */
import { LensError } from '../../message';
import type { TextRange } from '../ParseResult';
import { deepCopy } from './run/libraries/standard/copyModule';
import type { Interpreter } from './run/interpreter/Interpreter';
import type { CallObserver } from './run/machine/Machine';
import type { Py, PyClass } from './value/Py';

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

/** A call of one of the program's own functions. */
export interface ProgramCall {
  readonly name: string;
  /** Values before the call, by parameter. */
  readonly args: Readonly<Record<string, Py>>;
  readonly range: TextRange;
  readonly result?: Py;
  readonly error?: RunError;
}

/** Calls that are recorded in one run, and those of them that methods make. */
const MAX_RECORDED = 500;
const MAX_INNER = 40;

/**
 * An observer that appends to `calls`. Arguments are copied before the call, because the function may change them. What a function
 * without arguments calls, such as `main()`, is as if it were outside of it; of what others call, methods of other classes are
 * recorded: the layers of a network.
 */
export function recordCalls(
  calls: ProgramCall[],
  machine: Interpreter,
  errorOf: (error: LensError) => RunError,
): CallObserver {
  let around: PyClass | 'function' | undefined;
  let inner = 0;
  const observe: CallObserver = ({ name }, given, run, range) => {
    const [self] = given.values();
    const ofMethod = self?.kind === 'instance' && self.class.order.some(({ members }) => members.has(name));
    const owner = ofMethod ? self.class : undefined;
    const isPassedOn = given.size === 0 || (name === '__call__' && owner?.members.has(name) === false);
    const isLeftOut = around !== undefined && (owner === undefined || owner === around || inner >= MAX_INNER);
    if (isPassedOn || isLeftOut || calls.length >= MAX_RECORDED) return run();
    if (around) inner += 1;
    const args = Object.fromEntries([...given].map(([key, value]) => [key, deepCopy(value, machine)]));
    const before = around;
    around = owner ?? 'function';
    try {
      const result = run();
      calls.push({ name, args, range, result: deepCopy(result, machine) });
      return result;
    } catch (error) {
      if (error instanceof LensError) calls.push({ name, args, range, error: errorOf(error) });
      throw error;
    } finally {
      around = before;
    }
  };
  return observe;
}
