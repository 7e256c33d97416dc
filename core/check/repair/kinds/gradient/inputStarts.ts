/** A gradient that starts from the input: `dx_pad = np.pad(x, …)` for `dx_pad = np.pad(np.zeros_like(x), …)`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { isBackward, type CourseFunction } from '../../../CourseFunction';
import { childNodes, listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* inputStarts(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (!isBackward(operation)) return;
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value, ...rest] = childNodes(statement);
    if (target?.name !== 'VariableName' || value?.name !== 'CallExpression' || rest.length > 0) continue;
    if (!/^(?:d_?[a-z]|grad)/i.test(scope.text(target))) continue;
    const array = copiedBy(scope, value);
    if (!array || !['input', 'filter'].includes(roleOf(scope.text(array)) ?? '')) continue;
    const detail = msg('The result must start from zeros, not from {0}', scope.text(value));
    const edits = [editOf(array, `np.zeros_like(${scope.text(array)})`)];
    yield { id: 'not-zero-at-start', detail, edits, cost: 1.5 };
  }
}

/** The variable whose values a call gives: `x` of `np.pad(x, 1)`, `np.copy(x)` and `x.copy()`. */
function copiedBy(scope: FunctionScope, call: SyntaxNode): SyntaxNode | undefined {
  const callee = call.firstChild;
  if (!callee || !/(?:^|\.)(?:pad|copy|array)$/.test(scope.text(callee))) return undefined;
  const [[first] = []] = listItems(call.getChild('ArgList')!, '(', ')');
  const array = first ?? callee.firstChild;
  return array?.name === 'VariableName' ? array : undefined;
}
