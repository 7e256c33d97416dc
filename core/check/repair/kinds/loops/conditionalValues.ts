/** A name that gets its value only in a branch, though it is read after it: `if pad != 0: x_pad = np.pad(x, …)`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* conditionalValues(scope: FunctionScope): Iterable<Candidate> {
  for (const branch of scope.all('IfStatement')) {
    const [condition, body, ...others] = childNodes(branch).slice(1);
    if (!condition || body?.name !== 'Body' || others.length > 0) continue;
    const statements = childNodes(body).filter(({ name }) => name !== ':');
    const names = statements.flatMap((statement) => targetOf(scope, statement));
    if (
      statements.length === 0 ||
      names.length < statements.length ||
      !names.some((name) => isReadAfter(scope, branch, name))
    )
      continue;
    const text = statements.map((statement) => scope.text(statement)).join(`\n${indentOf(scope, branch)}`);
    yield {
      id: 'value-in-branch',
      detail: msg('{0} has its value only where {1}', names.join(', '), scope.text(condition)),
      edits: [editOf({ from: branch.from, to: body.to }, text)],
      cost: 0.7,
    };
  }
}

/** The variable that a statement assigns. */
function targetOf(scope: FunctionScope, statement: SyntaxNode): string[] {
  const target = statement.name === 'AssignStatement' ? statement.firstChild : undefined;
  return target?.name === 'VariableName' ? [scope.text(target)] : [];
}

function isReadAfter(scope: FunctionScope, branch: SyntaxNode, name: string): boolean {
  return scope.all('VariableName').some((node) => node.from >= branch.to && scope.text(node) === name);
}
