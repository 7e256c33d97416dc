/** An array of which every s-th row and column is taken before its windows are: `x = x[::s, ::s]` or `windows_of(x[::s, ::s])` for `windows[::s, ::s]`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

/** Later statements of the same block to which the steps may belong. */
const LATER = 3;

export function* earlySteps(scope: FunctionScope): Iterable<Candidate> {
  for (const array of scope.all('MemberExpression')) {
    const call = array.parent?.name === 'ArgList' ? array.parent.parent : undefined;
    const of = array.firstChild!;
    const steps = scope.text({ from: of.to, to: array.to });
    if (!call || !/::\s*\w/.test(steps)) continue;
    const without =
      scope.text({ from: call.from, to: array.from }) + scope.text(of) + scope.text({ from: array.to, to: call.to });
    yield movedSteps(scope, array, `${without}${steps}`, [
      editOf(array, scope.text(of)),
      editOf({ from: call.to, to: call.to }, steps),
    ]);
  }
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    const array = value?.name === 'MemberExpression' ? value.firstChild : undefined;
    if (target?.name !== 'VariableName' || !value || !array) continue;
    const steps = scope.text({ from: array.to, to: value.to });
    if (!/::\s*\w/.test(steps)) continue;
    let next = statement.nextSibling;
    for (let count = 0; next && count < LATER; count++, next = next.nextSibling) {
      const later = next.name === 'AssignStatement' ? next.lastChild : undefined;
      if (!later || !new RegExp(`\\b${scope.text(target)}\\b`).test(scope.text(later))) continue;
      const text =
        later.name === 'BinaryExpression' ? `(${scope.text(later)})${steps}` : `${scope.text(later)}${steps}`;
      yield movedSteps(scope, value, text, [editOf(value, scope.text(array)), editOf(later, text)]);
    }
  }
}

function movedSteps(scope: FunctionScope, array: SyntaxNode, text: string, edits: Candidate['edits']): Candidate {
  return {
    id: 'early-steps',
    detail: msg('{0} leaves out cells before the windows are taken: the steps belong to {1}', scope.text(array), text),
    edits,
    isOne: true,
    cost: 1.9,
  };
}
