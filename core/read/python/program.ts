/** A Python program that runs as Python runs it: it stops at the first error, and its functions can be called one by one. */
import { isReadonlyArray } from '../../isReadonlyArray';
import { LensError, msg } from '../../message';
import { refuseFreed } from './run/objects/freedObjects';
import { endGenerators } from './run/objects/generatorObject';
import { recordCalls, type ProgramCall, type RunError } from './recordCalls';
import { recordPrints, type PrintedCall } from './recordPrints';
import type { CallResult, RunResult } from './ProgramResult';
import { moduleUnit } from './run/compile/moduleUnit';
import type { Unit } from './run/compile/target/Unit';
import { Context, type Budget } from './runtime/Context';
import { Unavailable } from './runtime/Unavailable';
import { editProgram, type EditedProgram, type ProgramEdit } from './syntax/editProgram';
import { docOf } from './syntax/tree/docOf';
import { definedFunctions, type DefinedFunction } from './syntax/tree/definedFunctions';
import { CallFrame } from './run/machine/CallFrame';
import { Globals } from './run/interpreter/Globals';
import { isStackOverflow } from './runtime/isStackOverflow';
import { Interpreter } from './run/interpreter/Interpreter';
import { lineNumber } from './syntax/text/lineNumber';
import { parseProgram } from './syntax/parseProgram';
import { PythonError } from './runtime/PythonError';
import type { Statement } from './syntax/tree/ast';
import { isDefinition } from './syntax/tree/isDefinition';
import { isUnreached } from './syntax/isUnreached';
import { argumentNames } from './trace/argumentNames';
import { ReachedStatements } from './trace/ReachedStatements';
import { Recorder } from './trace/Recorder';
import type { TextRange } from '../TextRange';
import type { Py } from './value/Py';

export type { RunError } from './recordCalls';

export interface ProgramOptions {
  readonly budget?: Budget;
  /** What a course function means that the text calls but does not define: the layer's own, or a NameError. */
  readonly missing?: 'layer' | 'error';
  /** Whether a run records what its print calls are given. */
  readonly prints?: boolean;
}

interface CallOptions {
  /** The writes into arrays, or the statements that the call reaches. */
  readonly trace?: boolean | 'statements';
}

export interface Program {
  readonly functions: readonly DefinedFunction[];
  /** Runs the top level. */
  run(): RunResult;
  /** Calls a function of the text. Without an earlier `run`, only definitions, imports and constants are executed first. */
  call(name: string, args: Readonly<Record<string, Py>> | readonly Py[], options?: CallOptions): CallResult;
  /** Course functions that were called but are not defined in the text. */
  readonly borrowed: readonly string[];
  /**
   * The program with edits inside its statements, without parsing the others again. Undefined where the edits change lines or
   * give no Python. Lines of its errors are those of the edited statements below the text.
   */
  variant(edits: readonly ProgramEdit[], budget?: Budget): Program | undefined;
  /** Work of the last run or call. */
  readonly spent: number;
}

/** Work of parsing one character. */
const WORK_PER_CHARACTER = 200;

/** Never throws because of the text's content. */
export function openProgram(source: string, options: ProgramOptions = {}): Program {
  return new OpenProgram(source, options);
}

/** What a program and its variants share: statements are compiled once. One of the programs is in the machine at a time. */
interface Shared {
  readonly machine: Interpreter;
  readonly unit: Unit;
  program: OpenProgram;
}

class OpenProgram implements Program {
  private context: Context;
  private readonly machine: Interpreter;
  private readonly shared: Shared;
  private readonly statements: readonly Statement[];
  private readonly frame = new CallFrame(0, undefined);
  private syntaxError: RunError | undefined;
  private defined = false;
  private ran = false;

  /** `edited`: of a variant, the statements of the source. */
  constructor(
    private readonly source: string,
    private readonly options: ProgramOptions,
    edited?: { readonly statements: EditedProgram['statements']; readonly shared: Shared },
  ) {
    const { budget, missing = 'layer' } = options;
    this.context = new Context(budget);
    if (edited) {
      ({ shared: this.shared, statements: this.statements } = edited);
      this.machine = this.shared.machine;
      return;
    }
    const globals = new Globals({ layers: missing === 'layer', strict: true });
    this.machine = new Interpreter(source, this.context, globals, false);
    this.shared = { machine: this.machine, unit: moduleUnit(this.machine), program: this };
    this.statements = this.parse();
    globals.doc = docOf(this.statements);
  }

  get functions(): readonly DefinedFunction[] {
    return definedFunctions(this.statements, this.source);
  }

  get borrowed(): readonly string[] {
    return [...this.context.borrowed];
  }

  get spent(): number {
    return this.context.spent;
  }

  variant(edits: readonly ProgramEdit[], budget = this.options.budget): Program | undefined {
    if (this.syntaxError) return undefined;
    const edited = editProgram(this.source, this.statements, edits);
    if (!edited) return undefined;
    const { statements, text } = edited;
    return new OpenProgram(text, { ...this.options, ...(budget && { budget }) }, { statements, shared: this.shared });
  }

  /** After another program of those that share the machine, from the beginning. */
  private begin(): void {
    const { shared, machine } = this;
    if (shared.program === this) return;
    shared.program = this;
    this.context = new Context(this.options.budget);
    machine.begin(this.source, this.context);
    machine.globals.doc = docOf(this.statements);
    this.defined = false;
    if (this.ran) this.run();
  }

  run(): RunResult {
    this.begin();
    this.ran = true;
    const calls: ProgramCall[] = [];
    const prints: PrintedCall[] = [];
    this.machine.clearOutput();
    this.machine.suspended.clear();
    this.machine.freeable.clear();
    this.context.renew();
    this.machine.observer = recordCalls(calls, this.machine, (error) => this.errorOf(error));
    if (this.options.prints) this.machine.printObserver = recordPrints(prints, this.machine);
    const error = this.syntaxError ?? this.attempt(() => this.execute(this.statements)).error;
    this.machine.observer = this.machine.printObserver = undefined;
    this.defined = true;
    const unknown = this.machine.unknownPrint && this.unavailable(this.machine.unknownPrint);
    const variables = Object.fromEntries(this.machine.globals.variables.map(({ name, value }) => [name, value!]));
    return {
      output: this.machine.output,
      variables,
      calls,
      prints,
      ...(error && { error }),
      ...(unknown && { unknown: this.errorOf(unknown) }),
    };
  }

  call(
    name: string,
    args: Readonly<Record<string, Py>> | readonly Py[],
    { trace = false }: CallOptions = {},
  ): CallResult {
    this.begin();
    const { machine } = this;
    machine.clearOutput();
    machine.suspended.clear();
    this.context.renew();
    const before = this.syntaxError ?? this.define();
    if (before) return { error: before, output: '' };
    const callee = machine.globals.cell(name).value;
    if (!callee)
      return { error: this.errorOf(new PythonError('NameError', `name '${name}' is not defined`)), output: '' };
    const positional = isReadonlyArray(args) ? args : [];
    const range = machine.at;
    const named = new Map(
      isReadonlyArray(args) ? [] : Object.entries(args).map(([key, value]) => [key, { value: value, range }] as const),
    );

    const recorder = trace === true ? new Recorder(machine, argumentNames(callee, positional, named)) : undefined;
    const reached = trace === 'statements' ? new ReachedStatements() : undefined;
    machine.tracer = recorder ?? reached;
    const { value, error } = this.attempt(() => {
      const result = machine.call(callee, positional, named);
      this.endObjects([result, ...positional]);
      return result;
    });
    machine.tracer = undefined;

    return {
      output: machine.output,
      ...(value && { value }),
      ...(error && { error }),
      ...(recorder && { trace: recorder.trace }),
      ...(reached && {
        isUnreached: (edits: readonly ProgramEdit[]) =>
          isUnreached(this.source, this.statements, edits, reached.statements),
      }),
    };
  }

  private execute(statements: readonly Statement[]): undefined {
    for (const statement of statements) this.shared.unit.step(statement)(this.frame);
    this.endObjects([]);
    return undefined;
  }

  /** `held`: values that are still referred to besides the variables. */
  private endObjects(held: readonly Py[]): void {
    if (this.machine.suspended.size === 0 && this.machine.freeable.size === 0) return;
    const variables = this.machine.held;
    endGenerators(this.machine, variables);
    refuseFreed(this.machine, [...variables, ...held]);
  }

  /** Executes what defines names without computing. */
  private define(): RunError | undefined {
    if (this.defined) return undefined;
    this.defined = true;
    return this.attempt(() => this.execute(this.statements.filter(isDefinition))).error;
  }

  private attempt<T>(run: () => T): { value?: T; error?: RunError } {
    try {
      return { value: run() };
    } catch (error) {
      this.machine.depth = 0;
      if (isStackOverflow(error)) return { error: this.errorOf(new LensError(msg('calls are nested too deep'))) };
      if (error instanceof Unavailable) return { error: this.errorOf(this.unavailable()) };
      if (error instanceof LensError) return { error: this.errorOf(error) };
      throw error;
    }
  }

  /** Names the first functions whose results are not known. */
  private unavailable(range?: TextRange): LensError {
    const causes = [...this.machine.missing].slice(0, 3);
    const message =
      causes.length === 0
        ? msg('a value is not known')
        : msg('a value that depends on {0} is needed here', causes.join(', '));
    return new LensError(message, undefined, range);
  }

  private errorOf(error: LensError): RunError {
    const range = error.range ?? this.machine.at;
    const line = lineNumber(this.source, range[0]);
    const python = error instanceof PythonError;
    if (python) return { type: error.type, message: error.text, line, range };
    const isMisuse = error.kind === 'misuse';
    return { type: 'NotSupported', message: error.message, line, range, ...(isMisuse && { isMisuse }) };
  }

  private parse(): readonly Statement[] {
    const statements: Statement[] = [];
    for (const chunk of parseProgram(this.source, (length) => this.context.spend(length * WORK_PER_CHARACTER))) {
      if (chunk.type === 'code') statements.push(...chunk.statements);
      else {
        const error =
          chunk.type === 'text' ? new PythonError('SyntaxError', 'invalid syntax', chunk.range) : chunk.error;
        this.machine.at = chunk.range;
        this.syntaxError ??= this.errorOf(error);
      }
    }
    return statements;
  }
}
