/** Axes of size 1 that broadcasting needs: `g[:, :, i, j]` for `g[:, :, i, j][:, :, None, None]`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { childNodes, statementOf } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';

const AXES = ['[:, :, None, None]', '[:, None, None, :]', '[:, None, None]', '[:, None]', '[None, :]'];

export function* newAxes(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) {
    const items = subscriptItems(scope, member);
    const statement = statementOf(member);
    // Some axes are left, and some are taken away.
    if (!items.some(({ text }) => /^(?::|\.\.\.)$/.test(text)) || !items.some(({ text }) => /^\w+$/.test(text)))
      continue;
    if (!/^(?:Update|Assign)Statement$/.test(statement.name) || member.from === childNodes(statement)[0]?.from)
      continue;
    if (member.parent?.name === 'MemberExpression') continue;
    for (const axes of AXES) yield broadcast(scope, member, axes, 2.7);
  }
  // One number for each plane: `dout / (h * w)` for `dout[:, :, None, None] / (h * w)`.
  for (const node of scope.all('VariableName')) {
    const isOperand = /^(?:BinaryExpression|ArgList)$/.test(node.parent?.name ?? '');
    if (!isOperand || !isRead(node) || roleOf(scope.text(node), ['gradient']) !== 'gradient') continue;
    for (const axes of AXES.slice(0, 3)) yield broadcast(scope, node, axes, 2.6);
  }
}

function broadcast(scope: FunctionScope, node: SyntaxNode, axes: string, cost: number): Candidate {
  const text = `${scope.text(node)}${axes}`;
  return {
    id: 'missing-axes',
    detail: msg('Broadcasting needs axes of size 1: {0} must be {1}', scope.text(node), text),
    edits: [editOf({ from: node.to, to: node.to }, axes)],
    cost,
  };
}
