/** An attribute of the object in place of a local array or of another attribute, and the reverse. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { isTarget } from '../../../source/PythonTree';
import { isTwin } from '../../../source/twins';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { isArrayName } from './names';

export function* attributes(scope: FunctionScope): Iterable<Candidate> {
  const members = scope.all('MemberExpression').filter((node) => /^self\.\w+$/.test(scope.text(node)));
  const { attributes: owned } = scope;
  if (owned.length === 0) return;
  yield* unbound(scope);
  yield* changed(scope, members);
  yield* uncallable(scope, members);
  const locals = scope.names.filter((name) => !scope.isLoopVariable(name) || scope.kindOf(name) === 'array');
  for (const node of members) {
    if (isTarget(node) || isCalled(node)) continue;
    const own = scope.text(node);
    for (const other of owned)
      if (other !== own) yield replaced(node, own, other, isTwin(own, other) ? 2 : areSizes(own, other) ? 2.3 : 4);
    for (const name of locals) yield replaced(node, own, name, alike(own, name) ? 2.2 : 4.5);
  }
  for (const node of scope.all('VariableName')) {
    const name = scope.text(node);
    if (!isRead(node) || !locals.includes(name) || !isArrayName(name)) continue;
    for (const own of owned) yield replaced(node, name, own, alike(own, name) ? 2.2 : 4.5);
  }
}

/** `image` for `self.image`: a name that neither the method nor the text binds. */
function* unbound(scope: FunctionScope): Iterable<Candidate> {
  for (const node of scope.all('VariableName')) {
    const name = scope.text(node);
    const own = `self.${name}`;
    if (!isRead(node) || scope.names.includes(name) || !scope.attributes.includes(own)) continue;
    yield {
      id: 'unbound-name',
      detail: msg('{0} is not defined here: the object keeps it as {1}', name, own),
      edits: [editOf(node, own)],
      cost: 0.6,
    };
  }
}

/** `self.cache(x)` for the method `self.windows(x)`. */
function* uncallable(scope: FunctionScope, members: readonly SyntaxNode[]): Iterable<Candidate> {
  const methods = scope.attributes.filter((name) => scope.ownerText.includes(`def ${name.slice('self.'.length)}(`));
  for (const node of members) {
    const own = scope.text(node);
    if (!isCalled(node) || methods.includes(own)) continue;
    for (const method of methods) yield replaced(node, own, method, 2);
  }
}

/** `self.w = flip(self.w)`: a method that changes what the next call reads; a local array is meant. */
function* changed(scope: FunctionScope, members: readonly SyntaxNode[]): Iterable<Candidate> {
  for (const target of members) {
    const own = scope.text(target);
    const statement = target.parent;
    const value =
      statement?.name === 'AssignStatement' && statement.from === target.from ? statement.lastChild : undefined;
    if (!statement || !value || !scope.tree.all('MemberExpression', value).some((each) => scope.text(each) === own))
      continue;
    const local = `own_${own.slice('self.'.length)}`;
    const later = members.filter((each) => each.from >= statement.to && scope.text(each) === own);
    yield {
      id: 'changed-attribute',
      detail: msg('{0} is changed for the next call too: a local array is needed', own),
      edits: [target, ...later].map((each) => editOf(each, local)),
      isOne: true,
      cost: 1.8,
    };
  }
}

function replaced(node: SyntaxNode, name: string, other: string, cost: number): Candidate {
  return {
    id: 'wrong-variable',
    detail: msg('{0} is used where {1} belongs', name, other),
    edits: [editOf(node, other)],
    cost,
  };
}

/** The stride and the size of the window are often mistaken. */
function areSizes(...names: readonly [string, string]): boolean {
  const roles = names.map((name) => roleOf(name.slice(name.indexOf('.') + 1), ['stride', 'kernel', 'kernelRows']));
  return roles.includes('stride') && (roles.includes('kernel') || roles.includes('kernelRows'));
}

function isCalled({ from, parent }: SyntaxNode): boolean {
  return parent?.name === 'CallExpression' && parent.firstChild?.from === from;
}

/** `self.big` and `d_big`: an array and its gradient. */
function alike(own: string, name: string): boolean {
  const bare = own.slice(own.indexOf('.') + 1);
  return name.endsWith(bare) || bare.endsWith(name);
}
