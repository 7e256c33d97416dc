/** Values put at repeated indices: `dx[rows, cols] += g` adds once where `np.add.at` adds every time. */
import { msg } from '../../../../message';
import { listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* scatterSlice(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all(['AssignStatement', 'UpdateStatement'])) {
    const target = statement.firstChild;
    const value = statement.lastChild;
    if (target?.name !== 'MemberExpression' || !value || !target.getChild('[')) continue;
    const items = listItems(target, '[', ']').map((item) =>
      scope.tree.source.slice(item[0]!.from, item[item.length - 1]!.to),
    );
    if (items.length === 0 || items.every((item) => item === ':' || /^["']/.test(item))) continue;
    const array = scope.text(target.firstChild!);
    const index = items.map(asSlice).join(', ');
    yield {
      id: 'not-accumulated',
      detail: msg('{0} has repeated indices: np.add.at adds every contribution', scope.text(target)),
      edits: [
        editOf(statement, `np.add.at(${array}, (${index}${items.length === 1 ? ',' : ''}), ${scope.text(value)})`),
      ],
      cost: 3,
    };
  }
}

/** `dmax[:, place] = g` puts every number at the places of all rows: each row has one place. */
export function* placeOfEachRow(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const target = statement.firstChild;
    const value = statement.lastChild;
    if (target?.name !== 'MemberExpression' || !value || !target.getChild('[')) continue;
    const items = listItems(target, '[', ']');
    const [rows, places] = items.map((item) => scope.tree.source.slice(item[0]!.from, item[item.length - 1]!.to));
    if (items.length !== 2 || rows !== ':' || !places || !/^[A-Za-z_][\w.]*(?:\(\))?$/.test(places)) continue;
    const source = `${scope.text(target.firstChild!)}[np.arange(len(${places})), ${places}]`;
    yield {
      id: 'missing-index',
      detail: msg('{0} is put at the places of all rows: each row has one', scope.text(value)),
      edits: [
        editOf(target, source),
        ...(/\.reshape\(-1, ?1\)$/.test(scope.text(value))
          ? [editOf(value, scope.text(value).replace(/\(-1, ?1\)$/, '(-1)'))]
          : []),
      ],
      isOne: true,
      cost: 2,
    };
  }
}

/** `:` and `a:b` as they are written outside of a subscript. */
function asSlice(item: string): string {
  if (item === ':') return 'slice(None)';
  const bounds = item.split(':');
  return bounds.length === 2 ? `slice(${bounds.map((bound) => bound.trim() || 'None').join(', ')})` : item;
}
