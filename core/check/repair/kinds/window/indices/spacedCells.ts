/** Cells of a gradient that belong a stride apart: `z[:h, :w] = g` for `z[::stride, ::stride] = g`. */
import { msg } from '../../../../../message';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { subscriptItems } from '../../../scope/subscriptItems';

export function* spacedCells(scope: FunctionScope): Iterable<Candidate> {
  const { stride } = scope;
  if (stride === undefined) return;
  for (const statement of scope.all(['AssignStatement', 'UpdateStatement'])) {
    const target = statement.firstChild;
    if (target?.name !== 'MemberExpression') continue;
    const bounded = subscriptItems(scope, target).filter(({ text }) => /^(?:0\s*)?:[^:]+$/.test(text));
    if (bounded.length < 2) continue;
    yield {
      id: 'stride-ignored',
      detail: msg('The cells are {0} apart: give the slices of {1} a step', stride, scope.text(target)),
      edits: bounded.map((item) => editOf(item, `::${stride}`)),
      isOne: true,
      cost: 1.9,
    };
  }
}
