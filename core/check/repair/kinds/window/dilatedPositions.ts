/** A position in a window without its dilation: `t + k` for `t + k * dilation`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';
import { subscriptItems } from '../../subscriptItems';

export function* dilatedPositions(scope: FunctionScope): Iterable<Candidate> {
  const dilation = [...scope.names, ...scope.attributes].find((name) => roleOf(name) === 'dilation');
  if (dilation === undefined) return;
  for (const member of scope.all('MemberExpression')) {
    const positions = scope.tree.all('BinaryExpression', member).flatMap((sum) => {
      const [, operator, right] = childNodes(sum);
      if (!operator || !right || scope.text(operator) !== '+' || !scope.isLoopVariable(scope.text(right))) return [];
      return [right];
    });
    // `k : k + n`
    const slices = subscriptItems(scope, member).map((item) =>
      scope.tree
        .all('VariableName', member)
        .filter(({ from, to }) => item.text.includes(':') && from >= item.from && to <= item.to)
        .filter((node) => scope.isLoopVariable(scope.text(node)) && !isMultiplied(scope, node)),
    );
    const candidate = (nodes: typeof positions): Candidate => ({
      id: 'dilation-ignored',
      detail: msg('The dilation is not applied to {0}', nodes.map((node) => scope.text(node)).join(', ')),
      edits: nodes.map((node) => editOf(node, `${scope.text(node)} * ${dilation}`)),
      isOne: true,
      cost: 1.6,
    });
    for (const nodes of slices) {
      const [first] = nodes;
      if (first && nodes.every((node) => scope.text(node) === scope.text(first))) yield candidate(nodes);
    }
    if (positions.length > 1) yield candidate(positions);
    for (const position of positions) yield candidate([position]);
  }
}

function isMultiplied(scope: FunctionScope, { nextSibling, prevSibling }: SyntaxNode): boolean {
  return [nextSibling, prevSibling].some((each) => each?.name === 'ArithOp' && scope.text(each) === '*');
}
