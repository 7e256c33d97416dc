/** The two halves of an odd number of cells: the larger one is padded on one side, the smaller one on the other. */
import { msg } from '../../../message';
import { editOf, type Candidate } from '../Candidate';
import type { FunctionScope } from '../FunctionScope';

export function* halves(scope: FunctionScope): Iterable<Candidate> {
  for (const node of scope.all('BinaryExpression')) {
    const text = scope.text(node);
    const [, whole] = /^\(?(\w+)(?: - \1 \/\/ 2| \+ 1\) \/\/ 2)$/.exec(text) ?? [];
    const [, half] = node.parent?.name === 'BinaryExpression' ? [] : (/^(\w+) \/\/ 2$/.exec(text) ?? []);
    const other = whole ? `${whole} // 2` : half ? `${half} - ${half} // 2` : undefined;
    if (other === undefined) continue;
    yield {
      id: 'wrong-half',
      detail: msg('Of an odd number of cells {0} is the other half: {1}', text, other),
      edits: [editOf(node, other)],
      cost: 2.4,
    };
  }
}
