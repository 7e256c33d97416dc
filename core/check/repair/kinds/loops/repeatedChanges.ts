/** A statement that changes an array in every step of a loop and belongs before it: `x = np.pad(x, p)`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes, isTarget } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* repeatedChanges(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (target?.name !== 'VariableName' || !value || scope.isLoopVariable(scope.text(target))) continue;
    const name = scope.text(target);
    const reads = scope.tree.all('VariableName', value).map((each) => scope.text(each));
    if (!reads.includes(name)) continue;
    for (const loop of loopsAround(scope, statement)) {
      if (reads.some((read) => isBoundIn(scope, loop, read, statement))) break;
      const text = scope.text(statement);
      yield {
        id: 'inside-the-loop',
        detail: msg('{0} runs in every step of the loop: it belongs before the loop', text),
        edits: [
          editOf(statement, 'pass'),
          editOf({ from: loop.from, to: loop.from }, `${text}\n${indentOf(scope, loop)}`),
        ],
        isOne: true,
        cost: 1.7,
      };
    }
  }
}

/** The innermost first. */
function* loopsAround({ node }: FunctionScope, statement: SyntaxNode): Iterable<SyntaxNode> {
  for (let at = statement.parent; at && at.from >= node.from; at = at.parent)
    if (at.name === 'ForStatement' || at.name === 'WhileStatement') yield at;
}

/** Whether a loop binds a name in another statement than the given one. */
function isBoundIn({ tree }: FunctionScope, loop: SyntaxNode, name: string, statement: SyntaxNode): boolean {
  return tree
    .all('VariableName', loop)
    .some(
      (node) => tree.text(node) === name && isTarget(node) && (node.from < statement.from || node.from >= statement.to),
    );
}
