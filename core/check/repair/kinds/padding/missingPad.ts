/** A padding that only the size of the output counts: the input itself is never padded. */
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { isBackward, type CourseFunction } from '../../../CourseFunction';
import { statementOf } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';
import { padWidths } from '../../padWidths';

export function* missingPad(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  const { pad } = scope;
  if (pad === undefined || isBackward(operation) || /pad\w*\(/i.test(scope.text(scope.node))) return;
  const input = scope.parameters.find((name) => name !== 'self' && roleOf(name, ['input']) === 'input');
  const [loop] = scope.loops;
  if (input === undefined || !loop) return;
  const first = statementOf(loop.node);
  for (const widths of padWidths(pad)) {
    const line = `${input} = np.pad(${input}, ${widths})`;
    yield {
      id: 'missing-line',
      detail: msg('The line {0} is missing', line),
      edits: [editOf({ from: first.from, to: first.from }, `${line}\n${indentOf(scope, first)}`)],
      cost: 2,
    };
  }
}
