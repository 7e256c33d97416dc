/** Wrong operators: `=` for `+=`, `+` for `*`, `-` for `+`, `@` for `*`, a comparison. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { isTwin } from '../../../source/twins';
import { subscriptItems } from '../../scope/subscriptItems';

const ARITHMETIC: Readonly<Record<string, readonly string[]>> = {
  '+': ['*', '-'],
  '-': ['+', '*'],
  '*': ['+', '/', '//', '-'],
  '/': ['//', '*'],
  '//': ['/', '*', '%'],
  '@': ['*', '+'],
  '%': ['//', '/'],
  '**': ['*'],
};

const COMPARISONS = ['==', '!=', '>=', '<=', '>', '<'];

export function* operators(scope: FunctionScope): Iterable<Candidate> {
  yield* accumulations(scope);
  yield* lowerBounds(scope);
  yield* pairedBounds(scope);
  yield* negatedMasks(scope);
  yield* quotients(scope);
  for (const node of scope.all('ArithOp')) {
    const operator = scope.text(node);
    if (node.parent?.name === 'UnaryExpression') {
      if (operator === '-' && !isReversal(node)) yield change('sign', node, operator, '', 3);
      continue;
    }
    const { prevSibling: left, nextSibling: right } = node;
    if (left && right && operator === '%') yield* groupOf(scope, node, scope.text(left), scope.text(right));
    // The number of cells is rows times columns, of all channels.
    const isArea =
      left && right && operator === '+' && (isTwin(scope.text(left), scope.text(right)) || isCount(scope, node));
    const isOne = left && right && scope.text(right) === '1' && /^[-+]$/.test(operator);
    if (isOne) {
      const detail = msg('{0} must be {1}', scope.text(node.parent!), scope.text(left));
      yield { id: 'extra-term', detail, edits: [editOf({ from: left.to, to: right.to }, '')], cost: 3 };
    }
    for (const other of ARITHMETIC[operator] ?? []) {
      if (isOne && other === '*') continue;
      yield change('wrong-operator', node, operator, other, isArea && other === '*' ? 1.6 : 3);
    }
  }
  for (const node of scope.all('CompareOp')) {
    const operator = scope.text(node);
    if (!COMPARISONS.includes(operator)) continue;
    const isMask = /max/.test(scope.text(node.parent!));
    for (const other of COMPARISONS) {
      const likely = isMask && other === '==';
      const isAtZero =
        [node.prevSibling, node.nextSibling].some((side) => side && scope.text(side) === '0') &&
        other[0] === operator[0] &&
        !/=/.test(operator[0]!);
      if (other !== operator)
        yield change('wrong-comparison', node, operator, other, likely ? 1.4 : isAtZero ? 2.4 : 4);
    }
  }
}

/** In how often `np.tile` or `np.repeat` repeats. */
function isCount(scope: FunctionScope, { parent }: SyntaxNode): boolean {
  const list = parent?.parent;
  return list?.name === 'ArgList' && /\b(?:tile|repeat)$/.test(scope.text(list.parent!.firstChild!));
}

/** `k % n` and `k // n` in one statement: the row is the quotient, the column the remainder. */
function* quotients(scope: FunctionScope): Iterable<Candidate> {
  const found = scope.all('ArithOp').filter((node) => /^(?:\/\/|%)$/.test(scope.text(node)));
  for (const [k, first] of found.entries()) {
    for (const second of found.slice(k + 1)) {
      const [a, b] = [first.parent!, second.parent!];
      if (scope.text(first) === scope.text(second) || scope.tree.line(a.from) + 1 < scope.tree.line(b.from)) continue;
      if (![a, b].every((node) => scope.text(node.firstChild!) === scope.text(a.firstChild!))) continue;
      yield {
        id: 'quotient-and-remainder',
        detail: msg('{0} and {1} are swapped', scope.text(a), scope.text(b)),
        edits: [editOf(first, scope.text(second)), editOf(second, scope.text(first))],
        isOne: true,
        cost: 1.9,
      };
    }
  }
}

/** `dx[mask] = 0` for `dx[~mask] = 0`, and the reverse. */
function* negatedMasks(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const [item, ...others] = statement.firstChild ? subscriptItems(scope, statement.firstChild) : [];
    if (!item || others.length > 0 || !/^~?(?:\w+\.)?[A-Za-z_]\w*$/.test(item.text)) continue;
    const other = item.text.startsWith('~') ? item.text.slice(1) : `~${item.text}`;
    yield {
      id: 'negated-mask',
      detail: msg('{0} is used where {1} belongs', item.text, other),
      edits: [editOf(item, other)],
      cost: 2.2,
    };
  }
}

/** `y + a < rows` for `0 <= y + a < rows`: a negative index counts from the end. */
function* lowerBounds(scope: FunctionScope): Iterable<Candidate> {
  const open = scope.all('CompareOp').flatMap((operator) => {
    const { prevSibling: left, parent } = operator;
    if (!left || !parent || !/^<=?$/.test(scope.text(operator)) || left.name !== 'BinaryExpression') return [];
    return left.getChild('CompareOp') ? [] : [left];
  });
  const detail = (text: string): Candidate['detail'] =>
    msg('{0} can be negative, which counts from the end: test also that it is at least 0', text);
  for (const [k, left] of open.entries()) {
    const edit = editOf({ from: left.from, to: left.from }, '0 <= ');
    const single: Candidate = { id: 'missing-bound', detail: detail(scope.text(left)), edits: [edit], cost: 1.8 };
    yield single;
    const next = open[k + 1];
    if (next) yield { ...single, edits: [edit, editOf({ from: next.from, to: next.from }, '0 <= ')], cost: 1.7 };
  }
  // `yy < rows` with `yy = y + a`.
  for (const operator of scope.all('CompareOp')) {
    const left = operator.prevSibling;
    if (left?.name !== 'VariableName' || !/^<=?$/.test(scope.text(operator)) || left.prevSibling) continue;
    if (operator.parent?.parent?.name === 'WhileStatement') continue;
    const edit = editOf({ from: left.from, to: left.from }, '0 <= ');
    yield { id: 'missing-bound', detail: detail(scope.text(left)), edits: [edit], cost: 2.4 };
  }
}

/** Both bounds of a pixel: `y <= rows and x <= cols`, an extent is not an index; `0 < y and 0 < x`, but 0 is one. */
function* pairedBounds(scope: FunctionScope): Iterable<Candidate> {
  for (const [operator, right] of [
    ['<=', '<'],
    ['<', '<='],
  ] as const) {
    const isUpper = operator === '<=';
    const bounds = scope.all('CompareOp').flatMap((node) => {
      const { prevSibling: left, nextSibling: bound } = node;
      if (!left || !bound || scope.text(node) !== operator) return [];
      if (!isUpper) return scope.text(left) === '0' ? [{ node, of: scope.text(bound) }] : [];
      return left.name !== 'Number' && /^[A-Za-z_]/.test(scope.text(bound)) ? [{ node, of: scope.text(bound) }] : [];
    });
    for (const [k, first] of bounds.entries()) {
      const second = bounds[k + 1];
      if (!second || scope.tree.line(first.node.from) !== scope.tree.line(second.node.from)) continue;
      const detail = isUpper
        ? msg('{0} and {1} are extents, which no index reaches: compare with <', first.of, second.of)
        : msg('{0} and {1} can be 0, which is the first index: compare with <=', first.of, second.of);
      const edits = [editOf(first.node, right), editOf(second.node, right)];
      yield { id: 'wrong-comparison', detail, edits, isOne: true, cost: 1.9 };
    }
  }
}

/** The group of a filter is `f // per_group`, with `per_group = filters // groups`, not `f % groups`. */
function* groupOf(scope: FunctionScope, operator: SyntaxNode, filter: string, groups: string): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const value = statement.lastChild;
    const divisor = value?.name === 'BinaryExpression' && value.getChild('ArithOp');
    if (!value || !divisor || scope.text(divisor) !== '//' || scope.text(value.lastChild!) !== groups) continue;
    const text = `${filter} // ${scope.text(statement.firstChild!)}`;
    yield {
      id: 'wrong-variable',
      detail: msg('{0} is used where {1} belongs', scope.text(operator.parent!), text),
      edits: [editOf(operator.parent!, text)],
      cost: 2,
    };
  }
}

function* accumulations(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const [target, operator] = [statement.firstChild, statement.getChild('AssignOp')];
    if (!target || !operator || statement.getChildren('AssignOp').length > 1) continue;
    if (target.name !== 'MemberExpression' && target.name !== 'VariableName') continue;
    const isRepeated = scope.loopsAround(statement).length > 0;
    if (isRepeated)
      yield {
        id: 'not-accumulated',
        detail: msg('{0} is overwritten in every step: its contributions have to be added with +=', scope.text(target)),
        edits: [editOf(operator, '+=')],
        cost: target.name === 'MemberExpression' ? 1.5 : 3,
      };
    if (target.name === 'MemberExpression') yield change('wrong-operator', operator, '=', '*=', 4.4);
  }
  for (const operator of scope.all('UpdateOp')) {
    const text = scope.text(operator);
    const target = operator.parent?.firstChild;
    for (const other of ['+=', '=', '-=']) {
      if (other === text || !target) continue;
      yield {
        id: other === '=' ? 'accumulated' : 'wrong-operator',
        detail:
          other === '='
            ? msg('{0} must be assigned, not accumulated', scope.text(target))
            : msg('{0} must be updated with {1}, not {2}', scope.text(target), other, text),
        edits: [editOf(operator, other)],
        cost: 2,
      };
    }
  }
}

/** The sign in `[::-1]`. */
function isReversal(node: SyntaxNode): boolean {
  return node.parent?.prevSibling?.name === ':' && node.parent.prevSibling.prevSibling?.name === ':';
}

function change(id: string, node: SyntaxNode, from: string, to: string, cost: number): Candidate {
  const detail =
    to === '' ? msg('The sign is wrong: remove the minus') : msg('The operator must be {0}, not {1}', to, from);
  return { id, detail, edits: [editOf(node, to)], cost };
}
