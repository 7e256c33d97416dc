/** A comparison with the best value so far whose body does not keep the new one: `best = x[u, v]` is missing below `if x[u, v] > best:`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* missingUpdates(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('IfStatement')) {
    const condition = statement.getChild('BinaryExpression');
    const [body] = statement.getChildren('Body');
    const [left, operator, right] = condition ? childNodes(condition) : [];
    if (!body || !left || !operator || !right || !/^[<>]=?$/.test(scope.text(operator))) continue;
    for (const [best, value] of [
      [right, left],
      [left, right],
    ] as const) {
      const name = scope.text(best);
      if (best.name !== 'VariableName' || scope.isLoopVariable(name) || assigns(scope, body, name)) continue;
      const first = childNodes(body).find(({ name: kind }) => kind !== ':');
      if (!first) continue;
      const line = `${name} = ${scope.text(value)}`;
      yield {
        id: 'missing-line',
        detail: msg('The line {0} is missing', line),
        edits: [editOf({ from: first.to, to: first.to }, `\n${indentOf(scope, first)}${line}`)],
        cost: 1.8,
      };
    }
  }
}

function assigns(scope: FunctionScope, body: SyntaxNode, name: string): boolean {
  return scope.tree
    .all(['AssignStatement', 'UpdateStatement'], body)
    .some((each) => new RegExp(`(?:^|,\\s*)${name}\\s*(?:,|[-+*/]?=)`).test(scope.text(each)));
}
