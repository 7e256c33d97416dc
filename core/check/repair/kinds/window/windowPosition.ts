/** A position inside of a window used as one in the whole array: `dx[a, b]` for `dx[i * stride + a, j * stride + b]`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';

export function* windowPosition(scope: FunctionScope): Iterable<Candidate> {
  yield* firstCells(scope);
  const positions = positionsOf(scope);
  if (positions.length === 0) return;
  const starts = startsOf(scope);
  for (const member of scope.all('MemberExpression')) {
    const items = subscriptItems(scope, member);
    for (const [rows, cols] of positions) {
      const row = items.find(({ text }) => text === rows);
      const col = items.find(({ text }) => text === cols);
      for (const [top, left] of row && col ? [...starts, ...stepsOf(scope, member)] : []) {
        yield {
          id: 'position-in-window',
          detail: msg(
            '{0} and {1} count from the start of the window: {2} and {3} have to be added',
            rows,
            cols,
            top,
            left,
          ),
          edits: [editOf(row!, `${top} + ${rows}`), editOf(col!, `${left} + ${cols}`)],
          isOne: true,
          cost: 1.7,
        };
      }
    }
  }
}

/** `x[i, j] * w[u, v]` for `x[i + u, j + v] * w[u, v]`, also of lists: the first cell of the window in every product. */
function* firstCells(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) {
    if (member.parent?.name !== 'BinaryExpression') continue;
    const loops = scope.loopsAround(member);
    const indices = scope.tree
      .all('VariableName', member)
      .filter(({ from, parent }) => parent?.name === 'MemberExpression' && parent.firstChild?.from !== from);
    for (const [k, row] of indices.entries()) {
      const col = indices[k + 1];
      const at = loops.indexOf(scope.text(row));
      const [left, ...inside] = at < 0 ? [] : loops.slice(at + 1);
      const [down, right] = inside.slice(-2);
      if (!col || !right || scope.text(col) !== left) continue;
      yield {
        id: 'position-in-window',
        detail: msg(
          '{0} and {1} count from the start of the window: {2} and {3} have to be added',
          down!,
          right,
          loops[at]!,
          left,
        ),
        edits: [editOf(row, `${loops[at]!} + ${down!}`), editOf(col, `${left} + ${right}`)],
        isOne: true,
        cost: 1.9,
      };
    }
  }
}

/** The two sources of the position of a maximum: `a, b = np.unravel_index(…)`, `a, b = self.places[i, j]`, `at[0]` and `at[1]`. */
function positionsOf(scope: FunctionScope): (readonly [string, string])[] {
  return scope.all('AssignStatement').flatMap((statement): (readonly [string, string])[] => {
    const operator = statement.getChild('AssignOp');
    if (!operator) return [];
    const value = scope.tree.source.slice(operator.to, statement.to);
    if (!/\b(?:unravel_index|divmod|where|argwhere|nonzero)\b|^\s*[\w.]+\[[^:]*\]\s*$/.test(value)) return [];
    const names = boundNames(scope, statement, operator);
    const [only] = names.length === 1 ? names : [];
    if (only !== undefined) return [[`${only}[0]`, `${only}[1]`]];
    const [rows, cols] = names.slice(-2);
    return rows !== undefined && cols !== undefined ? [[rows, cols]] : [];
  });
}

function boundNames(scope: FunctionScope, statement: SyntaxNode, operator: SyntaxNode): string[] {
  return childNodes(statement)
    .filter(({ to }) => to <= operator.from)
    .flatMap((child) => scope.tree.all('VariableName', child))
    .map((name) => scope.text(name));
}

/** `i * stride` and `j * stride` of the innermost loops. */
function stepsOf(scope: FunctionScope, member: SyntaxNode): (readonly [string, string])[] {
  const { stride } = scope;
  const loops = scope.loopsAround(member).slice(-4);
  if (stride === undefined || loops.length < 2) return [];
  const pairs = loops.slice(1).map((loop, k) => [loops[k]!, loop] as const);
  return pairs.map(([rows, cols]) => [`${rows} * ${stride}`, `${cols} * ${stride}`]);
}

/** Where the slices of a window begin: its rows and its columns. */
function startsOf(scope: FunctionScope): (readonly [string, string])[] {
  const found = scope.all('MemberExpression').flatMap((member): (readonly [string, string])[] => {
    const starts = subscriptItems(scope, member).flatMap(({ text }) => {
      const start = text.includes(':') ? text.split(':')[0]!.trim() : '';
      return start === '' ? [] : [start];
    });
    const [top, left] = starts;
    return starts.length === 2 && top !== undefined && left !== undefined ? [[top, left]] : [];
  });
  return [...new Map(found.map((pair) => [pair.join(), pair])).values()];
}
