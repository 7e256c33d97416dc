/** A loop variable with the name of a parameter that is read in the loop or after it: `for w in range(…)` over the filters `w`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';

const NAMES = ['i', 'j', 'k', 'q', 'row', 'col', 'position'];

export function* shadowedNames(scope: FunctionScope): Iterable<Candidate> {
  const used = new Set(scope.all('VariableName').map((name) => scope.text(name)));
  const free = NAMES.find((name) => !used.has(name)) ?? 'index_';
  for (const loop of scope.all('ForStatement')) {
    const target = loop.getChild('VariableName');
    if (!target || !scope.parameters.includes(scope.text(target))) continue;
    const name = scope.text(target);
    const body = loop.getChild('Body');
    const uses = body ? scope.tree.all('VariableName', body).filter((each) => scope.text(each) === name) : [];
    const isReadLater = scope.all('VariableName').some((each) => each.from > loop.to && scope.text(each) === name);
    if (!isReadLater && !uses.some(isIndexed)) continue;
    yield {
      id: 'shadowed-name',
      detail: msg('The loop variable {0} replaces the parameter {0}', name),
      edits: [target, ...uses.filter((each) => !isIndexed(each))].map((each) => editOf(each, free)),
      isOne: true,
      cost: 1.2,
    };
  }
}

/** `w[f]` reads the array. */
function isIndexed({ parent, from, nextSibling }: SyntaxNode): boolean {
  return (
    parent?.name === 'MemberExpression' && parent.firstChild?.from === from && /^[[.]$/.test(nextSibling?.name ?? '')
  );
}
