/** Divisors of means: the side of a window in the place of the number of its cells. */
import { msg } from '../../../message';
import { editOf, type Candidate } from '../Candidate';
import type { FunctionScope } from '../FunctionScope';

export function* divisors(scope: FunctionScope): Iterable<Candidate> {
  for (const operator of scope.all(['ArithOp', 'UpdateOp'])) {
    const right = operator.nextSibling;
    if (!right || !/^\/=?$/.test(scope.text(operator)) || !/^[\w.]+$/.test(scope.text(right))) continue;
    const side = scope.text(right);
    yield {
      id: 'wrong-divisor',
      detail: msg('A window has {0} × {0} cells: {0} is only its side', side),
      edits: [editOf(right, `(${side} * ${side})`)],
      cost: 1.8,
    };
  }
}
