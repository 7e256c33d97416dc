/** Numbers in the place of an option: windows of 3 rows where the filter gives their size, steps of 2 where the stride is given. */
import type { SyntaxNode } from '@lezer/common';
import { msg, type Message } from '../../../../../message';
import { roleOf, rolesOf } from '../../../../adapt/roles/roles';
import { statementOf } from '../../../../source/PythonTree';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';

export function* writtenNumbers(scope: FunctionScope): Iterable<Candidate> {
  const numbers = scope.all('Number').filter((node) => /^[2-9]$/.test(scope.text(node)));
  const detailOf = (node: SyntaxNode, name: string): Message =>
    msg('{0} is right for one size of the window only: the size is {1}', around(scope, node), name);
  for (const names of sizesOf(scope)) {
    yield* replaced(
      scope,
      numbers.filter((node) => isSize(scope, node)),
      names,
      'size-written',
      detailOf,
    );
  }
  const { stride } = scope;
  if (stride === undefined || /^\d/.test(stride)) return;
  const steps = numbers.filter((node) => isStep(scope, node));
  yield* replaced(scope, steps, [stride], 'stride-written', (node) =>
    msg('{0} is right for one stride only: the stride is {1}', around(scope, node), stride),
  );
}

/** All places of one number, and those of each statement. `names`: of rows and columns in turn. */
function* replaced(
  scope: FunctionScope,
  nodes: readonly SyntaxNode[],
  names: readonly string[],
  id: string,
  detailOf: (node: SyntaxNode, name: string) => Message,
): Iterable<Candidate> {
  for (const value of new Set(nodes.map((node) => scope.text(node)))) {
    const alike = nodes.filter((node) => scope.text(node) === value);
    const nameAt = (k: number): string => names[k % names.length]!;
    const starts = new Set(alike.map((node) => statementOf(node).from));
    const groups = [alike, ...[...starts].map((start) => alike.filter((node) => statementOf(node).from === start))];
    for (const group of starts.size > 1 ? groups : [alike]) {
      if (group.length > 8) continue;
      const edits = group.map((node, k) => editOf(node, nameAt(k)));
      const details = group.map((node, k) => detailOf(node, nameAt(k)));
      yield { id, detail: details[0]!, details, edits, cost: 2 };
    }
  }
}

/** The expression that a number is a part of. */
function around(scope: FunctionScope, node: SyntaxNode): string {
  return scope.text(node.parent?.name === 'BinaryExpression' ? node.parent : node);
}

/** `F` is the number of filters. */
const SIZE = /^(?:f|[kK]|[kf]h|[KF]H|hh|HH|[kf]_?size|size|[kf]_h|kernel\w*|filter_?(?:size|h\w*))$/;
const COLUMNS = /^(?:kw|fw|ww|f_w|k_w|\w+_?w(?:idth)?)$/i;

/** Names of the size of the window, or of its rows and of its columns, which the shape of the filter or an option gives. */
function sizesOf(scope: FunctionScope): string[][] {
  const found: string[][] = [];
  for (const statement of scope.all('AssignStatement')) {
    const [, targets = '', array = ''] =
      /^\(?(\w+(?:, *\w+){1,3})\)? *= *([\w.]+)\.shape/.exec(scope.text(statement)) ?? [];
    if (roleOf(array.split('.').at(-1)!, ['filter']) !== 'filter') continue;
    const names = targets.split(/, */);
    const rows = names.find((name) => SIZE.test(name));
    const cols = rows === undefined ? undefined : names.find((name) => name !== rows && COLUMNS.test(name));
    if (rows !== undefined) found.push(cols === undefined ? [rows] : [rows, cols]);
  }
  const given = [...scope.parameters, ...scope.attributes].filter((name) => rolesOf(name).includes('kernel'));
  const bare = given.filter((name) => !scope.indexed.has(name) && SIZE.test(name.replace('self.', '')));
  return [...found, ...bare.slice(0, 2).map((name) => [name])];
}

/** `i + 3` in a slice, `- 3` in a formula of a size, `range(3)`. */
function isSize(scope: FunctionScope, node: SyntaxNode): boolean {
  const { parent, prevSibling } = node;
  if (parent?.name === 'ArgList') return /^range\(\d\)$/.test(scope.text(parent.parent!));
  if (parent?.name !== 'BinaryExpression' || prevSibling?.name !== 'ArithOp') return false;
  return /^[-+]$/.test(scope.text(prevSibling));
}

/** `i * 2`, `2 * i`, `// 2` and the step of a slice. */
function isStep(scope: FunctionScope, node: SyntaxNode): boolean {
  const { parent, prevSibling, nextSibling } = node;
  if (parent?.name === 'MemberExpression') return prevSibling !== null && scope.text(prevSibling) === ':';
  if (parent?.name !== 'BinaryExpression') return false;
  const operator = prevSibling?.name === 'ArithOp' ? prevSibling : nextSibling;
  if (!operator || operator.name !== 'ArithOp') return false;
  const other = operator === prevSibling ? operator.prevSibling : operator.nextSibling;
  if (/^\/\/?$/.test(scope.text(operator))) return operator === prevSibling;
  return (
    scope.text(operator) === '*' &&
    other?.name === 'VariableName' &&
    scope.loopsAround(node).includes(scope.text(other))
  );
}
