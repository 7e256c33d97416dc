/** A window that is summed without the filter: `np.sum(x[i : i + k, j : j + k])` for `np.sum(x[i : i + k, j : j + k] * w)`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import type { CourseFunction } from '../../../CourseFunction';
import { childNodes, listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';

/** `np.where(mask, dout, slope)` for `np.where(mask, dout, slope * dout)`. */
function* missingInChoice(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    if (!/^(?:\w+\.)?where$/.test(scope.text(call.firstChild!))) continue;
    const [, [array] = [], [other] = []] = listItems(call.getChild('ArgList')!, '(', ')');
    if (array?.name !== 'VariableName' || !other || scope.text(other).split(/\W+/).includes(scope.text(array)))
      continue;
    const product = `${scope.factor(other)} * ${scope.text(array)}`;
    yield {
      id: 'missing-factor',
      detail: msg('{0} must be {1}', scope.text(other), product),
      edits: [editOf(other, product)],
      cost: 1.9,
    };
  }
}

/** `1 - y` for `1 - y ** 2`. */
function* missingSquares(scope: FunctionScope): Iterable<Candidate> {
  for (const node of scope.all('BinaryExpression')) {
    const [left, operator, right] = childNodes(node);
    const isLeft = left?.name === 'Number' && Number(scope.text(left)) === 1;
    if (!isLeft || !right || scope.text(operator!) !== '-' || right.name === 'BinaryExpression') continue;
    const [text, square] = [scope.text(right), `${scope.text(right)} ** 2`];
    yield {
      id: 'missing-factor',
      detail: msg('{0} must be {1}', text, square),
      edits: [editOf(right, square)],
      cost: 3,
    };
  }
}

/** `return s * (1 - s)` for `return dout * s * (1 - s)`: the gradient that is given is not read. */
function* missingGradient(scope: FunctionScope): Iterable<Candidate> {
  const given = scope.parameters.find((name) => roleOf(name, ['gradient']) === 'gradient');
  const isTaken = scope.all('VariableName').some((node) => scope.text(node) === given && isRead(node));
  if (given === undefined || isTaken) return;
  for (const statement of scope.all(['ReturnStatement', 'AssignStatement'])) {
    const value = statement.lastChild;
    if (!value || value.name === 'return' || value.name === 'TupleExpression') continue;
    const [, operator] = value.name === 'BinaryExpression' ? childNodes(value) : [];
    const isOne = operator ? scope.text(operator) === '*' : !/^(?:Unary|Conditional)/.test(value.name);
    const text = scope.text(value);
    const product = `${given} * ${isOne ? text : `(${text})`}`;
    yield {
      id: 'missing-factor',
      detail: msg('{0} must be {1}', text, product),
      edits: [editOf(value, product)],
      cost: 2.2,
    };
  }
}

/** `np.sum(dout * mask)` for `np.sum(dout * mask * x)`: the gradient of what the input is multiplied with. */
function* missingInput(scope: FunctionScope): Iterable<Candidate> {
  const inputs = [...scope.names.filter((name) => isArray(scope, name)), ...scope.attributes].filter(
    (name) => roleOf(name.replace('self.', ''), ['input']) === 'input',
  );
  for (const sum of summed(scope)) {
    const text = scope.text(sum);
    for (const input of [...inputs, ...upstreamNames(scope)]) {
      if (new RegExp(`(?<![\\w.])${input}\\s*(?:\\*|$)|\\*\\s*${input}\\b`).test(text)) continue;
      const product = sum.nextSibling?.name === '.' ? `(${text} * ${input})` : `${text} * ${input}`;
      const detail = msg('{0} must be {1}', text, product);
      yield { id: 'missing-factor', detail, edits: [editOf(sum, product)], cost: 2.4 };
    }
  }
}

/** `np.tile(columns, k * C)` for `np.tile(columns, k)`: indices of the cells of a window are repeated for each channel. */
function* missingChannels(scope: FunctionScope): Iterable<Candidate> {
  const channels = scope.names.filter(
    (name) => (scope.kindOf(name) !== 'array' && roleOf(name, ['inChannels']) === 'inChannels') || name === 'C',
  );
  for (const call of scope.all('CallExpression')) {
    if (!/^(?:\w+\.)?(?:tile|repeat)$/.test(scope.text(call.firstChild!))) continue;
    const [, [count] = []] = listItems(call.getChild('ArgList')!, '(', ')');
    if (!count || /=/.test(scope.text(count))) continue;
    for (const name of channels) {
      const product = `${scope.text(count)} * ${name}`;
      const detail = msg('{0} must be {1}', scope.text(count), product);
      yield { id: 'missing-factor', detail, edits: [editOf(count, product)], cost: 2.4 };
    }
  }
}

export function* missingFactors(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  yield* missingChannels(scope);
  if (operation === 'pool_backward') {
    yield* missingInChoice(scope);
    yield* missingSquares(scope);
    yield* missingGradient(scope);
    yield* missingInput(scope);
  }
  const isGradient = operation === 'conv_backward';
  if (!isGradient && operation !== 'conv_forward' && operation !== 'conv_single_step') return;
  const filters = [...scope.names.filter((name) => isArray(scope, name)), ...scope.attributes].filter(
    (name) => roleOf(name.replace('self.', ''), ['filter']) === 'filter',
  );
  const upstream = isGradient ? upstreamNames(scope) : [];
  for (const window of summed(scope)) {
    const text = scope.text(window);
    const names = text.split(/[^\w.]+/);
    if ((isGradient ? upstream : filters).some((name) => names.includes(name))) continue;
    const loops = scope.loopsAround(window);
    for (const factor of isGradient ? upstream : filters.flatMap((filter) => factorsOf(filter, loops))) {
      const factored = window.name === 'BinaryExpression' ? `(${text}) * ${factor}` : `${text} * ${factor}`;
      // Before `.sum()`.
      const product = window.nextSibling?.name === '.' ? `(${factored})` : factored;
      yield {
        id: 'missing-factor',
        detail: msg('{0} must be {1}', text, product),
        edits: [editOf(window, product)],
        cost: 1.9,
      };
    }
  }
}

function isArray(scope: FunctionScope, name: string): boolean {
  return scope.parameters.includes(name) || scope.kindOf(name) === 'array';
}

/** The gradient of the output, and names of its part for one step. */
function upstreamNames(scope: FunctionScope): string[] {
  return scope.names.filter((name) => !scope.isLoopVariable(name) && roleOf(name) === 'gradient');
}

/** What is summed: the first arguments of `np.sum`, the arrays whose method `sum` is called. */
function summed(scope: FunctionScope): SyntaxNode[] {
  return scope.all('CallExpression').flatMap((call) => {
    const [called, list] = [call.firstChild, call.getChild('ArgList')];
    const array = called?.lastChild && scope.text(called.lastChild) === 'sum' ? called.firstChild : null;
    if (array && !/^(?:np|numpy)$/.test(scope.text(array))) return [array];
    const [argument] = list ? listItems(list, '(', ')') : [];
    return called && argument?.length === 1 && /^(?:\w+\.)?sum$/.test(scope.text(called)) ? [argument[0]!] : [];
  });
}

function factorsOf(filter: string, loops: readonly string[]): string[] {
  return [filter, ...new Set(loops.flatMap((loop) => [`${filter}[${loop}]`, `${filter}[..., ${loop}]`]))];
}
