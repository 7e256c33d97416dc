/** `plane == window.max()` where `window = plane[rows, cols]`: equal cells outside of the window are marked too. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import type { CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';

export function* planeMasks(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation !== 'pool_backward') return;
  for (const statement of scope.all('AssignStatement')) {
    const [target, , cells] = childNodes(statement);
    if (target?.name !== 'VariableName' || cells?.name !== 'MemberExpression') continue;
    const window = scope.text(target);
    const items = subscriptItems(scope, cells).map(({ text }) => text);
    const array = cells.firstChild && scope.text(cells.firstChild);
    if (!array || items.filter((text) => text.includes(':')).length < 2) continue;
    const plane = wholePlane(items);
    const compared = comparedPlane(scope, window, array, plane);
    const update = scope
      .all('UpdateStatement')
      .map(({ firstChild }) => firstChild)
      .find((node) => node && node.from > statement.to && baseOf(scope, node, plane) !== undefined);
    if (!compared || !update) continue;
    yield {
      id: 'mask-of-the-plane',
      detail: msg(
        '{0} is compared with the maximum of the window: only the cells of the window may be',
        scope.text(compared),
      ),
      edits: [editOf(compared, window), editOf(update, `${baseOf(scope, update, plane)!}[${items.join(', ')}]`)],
      isOne: true,
      cost: 2,
    };
  }
}

/** The indices of the plane that a window is cut from: `n, c` of `n, c, i:i + 2, j:j + 2`; `:` for an axis before another index. */
function wholePlane(items: readonly string[]): string {
  return items
    .map((text) => (text.includes(':') ? ':' : text))
    .join(', ')
    .replace(/(?:(?:^|, ):)+$/, '');
}

/** The left side of `plane == window.max()`, `plane == np.max(window)`. */
function comparedPlane(scope: FunctionScope, window: string, array: string, plane: string): SyntaxNode | undefined {
  const maxima = [`${window}.max()`, `np.max(${window})`, `np.amax(${window})`];
  for (const node of scope.all('BinaryExpression')) {
    const [left, operator, right] = childNodes(node);
    if (!left || !operator || !right || scope.text(operator) !== '==' || !maxima.includes(scope.text(right))) continue;
    if (baseOf(scope, left, plane) === array) return left;
  }
  return undefined;
}

/** The array of which a node is the plane; undefined where it is another part. */
function baseOf(scope: FunctionScope, node: SyntaxNode, plane: string): string | undefined {
  if (plane === '') return node.name === 'VariableName' ? scope.text(node) : undefined;
  const items = subscriptItems(scope, node).map(({ text }) => text);
  return node.name === 'MemberExpression' && wholePlane(items) === plane && node.firstChild
    ? scope.text(node.firstChild)
    : undefined;
}
