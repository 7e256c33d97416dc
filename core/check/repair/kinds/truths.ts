/** `mode == 'max' or 'Max'`: the second operand alone is always true. */
import { msg } from '../../../message';
import { childNodes } from '../../source/PythonTree';
import { editOf, type Candidate } from '../Candidate';
import type { FunctionScope } from '../FunctionScope';

export function* truths(scope: FunctionScope): Iterable<Candidate> {
  for (const node of scope.all('BinaryExpression')) {
    const [left, operator, right] = childNodes(node);
    if (!left || !operator || !right || !/^(?:or|and)$/.test(scope.text(operator))) continue;
    const [subject, comparison] = left.name === 'BinaryExpression' ? childNodes(left) : [];
    if (!subject || !comparison || !/^(?:String|Number)$/.test(right.name)) continue;
    yield {
      id: 'always-true',
      detail: msg('{0} alone is always true: compare it too', scope.text(right)),
      edits: [editOf({ from: right.from, to: right.from }, `${scope.text(subject)} ${scope.text(comparison)} `)],
      cost: 0.8,
    };
  }
}
