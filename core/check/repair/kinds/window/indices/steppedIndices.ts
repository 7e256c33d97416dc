/** Positions of windows used as indices of their outputs: `out[i, j]` for `out[i // stride, j // stride]` in loops of that step. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../../message';
import { argumentsOf } from '../../../scope/argumentsOf';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { subscriptItems } from '../../../scope/subscriptItems';

export function* steppedIndices(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) {
    const items = subscriptItems(scope, member).flatMap((item) => {
      const index = indexOf(scope, member, item.text);
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
