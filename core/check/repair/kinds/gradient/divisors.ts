/** Divisors of means: the side of a window in the place of the number of its cells. */
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';
import { subscriptItems } from '../../subscriptItems';

export function* divisors(scope: FunctionScope): Iterable<Candidate> {
  const cells = cellsOfWindows(scope);
  for (const operator of scope.all(['ArithOp', 'UpdateOp'])) {
    const right = operator.nextSibling;
    if (!right || !/^\/=?$/.test(scope.text(operator))) continue;
    for (const count of cells) {
      yield {
        id: 'wrong-divisor',
        detail: msg('The mean is taken over {0} cells, not over {1}', count, scope.text(right)),
        edits: [editOf(right, `(${count})`)],
        cost: 2.2,
      };
    }
    if (!/^[\w.]+$/.test(scope.text(right))) continue;
    const side = scope.text(right);
    yield {
      id: 'wrong-divisor',
      detail: msg('A window has {0} × {0} cells: {0} is only its side', side),
      edits: [editOf(right, `(${side} * ${side})`)],
      cost: 1.8,
    };
  }
}

/** `(bottom - top) * (right - left)` of `x[top:bottom, left:right]`. */
function cellsOfWindows(scope: FunctionScope): Set<string> {
  const counts = scope.all('MemberExpression').flatMap((member) => {
    const sides = subscriptItems(scope, member).flatMap(({ text }) => {
      const [, from, to] = /^(\w+)\s*:\s*(\w+)$/.exec(text) ?? [];
      return from !== undefined && to !== undefined ? [`(${to} - ${from})`] : [];
    });
    return sides.length >= 2 ? [sides.slice(0, 2).join(' * ')] : [];
  });
  return new Set(counts);
}
