/** Weights that are updated before the gradient of the input is computed from them: the update is to be moved behind them. */
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { childNodes } from '../../../source/PythonTree';
import { isBackward, type CourseFunction } from '../../../CourseFunction';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* lateUpdates(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  const body = scope.node.getChild('Body');
  if (!body || !isBackward(operation)) return;
  yield* addedSteps(scope);
  const statements = childNodes(body).filter(({ name }) => name !== ':');
  const last = statements.at(-1);
  if (last?.name !== 'ReturnStatement') return;
  for (const [k, statement] of statements.entries()) {
    const [target] = childNodes(statement);
    if (!['UpdateStatement', 'AssignStatement'].includes(statement.name) || target?.name !== 'MemberExpression')
      continue;
    const name = scope.text(target);
    const isChanged = statement.name === 'UpdateStatement' || scope.text(statement).split(name).length > 2;
    if (!isChanged || !statements.slice(k + 1).some((later) => scope.text(later).includes(name))) continue;
    yield {
      id: 'updated-early',
      detail: msg('{0} changes what later statements read: it is to be moved behind them', scope.text(statement)),
      edits: [
        editOf(statement, 'pass'),
        editOf({ from: last.from, to: last.from }, `${scope.text(statement)}\n${indentOf(scope, last)}`),
      ],
      isOne: true,
      cost: 1.8,
    };
  }
}

/** `self.W += lr * dW`: a step along the gradient; `self.W = lr * dW`: the weights are lost. */
function* addedSteps(scope: FunctionScope): Iterable<Candidate> {
  for (const update of scope.all(['UpdateStatement', 'AssignStatement'])) {
    const text = scope.text(update);
    const [, name = '', sign = '', factor = ''] = /^(self\.\w+)\s*(\+?=)\s*(?:self\.)?(\w+)\s*\*/.exec(text) ?? [];
    if (roleOf(factor) !== 'rate' || (sign === '=' && text.split(name).length > 2)) continue;
    const operator = update.from + text.indexOf(sign);
    yield {
      id: sign === '=' ? 'weights-overwritten' : 'sign',
      detail: msg('{0} must be {1}', text, text.replace(sign, '-=')),
      edits: [editOf({ from: operator, to: operator + sign.length }, '-=')],
      cost: 1,
    };
  }
}
