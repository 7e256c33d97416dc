/** A line that is missing, as a candidate: at the place where its values are known. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { isTarget, statementOf } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

/** Before the statement that reads what the line binds: outside of the loops that it does not depend on. */
export function missingLineBefore(scope: FunctionScope, use: SyntaxNode, line: string, cost: number): Candidate {
  const statement = outermost(scope, use, line);
  return missingLine(line, statement.from, `${line}\n${indentOf(scope, statement)}`, cost);
}

export function missingLineAfter(scope: FunctionScope, statement: SyntaxNode, line: string, cost: number): Candidate {
  return missingLine(line, statement.to, `\n${indentOf(scope, statement)}${line}`, cost);
}

function missingLine(line: string, at: number, text: string, cost: number): Candidate {
  const edits = [editOf({ from: at, to: at }, text)];
  return { id: 'missing-line', detail: msg('The line {0} is missing', line), edits, cost };
}

/** The outermost statement around a node, before which every name of a line is bound. */
function outermost(scope: FunctionScope, use: SyntaxNode, line: string): SyntaxNode {
  const names = new Set(line.slice(line.indexOf('=')).match(/[A-Za-z_]\w*/g));
  let statement = statementOf(use);
  for (let outer = compoundAround(statement); outer && outer.from > scope.node.from; outer = compoundAround(outer)) {
    const bound = scope.tree.all('VariableName', outer).filter((node) => isTarget(node));
    if (bound.some((node) => names.has(scope.text(node)))) break;
    statement = outer;
  }
  return statement;
}

function compoundAround({ parent }: SyntaxNode): SyntaxNode | undefined {
  return parent?.name === 'Body' && parent.parent ? parent.parent : undefined;
}
