/** The shape of an array that is read before the array is padded: `h, w = x.shape`, then `x = np.pad(x, …)`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* staleShapes(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const [, array] = /=\s*(?:len\()?([A-Za-z_]\w*)(?:\.shape\b.*|\))$/.exec(scope.text(statement)) ?? [];
    const change = array === undefined ? undefined : lastChange(scope, statement, array);
    if (array === undefined || !change) continue;
    const end = change.from + scope.text(change).trimEnd().length;
    yield {
      id: 'shape-before-change',
      detail: msg('{0} comes before {1} is changed: it reads the old shape', scope.text(statement), array),
      edits: [
        editOf(statement, 'pass'),
        editOf({ from: end, to: end }, `\n${indentOf(scope, statement)}${scope.text(statement)}`),
      ],
      isOne: true,
      cost: 1.7,
    };
  }
}

/** The last later statement of the same body in which the array is assigned. */
function lastChange(scope: FunctionScope, statement: SyntaxNode, array: string): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  for (let next = statement.nextSibling; next; next = next.nextSibling) {
    if (/^(?:For|While)/.test(next.name)) break;
    const assigned = next.name === 'AssignStatement' ? [next] : scope.tree.all('AssignStatement', next);
    if (assigned.some((each) => scope.text(childNodes(each)[0] ?? each) === array)) found = next;
  }
  return found;
}
