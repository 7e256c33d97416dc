/** Two variables exchanged in one expression: `(v * kc + u)` for `(u * kc + v)`; two subscripts. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';

export function* exchanges(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) yield* exchangedSubscripts(scope, member);
  for (const node of scope.all(['BinaryExpression', 'TupleExpression'])) {
    if (node.parent?.name === 'BinaryExpression' || node.to - node.from > 160) continue;
    yield* pairsIn(scope, node);
  }
}

/** `kernel[n][m]` for `kernel[m][n]`. */
function* exchangedSubscripts(scope: FunctionScope, member: SyntaxNode): Iterable<Candidate> {
  const inner = member.firstChild;
  if (inner?.name !== 'MemberExpression' || inner.firstChild?.name !== 'VariableName') return;
  const [first, ...more] = subscriptItems(scope, inner);
  const [second, ...others] = subscriptItems(scope, member);
  if (!first || !second || more.length + others.length > 0 || first.text === second.text) return;
  yield {
    id: 'variables-swapped',
    detail: msg('{0} and {1} are swapped', first.text, second.text),
    edits: [editOf(first, second.text), editOf(second, first.text)],
    isOne: true,
    cost: 2.4,
  };
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
