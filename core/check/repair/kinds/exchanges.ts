/** Two variables exchanged in one expression: `(v * kc + u)` for `(u * kc + v)`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../message';
import { editOf, type Candidate } from '../Candidate';
import { isRead, type FunctionScope } from '../FunctionScope';

export function* exchanges(scope: FunctionScope): Iterable<Candidate> {
  for (const node of scope.all(['BinaryExpression', 'TupleExpression'])) {
    if (node.parent?.name === 'BinaryExpression' || node.to - node.from > 160) continue;
    yield* pairsIn(scope, node);
  }
}

function* pairsIn(scope: FunctionScope, node: SyntaxNode): Iterable<Candidate> {
  const uses = scope.tree.all('VariableName', node).filter((name) => isRead(name) && scope.isScalar(scope.text(name)));
  const names = [...new Set(uses.map((name) => scope.text(name)))];
  if (names.length > 6) return;
  for (const [k, first] of names.entries()) {
    for (const second of names.slice(k + 1)) {
      const areLoops = scope.isLoopVariable(first) && scope.isLoopVariable(second);
      yield {
        id: 'variables-swapped',
        detail: msg('{0} and {1} are swapped', first, second),
        edits: uses
          .filter((name) => [first, second].includes(scope.text(name)))
          .map((name) => editOf(name, scope.text(name) === first ? second : first)),
        cost: areLoops ? 2.9 : 3.6,
      };
    }
  }
}
