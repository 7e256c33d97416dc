/** A gradient that is not divided over its window, or divided by something else. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { isPooling, type CourseFunction } from '../../../CourseFunction';
import { roleOf, type Role } from '../../../adapt/roles/roles';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { isTwin, twinPairs } from '../../../source/twins';
import { argumentsOf } from '../../scope/argumentsOf';

/** Numbers of cells of the window, from the names of the function. */
function ownSizes({ names, attributes, tree, node }: FunctionScope): string[] {
  const all = [...names, ...attributes];
  const roleNames = (role: Role): string[] =>
    all.filter((name) => roleOf(name.slice(name.indexOf('.') + 1), [role]) === role);
  const [rows] = roleNames('kernelRows');
  const [cols] = roleNames('kernelCols');
  const divisors = tree.all('AssignStatement', node).flatMap((statement) => {
    const name = statement.firstChild ? tree.text(statement.firstChild) : '';
    return /area|count|cells|n_?elem/i.test(name) ? [name] : [];
  });
  const areas = twinPairs(names).map(([first, second]) => `(${first} * ${second})`);
  const squares = roleNames('kernel').map((name) => `(${name} * ${name})`);
  return [...divisors, ...(rows && cols ? [`(${rows} * ${cols})`] : []), ...squares, ...areas.slice(0, 4)];
}

function isDivisor(scope: FunctionScope, name: string): boolean {
  return scope.all('BinaryExpression').some((node) => {
    const [, operator, right] = childNodes(node);
    return operator && right && scope.text(operator) === '/' && scope.text(right) === name;
  });
}

/** One side of the window in the place of its number of cells. */
function* areas(scope: FunctionScope): Iterable<Candidate> {
  for (const node of scope.all('BinaryExpression')) {
    const [, operator, right] = childNodes(node);
    if (!operator || right?.name !== 'VariableName' || scope.text(operator) !== '/') continue;
    const side = scope.text(right);
    const twins = scope.names.filter((name) => isTwin(side, name));
    for (const other of [side, ...twins]) {
      yield {
        id: 'wrong-divisor',
        detail: msg('The mean is taken over {0} cells, not over {1}', `${side} * ${other}`, side),
        edits: [editOf(right, `(${side} * ${other})`)],
        cost: 2.4,
      };
    }
  }
}

/** Gradients that are not divided over the cells of their window. */
export function* spread(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (isPooling(operation)) yield* areas(scope);
  if (operation !== 'distribute_value' && operation !== 'pool_backward') return;
  yield* otherDivisors(scope);
  yield* dividedResults(scope);
  yield* dividedUpdates(scope);
}

const UNEVEN = msg('The gradient must be divided evenly over the cells of the window');

function* otherDivisors(scope: FunctionScope): Iterable<Candidate> {
  const own = ownSizes(scope);
  for (const node of scope.all('BinaryExpression')) {
    const [, operator, right] = childNodes(node);
    if (!operator || !right || scope.text(operator) !== '/') continue;
    const text = scope.text(right);
    const square = `(${text} * ${text})`;
    for (const divisor of [...own, square, '(f * f)', '(n_H * n_W)', 'np.prod(shape)']) {
      const isOther = divisor === square && /\(/.test(text);
      const detail = isOther ? msg('{0} must be {1}', text, square) : UNEVEN;
      yield { id: 'wrong-divisor', detail, edits: [editOf(right, divisor)], cost: 2 };
    }
  }
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (target?.name !== 'VariableName' || !value || !isDivisor(scope, scope.text(target))) continue;
    for (const size of own) yield { id: 'wrong-divisor', detail: UNEVEN, edits: [editOf(value, size)], cost: 1.8 };
  }
}

const SIZES = [
  '(f * f)',
  '(n_H * n_W)',
  '(shape[0] * shape[1])',
  '(pool_height * pool_width)',
  '(HH * WW)',
  '(kh * kw)',
  '(size * size)',
];

function* dividedResults(scope: FunctionScope): Iterable<Candidate> {
  const own = ownSizes(scope);
  for (const call of scope.all('CallExpression')) {
    const callee = scope.text(call.firstChild ?? call);
    const args = argumentsOf(scope, call);
    if (/\.multiply$/.test(callee) && args.length === 2) {
      const edits = [editOf(call, `distribute_value(${args.join(', ')})`)];
      yield { id: 'not-distributed', detail: UNEVEN, edits, cost: 1.5 };
    }
    if (/\.(?:ones|full)$/.test(callee)) for (const size of [...own, ...SIZES]) yield dividedCall(call, size);
  }
  // `return np.kron(g, ones)`
  for (const call of scope.all('ReturnStatement').flatMap((each) => each.getChildren('CallExpression')))
    for (const size of own) yield dividedCall(call, size);
}

function dividedCall({ to }: SyntaxNode, size: string): Candidate {
  return { id: 'not-distributed', detail: UNEVEN, edits: [editOf({ from: to, to }, ` / ${size}`)], cost: 2.5 };
}

function* dividedUpdates(scope: FunctionScope): Iterable<Candidate> {
  for (const update of scope.all(['UpdateStatement', 'AssignStatement'])) {
    const value = update.lastChild;
    if (!value || scope.text(value).includes('=')) continue;
    const plain = value.name === 'VariableName';
    const text = plain ? scope.text(value) : `(${scope.text(value)})`;
    for (const size of [...ownSizes(scope), ...SIZES])
      yield {
        id: 'not-distributed',
        detail: UNEVEN,
        edits: [editOf(value, `${text} / ${size}`)],
        cost: plain ? 1.5 : 2.5,
      };
  }
}
