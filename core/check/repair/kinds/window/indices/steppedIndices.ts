/** Positions of windows used as indices of their outputs: `out[i, j]` for `out[i // stride, j // stride]` in loops of that step. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../../message';
import { argumentsOf } from '../../../scope/argumentsOf';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { subscriptItems } from '../../../scope/subscriptItems';

export function* steppedIndices(scope: FunctionScope): Iterable<Candidate> {
  for (const place of scope.all(['MemberExpression', 'YieldStatement'])) {
    const given = place.name === 'MemberExpression' ? subscriptItems(scope, place) : yielded(scope, place);
    const items = given.flatMap((item) => {
      const index = indexOf(scope, place, item.text);
      return index === undefined ? [] : [{ item, index }];
    });
    if (items.length === 0) continue;
    const written = items.map(({ item }) => item.text).join(', ');
    const wanted = items.map(({ index }) => index).join(', ');
    yield {
      id: 'position-as-index',
      detail: msg('{0} are positions of windows: the indices of their outputs are {1}', written, wanted),
      edits: items.map(({ item, index }) => editOf(item, index)),
      isOne: true,
      cost: 1.5,
    };
  }
}

/** `yield i, j, x[i:i + k, j:j + k]` */
function yielded(scope: FunctionScope, statement: SyntaxNode): { text: string; from: number; to: number }[] {
  return scope.tree
    .all('VariableName', statement)
    .filter(({ parent }) => parent?.name === 'TupleExpression' || parent?.from === statement.from)
    .map((name) => ({ text: scope.text(name), from: name.from, to: name.to }));
}

/** The number of the pass of the loop whose variable counts in steps; undefined for other expressions. */
function indexOf(scope: FunctionScope, place: SyntaxNode, name: string): string | undefined {
  const loop = scope.loops.find(
    (each) => each.name === name && each.node.from < place.from && place.to <= each.node.to,
  );
  const call = loop?.node.getChild('CallExpression');
  if (!call || !scope.text(call).startsWith('range(')) return undefined;
  const [start, , step] = argumentsOf(scope, call);
  if (start === undefined || step === undefined || step === '1') return undefined;
  return start === '0' ? `${name} // ${step}` : `(${name} - ${start}) // ${step}`;
}
