/** Values that objects keep between calls: attributes of the class, which all its objects share, and lists read in the wrong order. */
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* sharedState(scope: FunctionScope): Iterable<Candidate> {
  yield* sharedAttributes(scope);
  yield* wrongEnds(scope);
}

/** `cache = {}` in the class: the method that writes to `self.cache` makes one of its own. */
function* sharedAttributes(scope: FunctionScope): Iterable<Candidate> {
  const owner = scope.node.parent;
  if (owner?.parent?.name !== 'ClassDefinition') return;
  const first = childNodes(scope.node.getChild('Body')!).find(
    (node) => node.name !== ':' && !/^['"]/.test(scope.text(node)),
  );
  for (const statement of owner.getChildren('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (!first || !target || !value || !new RegExp(`self\\.${scope.text(target)}\\[`).test(scope.text(scope.node)))
      continue;
    const own = `self.${scope.text(target)}`;
    yield {
      id: 'shared-attribute',
      detail: msg('{0} is an attribute of the class: all its objects share {1}', scope.text(target), own),
      edits: [editOf({ from: first.from, to: first.from }, `${own} = ${scope.text(value)}\n${indentOf(scope, first)}`)],
      cost: 1.2,
    };
  }
}

/** `pop(0)` for `pop()`: the last call of forward is the first one that backward needs. */
function* wrongEnds(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const [, list] = /^(.+)\.(?:pop\(0\)|popleft\(\))$/.exec(scope.text(call)) ?? [];
    if (list === undefined) continue;
    yield {
      id: 'wrong-end',
      detail: msg('{0} takes the oldest value: backward needs the last one first', scope.text(call)),
      edits: [editOf(call, `${list}.pop()`)],
      cost: 1.2,
    };
  }
}
