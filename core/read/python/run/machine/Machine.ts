/** The running program, as the operations on its values see it. */
import type { LensError } from '../../../../message';
import type { PythonRandom } from '../../../../random/PythonRandom';
import type { TextRange } from '../../../ParseResult';
import type { PrintOptions } from '../../array/printOptions';
import type { Context } from '../../runtime/Context';
import type { Arguments, PassedArgument, Py, PyFunction, PyIterator } from '../../value/Py';
import type { Tape } from '../../autograd/Tape';
import type { Tracer } from './Tracer';

/** Observes calls of the text's own functions. `locals`: the variables of the call, with their values at the end. */
export type CallObserver = (
  definition: PyFunction,
  args: ReadonlyMap<string, Py>,
  run: () => Py,
  range: TextRange,
  locals?: () => readonly [string, Py][],
) => Py;

/** A print call: `texts[k]` is printed for `values[k]`. */
export interface PrintedCall {
  readonly range: TextRange;
  readonly values: readonly Py[];
  readonly texts: readonly string[];
  readonly between: string;
  readonly after: string;
}

/**
 * State of the program, and what may run any of its code: calls and attributes. Operations, methods and built-in functions reach
 * these through the machine, and thus do not import the interpreter that runs them.
 */
export interface Machine {
  readonly text: string;
  readonly context: Context;
  /** The editor's mode: a failed statement does not stop the program, and prints are not kept. */
  readonly lenient: boolean;
  /** Range of the operation that runs: where an error without a place belongs. */
  at: TextRange;
  /** Calls of the text's functions that are active. */
  depth: number;
  tracer: Tracer | undefined;
  /** Operations of tensors, for their gradients. */
  readonly tape: Tape;
  observer: CallObserver | undefined;
  /** Where a value was printed first that is not known. */
  unknownPrint: TextRange | undefined;
  printObserver: ((call: PrintedCall) => void) | undefined;
  /** Python's own generator; undefined while its state is not known. */
  pythonRandom: PythonRandom | undefined;
  /** Whether the program has set the seed of Python's own generator. */
  pythonSeeded: boolean;
  /** How arrays are printed: changed by `np.set_printoptions`. */
  printOptions: PrintOptions;
  /** What the program uses and this interpreter lacks: functions of other modules, files. */
  readonly missing: Set<string>;
  /** In the editor's mode, arrays that the statement that runs prints. */
  readonly shown: PassedArgument[];
  /** Generators that have yielded inside of a `try` with `finally`. */
  readonly suspended: Set<PyIterator>;
  /** Objects with `__del__` that the program has made. */
  readonly freeable: Set<Py>;
  /** Errors that handlers are processing, for a bare `raise`. */
  readonly handling: LensError[];

  /** The values of the module's variables. */
  readonly held: readonly Py[];

  print(text: string): void;
  /** Result of an operation on an unknown value: unknown too in a program; in the editor's mode the statement fails. */
  unknown(): Py;
  /** Calls a value with arguments that the text does not contain. */
  call(callee: Py, args: readonly Py[], named?: ReadonlyMap<string, PassedArgument>): Py;
  /** Calls a value with the arguments of a call in the text. */
  invoke(callee: Py, args: Arguments): Py;
  attribute(value: Py, name: string): Py;
  /** An attribute or method that the value itself has, as far as the interpreter knows it. */
  member(value: Py, name: string): Py | undefined;
  setAttribute(target: Py, name: string, value: Py): void;
  deleteAttribute(target: Py, name: string): void;
  /** A call of one of the text's functions begins. Throws where calls are nested too deep. */
  enter(): void;
  leave(): void;
}

const machines = new WeakMap<Context, Machine>();

/** Set once, by the interpreter. */
export function setMachine(context: Context, machine: Machine): void {
  machines.set(context, machine);
}

/** The program that a call of a built-in function belongs to. */
export function machineOf(context: Context): Machine {
  return machines.get(context)!;
}
