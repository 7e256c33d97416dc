/** A function inside of another one that assigns to a variable of the outer one: `nonlocal best` is missing. */
import { msg } from '../../../../message';
import { childNodes, isTarget } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* nonlocalNames(scope: FunctionScope): Iterable<Candidate> {
  for (const inner of scope.all('FunctionDefinition').filter(({ from }) => from > scope.node.from)) {
    const [first] = childNodes(inner.getChild('Body') ?? inner).filter(({ name }) => name !== ':');
    const targets = scope.tree.all('VariableName', inner).filter((node) => isTarget(node));
    for (const name of first ? new Set(targets.map((node) => scope.text(node))) : []) {
      const isOuter = scope
        .all('VariableName')
        .some((node) => scope.text(node) === name && node.to < inner.from && isTarget(node));
      if (!isOuter) continue;
      yield {
        id: 'missing-line',
        detail: msg('The line {0} is missing', `nonlocal ${name}`),
        edits: [editOf({ from: first!.from, to: first!.from }, `nonlocal ${name}\n${indentOf(scope, first!)}`)],
        cost: 1.3,
      };
    }
  }
}
