/** The padding of a gradient: `pad` where that of the input is removed, `k - 1 - pad` where that of the output is padded. */
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import type { CourseFunction } from '../../../CourseFunction';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { splitSlice } from '../../scope/splitSlice';
import { subscriptItems } from '../../scope/subscriptItems';

/** `q = pad` for `q = k - 1 - pad`, and the reverse of `q = k - pad` or `q = k + pad`. */
export function* paddingOffsets(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  const { pad } = scope;
  if (operation !== 'conv_backward' || pad === undefined) return;
  for (const member of scope.all('MemberExpression')) {
    const edits = subscriptItems(scope, member).flatMap((item) => {
      const [start = '', end = ''] = splitSlice(item.text);
      const isOther = start !== pad && start.includes(pad) && end.startsWith(`${start} + `);
      return isOther ? [editOf(item, `${pad}:${pad}${end.slice(start.length)}`)] : [];
    });
    const detail = msg(
      '{0} must be {1}',
      edits.map(({ range: [from, to] }) => scope.text({ from, to })).join(', '),
      edits.map(({ text }) => text).join(', '),
    );
    if (edits.length > 0) yield { id: 'wrong-padding', detail, edits, cost: 1.8, isOne: true };
  }
  for (const node of scope.all('BinaryExpression')) {
    if (node.parent?.name === 'BinaryExpression') continue;
    const text = scope.text(node);
    const names: readonly string[] = text.match(/[\w.]+/g) ?? [];
    const size = names.find((name) => /^kernel/.test(roleOf(name.replace('self.', ''), ['kernel']) ?? ''));
    const isSum = /^[\w.\s+-]+$/.test(text);
    if (!isSum || size === undefined || !names.includes(pad)) continue;
    for (const other of [pad, `${size} - 1 - ${pad}`]) {
      if (other === text) continue;
      const detail = msg('{0} must be {1}', text, other);
      yield { id: 'wrong-padding', detail, edits: [editOf(node, other)], cost: 1.9 };
    }
  }
}
