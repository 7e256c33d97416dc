/** What a forward method keeps under a key, and what the backward one reads: `cache['x'] = padded`, `cache['x']` for `cache['padded']`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';

export function* keptEntries(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) {
    const key = keyOf(scope, member);
    if (key === undefined) continue;
    if (isStored(member)) yield* stored(scope, member, key);
    else yield* otherKeys(scope, member, key);
  }
}

/** The key of `name['key']`, where it is the only item. */
function keyOf(scope: FunctionScope, member: SyntaxNode): string | undefined {
  const [item, ...others] = subscriptItems(scope, member);
  return others.length > 0 ? undefined : /^["'](\w+)["']$/.exec(item?.text ?? '')?.[1];
}

/** Whether a statement assigns to the entry alone. */
function isStored({ from, to, parent }: SyntaxNode): boolean {
  return parent?.name === 'AssignStatement' && parent.firstChild?.from === from && parent.firstChild.to === to;
}

function* stored(scope: FunctionScope, member: SyntaxNode, key: string): Iterable<Candidate> {
  const values = childNodes(member.parent!).slice(2);
  const [value, ...rest] = values;
  if (value?.name === 'VariableName' && rest.length === 0 && scope.names.includes(key) && scope.text(value) !== key) {
    yield {
      id: 'wrong-variable',
      detail: msg('{0} is used where {1} belongs', scope.text(value), key),
      edits: [editOf(value, key)],
      cost: -1.4,
    };
  }
  const [a, b, ...others] = values.filter(({ name }) => name === 'VariableName');
  if (!a || !b || others.length > 0 || values.length !== 3) return;
  yield {
    id: 'order-of-values',
    detail: msg('{0} and {1} are in the wrong order', scope.text(a), scope.text(b)),
    edits: [editOf(a, scope.text(b)), editOf(b, scope.text(a))],
    isOne: true,
    cost: -1.2,
  };
}

/** Another key under which the class or the text keeps something in the same dictionary. */
function* otherKeys(scope: FunctionScope, member: SyntaxNode, key: string): Iterable<Candidate> {
  const name = scope.text(member.firstChild!);
  const escaped = name.replace(/[.[\]()*+?^$|\\]/g, '\\$&');
  const kept = new RegExp(`(?<![\\w.])${escaped}\\[["'](\\w+)["']\\][ \\t]*=(?!=)`, 'g');
  const keys = new Set([...scope.ownerText.matchAll(kept)].map(([, each]) => each!));
  const [item] = subscriptItems(scope, member);
  if (!item || keys.size > 8) return;
  for (const other of keys) {
    if (other === key) continue;
    yield {
      id: 'wrong-variable',
      detail: msg('{0} is used where {1} belongs', key, other),
      edits: [editOf(item, item.text.replace(key, other))],
      cost: 2,
    };
  }
}
