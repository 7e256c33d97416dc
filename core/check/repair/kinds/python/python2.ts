/** Python 2: `xrange`, and `/` that gave whole numbers of output rows and columns. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* python2(scope: FunctionScope): Iterable<Candidate> {
  const names = scope.all('VariableName').filter((node) => scope.text(node) === 'xrange');
  const ranges = names.map((node) => editOf(node, 'range'));
  const divisions = scope
    .all('ArithOp')
    .filter(
      (node) => scope.text(node) === '/' && (isSize(scope.text(node.parent!.parent ?? node.parent!)) || isIndex(node)),
    )
    .map((node) => editOf(node, '//'));
  const detail = msg('Python 2: Python 3 has range in place of xrange and // for whole numbers');
  if (ranges.length > 0 && divisions.length > 0)
    yield { id: 'python-2', detail, edits: [...ranges, ...divisions], cost: 0.4 };
  if (ranges.length > 0) yield { id: 'python-2', detail, edits: ranges, cost: 0.5 };
  const whole = msg('The output size must be a whole number: use // for /');
  if (divisions.length > 1) yield { id: 'floor-division', detail: whole, edits: divisions, cost: 0.9 };
  for (const division of divisions) yield { id: 'floor-division', detail: whole, edits: [division], cost: 1.4 };
}

/** `x[i / stride]`. */
function isIndex(node: SyntaxNode): boolean {
  const { parent } = node;
  return parent?.parent?.name === 'MemberExpression' && parent.parent.firstChild?.from !== parent.from;
}

/** An expression that computes an output size: it contains a difference. */
function isSize(text: string): boolean {
  return text.includes('-');
}
