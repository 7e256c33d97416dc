/** A loop variable with the name of a parameter, or of a variable, that is read in the loop or after it: `for w in range(…)` over the filters `w`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

const NAMES = ['i', 'j', 'k', 'q', 'row', 'col', 'position'];

export function* shadowedNames(scope: FunctionScope): Iterable<Candidate> {
  const used = new Set(scope.all('VariableName').map((name) => scope.text(name)));
  const free = NAMES.find((name) => !used.has(name)) ?? 'index_';
  for (const loop of scope.all('ForStatement')) {
    const target = loop.getChild('VariableName');
    const name = target ? scope.text(target) : '';
    if (!target || !(scope.parameters.includes(name) || isAssignedBefore(scope, name, loop))) continue;
    const body = loop.getChild('Body');
    const uses = body ? scope.tree.all('VariableName', body).filter((each) => scope.text(each) === name) : [];
    const isReadLater = scope.all('VariableName').some((each) => each.from > loop.to && scope.text(each) === name);
    const positions = uses.filter(isInSubscript);
    const renamed: (readonly SyntaxNode[])[] = [];
    if (isReadLater || uses.some(isIndexed)) renamed.push(uses.filter((each) => !isIndexed(each)));
    if (positions.length > 0 && positions.length < uses.length) renamed.push(positions);
    for (const places of renamed) {
      yield {
        id: 'shadowed-name',
        detail: msg('The loop variable {0} replaces the array {0}', name),
        edits: [target, ...places].map((each) => editOf(each, free)),
        isOne: true,
        cost: 1.2,
      };
    }
  }
}

/** Whether the name has another value before the loop, that is not a number. */
function isAssignedBefore(scope: FunctionScope, name: string, loop: SyntaxNode): boolean {
  return scope.all('AssignStatement').some((statement) => {
    const [target, , value] = childNodes(statement);
    if (statement.from > loop.from || !target || !value || scope.text(target) !== name) return false;
    return value.name === 'MemberExpression' || value.name === 'CallExpression';
  });
}

function isInSubscript(node: SyntaxNode): boolean {
  for (let at = node; at.parent && at.parent.name !== 'Body'; at = at.parent)
    if (at.parent.name === 'MemberExpression' && at.parent.firstChild?.from !== at.from) return true;
  return false;
}

/** `w[f]` reads the array. */
function isIndexed({ parent, from, nextSibling }: SyntaxNode): boolean {
  return (
    parent?.name === 'MemberExpression' && parent.firstChild?.from === from && /^[[.]$/.test(nextSibling?.name ?? '')
  );
}
