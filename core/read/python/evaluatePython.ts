/**
 * Evaluates NumPy code of the editor without Python: the interpreter of this folder runs it. No part of the text is executed
 * by another program; work and memory are bounded by one counter.
 */
import { isHeader } from '../documents/pythonUnit';
import { msg, type ErrorKind, type Message } from '../../message';
import type { LayerCall, ParseResult, TextRange } from '../ParseResult';
import type { Statement } from './syntax/tree/ast';
import { docOf } from './syntax/tree/docOf';
import { Context, type Budget } from './runtime/Context';
import { Globals } from './run/interpreter/Globals';
import { assignedTargets, rootOf } from './run/lenient/changedNames';
import { LenientRun } from './run/lenient/LenientRun';
import type { NotedCalls } from './run/lenient/recordOwnCalls';
import { recognizeProgram } from './run/lenient/recognizeProgram';
import { recordLayers } from './run/lenient/recordLayers';
import { Interpreter } from './run/interpreter/Interpreter';
import { replacePrintStatements } from './syntax/text/printStatements';
import { runTests } from './run/lenient/runTests';
import { parseProgram } from './syntax/parseProgram';
import { resultOf } from './run/lenient/resultOf';

/** Work of parsing one character. */
const WORK_PER_CHARACTER = 200;

/** Never throws because of the text's content. */
export function evaluatePython(text: string, budget: Budget = {}): ParseResult {
  return evaluateCounted(text, budget).result;
}

/** Evaluates a text and counts the work, in the units of `MAX_WORK`; it never exceeds twice that. */
export function evaluateCounted(text: string, budget: Budget = {}): { result: ParseResult; work: number } {
  const context = new Context(budget);
  const globals = new Globals({ layers: true, strict: false });
  const source = replacePrintStatements(text);
  context.dividesWhole = source.floors;
  const machine = new Interpreter(source.text, context, globals, true);
  const noted: NotedCalls = { helpers: [], given: new Map() };
  machine.observer = recordLayers(machine, globals, noted);
  const run = new LenientRun(machine);
  let skipping = false;
  const spendParsing = (length: number): void => {
    context.startShare();
    context.spend(length * WORK_PER_CHARACTER);
  };
  for (const chunk of parseProgram(source.text, spendParsing)) {
    if (chunk.type === 'code') {
      skipping &&= chunk.statements.length === 0;
      globals.doc ??= docOf(chunk.statements);
      run.runAll(chunk.statements);
    } else if (chunk.type === 'text') {
      context.reportSkipped(chunk.range, skipping, reasonOf(source.text, chunk.range));
      skipping = true;
    } else context.report(chunk.error, chunk.range);
  }
  const result = resultOf(globals.variables, run.loose, machine);
  const { calls } = result;
  context.startShare();
  const from = calls.length === 0 ? 0 : startOfOwnLoop(run, calls, source.text);
  const recognized = from === undefined ? [] : recognizeProgram({ ...run, given: noted.given }, globals, machine, from);
  const helper = recognized.length + calls.length === 0 ? lastHelper(run.done, noted.helpers) : undefined;
  const below = helper ? [helper] : recognized;
  // The known layers may be of another kind than the one that is asked for.
  const first = Math.min(...calls.map(({ range, statement = range }) => Math.min(range[0], statement[0])));
  const own =
    calls.length > 0 ? recognizeProgram({ ...run, given: noted.given }, globals, machine, 0, first).at(-1) : undefined;
  const above = calls.some(({ operation }) => operation === own?.operation) ? undefined : own;
  // Calls and errors are added to those of the result.
  if (calls.length + below.length === 0) runTests(machine, (name) => run.runBody(name));
  const all = [...(above ? [above] : []), ...calls, ...below];
  return { result: above || below.length > 0 ? { ...result, calls: all } : result, work: context.spent };
}

/** The last part of a layer that the text computes, where nothing else follows but what shows it. */
function lastHelper(done: readonly Statement[], helpers: readonly LayerCall[]): LayerCall | undefined {
  const [helper, last] = [helpers.at(-1), done.at(-1)];
  const isLast = helper && (!last || last.range[0] <= helper.range[0]);
  return isLast && !(last && last.type !== 'assign' && helper.range[0] < last.range[1]) ? helper : undefined;
}

/**
 * Where the last statement begins, if it loops without a call of a layer: the text up to the end of the loop at a cursor; where the
 * first one does of the last statements that give values to single cells of an array.
 */
function startOfOwnLoop(
  { done, shown }: Pick<LenientRun, 'done' | 'shown'>,
  calls: readonly LayerCall[],
  text: string,
): number | undefined {
  const statements = [...done, ...shown.map(({ statement }) => statement)];
  const last = statements.sort((a, b) => a.range[0] - b.range[0]).at(-1);
  // A comprehension is a loop, too.
  const loops = last && (last.type === 'for' || /\sfor\s/.test(text.slice(...last.range)));
  const start = loops ? last.range[0] : startOfCells(done);
  if (start === undefined) return undefined;
  return calls.every(({ range: each, statement = each }) => statement[1] <= start && each[1] <= start)
    ? start
    : undefined;
}

/** Where the last statements begin, all of which give a value to a cell of the same array: `out[0, 0] = …`, `out[0, 1] = …`. */
function startOfCells(done: readonly Statement[]): number | undefined {
  const changing = done.filter(({ type }) => type !== 'expression');
  const filled = changing.map(filledArray);
  const first = filled.map((name) => name !== filled.at(-1)).lastIndexOf(true) + 1;
  if (filled.at(-1) === undefined || first === filled.length - 1) return undefined;
  return changing[first]!.range[0];
}

function filledArray(statement: Statement): string | undefined {
  const [target] = statement.type === 'assign' ? assignedTargets(statement) : [];
  return target?.type === 'subscript' ? rootOf(target) : undefined;
}

/** Why lines are not read: a page that lost its indentation, or something else than Python. */
function reasonOf(text: string, [start, end]: TextRange): { kind: ErrorKind; detail: Message } {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*([ \t]*)\S/.exec(text.slice(end).replace(/^\r?\n/, ''));
  const isLost = rest !== null && rest[1]!.length <= start - line && isHeader(text, { start: line, end });
  return isLost
    ? {
        kind: 'notIndented',
        detail: msg('the line below this one must be indented: the text has lost its indentation'),
      }
    : { kind: 'notPython', detail: msg('this is not Python code and is not used') };
}
