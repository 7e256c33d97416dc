/** Whether edits change only values that a run does not compute: it takes the same course with them. */
import type { TextRange } from '../../ParseResult';
import type { Expression, Statement } from './tree/ast';
import { innerBlocks } from './tree/boundNames';
import type { ProgramEdit } from './editProgram';
import { yields } from './tree/yields';

/** Text that may bind names, make the function a generator, or end the statement. */
const OTHER_THAN_VALUE = /[\n;#\\]|:=|"""|'''|\b(?:yield|await|global|nonlocal)\b/;
/** An assignment, or the name of an argument. */
const ASSIGNS = /(?<![=!<>])=(?!=)/g;

/** `reached`: statements of functions that the run reached. False where it is not certain. */
export function isUnreached(
  text: string,
  statements: readonly Statement[],
  edits: readonly ProgramEdit[],
  reached: ReadonlySet<Statement>,
): boolean {
  return edits.every((edit) => {
    const value = unreachedValue(statements, edit.range, reached, false);
    return value !== undefined && staysValue(text, value.range, edit);
  });
}

/** The value of a simple statement, or the condition of a compound one, that contains a range and is not reached. */
function unreachedValue(
  statements: readonly Statement[],
  range: TextRange,
  reached: ReadonlySet<Statement>,
  inFunction: boolean,
): Expression | undefined {
  const statement = statements.find((each) => contains(each.range, range));
  if (!statement) return undefined;
  if (statement.type === 'class') return unreachedValue(statement.body, range, reached, false);
  // The statements of a generator are not noted one by one.
  if (statement.type === 'function')
    return yields(statement.body) ? undefined : unreachedValue(statement.body, range, reached, true);
  const inner = innerBlocks(statement).find((block) => block.some((each) => contains(each.range, range)));
  if (inner) return unreachedValue(inner, range, reached, inFunction);
  if (!inFunction || reached.has(statement)) return undefined;
  return valuesOf(statement).find((value) => contains(value.range, range));
}

function valuesOf(statement: Statement): readonly Expression[] {
  switch (statement.type) {
    case 'assign':
    case 'update':
    case 'expression':
      return [statement.value];
    case 'return':
      return statement.value ? [statement.value] : [];
    case 'for':
      return [statement.over];
    case 'while':
      return [statement.test];
    case 'if':
      return statement.branches.flatMap(({ test }) => test ?? []);
    default:
      return [];
  }
}

/** Whether the edited value is one expression again, as far as brackets and separators show it. */
function staysValue(text: string, value: TextRange, { range, text: written }: ProgramEdit): boolean {
  const before = text.slice(...range);
  if (OTHER_THAN_VALUE.test(before) || OTHER_THAN_VALUE.test(written)) return false;
  if (depthOf(before) !== depthOf(written)) return false;
  const outer = depthOf(text.slice(value[0], range[0]));
  return [...written.matchAll(ASSIGNS)].every(({ index }) => outer + depthOf(written.slice(0, index)) > 0);
}

/** Opened minus closed brackets. */
function depthOf(text: string): number {
  let depth = 0;
  for (const character of text) {
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
  }
  return depth;
}

function contains([from, to]: TextRange, [start, end]: TextRange): boolean {
  return from <= start && end <= to;
}
