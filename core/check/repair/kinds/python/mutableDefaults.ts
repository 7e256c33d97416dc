/** `def f(x, maps=[])`: the default is made once and keeps what earlier calls put into it. */
import { msg } from '../../../../message';
import { MADE_ONCE } from '../../../adapt/cache/earlierUse';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* mutableDefaults(scope: FunctionScope): Iterable<Candidate> {
  const list = scope.node.getChild('ParamList');
  const first = scope.node.getChild('Body');
  const statement = first && childNodes(first).find(({ name }) => name !== ':');
  if (!list || !statement) return;
  for (const node of childNodes(list)) {
    const text = scope.text(node);
    if (node.prevSibling?.name !== 'AssignOp' || !MADE_ONCE.test(text)) continue;
    const parameter = node.prevSibling.prevSibling;
    if (!parameter) continue;
    const name = scope.text(parameter).split(':')[0]!.trim();
    yield {
      id: 'mutable-default',
      detail: msg('The default {0} is made once: it keeps what earlier calls put into {1}', text, name),
      edits: [
        editOf(node, 'None'),
        editOf(
          { from: statement.from, to: statement.from },
          `${name} = ${text} if ${name} is None else ${name}\n${indentOf(scope, statement)}`,
        ),
      ],
      isOne: true,
      cost: 0.9,
    };
  }
}
