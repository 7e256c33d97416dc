/** Conditions that are always true, or that an array cannot be: `mode == 'max' or 'Max'`, `if bias:`. */
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* truths(scope: FunctionScope): Iterable<Candidate> {
  // `if bias:` of an array with several values
  for (const branch of scope.all('IfStatement')) {
    const condition = childNodes(branch)[1];
    const subject = condition?.name === 'UnaryExpression' ? childNodes(condition)[1] : condition;
    if (!condition || !/^(?:not )?(?:self\.)?\w+$/.test(scope.text(condition)) || !subject) continue;
    const text = `${scope.text(subject)} is ${subject === condition ? 'not ' : ''}None`;
    yield {
      id: 'truth-of-array',
      detail: msg('An array has no truth value: {0} must be {1}', scope.text(condition), text),
      edits: [editOf(condition, text)],
      cost: 0.8,
    };
  }
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
