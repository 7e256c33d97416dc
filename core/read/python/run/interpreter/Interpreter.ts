/** Runs one program: its variables, printed output and call depth, and the calls and attributes that run its code. */
import { LensError, msg } from '../../../../message';
import type { TextRange } from '../../../ParseResult';
import type { PythonRandom } from '../../../../random/PythonRandom';
import { PRINT_OPTIONS } from '../../array/printOptions';
import type { Arguments, PassedArgument, Py, PyIterator } from '../../value/Py';
import { UNKNOWN } from '../../value/constructors';
import { Unavailable } from '../../runtime/Unavailable';
import type { Context } from '../../runtime/Context';
import { setProgram, type ProgramHooks } from '../../value/Program';
import type { Globals } from './Globals';
import { setMachine, type CallObserver, type Machine, type PrintedCall } from '../machine/Machine';
import { tapeOf, type Tape } from '../../autograd/Tape';
import type { Tracer } from '../machine/Tracer';
import { tapeCall } from '../operations/gradient/gradients';
import { iterate } from '../operations/iterate';
import { attributeOf, deleteAttribute, knownMember, setAttribute } from './attributes';
import { callValue } from './callValue';

/** Nested calls of the program's functions. */
const MAX_CALLS = 120;
/** Characters printed by one program. */
const MAX_OUTPUT = 1_000_000;

export class Interpreter implements Machine, ProgramHooks {
  at: TextRange = [0, 0];
  depth = 0;
  tracer: Tracer | undefined;
  readonly tape: Tape;
  observer: CallObserver | undefined;
  unknownPrint: TextRange | undefined;
  printObserver: ((call: PrintedCall) => void) | undefined;
  pythonRandom: PythonRandom | undefined;
  pythonSeeded = false;
  printOptions = PRINT_OPTIONS;
  readonly missing = new Set<string>();
  readonly shown: PassedArgument[] = [];
  readonly suspended = new Set<PyIterator>();
  readonly freeable = new Set<Py>();
  readonly handling: LensError[] = [];
  private printed: string[] = [];
  private printedLength = 0;

  constructor(
    readonly text: string,
    readonly context: Context,
    readonly globals: Globals,
    readonly lenient: boolean,
  ) {
    context.isStrict = !lenient;
    this.tape = tapeOf(context);
    this.tape.prepare(text);
    this.register();
  }

  /** Begins another program, of which statements that are compiled may be a part. */
  begin(text: string, context: Context): void {
    this.globals.clear();
    Object.assign(this, new Interpreter(text, context, this.globals, this.lenient));
    this.register();
  }

  private register(): void {
    setProgram(this.context, this);
    setMachine(this.context, this);
  }

  get held(): readonly Py[] {
    return this.globals.variables.flatMap(({ value }) => value ?? []);
  }

  get output(): string {
    return this.printed.join('');
  }

  clearOutput(): void {
    this.printed = [];
    this.printedLength = 0;
    this.unknownPrint = undefined;
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

  unknown(): Py {
    if (this.lenient) throw new Unavailable();
    return UNKNOWN;
  }

  call(callee: Py, args: readonly Py[], named: ReadonlyMap<string, PassedArgument> = new Map()): Py {
    const range = this.at;
    const given = { callee: nameOf(callee), range, positional: args.map((value) => ({ value, range })), named };
    const result = callValue(callee, given, this);
    if (this.tape.active) tapeCall(callee, undefined, given, result, this);
    // A function of the text has moved it.
    this.at = range;
    return result;
  }

  invoke(callee: Py, args: Arguments): Py {
    return callValue(callee, args, this);
  }

  attribute(value: Py, name: string): Py {
    return attributeOf(value, name, this);
  }

  member(value: Py, name: string): Py | undefined {
    return knownMember(value, name, this);
  }

  setAttribute(target: Py, name: string, value: Py): void {
    setAttribute(target, name, value, this);
  }

  deleteAttribute(target: Py, name: string): void {
    deleteAttribute(target, name, this);
  }

  items(value: Py): readonly Py[] {
    return iterate(value, this);
  }

  lookUp(name: string): Py | undefined {
    return this.globals.cell(name).value;
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

function nameOf(callee: Py): string {
  if (callee.kind === 'namespace') return callee.path;
  return callee.kind === 'function' || callee.kind === 'class' ? callee.name : callee.kind;
}
