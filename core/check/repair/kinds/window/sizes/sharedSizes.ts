/** One value for rows and columns: `H_ = W_ = (H - f) // s + 1` is right for square inputs only. */
import { msg } from '../../../../../message';
import { childNodes } from '../../../../source/PythonTree';
import { isTwin } from '../../../../source/twins';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { indentOf } from '../../../scope/indentOf';
import { otherAxisOf } from '../../../scope/otherAxis';

export function* sharedSizes(scope: FunctionScope): Iterable<Candidate> {
  const otherAxis = otherAxisOf(scope);
  for (const statement of scope.all('AssignStatement')) {
    const [first, , second, , value, ...more] = childNodes(statement);
    if (!first || !second || !value || more.length > 0 || first.name !== 'VariableName') continue;
    const [a, b] = [scope.text(first), scope.text(second)];
    const [own, other] = [scope.text(value), otherAxis(scope.text(value))];
    if (second.name !== 'VariableName' || !isTwin(a, b) || own === other) continue;
    const [lineA, lineB] = [`${a} = ${own}`, `${b} = ${other}`];
    yield {
      id: 'axes-differ',
      detail: msg('Rows and columns have sizes of their own: {0} needs {1}', b, lineB),
      edits: [editOf(statement, `${lineA}\n${indentOf(scope, statement)}${lineB}`)],
      cost: 1.1,
    };
  }
}
