/** The bias in every product, missing, or added as an array. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import type { CourseFunction } from '../../../CourseFunction';
import { childNodes, statementOf } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';

export function* bias(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation !== 'conv_single_step' && operation !== 'conv_forward' && !isTransposed(scope, operation)) return;
  const sums = scope.all('BinaryExpression').filter((node) => isSum(scope, node));
  const terms = sums.filter((node) => isBias(scope, childNodes(node)[2]!));
  // A bias under another name is tried after one that is known by its name.
  for (const term of sums) yield* outside(scope, term, terms.includes(term) ? 1 : 2);
  for (const update of scope.all('UpdateStatement')) yield* afterLoop(scope, update);
  for (const term of terms) yield* ofContribution(scope, term);
  for (const term of sums) yield* shaped(scope, term);
  yield* missing(scope);
  yield* asScalar(scope, terms);
}

/** A transposed convolution is searched as a gradient; it has a bias and is given no gradient. */
function isTransposed({ parameters }: FunctionScope, operation: CourseFunction): boolean {
  const roles = parameters.map((name) => roleOf(name, ['bias', 'gradient', 'cache']));
  return (
    operation === 'conv_backward' && roles.includes('bias') && !roles.some((role) => /gradient|cache/.test(role ?? ''))
  );
}

/** `… + b`. */
function isSum(scope: FunctionScope, node: SyntaxNode): boolean {
  const [, operator, right] = childNodes(node);
  return operator !== undefined && scope.text(operator) === '+' && right !== undefined && right.name !== 'Number';
}

function isBias(scope: FunctionScope, node: SyntaxNode): boolean {
  const name = /^(?:np\.\w+\(|float\(|\w+\.)?\s*(?:self\.)?(\w+)/.exec(scope.text(node))?.[1];
  return name !== undefined && roleOf(name, ['bias']) === 'bias';
}

const IN_PRODUCT = msg('The bias is added to every product: it is added once, to the sum');

/** `np.sum(a * W + b)` becomes `np.sum(a * W) + b`, also through a variable. */
function* outside(scope: FunctionScope, term: SyntaxNode, cost: number): Iterable<Candidate> {
  const [left, , right] = childNodes(term);
  if (!left || !right) return;
  const sum = enclosingSum(scope, term);
  if (sum) {
    const inner =
      scope.tree.source.slice(sum.from, term.from) + scope.text(left) + scope.tree.source.slice(term.to, sum.to);
    for (const value of scalars(scope.text(right))) {
      yield { id: 'bias-in-every-product', detail: IN_PRODUCT, edits: [editOf(sum, `${inner} + ${value}`)], cost };
    }
    return;
  }
  const removal = editOf(term, scope.text(left));
  for (const call of scope.all('CallExpression')) {
    if (!/(?:^|\.)sum$/.test(scope.text(call.firstChild ?? call)) || call.from < term.from) continue;
    for (const value of scalars(scope.text(right))) {
      const edits = [removal, editOf({ from: call.to, to: call.to }, ` + ${value}`)];
      yield { id: 'bias-in-every-product', detail: IN_PRODUCT, edits, cost };
    }
  }
}

/** `columns + b` for `columns + b[:, None]`: the bias belongs to another axis. */
function* shaped(scope: FunctionScope, term: SyntaxNode): Iterable<Candidate> {
  const right = childNodes(term)[2]!;
  const names = scope.text(right).match(/(?:self\.)?[A-Za-z_]\w*/g);
  const array = names?.find((each) => roleOf(each.replace('self.', ''), ['bias']) === 'bias');
  if (array === undefined) return;
  const indices = scope.loopsAround(right).map((variable) => `[${variable}]`);
  const shapes = ['.ravel()', '[:, None]', '.reshape(-1, 1)', '.reshape(1, -1, 1, 1)', '.reshape(1, 1, 1, -1)'];
  for (const shape of [...indices, ...shapes]) {
    if (`${array}${shape}` === scope.text(right)) continue;
    yield {
      id: 'bias-shape',
      detail: msg('The bias must be added along the filters: {0}', `${array}${shape}`),
      edits: [editOf(right, `${array}${shape}`)],
      cost: 2.7,
    };
  }
}

/** `Z += taps + b` in a loop becomes `Z += taps`, and `Z += b` below one of the loops. */
function* afterLoop(scope: FunctionScope, update: SyntaxNode): Iterable<Candidate> {
  const target = update.firstChild;
  const value = update.lastChild;
  if (!target || !value || !isSum(scope, value)) return;
  const [left, , right] = childNodes(value);
  for (let at = update.parent; left && right && at && at !== scope.node; at = at.parent) {
    if (at.name !== 'ForStatement') continue;
    const indent = /[^\n]*$/.exec(scope.tree.source.slice(0, at.from))![0];
    const end = at.from + scope.text(at).trimEnd().length;
    const array =
      target.name === 'MemberExpression' ? [scope.text(target.firstChild!), cellsOf(scope, target, at)] : [];
    for (const written of new Set([scope.text(target), ...array])) {
      const below = editOf({ from: end, to: end }, `\n${indent}${written} += ${scope.text(right)}`);
      const edits = [editOf(value, scope.text(left)), below];
      yield { id: 'bias-in-every-product', detail: IN_PRODUCT, edits, cost: isBias(scope, right) ? 1.4 : 2.6 };
    }
  }
}

/** `Z[:, f, :, :]` below the loops over rows and columns, of the cell `Z[:, f, i, j]` in them. */
function cellsOf(scope: FunctionScope, target: SyntaxNode, loop: SyntaxNode): string {
  const inner = scope.loops.filter(({ node }) => node.from >= loop.from && node.to <= loop.to).map(({ name }) => name);
  return scope.text(target).replace(/(?<=[[,]\s*)\w+(?=\s*[\],])/g, (item) => (inner.includes(item) ? ':' : item));
}

/** `part = part + b` before `out[…] += part` becomes `out += b` below the loops. */
function* ofContribution(scope: FunctionScope, term: SyntaxNode): Iterable<Candidate> {
  const [left, , right] = childNodes(term);
  const statement = statementOf(term);
  const part = statement.name === 'AssignStatement' ? statement.firstChild : undefined;
  if (!left || !right || part?.name !== 'VariableName') return;
  const reads = new RegExp(`\\b${scope.text(part)}\\b`);
  for (const update of scope.all('UpdateStatement')) {
    const [target, , value] = childNodes(update);
    if (update.from < statement.to || target?.name !== 'MemberExpression' || !value || !reads.test(scope.text(value)))
      continue;
    const loop = outermostLoop(scope, update);
    if (!loop || loop.from > statement.from) continue;
    const end = loop.from + scope.text(loop).trimEnd().length;
    const indent = /[^\n]*$/.exec(scope.tree.source.slice(0, loop.from))![0];
    const array = scope.text(target.firstChild!);
    const below = editOf({ from: end, to: end }, `\n${indent}${array} += ${scope.text(right)}`);
    const edits = [editOf(term, scope.text(left)), below];
    yield { id: 'bias-in-every-product', detail: IN_PRODUCT, edits, isOne: true, cost: 1.4 };
  }
}

function outermostLoop(scope: FunctionScope, node: SyntaxNode): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  for (let at = node.parent; at && at !== scope.node; at = at.parent) if (at.name === 'ForStatement') found = at;
  return found;
}

function scalars(source: string): string[] {
  return /^float\(|\[/.test(source) ? [source, `float(${source})`] : [`float(${source})`, source];
}

function enclosingSum(scope: FunctionScope, node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at && at !== statementOf(node); at = at.parent) {
    if (at.name === 'CallExpression' && /(?:^|\.)sum$/.test(scope.text(at.firstChild ?? at))) return at;
  }
  return undefined;
}

/** The sum of a window without the bias. */
function* missing(scope: FunctionScope): Iterable<Candidate> {
  const name =
    scope.names.find((each) => roleOf(each, ['bias']) === 'bias' && !scope.isLoopVariable(each)) ??
    selfBias(scope) ??
    unread(scope);
  if (name === undefined) return;
  yield* missingInMatrix(scope, name);
  yield* missingInResult(scope, name);
  if (unread(scope) === name) yield* missingInSum(scope, name);
  const detail = msg('The bias is not added');
  const terms = [`float(${name})`, `${name}.reshape(-1)[c]`, `${name}[..., c]`, name];
  for (const loop of scope.loops) terms.push(`${name}[${loop.name}]`, `${name}[..., ${loop.name}]`);
  for (const call of scope.all('CallExpression')) {
    if (!/(?:^|\.)(?:sum|dot|conv_single_step|einsum|tensordot)$/.test(scope.text(call.firstChild ?? call))) continue;
    for (const term of new Set(terms)) {
      yield { id: 'bias-missing', detail, edits: [editOf({ from: call.to, to: call.to }, ` + ${term}`)], cost: 2.5 };
    }
  }
}

/** `acc = 0.0`, the start of the sum of a window, and `out[n, c] = acc`, its end. */
function* missingInSum(scope: FunctionScope, name: string): Iterable<Candidate> {
  const detail = msg('The bias is not added');
  for (const statement of scope.all('AssignStatement')) {
    const [target, operator, value, ...more] = childNodes(statement);
    if (!target || operator?.name !== 'AssignOp' || !value || more.length > 0) continue;
    const isStart = target.name === 'VariableName' && /^0(?:\.0*)?$/.test(scope.text(value));
    const isEnd = target.name === 'MemberExpression' && scope.text(target).endsWith(']') && value.name !== 'Number';
    for (const loop of isStart || isEnd ? scope.loopsAround(statement) : []) {
      const term = `${name}[${loop}]`;
      yield {
        id: 'bias-missing',
        detail,
        edits: [editOf(value, isStart ? term : `${scope.text(value)} + ${term}`)],
        cost: 2.4,
      };
    }
  }
}

/** The only parameter that the function does not read. */
function unread(scope: FunctionScope): string | undefined {
  const read = new Set(
    scope
      .all('VariableName')
      .filter((node) => isRead(node))
      .map((node) => scope.text(node)),
  );
  const [only, ...others] = scope.parameters.filter((name) => !read.has(name) && name !== 'self');
  return others.length === 0 ? only : undefined;
}

/** `columns @ flat` without `+ b`. */
function* missingInMatrix(scope: FunctionScope, name: string): Iterable<Candidate> {
  for (const node of scope.all('BinaryExpression')) {
    if (scope.text(node.getChild('ArithOp') ?? node) !== '@') continue;
    for (const term of [name, `${name}.reshape(1, -1)`, `${name}.reshape(-1, 1)`, `${name}.ravel()`]) {
      yield {
        id: 'bias-missing',
        detail: msg('The bias is not added'),
        edits: [editOf({ from: node.to, to: node.to }, ` + ${term}`)],
        cost: 2.4,
      };
    }
  }
}

/** `return out` where loops add up the result of all examples, without the bias of each filter. */
function* missingInResult(scope: FunctionScope, name: string): Iterable<Candidate> {
  for (const statement of scope.all('ReturnStatement')) {
    const value =
      statement.lastChild?.name === 'TupleExpression' ? childNodes(statement.lastChild)[1] : statement.lastChild;
    if (value?.name !== 'VariableName') continue;
    for (const term of [`${name}.reshape(1, -1, 1, 1)`, `${name}.reshape(-1, 1, 1)`, `${name}.reshape(-1)`]) {
      yield {
        id: 'bias-missing',
        detail: msg('The bias is not added'),
        edits: [editOf({ from: value.to, to: value.to }, ` + ${term}`)],
        cost: 2.6,
      };
    }
  }
}

/** Also an attribute under another name, if it is the only one that the class sets and never reads. */
function selfBias(scope: FunctionScope): string | undefined {
  const named = scope.attributes.find((text) => roleOf(text, ['bias']) === 'bias');
  const [only, ...others] = named === undefined ? scope.unreadAttributes : [];
  return named ?? (others.length === 0 ? only : undefined);
}

/** The bias (1, 1, 1) makes an array of the sum. */
function* asScalar(scope: FunctionScope, terms: readonly SyntaxNode[]): Iterable<Candidate> {
  const detail = msg('The result is an array: the bias of shape (1, 1, 1) has to be converted with float');
  for (const term of terms) {
    const right = childNodes(term)[2];
    if (right) yield { id: 'result-is-array', detail, edits: [editOf(right, `float(${scope.text(right)})`)], cost: 1 };
  }
  for (const update of scope.all('UpdateStatement')) {
    const value = update.lastChild;
    if (value && isBias(scope, value)) {
      yield { id: 'result-is-array', detail, edits: [editOf(value, `float(${scope.text(value)})`)], cost: 1 };
    }
  }
  for (const call of scope.all('CallExpression')) {
    const args = argumentsOf(scope, call);
    if (!/\.add$/.test(scope.text(call.firstChild ?? call)) || args.length !== 2) continue;
    const edits = [editOf(call, `(${args[0]!} + float(${args[1]!}))`)];
    yield { id: 'result-is-array', detail, edits, cost: 1.5 };
  }
}
