/** A gradient that is not divided over its window, or divided by something else. */
import { msg } from '../../../../message';
import { isPooling, type CourseFunction } from '../../../CourseFunction';
import { roleOf, type Role } from '../../../adapt/roles';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';
import { isTwin, twinPairs } from '../../../source/twins';
import { argumentsOf } from '../../argumentsOf';

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

export function* spread(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (isPooling(operation)) yield* areas(scope);
  if (operation !== 'distribute_value' && operation !== 'pool_backward') return;
  const detail = msg('The gradient must be divided evenly over the cells of the window');
  for (const node of scope.all('BinaryExpression')) {
    const [, operator, right] = childNodes(node);
    if (!operator || !right) continue;
    const text = scope.text(right);
    if (scope.text(operator) === '/') {
      const divisors = [`(${text} * ${text})`, '(f * f)', '(n_H * n_W)', 'np.prod(shape)'];
      for (const divisor of [...ownSizes(scope), ...divisors])
        yield { id: 'wrong-divisor', detail, edits: [editOf(right, divisor)], cost: 2 };
    }
  }
  const own = ownSizes(scope);
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (target?.name !== 'VariableName' || !value || !isDivisor(scope, scope.text(target))) continue;
    for (const size of own) yield { id: 'wrong-divisor', detail, edits: [editOf(value, size)], cost: 1.8 };
  }
  const sizes = [
    ...own,
    '(f * f)',
    '(n_H * n_W)',
    '(shape[0] * shape[1])',
    '(pool_height * pool_width)',
    '(HH * WW)',
    '(kh * kw)',
    '(size * size)',
  ];
  for (const call of scope.all('CallExpression')) {
    const callee = scope.text(call.firstChild ?? call);
    const args = argumentsOf(scope, call);
    if (/\.multiply$/.test(callee) && args.length === 2) {
      yield { id: 'not-distributed', detail, edits: [editOf(call, `distribute_value(${args.join(', ')})`)], cost: 1.5 };
    }
    if (/\.(?:ones|full)$/.test(callee)) {
      for (const size of sizes)
        yield {
          id: 'not-distributed',
          detail,
          edits: [editOf({ from: call.to, to: call.to }, ` / ${size}`)],
          cost: 2.5,
        };
    }
  }
  for (const call of scope.all('ReturnStatement').flatMap((each) => each.getChildren('CallExpression'))) {
    // `return np.kron(g, ones)`
    for (const size of own)
      yield {
        id: 'not-distributed',
        detail,
        edits: [editOf({ from: call.to, to: call.to }, ` / ${size}`)],
        cost: 2.5,
      };
  }
  for (const update of scope.all(['UpdateStatement', 'AssignStatement'])) {
    const value = update.lastChild;
    if (!value || scope.text(value).includes('=')) continue;
    const plain = value.name === 'VariableName';
    for (const size of sizes) {
      yield {
        id: 'not-distributed',
        detail,
        edits: [editOf(value, plain ? `${scope.text(value)} / ${size}` : `(${scope.text(value)}) / ${size}`)],
        cost: plain ? 1.5 : 2.5,
      };
    }
  }
}
