/** `np.roll(x, a, axis=0)` moves cells towards the end: a window's cells come from the other side. */
import type { SyntaxNode } from '@lezer/common';
import { msg, type Message } from '../../../../../message';
import { listItems } from '../../../../source/PythonTree';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';

export function* rolls(scope: FunctionScope): Iterable<Candidate> {
  const shifts = scope.all('CallExpression').flatMap((call) => {
    const list = /(?:^|\.)roll$/.test(scope.text(call.firstChild!)) ? call.getChild('ArgList') : null;
    const [shift] = (list ? listItems(list, '(', ')')[1] : undefined) ?? [];
    return shift && !/[(,]/.test(scope.text(shift)) ? [shift] : [];
  });
  const edits = shifts.map((shift) => {
    const text = scope.text(shift);
    return editOf(shift, text.startsWith('-') ? text.slice(1) : `-${/^\w+$/.test(text) ? text : `(${text})`}`);
  });
  const [first] = shifts;
  if (!first) return;
  const detail = (shift: SyntaxNode): Message => msg('The shift {0} has the wrong sign', scope.text(shift));
  yield { id: 'sign', detail: detail(first), edits, cost: 1.8 };
  for (const [k, shift] of shifts.length > 1 ? shifts.entries() : [])
    yield { id: 'sign', detail: detail(shift), edits: [edits[k]!], cost: 1.9 };
}
