/** State of one program while it runs: variables, printed output, call depth, and the hooks of its mode. */
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../ParseResult';
import type { PythonRandom } from '../../../random/PythonRandom';
import { PRINT_OPTIONS } from '../array/printOptions';
import type { PassedArgument } from '../library/signature';
import { UNKNOWN, type Py, type PyFunction } from '../value';
import { Unavailable, type Context } from './Context';
import type { Globals } from './Globals';
import type { Tracer } from '../trace/Tracer';
import { callValue } from './callValue';

/** Nested calls of the program's functions. */
const MAX_CALLS = 120;
/** Characters printed by one program. */
const MAX_OUTPUT = 1_000_000;

/** Observes calls of the text's own functions. */
export type CallObserver = (
  definition: PyFunction,
  args: ReadonlyMap<string, Py>,
  run: () => Py,
  range: TextRange,
) => Py;

export class Machine {
  /** Range of the operation that runs: where an error without a place belongs. */
  at: TextRange = [0, 0];
  /** Calls of the text's functions that are active. */
  depth = 0;
  tracer: Tracer | undefined;
  observer: CallObserver | undefined;
  /** Python's own generator; undefined while its state is not known. */
  pythonRandom: PythonRandom | undefined;
  /** How arrays are printed: changed by `np.set_printoptions`. */
  printOptions = PRINT_OPTIONS;
  /** What the program uses and this interpreter lacks: functions of other modules, files. */
  readonly missing = new Set<string>();
  /** Errors that handlers are processing, for a bare `raise`. */
  readonly handling: LensError[] = [];
  private printed: string[] = [];
  private printedLength = 0;

  constructor(
    readonly text: string,
    readonly context: Context,
    readonly globals: Globals,
    /** The editor's mode: a failed statement does not stop the program, and prints are not kept. */
    readonly lenient: boolean,
  ) {
    context.callBack = (callee, args) => this.call(callee, args);
    context.lookUp = (name) => globals.cell(name).value;
    machines.set(context, this);
  }

  get output(): string {
    return this.printed.join('');
  }

  clearOutput(): void {
    this.printed = [];
    this.printedLength = 0;
  }

  print(text: string): void {
    if (this.lenient) return;
    this.printedLength += text.length;
    this.context.spend(text.length);
    if (this.printedLength > MAX_OUTPUT) {
      throw new LensError(msg('the program prints more than {0} characters', MAX_OUTPUT));
    }
    this.printed.push(text);
  }

  /** Result of an operation on an unknown value: unknown too in a program; in the editor's mode the statement fails. */
  unknown(): Py {
    if (this.lenient) throw new Unavailable();
    return UNKNOWN;
  }

  /** Calls a value with positional arguments. */
  call(callee: Py, args: readonly Py[], named: ReadonlyMap<string, PassedArgument> = new Map()): Py {
    const range = this.at;
    return callValue(
      callee,
      { callee: nameOf(callee), range, positional: args.map((value) => ({ value, range })), named },
      this,
    );
  }

  enter(): void {
    if (this.depth >= MAX_CALLS) {
      throw new LensError(msg('calls are nested more than {0} deep', MAX_CALLS), undefined, this.at);
    }
    this.depth += 1;
  }

  leave(): void {
    this.depth -= 1;
  }
}

const machines = new WeakMap<Context, Machine>();

/** The program that a call of a built-in function belongs to. */
export function machineOf(context: Context): Machine {
  return machines.get(context)!;
}

function nameOf(callee: Py): string {
  return callee.kind === 'function' || callee.kind === 'class' ? callee.name : callee.kind;
}
