/** A function made in a loop that reads the loop's variable when it is called: all of them see its last value. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* lateBinding(scope: FunctionScope): Iterable<Candidate> {
  for (const made of scope.all(['FunctionDefinition', 'LambdaExpression'])) {
    const list = made.getChild('ParamList');
    if (made.from === scope.node.from) continue;
    const bound = list ? scope.tree.all('VariableName', list).map((name) => scope.text(name)) : [];
    const read = new Set(scope.tree.all('VariableName', made).map((name) => scope.text(name)));
    const late = scope.loops
      .filter(({ name, node }) => read.has(name) && !bound.includes(name) && contains(node, made))
      .map(({ name }) => name);
    for (const names of late.length > 1 ? [late, ...late.map((name) => [name])] : [late]) {
      if (names.length === 0) continue;
      const start = list ?? made.getChild('lambda')!;
      const isLambda = made.name === 'LambdaExpression';
      const at = isLambda ? (list?.to ?? start.to) : start.to - 1;
      const lead = bound.length > 0 ? ', ' : isLambda ? ' ' : '';
      yield {
        id: 'late-binding',
        detail: msg(
          'The function reads {0} when it is called, after the loop: it needs {0} as a default value',
          names.join(', '),
        ),
        edits: [editOf({ from: at, to: at }, lead + names.map((name) => `${name}=${name}`).join(', '))],
        cost: 1.5,
      };
    }
  }
}

function contains(loop: SyntaxNode, made: SyntaxNode): boolean {
  return loop.from < made.from && loop.to >= made.to;
}
