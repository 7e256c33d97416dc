/** A position in a window without its dilation: `t + k` for `t + k * dilation`. */
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';

export function* dilatedPositions(scope: FunctionScope): Iterable<Candidate> {
  const dilation = [...scope.names, ...scope.attributes].find((name) => roleOf(name) === 'dilation');
  if (dilation === undefined) return;
  for (const member of scope.all('MemberExpression')) {
    const positions = scope.tree.all('BinaryExpression', member).flatMap((sum) => {
      const [, operator, right] = childNodes(sum);
      if (!operator || !right || scope.text(operator) !== '+' || !scope.isLoopVariable(scope.text(right))) return [];
      return [right];
    });
    const candidate = (nodes: typeof positions): Candidate => ({
      id: 'dilation-ignored',
      detail: msg('The dilation is not applied to {0}', nodes.map((node) => scope.text(node)).join(', ')),
      edits: nodes.map((node) => editOf(node, `${scope.text(node)} * ${dilation}`)),
      isOne: true,
      cost: 1.6,
    });
    if (positions.length > 1) yield candidate(positions);
    for (const position of positions) yield candidate([position]);
  }
}
