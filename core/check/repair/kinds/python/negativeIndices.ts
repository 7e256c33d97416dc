/** An index below 0 raises no IndexError, it counts from the end. */
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';
import { subscriptItems } from '../../scope/subscriptItems';

export function* negativeIndices(scope: FunctionScope): Iterable<Candidate> {
  yield* unguardedReads(scope);
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

/** `x[idx]` of `idx = t - j * d` where the text states that a result depends on earlier cells: those before the first one count as 0. */
function* unguardedReads(scope: FunctionScope): Iterable<Candidate> {
  if (!/causal|kausal/i.test(scope.tree.source) || /period|circular|wrap/i.test(scope.tree.source)) return;
  const differences = scope
    .all('AssignStatement')
    .flatMap((statement) => /^(\w+) *= *[^=]*\w *- *\w/.exec(scope.text(statement))?.[1] ?? []);
  for (const member of scope.all('MemberExpression')) {
    const [item, ...others] = subscriptItems(scope, member).map(({ text }) => text);
    const isRead = member.parent?.name !== 'AssignStatement' || member.prevSibling !== null;
    if (
      item === undefined ||
      others.length > 0 ||
      !isRead ||
      !(differences.includes(item) || /^\w+ *- *\w+$/.test(item))
    )
      continue;
    yield {
      id: 'negative-index',
      detail: msg('An index below 0 counts from the end: {0} must be tested', item),
      edits: [editOf(member, `(${scope.text(member)} if ${item} >= 0 else 0)`)],
      cost: 1.8,
    };
  }
}
