/** Runs the text of the editor: a failed statement is reported, what it may have changed becomes unknown, and the next one runs. */
import { LensError, msg } from '../../../../message';
import type { LayerCall, TextRange } from '../../../ParseResult';
import type { Expression, Statement } from '../../syntax/tree/ast';
import { boundNames } from '../../syntax/tree/boundNames';
import type { Py } from '../../value/Py';
import { Unavailable } from '../../runtime/Unavailable';
import { CallFrame } from '../machine/CallFrame';
import type { Interpreter } from '../interpreter/Interpreter';
import { isStackOverflow } from '../../runtime/isStackOverflow';
import { truthOf } from '../operations/truthOf';
import { moduleUnit } from '../compile/moduleUnit';
import { withRecording } from '../compile/flow/withRecording';
import type { Unit } from '../compile/target/Unit';
import { filledNames } from './changedNames';
import { effectsOf } from './effects';
import { forget } from './forget';

/** The value of a statement that is only an expression. */
export interface LooseValue {
  readonly value: Py;
  readonly range: TextRange;
}

export interface ShownArray {
  readonly statement: Statement;
  readonly range: TextRange;
  readonly result: Py;
}

/** Of the arrays that a text shows, as many as are compared with layers. */
const MOST_SHOWN = 6;

const COMPUTES: ReadonlySet<Statement['type']> = new Set(['assign', 'update', 'for', 'while']);

export class LenientRun {
  readonly loose: LooseValue[] = [];
  /** Arrays that statements of the module show: printed, or the value of an expression. */
  readonly shown: ShownArray[] = [];
  /** Assignments and loops that ran to their end. */
  readonly done: Statement[] = [];
  private readonly definitions = new Map<string, Statement>();
  private readonly unit: Unit;
  private readonly frame = new CallFrame(0, undefined);

  constructor(private readonly machine: Interpreter) {
    this.unit = moduleUnit(machine);
  }

  runAll(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (statement.type === 'function' || statement.type === 'class') this.definitions.set(statement.name, statement);
      this.run(statement);
    }
  }

  /** A function of the module without parameters, and without anything that only a function can contain. */
  runBody(name: string): void {
    const test = this.definitions.get(name);
    if (test?.type !== 'function' || test.parameters.length > 0) return;
    if (!/^[ \t]*(?:return|global|nonlocal)\b|\b(?:yield|await)\b/m.test(this.machine.text.slice(...test.range)))
      this.runAll(test.body);
  }

  private run(statement: Statement): void {
    const { context, globals } = this.machine;
    const { length: count } = context.calls;
    context.statement = statement.range;
    context.standIns.begin(this.machine.text.slice(...statement.range));
    context.startShare();
    try {
      this.execute(statement);
      placeCalls(context.calls, count, statement.range);
    } catch (error) {
      this.machine.depth = 0;
      placeCalls(context.calls, count, statement.range);
      const failure = isStackOverflow(error) ? new LensError(msg('calls are nested too deep')) : error;
      if (failure instanceof LensError) context.report(failure, statement.range);
      else if (!(failure instanceof Unavailable)) throw failure;
      const { names, lent, draws, elsewhere } = effectsOf(statement, globals, this.definitions);
      forget(names, statement.range, globals);
      for (const [callee, variables] of lent) this.noteLent(callee, variables, names, statement.range);
      if (draws) context.random.lose();
      else if (elsewhere !== undefined) context.random.doubt(elsewhere);
      this.machine.pythonRandom = undefined;
      if (mayDrawInTorch(statement, this.machine.text)) context.torch.lose();
    }
    // The statements of these have run on their own.
    if (statement.type === 'if' || statement.type === 'with') return;
    if (context.standIns.notes.length > 0) context.standIns.keepFor(filledNames(statement));
    else context.standIns.forget(boundNames([statement]));
  }

  private noteLent(
    callee: string,
    variables: ReadonlySet<string>,
    changed: ReadonlySet<string>,
    range: TextRange,
  ): void {
    const kept = [...variables].filter((name) => !changed.has(name)).join(', ');
    if (kept === '') return;
    const note = msg('{0} is not in this text: it is assumed to leave {1} unchanged', callee, kept);
    this.machine.context.report(new LensError(note), range, 'lent');
  }

  private execute(statement: Statement): void {
    const { machine, frame, unit } = this;
    switch (statement.type) {
      case 'expression':
        machine.shown.length = 0;
        this.expression(statement.value, statement.range);
        this.noteShown(statement);
        return;
      case 'if': {
        const taken = statement.branches.find(({ test }) => !test || truthOf(unit.expression(test)(frame), machine));
        if (taken) this.runAll(taken.body);
        return;
      }
      case 'with':
        // An exception that is suppressed ends the block.
        if (/\bsuppress\(/.test(machine.text.slice(...headOf(statement)))) {
          unit.step(statement)(frame);
          return;
        }
        unit.step({ ...statement, body: [] })(frame);
        withRecording(statement, machine, () => this.runAll(statement.body));
        return;
      case 'assert':
        machine.context.quietly(() => unit.step(statement)(frame));
        return;
      default:
        unit.step(statement)(frame);
        if (COMPUTES.has(statement.type)) this.done.push(statement);
    }
  }

  /** Arrays of variables are compared where they are assigned. */
  private noteShown(statement: Statement): void {
    const { shown, globals } = this.machine;
    const last = this.loose.at(-1);
    const own = last && last.range[0] === statement.range[0] ? [last] : [];
    const storeOf = (value: Py | undefined): unknown => (value?.kind === 'array' ? value.store : value);
    const known = new Set(globals.variables.map(({ value }) => storeOf(value)));
    for (const { value, range } of [...shown, ...own])
      if ((value.kind === 'array' || value.kind === 'list') && !known.has(storeOf(value)))
        this.shown.push({ statement, range, result: value });
    this.shown.splice(0, this.shown.length - MOST_SHOWN);
  }

  /** Names alone do nothing: in pasted text they are headings. */
  private expression(expression: Expression, range: TextRange): void {
    if (isBare(expression)) return;
    this.machine.context.spendStatement(range);
    const value = this.unit.expression(expression)(this.frame);
    if (expression.type !== 'member' && expression.type !== 'subscript')
      this.loose.push({ value, range: expression.range });
  }
}

function headOf({ range, body }: Extract<Statement, { type: 'with' }>): TextRange {
  return [range[0], body[0]?.range[0] ?? range[1]];
}

/** Notes the statement of the calls from `first` on that are written elsewhere: in the functions that it calls. */
function placeCalls(calls: LayerCall[], first: number, statement: TextRange): void {
  for (let index = first; index < calls.length; index++) {
    const call = calls[index]!;
    const inside = statement[0] <= call.range[0] && call.range[1] <= statement[1];
    if (!inside && !call.statement) calls[index] = { ...call, statement };
  }
}

function isBare(expression: Expression): boolean {
  return (
    expression.type === 'name' || (expression.type === 'tuple' && expression.items.every(({ value }) => isBare(value)))
  );
}

/** Any call may draw: modules draw their weights, and functions of the text call modules. */
function mayDrawInTorch({ type, range }: Statement, source: string): boolean {
  return type !== 'import' && type !== 'function' && source.slice(...range).includes('(');
}
