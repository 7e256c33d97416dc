/** A gradient that starts at zero and to which no line adds: `db[k] += dZ[i, j, k]` is missing below the line of `dW`. */
import type { SyntaxNode } from '@lezer/common';
import { roleOf } from '../../../adapt/roles/roles';
import type { CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import type { Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';
import { writtenArray } from '../../scope/writtenArray';
import { missingLineAfter } from './missingLine';
import { unchangedZeros } from './unchangedZeros';

export function* missingGradients(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation !== 'conv_backward') return;
  const missing = unchangedZeros(scope);
  if (missing.length === 0) return;
  for (const statement of scope.all('UpdateStatement')) {
    const product = productOf(scope, statement);
    if (!product) continue;
    for (const name of missing) {
      for (const [k, line] of linesOf(scope, name, product).entries()) {
        yield missingLineAfter(scope, statement, line, 1.6 + k / 20);
      }
    }
  }
}

/** `target[index] += factor * cell`, with a cell of the gradient of the output. */
interface Product {
  readonly target: SyntaxNode;
  readonly factor: SyntaxNode;
  readonly cell: SyntaxNode;
  /** The product of the other gradient, of what takes the place of the factor. */
  readonly withOther: (other: string) => readonly string[];
}

function productOf(scope: FunctionScope, statement: SyntaxNode): Product | undefined {
  const [target, operator, value] = childNodes(statement);
  if (!target || !operator || !value || scope.text(operator) !== '+=') return undefined;
  const isCell = (node: SyntaxNode): boolean => isUpstream(scope, writtenArray(scope, node));
  const factors =
    value.name === 'CallExpression'
      ? (einsumFactors(scope, value) ?? tensordotFactors(scope, value))
      : factorsOf(scope, value);
  if (!factors) return undefined;
  const { left, right, subscripts } = factors;
  const ordered = isCell(right) ? { factor: left, cell: right } : { factor: right, cell: left };
  if (!isCell(ordered.cell)) return undefined;
  const upstream = scope.text(ordered.cell);
  const withOther = (other: string): string[] => {
    if (factors.isContracted) return contracted(upstream, other);
    if (!subscripts) return [`${other} * ${upstream}`, `np.sum(${other} * ${upstream}, axis=0)`];
    const [a, b, sum] = subscripts;
    return isCell(right)
      ? [`np.einsum('${sum},${b}->${a}', ${other}, ${upstream})`]
      : [`np.einsum('${a},${sum}->${b}', ${upstream}, ${other})`];
  };
  return { target, ...ordered, withOther };
}

interface Factors {
  readonly left: SyntaxNode;
  readonly right: SyntaxNode;
  /** Of `einsum`: both factors and the sum. */
  readonly subscripts?: readonly [string, string, string];
  /** Of `tensordot`. */
  readonly isContracted?: true;
}

function factorsOf(scope: FunctionScope, value: SyntaxNode): Factors | undefined {
  const [left, sign, right] = value.name === 'BinaryExpression' ? childNodes(value) : [];
  return left && sign && right && scope.text(sign) === '*' ? { left, right } : undefined;
}

/** Of `np.einsum('nf,fchw->nchw', dout[:, :, i, j], w)`. */
function einsumFactors(scope: FunctionScope, call: SyntaxNode): Factors | undefined {
  const list = call.getChild('ArgList');
  const [text, left, right, ...rest] = list ? childNodes(list).filter(({ name }) => !/^[(),]$/.test(name)) : [];
  const [, a, b, sum] = /^['"](\w+),\s*(\w+)\s*->\s*(\w+)['"]$/.exec(text ? scope.text(text) : '') ?? [];
  if (!/einsum$/.test(scope.text(call.firstChild!)) || !left || !right || rest.length > 0) return undefined;
  return a !== undefined && b !== undefined && sum !== undefined ? { left, right, subscripts: [a, b, sum] } : undefined;
}

/** Of `np.tensordot(window, slope, axes=([0], [0]))`. */
function tensordotFactors(scope: FunctionScope, call: SyntaxNode): Factors | undefined {
  const list = call.getChild('ArgList');
  const [left, right] = list ? childNodes(list).filter(({ name }) => !/^[(),]$/.test(name)) : [];
  return left && right && /tensordot$/.test(scope.text(call.firstChild!))
    ? { left, right, isContracted: true }
    : undefined;
}

/** The gradient of a step, of examples and filters, with the filters, or with the window of every example. */
function contracted(upstream: string, other: string): string[] {
  return [
    `np.tensordot(${upstream}, ${other}, axes=([1], [0]))`,
    `np.tensordot(${upstream}, ${other}, axes=([1], [3]))`,
    `np.tensordot(${upstream}, ${other}, axes=([0], [0]))`,
    `np.tensordot(${other}, ${upstream}, axes=([0], [0]))`,
  ];
}

/** The gradient of the output: a parameter, or one cell of it under a name of its own. */
function isUpstream(scope: FunctionScope, name: string): boolean {
  if (!scope.names.includes(name)) return false;
  // A part of it for one step.
  const bound = scope.all('AssignStatement').find((each) => writtenArray(scope, each.firstChild) === name);
  const value = bound && childNodes(bound)[2];
  const of = value?.name === 'MemberExpression' ? scope.text(value.firstChild!) : '';
  if (of !== name && scope.parameters.includes(of) && roleOf(of) === 'gradient') return true;
  return roleOf(name) === 'gradient' || /^(?:da|dz|dy|do|g)$/i.test(name);
}

/** The name of a gradient of the bias. */
export const BIAS = /^(?:self\.)?(?:d|grad)_?(?:\w*_)?b(?:ias(?:es)?)?$/i;

function linesOf(scope: FunctionScope, name: string, { target, factor, cell, withOther }: Product): string[] {
  const upstream = scope.text(cell);
  if (BIAS.test(name)) {
    const own = subscriptItems(scope, target).map(({ text }) => text);
    const shared = subscriptItems(scope, cell).flatMap(({ text }) => (own.includes(text) ? [text] : []));
    const filter = shared.at(-1) ?? own.filter((text) => scope.isLoopVariable(text)).at(-1);
    return filter === undefined
      ? [`${name} += ${upstream}`]
      : [
          `${name}[${filter}] += ${upstream}`,
          `${name}[${filter}] += np.sum(${upstream})`,
          `${name}[:, :, :, ${filter}] += ${upstream}`,
          `${name} += ${upstream}`,
        ];
  }
  // The product of the other gradient: what it multiplies is at the place of its own array, and the reverse.
  const from = indexOf(scope, factor);
  const others = valuesAt(scope, target, name);
  if (from === undefined) return [];
  return others.flatMap((other) => withOther(other).map((product) => `${name}${from} += ${product}`));
}

/** The index of `W[:, :, :, c]`, also of a window that has a name. */
function indexOf(scope: FunctionScope, node: SyntaxNode): string | undefined {
  if (node.lastChild?.name === ']') return scope.text({ from: node.firstChild!.to, to: node.to });
  if (node.name !== 'VariableName') return undefined;
  if (roleOf(scope.text(node), ['filter']) === 'filter') return '';
  const bound = scope.all('AssignStatement').find((each) => writtenArray(scope, each.firstChild) === scope.text(node));
  const value = bound && childNodes(bound)[2];
  return value?.lastChild?.name === ']' ? scope.text({ from: value.firstChild!.to, to: value.to }) : undefined;
}

/** `padded` of `padded = extended(images, p)` or `xp = np.pad(x, p)`. */
function paddedNames(scope: FunctionScope): string[] {
  return scope.all('AssignStatement').flatMap((each) => {
    const [, name] = /^(\w*pad\w*)\s*=(?!=)|^(\w+)\s*=\s*[\w.]*pad\w*\(/i.exec(scope.text(each))?.filter(Boolean) ?? [];
    return name === undefined || roleOf(name) === 'gradient' || scope.kindOf(name) === 'scalar' ? [] : [name];
  });
}

/** The filters, or the input, at the index of the gradient that the line changes. */
function valuesAt(scope: FunctionScope, target: SyntaxNode, missing: string): string[] {
  const index = target.lastChild?.name === ']' ? indexOf(scope, target) : '';
  if (index === undefined) return [];
  const role = /^(?:self\.)?(?:d|grad)_?\w*(?:w|k|f|filters?|kernels?|weights?)$/i.test(missing) ? 'input' : 'filter';
  const padded = role === 'input' ? paddedNames(scope) : [];
  const names = [...scope.names, ...scope.attributes].filter(
    (each) => roleOf(each, [role]) === role || padded.includes(each),
  );
  const isPadded = /pad/i.test(scope.text(target));
  const likeliest = [...names].sort(
    (a, b) => Number(/pad/i.test(b) === isPadded) - Number(/pad/i.test(a) === isPadded),
  );
  return likeliest.slice(0, 4).map((name) => `${name}${index}`);
}
