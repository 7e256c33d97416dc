/** `except IndexError` for cells outside of the array: an index below 0 raises none, it counts from the end. */
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';
import { subscriptItems } from '../../scope/subscriptItems';

export function* negativeIndices(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('TryStatement')) {
    const body = statement.getChild('Body');
    const first = body && childNodes(body).find(({ name }) => name !== ':');
    if (!first || !/\bexcept\s*\(?\s*IndexError\b/.test(scope.text(statement))) continue;
    const read = new Set<string>();
    for (const member of scope.tree.all('MemberExpression', body)) {
      const items = subscriptItems(scope, member).map(({ text }) => text);
      if (items.length > 0 && items.every((text) => !text.includes(':'))) read.add(items.slice(-2).join(' < 0 or '));
    }
    for (const condition of read) {
      yield {
        id: 'negative-index',
        detail: msg('An index below 0 counts from the end and raises no IndexError: {0} must be tested', condition),
        edits: [
          editOf(
            { from: first.from, to: first.from },
            `if ${condition} < 0: raise IndexError\n${indentOf(scope, first)}`,
          ),
        ],
        cost: 1.4,
      };
    }
  }
}
