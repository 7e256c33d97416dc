/** Divisions rounded the other way: the two halves of an odd number of cells, the end of a window. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../../message';
import { childNodes } from '../../../../source/PythonTree';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';

export function* halves(scope: FunctionScope): Iterable<Candidate> {
  yield* equalHalves(scope);
  for (const node of scope.all('BinaryExpression')) {
    const text = scope.text(node);
    yield* roundedUp(scope, node);
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

/** `(left, left)` with `left = total // 2` for `(left, total - left)`. */
function* equalHalves(scope: FunctionScope): Iterable<Candidate> {
  const halved = scope.all('AssignStatement').flatMap((statement) => {
    const [names = '', values = ''] = scope.text(statement).split(/ = (.*)/s);
    const [targets, sources] = [names.split(', '), values.split(', ')];
    return targets.flatMap((name, k) => {
      const [, whole] = /^\(?(\w+|[\w.]+ - 1)\)? \/\/ 2$/.exec(sources[k] ?? '') ?? [];
      return whole !== undefined && targets.length === sources.length ? [[name, whole] as const] : [];
    });
  });
  for (const node of scope.all('TupleExpression')) {
    const [, first, comma, second, end] = childNodes(node);
    if (!first || !second || !comma || end?.name !== ')' || scope.text(first) !== scope.text(second)) continue;
    const [half, whole = ''] = halved.find(([name]) => name === scope.text(first)) ?? [];
    if (half === undefined) continue;
    const other = `${whole} - ${half}`;
    yield {
      id: 'wrong-half',
      detail: msg('Of an odd number of cells {0} is the other half: {1}', half, other),
      edits: [editOf(second, other)],
      cost: 2,
    };
  }
}

/** `(i + 1) * n // m` for `-(-(i + 1) * n // m)`: the end of a window that overlaps the next. */
function* roundedUp(scope: FunctionScope, node: SyntaxNode): Iterable<Candidate> {
  const [left, operator, right] = childNodes(node);
  const isCompound = left?.name === 'BinaryExpression' || left?.name === 'ParenthesizedExpression';
  if (!left || !isCompound || !operator || !right || scope.text(operator) !== '//') return;
  const dividend = scope.factor(left);
  const text = `-(-${dividend} // ${scope.text(right)})`;
  yield {
    id: 'not-rounded-up',
    detail: msg('{0} must be rounded up: {1}', scope.text(node), text),
    edits: [editOf(node, text)],
    cost: 3,
  };
}
