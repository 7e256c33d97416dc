/** Two methods of one array whose results are combined, where the second belongs to the result of the first. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

/** `x.cumsum(0) + x.cumsum(1)` for `x.cumsum(0).cumsum(1)`. */
export function* chains(scope: FunctionScope): Iterable<Candidate> {
  for (const sum of scope.all('BinaryExpression')) {
    const [first, , second] = childNodes(sum);
    const [a, b] = [methodOf(scope, first), methodOf(scope, second)];
    if (!a || !b || a.object !== b.object || scope.text(first!) === scope.text(second!)) continue;
    const text = `${scope.text(first!)}${b.call}`;
    yield {
      id: 'not-chained',
      detail: msg('{0} must be {1}', scope.text(sum), text),
      edits: [editOf(sum, text)],
      cost: 2.4,
    };
  }
}

function methodOf(scope: FunctionScope, node: SyntaxNode | undefined): { object: string; call: string } | undefined {
  const member = node?.name === 'CallExpression' ? node.firstChild : undefined;
  const object = member?.name === 'MemberExpression' ? member.firstChild : undefined;
  if (!node || !object || /^(?:np|numpy|math)$/.test(scope.text(object))) return undefined;
  return { object: scope.text(object), call: scope.text({ from: object.to, to: node.to }) };
}
