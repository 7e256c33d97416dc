/** Lines of a convolution as a product of matrices, of windows as columns and filters as rows: `out = col @ col_W + b`. */
import { roleOf, rolesOf } from '../../../adapt/roles/roles';
import type { CourseFunction } from '../../../CourseFunction';
import { definitionsOf, type SourceParameter } from '../../../source/Definition';
import type { Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { missingLineBefore } from './missingLine';
import { unreadNames } from './values/unreadNames';

const MOST_OPERANDS = 3;

/** `col @ filters + b`, or `np.dot(col, filters) + b` in a text without the operator, of two arrays that nothing else reads. */
export function* matrixProducts(scope: FunctionScope): Iterable<string> {
  const biases = namesOf(scope, 'bias').flatMap((bias) => [bias, `${bias}.reshape(-1, 1)`]);
  const hasOperator = /[\w)\]] *@/.test(scope.tree.source);
  for (const [a, b] of operandPairs(scope)) {
    const product = hasOperator ? `${a} @ ${b}` : `np.dot(${a}, ${b})`;
    for (const bias of biases) yield `${product} + ${bias}`;
    yield product;
  }
}

/** `out[n] = filters @ cols[n]` before `out[n] += b`; `dout = dout.transpose(0, 2, 3, 1).reshape(-1, F)` before its products. */
export function* missingMatrices(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation === 'conv_backward') yield* gradientRows(scope);
  if (operation !== 'conv_forward') return;
  for (const update of scope.all('UpdateStatement')) {
    const target = scope.text(update.firstChild!);
    const [, index] = /^\w+\[(\w+)\]$/.exec(target) ?? [];
    if (index === undefined || !scope.isLoopVariable(index)) continue;
    for (const [a, b] of operandPairs(scope))
      for (const product of [`${a} @ ${b}[${index}]`, `${a}[${index}] @ ${b}`, `${a}[${index}] @ ${b}[${index}]`])
        yield missingLineBefore(scope, update, `${target} = ${product}`, 1.9);
  }
}

/** A gradient that is an operand of a product as it is given: its filters are one axis, all cells the other. */
function* gradientRows(scope: FunctionScope): Iterable<Candidate> {
  const given = scope.parameters.find((name) => roleOf(name, ['gradient']) === 'gradient');
  const uses = scope.all('VariableName').filter((node) => scope.text(node) === given);
  const first = uses.find((node) => isRead(node));
  const product = new RegExp(`@ *${given}\\b(?![.[])|\\b${given}(?:\\.T)? *@|\\bdot\\((?:.*, *)?${given}\\b`);
  if (given === undefined || !first || !product.test(scope.text(scope.node))) return;
  const rows = [
    `${given}.transpose(0, 2, 3, 1).reshape(-1, ${given}.shape[1])`,
    `${given}.transpose(1, 2, 3, 0).reshape(${given}.shape[1], -1)`,
    `${given}.reshape(-1, ${given}.shape[-1])`,
  ];
  for (const value of rows) yield missingLineBefore(scope, first, `${given} = ${value}`, 1.8);
}

/** In both orders. */
function operandPairs(scope: FunctionScope): (readonly [string, string])[] {
  const unread = [...unreadNames(scope), ...keptUnread(scope)].filter((name) => scope.kindOf(name) !== 'scalar');
  const filters = namesOf(scope, 'filter').map((name) => `${name}.reshape(${name}.shape[0], -1)`);
  const operands = unread.length === 1 ? [...unread, ...filters] : unread;
  if (unread.length > MOST_OPERANDS) return [];
  return operands.flatMap((a) => operands.flatMap((b) => (a === b ? [] : [[a, b] as const])));
}

/** Attributes in which a method keeps what it has computed, and which it does not read. */
function keptUnread(scope: FunctionScope): string[] {
  const text = scope.text(scope.node);
  return scope.attributes.filter(
    (own) =>
      new RegExp(`^ *${own} *=(?! *\\w+ *$)`, 'm').test(text) && text.split(new RegExp(`${own}\\b`)).length === 2,
  );
}

/** `im2col(x, kh, kw, self.stride, self.pad)`: a function of the text that this one does not call, with what its parameters are named after. */
export function* helperCalls(scope: FunctionScope, name: string): Iterable<string> {
  const text = scope.text(scope.node);
  const words = name.replace('self.', '').split('_');
  for (const helper of definitionsOf(scope.tree).functions) {
    const isAlike = words.some((word) => word.length > 2 && helper.name.includes(word.replace(/s$/, '')));
    const isOwn = helper.node === scope.node || new RegExp(`\\b${helper.name}\\(`).test(text);
    const args = isAlike && !isOwn ? helper.parameters.map((each) => argumentFor(scope, each)) : [undefined];
    if (args.length > 1 && !args.includes(undefined)) yield `${helper.name}(${args.join(', ')})`;
  }
}

/** A name of the function, or an attribute, of the parameter's name or meaning. */
function argumentFor(scope: FunctionScope, { name }: SourceParameter): string | undefined {
  const known = [...scope.parameters.filter((each) => each !== 'self'), ...scope.names, ...scope.attributes];
  const role = rolesOf(name)[0];
  const isNamed = (each: string): boolean => each.replace('self.', '') === name;
  return known.find(isNamed) ?? known.find((each) => role !== undefined && roleOf(each.replace('self.', '')) === role);
}

function namesOf(scope: FunctionScope, role: 'filter' | 'bias'): string[] {
  return [...scope.names, ...scope.attributes].filter((each) => roleOf(each.replace('self.', ''), [role]) === role);
}
