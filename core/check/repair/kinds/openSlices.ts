/** `x[p:]` for `x[p:-p]`: a border that is removed at one end only. */
import { msg } from '../../../message';
import { editOf, type Candidate } from '../Candidate';
import type { FunctionScope } from '../FunctionScope';
import { subscriptItems } from './indices';

export function* openSlices(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) {
    const items = subscriptItems(scope, member);
    const open = items.filter(({ text }) => /^[\w.]+:$|^:-[\w.]+$/.test(text));
    if (open.length === 0) continue;
    const closed = open.map(({ text }) => {
      const size = text.replace(/^:-|:$/g, '');
      return `${size}:-${size}`;
    });
    const detail = msg(
      'The border is removed at one end only: {0} must be {1}',
      open.map(({ text }) => text).join(', '),
      closed.join(', '),
    );
    yield { id: 'open-slice', detail, edits: open.map((item, k) => editOf(item, closed[k]!)), isOne: true, cost: 1.9 };
  }
}
