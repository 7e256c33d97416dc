/** Keys of a dictionary that lack a loop variable: what one channel stores, the next one replaces. */
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';

export function* dictionaryKeys(scope: FunctionScope): Iterable<Candidate> {
  const { tree, node } = scope;
  const owner = node.parent?.parent?.name === 'ClassDefinition' ? node.parent.parent : node;
  for (const statement of tree.all('AssignStatement', owner)) {
    const [target, , value] = childNodes(statement);
    if (!target || !value || !/^(?:\{\}|dict\(\))$/.test(tree.text(value))) continue;
    const name = tree.text(target);
    const uses = tree
      .all('MemberExpression', owner)
      .filter((member) => member.firstChild && tree.text(member.firstChild) === name)
      .map((member) => ({ member, items: subscriptItems(scope, member) }))
      .filter(({ items }) => items.length > 0);
    const keys = new Set(uses.flatMap(({ items }) => items.map(({ text }) => text)));
    for (const variable of [...new Set(scope.loops.map((loop) => loop.name))].filter((each) => !keys.has(each))) {
      yield {
        id: 'missing-key',
        detail: msg('{0} has no key for {1}: what one step stores, the next one replaces', name, variable),
        edits: uses.map(({ items }) => {
          const { to } = items.at(-1)!;
          return editOf({ from: to, to }, `, ${variable}`);
        }),
        isOne: true,
        cost: 1.5,
      };
    }
  }
}
