/** Something that is left out: a bound of a slice, a reduction, an item of a shape, a statement for the other axis. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { childNodes, isTarget, listItems, statementOf } from '../../../source/PythonTree';
import { isTwin } from '../../../source/twins';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';
import { subscriptItems } from '../../scope/subscriptItems';
import { otherAxisOf } from '../../scope/otherAxis';
import { splitSlice } from '../../scope/splitSlice';

const COST = 5.2;

export function* omissions(scope: FunctionScope): Iterable<Candidate> {
  yield* biasAxes(scope);
  yield* bounds(scope);
  yield* statementsOfOtherAxis(scope);
  for (const statement of scope.all(['AssignStatement', 'UpdateStatement', 'ReturnStatement']))
    yield* reductions(scope, statement);
  for (const tuple of scope.all('TupleExpression')) yield* items(scope, tuple);
}

/** `out + b` for `out + b[:, None, None]`: a bias is one number for each channel. */
function* biasAxes(scope: FunctionScope): Iterable<Candidate> {
  for (const node of scope.all(['VariableName', 'MemberExpression'])) {
    const text = scope.text(node);
    const isAdded = ['BinaryExpression', 'UpdateStatement'].includes(node.parent?.name ?? '');
    if (!isAdded || !/^(?:self\.)?\w+$/.test(text) || roleOf(text.replace(/^self\./, ''), ['bias']) !== 'bias')
      continue;
    for (const axes of ['[:, None, None]', '[None, :, None, None]', '[:, None]', '.reshape(-1)']) {
      yield {
        id: 'bias-axis',
        detail: msg('{0} must be {1}', text, `${text}${axes}`),
        edits: [editOf({ from: node.to, to: node.to }, axes)],
        cost: 2,
      };
    }
  }
}

/** `a[i:]` for `a[i : i + k]`: the bounds of the other slices of the function, also as those of the other axis. */
function* bounds(scope: FunctionScope): Iterable<Candidate> {
  const mirror = otherAxisOf(scope);
  const slices = scope
    .all('MemberExpression')
    .flatMap((member) => subscriptItems(scope, member).map((item) => ({ item, array: member.firstChild! })))
    .map((each) => ({ ...each, parts: splitSlice(each.item.text) }))
    .filter(({ parts }) => parts.length > 1);
  const known = [0, 1, 2].map((at) => {
    const texts = slices.flatMap(({ parts }) => (parts[at] ? [parts[at], mirror(parts[at])] : []));
    return [...new Set(texts)];
  });
  if (scope.stride !== undefined) known[2]!.push(scope.stride);
  for (const { item, array } of slices) {
    const others = slices.filter((each) => each.array.from === array.from && each.item !== item);
    for (const text of new Set(others.map((each) => mirror(each.item.text)))) {
      if (text === item.text || others.some((each) => each.item.text === text)) continue;
      yield {
        id: 'axes-differ',
        detail: msg('{0} must be {1}, as on the other axis', item.text, text),
        edits: [editOf(item, text)],
        cost: 2.3,
      };
    }
  }
  for (const { item, array, parts } of slices) {
    for (const at of [0, 1, 2]) {
      if (parts[at]) continue;
      for (const bound of known[at]!) {
        const whole = [0, 1, 2].map((k) => (k === at ? bound : (parts[k] ?? '')));
        const text = whole[2] === '' ? `${whole[0]}:${whole[1]}` : whole.join(':');
        yield {
          id: 'wrong-window',
          detail: msg('{0} must be indexed with {1}, not {2}', scope.text(array), text, item.text),
          edits: [editOf(item, text)],
          cost: COST - 0.6,
        };
      }
    }
  }
}

/** A name that is read and never bound, while its twin is bound: the statement that is missing, for the other axis. */
function* statementsOfOtherAxis(scope: FunctionScope): Iterable<Candidate> {
  const read = scope.all('VariableName').filter((node) => isRead(node));
  const missing = new Set(read.map((node) => scope.text(node)).filter((name) => !scope.names.includes(name)));
  for (const name of missing) {
    for (const statement of scope.all('AssignStatement')) {
      const [target] = childNodes(statement);
      if (target?.name !== 'VariableName' || !isTarget(target) || !isTwin(scope.text(target), name)) continue;
      const mirror = otherAxisOf(scope, [name]);
      const text = mirror(scope.text(statement));
      for (const other of [text, crossedShape(text)]) {
        yield {
          id: 'missing-line',
          detail: msg('The line {0} is missing', other),
          edits: [editOf({ from: statement.from, to: statement.from }, `${other}\n${indentOf(scope, statement)}`)],
          cost: 1.5,
        };
      }
    }
  }
}

/** `x.shape[2]` of rows is `x.shape[3]` of columns. */
function crossedShape(text: string): string {
  return text.replace(/\.shape\[(-?\d)\]/g, (_, axis: string) => `.shape[${Number(axis) + 1}]`);
}

const REDUCTIONS = ['np.sum', 'np.max', 'np.mean'];
const AXES = ['', ', axis=(1, 2)', ', axis=(2, 3)', ', axis=0', ', axis=(0, 1)', ', axis=-1', ', axis=(1, 2, 3)'];

/** A window or a product that is assigned without being reduced to a number for each cell. */
function* reductions(scope: FunctionScope, statement: SyntaxNode): Iterable<Candidate> {
  const value = statement.lastChild;
  if (!value || !['BinaryExpression', 'MemberExpression', 'VariableName'].includes(value.name)) return;
  if (value.from === statement.from || scope.text(value).length > 120) return;
  if (value.name !== 'BinaryExpression' && statement.firstChild?.name !== 'MemberExpression') return;
  for (const reduction of REDUCTIONS) {
    for (const [k, axis] of AXES.entries()) {
      const text = `${reduction}(${scope.text(value)}${axis})`;
      yield {
        id: 'missing-sum',
        detail: msg('{0} must be {1}', scope.text(value), text),
        edits: [editOf(value, text)],
        cost: COST + k / 20,
      };
    }
  }
}

/** An item that a shape or an index lacks: `np.zeros((n, h, w))` for `np.zeros((n, h, w, c))`. */
function* items(scope: FunctionScope, tuple: SyntaxNode): Iterable<Candidate> {
  const list = listItems(tuple, '(', ')').filter((item) => item.length === 1);
  if (list.length < 2 || list.length > 5 || isTarget(tuple)) return;
  if (!/zeros|empty|reshape|full|ones|pad\(/.test(scope.text(statementOf(tuple)))) return;
  const sizes = scope.names.filter((name) => scope.kindOf(name) !== 'array' && !scope.isLoopVariable(name));
  for (const [k, [item]] of list.entries()) {
    for (const name of [...sizes, '1']) {
      const isLast = k === list.length - 1;
      for (const edit of [
        editOf({ from: item!.from, to: item!.from }, `${name}, `),
        ...(isLast ? [editOf({ from: item!.to, to: item!.to }, `, ${name}`)] : []),
      ]) {
        yield {
          id: 'missing-item',
          detail: msg('{0} lacks the item {1}', scope.text(tuple), name),
          edits: [edit],
          cost: COST,
        };
      }
    }
  }
}
