/** An inner loop that binds the variable of an outer one again: it needs a name of its own. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

/** Where a name is read more often, it is not tried which reads belong to the inner loop. */
const MAX_READS = 5;

export function* rebinding(scope: FunctionScope): Iterable<Candidate> {
  for (const inner of scope.all('ForStatement')) {
    const target = inner.getChild('VariableName');
    const body = inner.getChild('Body');
    if (!target || !body) continue;
    const name = scope.text(target);
    if (!isBoundAround(scope, inner, name)) continue;
    const other = freeName(scope, name);
    const reads = scope.tree.all('VariableName', body).filter((node) => scope.text(node) === name);
    if (reads.length > MAX_READS) continue;
    for (const chosen of subsets(reads)) {
      yield {
        id: 'loop-variable-reused',
        detail: msg('The inner loop binds {0} again, which the outer loop counts: it needs another name', name),
        edits: [target, ...chosen].map((node) => editOf(node, other)),
        isOne: true,
        cost: 1.6,
      };
    }
  }
}

function isBoundAround(scope: FunctionScope, inner: SyntaxNode, name: string): boolean {
  for (let at = inner.parent; at && at.from >= scope.node.from; at = at.parent) {
    const target = at.name === 'ForStatement' ? at.getChild('VariableName') : null;
    if (target && scope.text(target) === name) return true;
  }
  return false;
}

function freeName({ names }: FunctionScope, name: string): string {
  return ['u', 'v', 'q', 'r', 't'].find((each) => !names.includes(each)) ?? `${name}_inner`;
}

/** Subsets, the small before the large, without the empty one. */
function subsets(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const all = Array.from({ length: 2 ** nodes.length - 1 }, (_, k) =>
    nodes.filter((_node, place) => ((k + 1) >> place) & 1),
  );
  return all.sort((a, b) => a.length - b.length);
}
