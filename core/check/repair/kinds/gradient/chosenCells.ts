/** One cell chosen for each row, `dx[:, idx] = g`, which takes the chosen columns of all rows. */
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';

export function* chosenCells(scope: FunctionScope): Iterable<Candidate> {
  if (!/arg(?:max|min)|idx|ind(?:ex|ices)|max_?pos|winner/i.test(scope.text(scope.node))) return;
  for (const statement of scope.all(['AssignStatement', 'UpdateStatement'])) {
    const [target, , value] = childNodes(statement);
    if (target?.name !== 'MemberExpression' || !value) continue;
    const items = subscriptItems(scope, target);
    const last = items.at(-1);
    if (!last || items.slice(0, -1).some(({ text }) => text !== ':') || !/^[A-Za-z_][\w.]*$/.test(last.text)) continue;
    if (items.length < 2 || scope.isLoopVariable(last.text)) continue;
    const array = scope.text(target.firstChild!);
    const [rows] = items;
    const one = `np.arange(${array}.shape[0])`;
    if (items.length === 2)
      yield {
        id: 'chosen-of-all-rows',
        detail: msg('{0} takes the chosen cells of all rows: {1} takes one of each', scope.text(target), one),
        edits: [editOf(rows!, one)],
        cost: 1.6,
      };
    const base = scope.text(value).replace(/\[\.\.\.(?:, None)+\]$|\[(?::, )+None(?:, None)*\]$/, '');
    const text = `np.put_along_axis(${array}, ${last.text}[..., None], ${base}[..., None], axis=-1)`;
    yield {
      id: 'chosen-of-all-rows',
      detail: msg('{0} takes the chosen cells of all rows: {1} takes one of each', scope.text(target), text),
      edits: [editOf(statement, text)],
      cost: 1.7,
    };
  }
}
