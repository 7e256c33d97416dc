/** An argument that a function changes in place although the text reads the array again: `dx = dout` for `dx = dout.copy()`. */
import type { SyntaxNode } from '@lezer/common';
import { WORK_OF_TOP_LEVEL, type CheckContext } from './CheckContext';
import type { TextEdit } from './FunctionCheck';
import { msg } from '../message';
import { applyEdits } from './repair/applyEdits';
import { editOf, type Candidate } from './repair/Candidate';
import { FunctionScope } from './repair/scope/FunctionScope';
import type { Repair } from './repair/searchEdits';
import { writtenArray } from './repair/scope/writtenArray';
import { childNodes, statementOf, type PythonTree } from './source/PythonTree';
import type { SourceFunction } from './source/Definition';

/** The repair of a function after which the text has other results; undefined where the change is meant or does not show. */
export function changedArgument(context: CheckContext, definition: SourceFunction): Repair | undefined {
  const { tree, source, open, ran } = context;
  if (ran.error || isMeant(tree, definition)) return undefined;
  for (const { edits, ...candidate } of copies(new FunctionScope(tree, definition.node))) {
    const copied = applyEdits(source, edits);
    const other = copied === undefined ? undefined : open(copied, WORK_OF_TOP_LEVEL).run();
    if (other && !other.error && other.output !== ran.output) return { candidates: [{ ...candidate, edits }], edits };
  }
  return undefined;
}

/** A function whose name or comment tells it, or whose result is not used. */
function isMeant(tree: PythonTree, { name, node }: SourceFunction): boolean {
  if (/_$|in_?place/i.test(name) || /in[- _]?place|modif/i.test(tree.text(node))) return true;
  const calls = tree.all('CallExpression').filter(({ firstChild }) => calledName(tree, firstChild) === name);
  return calls.some(({ parent }) => parent?.name === 'ExpressionStatement');
}

function calledName(tree: PythonTree, callee: SyntaxNode | null): string | undefined {
  return callee ? /(?:^|\.)(\w+)$/.exec(tree.text(callee))?.[1] : undefined;
}

/** Copies of the parameters whose cells the function assigns, by their own names or by others. */
function copies(scope: FunctionScope): Candidate[] {
  const statements = scope.all(['AssignStatement', 'UpdateStatement']);
  const isChanged = (name: string): boolean =>
    statements.some((each) => isChange(each) && writtenArray(scope, each.firstChild) === name);
  return scope.parameters.flatMap((parameter): Candidate[] => {
    const alias = statements.find((statement) => {
      const [target, , value, ...rest] = childNodes(statement);
      const isAlias = target?.name === 'VariableName' && value !== undefined && rest.length === 0;
      return isAlias && scope.text(value) === parameter && isChanged(scope.text(target));
    });
    if (alias) {
      const [target, , value] = childNodes(alias);
      const edit = editOf(value!, `${parameter}.copy()`);
      return [copyOf(scope.text(target!), parameter, edit)];
    }
    const change = statements.find((each) => isChange(each) && writtenArray(scope, each.firstChild) === parameter);
    return change ? [copyOf(parameter, parameter, copyBefore(scope, change, parameter))] : [];
  });
}

/** A statement that changes cells: `x[...] = value`, `x += value`. */
function isChange({ name, firstChild }: SyntaxNode): boolean {
  return name === 'UpdateStatement' || firstChild?.lastChild?.name === ']';
}

/** `dout = dout.copy()` before the statement of the function that holds the first change. */
function copyBefore(scope: FunctionScope, change: SyntaxNode, parameter: string): TextEdit {
  let statement = statementOf(change);
  while (statement.parent?.parent && statement.parent.parent.from > scope.node.from)
    statement = statement.parent.parent;
  const start = scope.tree.source.lastIndexOf('\n', statement.from - 1) + 1;
  const indent = scope.tree.source.slice(start, statement.from);
  return editOf({ from: statement.from, to: statement.from }, `${parameter} = ${parameter}.copy()\n${indent}`);
}

function copyOf(name: string, parameter: string, edit: TextEdit): Candidate {
  const detail =
    name === parameter
      ? msg('{0} is changed in place: the array that is passed changes too', parameter)
      : msg('{0} is the same array as {1}: writing to one changes both', name, parameter);
  return { id: 'aliased-array', detail, edits: [edit], cost: 1 };
}
