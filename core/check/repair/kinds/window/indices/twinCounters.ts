/** Two counters of one loop of which the other is meant: `g[out_y, out_x]` for `g[y, x]`, where `y = out_y = 0` starts both. */
import { msg } from '../../../../../message';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { subscriptItems } from '../../../scope/subscriptItems';

export function* twinCounters(scope: FunctionScope): Iterable<Candidate> {
  const others = partners(scope);
  if (others.size === 0) return;
  for (const member of scope.all('MemberExpression')) {
    const items = subscriptItems(scope, member).filter(({ text }) => others.has(text));
    if (items.length === 0) continue;
    const [used, meant] = [items.map(({ text }) => text), items.map(({ text }) => others.get(text)!)];
    yield {
      id: 'position-as-index',
      detail: msg('{0} is used where {1} belongs', used.join(', '), meant.join(', ')),
      edits: items.map((item, k) => editOf(item, meant[k]!)),
      isOne: true,
      cost: 1.6,
    };
  }
}

/** Counters that one assignment starts together and that a `while` loop steps: `row = out_row = 0`, `row, out_row = 0, 0`. */
function partners(scope: FunctionScope): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (scope.all('WhileStatement').length === 0) return found;
  for (const statement of scope.all('AssignStatement')) {
    const text = scope.text(statement);
    const [, a, b] = /^(\w+) *= *(\w+) *= *0$/.exec(text) ?? /^(\w+), *(\w+) *= *0, *0$/.exec(text) ?? [];
    if (a === undefined || b === undefined) continue;
    found.set(a, b).set(b, a);
  }
  return found;
}
