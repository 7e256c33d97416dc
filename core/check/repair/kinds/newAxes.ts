/** Axes of size 1 that broadcasting needs: `g[:, :, i, j]` for `g[:, :, i, j][:, :, None, None]`. */
import { msg } from '../../../message';
import { childNodes, statementOf } from '../../source/PythonTree';
import { editOf, type Candidate } from '../Candidate';
import type { FunctionScope } from '../FunctionScope';
import { subscriptItems } from '../subscriptItems';

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
    for (const axes of AXES) {
      const text = `${scope.text(member)}${axes}`;
      yield {
        id: 'missing-axes',
        detail: msg('Broadcasting needs axes of size 1: {0} must be {1}', scope.text(member), text),
        edits: [editOf({ from: member.to, to: member.to }, axes)],
        cost: 2.7,
      };
    }
  }
}
