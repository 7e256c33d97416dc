/** The group of a filter: `o // (filters // groups)`, not `o % groups`, because the filters of a group are neighbours. */
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';
import { loopCount } from '../window/flatPositions';

export function* channelGroups(scope: FunctionScope): Iterable<Candidate> {
  for (const node of scope.all('BinaryExpression')) {
    const [left, operator, right] = childNodes(node);
    if (!left || !operator || !right || !/^(?:%|\/\/)$/.test(scope.text(operator))) continue;
    const count = loopCount(scope, node, scope.text(left));
    if (count === undefined) continue;
    const groups = scope.text(right);
    const each = `${scope.text(left)} // (${count} // ${groups})`;
    for (const text of scope.text(operator) === '%' ? [each] : [each, `${scope.text(left)} % ${groups}`]) {
      yield {
        id: 'wrong-group',
        detail: msg('{0} must be {1}', scope.text(node), text),
        edits: [editOf(node, text)],
        cost: 2,
      };
    }
  }
}
