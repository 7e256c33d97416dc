/** A term that an index, a bound or a size lacks: `r * stride + u` for `r * stride + u - pad`, `f` for `f - 1`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { childNodes, statementOf } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';

/** Names of first rows and columns. */
const START = /start|begin|top|left|offset|origin|^[xy]_?[01]$|^[hwrcij]_?[s01]$/i;

export function* terms(scope: FunctionScope): Iterable<Candidate> {
  yield* byteStrides(scope);
  yield* namedByteStrides(scope);
  const options = [scope.pad, scope.stride].filter((name) => name !== undefined);
  const starts = scope.names.filter((name) => START.test(name) || roleOf(name) === 'kernel' || isStart(scope, name));
  yield* secondSide(scope);
  for (const node of scope.all(['VariableName', 'BinaryExpression', 'ParenthesizedExpression'])) {
    if (!isWhole(node) || (node.name === 'VariableName' && !isRead(node))) continue;
    const text = scope.text(node);
    if (text.length > 120) continue;
    for (const [k, name] of [...options, ...starts].entries()) {
      if (mentions(text, name)) continue;
      yield missing(node, text, `+ ${name}`, k < options.length ? 3 : 3.4);
      if (roleOf(name) !== 'stride') yield missing(node, text, `- ${name}`, k < options.length ? 3 : 3.6);
      if (name === scope.pad && node.name === 'VariableName') yield missing(node, text, `+ 2 * ${name}`, 3.2);
    }
    if (isBound(node) && scope.stride && !mentions(text, scope.stride)) {
      yield scaled(node, node.name === 'BinaryExpression' ? `(${text})` : text, scope.stride);
    }
    if (/1$/.test(text)) continue;
    // One more row of padding hides a bound that is one too small.
    const cost = roleOf(text) === 'pad' ? 5 : 3.4;
    yield missing(node, text, '- 1', cost);
    yield missing(node, text, '+ 1', cost);
  }
}

/** `s` in `s = t * stride`. */
function isStart(scope: FunctionScope, name: string): boolean {
  const scaledIndex = new RegExp(`^[ \\t]*${name} *= *\\w+ *\\* *${scope.stride}[ \\t]*$`, 'm');
  return scope.stride !== undefined && scaledIndex.test(scope.text(scope.node));
}

/** `[0] * p + row` for `[0] * p + row + [0] * p`: padding on one side only. */
function* secondSide(scope: FunctionScope): Iterable<Candidate> {
  for (const sum of scope.all('BinaryExpression')) {
    const [left, operator, right] = childNodes(sum);
    if (!left || !operator || !right || scope.text(operator) !== '+' || sum.parent?.name === 'BinaryExpression')
      continue;
    const [first, last] = [scope.text(left), scope.text(right)];
    yield* bothSides(scope, sum, left, right);
    if (first.includes('[') && first !== last) yield missing(sum, scope.text(sum), `+ ${first}`, 3);
    if (last.includes('[') && first !== last)
      yield {
        id: 'missing-term',
        detail: msg('{0} lacks a term: it must be {1}', scope.text(sum), `${last} + ${scope.text(sum)}`),
        edits: [editOf({ from: sum.from, to: sum.from }, `${last} + `)],
        cost: 3,
      };
  }
}

/** `[row] * (2 * p)` or `[row] * (p * 2)`: the row, and `p` before or behind the 2. */
const DOUBLED = /^(\[.+\])\s*\*\s*\(\s*(?:([\w.]+)\s*\*\s*2|2\s*\*\s*([\w.]+))\s*\)$/s;

/** `[row] * (2 * p) + rows` for `[row] * p + rows + [row] * p`: all of the padding on one side. */
function* bothSides(scope: FunctionScope, sum: SyntaxNode, left: SyntaxNode, right: SyntaxNode): Iterable<Candidate> {
  for (const [border, inside] of [
    [left, right],
    [right, left],
  ] as const) {
    const doubled = DOUBLED.exec(scope.text(border));
    if (!doubled) continue;
    const [, row, before, size = before] = doubled;
    const text = `${row} * ${size} + ${scope.text(inside)} + ${row} * ${size}`;
    yield {
      id: 'padding-on-one-side',
      detail: msg('The padding is on one side only: {0}', text),
      edits: [editOf(sum, text)],
      cost: 2,
    };
  }
}

/** Names of the bytes between cells. */
const STRIDE = /\.strides\[-?\d\]$|^s\w*(?:\[-?\d\])?$|stride/;

/** The bytes between windows, in `as_strided`: those between cells times the stride. */
function* byteStrides(scope: FunctionScope): Iterable<Candidate> {
  const { stride } = scope;
  const textOf = (nodes: readonly SyntaxNode[]): string => nodes.map((node) => scope.text(node)).join(', ');
  // `n, h, w, c = x.strides`
  const [, targets = ''] = /^[ \t]*\(?(\w+(?: *, *\w+)+)\)? *= *[\w.]+\.strides\b/m.exec(scope.text(scope.node)) ?? [];
  const unpacked = targets.split(/ *, */);
  for (const call of scope.all('CallExpression')) {
    if (!/(?:^|\.)as_strided$/.test(scope.text(call.firstChild ?? call))) continue;
    const nodes = scope.tree
      .all(['VariableName', 'MemberExpression'], call)
      .filter((node) => node.parent?.name === 'TupleExpression')
      .filter((node) => STRIDE.test(scope.text(node)) || unpacked.includes(scope.text(node)));
    const last = scope.tree
      .all('BinaryExpression', call)
      .filter((node) => node.parent?.name === 'TupleExpression' && stride && mentions(scope.text(node), stride))
      .slice(-2);
    if (last.length === 2)
      yield {
        id: 'stride-twice',
        detail: msg('{0} must be {1}', textOf(last), textOf(last.map(({ firstChild }) => firstChild!))),
        edits: last.map((node) => editOf(node, scope.text(node.firstChild!))),
        cost: 2.2,
      };
    const dilation = scope.names.find((name) => roleOf(name) === 'dilation');
    for (const [k, node] of dilation === undefined ? [] : nodes.entries()) {
      // Of one axis, or of rows and columns.
      for (const dilated of [[node], nodes.slice(k, k + 2)])
        yield {
          id: 'dilation-ignored',
          detail: msg('The dilation is not applied to {0}', textOf(dilated)),
          edits: dilated.map((each) => editOf(each, `${scope.text(each)} * ${dilation!}`)),
          cost: 2.6,
        };
    }
    for (const [k, node] of stride === undefined ? [] : nodes.entries()) {
      const single = { ...scaled(node, scope.text(node), stride!), cost: 2.6 };
      yield single;
      const next = nodes[k + 1];
      // Rows and columns.
      if (next) yield { ...single, edits: [...single.edits, ...scaled(next, scope.text(next), stride!).edits] };
    }
  }
}

/** The bytes of `(a, b, a, b)` that are named before the call of `as_strided`: the first two are those between windows. */
function* namedByteStrides(scope: FunctionScope): Iterable<Candidate> {
  const { stride } = scope;
  if (stride === undefined || !/as_strided/.test(scope.text(scope.node))) return;
  for (const tuple of scope.all('TupleExpression')) {
    const items = childNodes(tuple).filter(({ name }) => name === 'VariableName' || name === 'MemberExpression');
    const [rows, cols, row, col] = items.slice(-4);
    if (tuple.parent?.name !== 'AssignStatement') continue;
    for (const item of items) {
      if (/\.strides\[/.test(scope.text(item))) yield { ...scaled(item, scope.text(item), stride), cost: 2.4 };
    }
    if (!rows || !cols || !row || !col) continue;
    if (!STRIDE.test(scope.text(rows)) || scope.text(rows) !== scope.text(row) || scope.text(cols) !== scope.text(col))
      continue;
    const both = [rows, cols].flatMap((node) => scaled(node, scope.text(node), stride).edits);
    yield { ...scaled(rows, scope.text(rows), stride), edits: both, cost: 2.2 };
  }
}

function missing(node: SyntaxNode, text: string, term: string, cost: number): Candidate {
  return {
    id: 'missing-term',
    detail: msg('{0} lacks a term: it must be {1}', text, `${text} ${term}`),
    edits: [editOf(node, `${text} ${term}`)],
    cost,
  };
}

function scaled(node: SyntaxNode, text: string, stride: string): Candidate {
  return {
    id: 'stride-ignored',
    detail: msg('The stride is not applied to {0}', text),
    edits: [editOf(node, `${text} * ${stride}`)],
    cost: node.name === 'BinaryExpression' ? 4 : 3.3,
  };
}

/** A bound of a slice. */
function isBound({ parent, prevSibling, nextSibling }: SyntaxNode): boolean {
  return parent?.name === 'MemberExpression' && [prevSibling?.name, nextSibling?.name].includes(':');
}

function mentions(text: string, name: string): boolean {
  return text.split(/[^\w.'"[\]]+/).includes(name);
}

/** An index, a bound of a slice, an argument, an item of a tuple, or the value of a variable. */
function isWhole(node: SyntaxNode): boolean {
  const { parent } = node;
  switch (parent?.name) {
    case 'MemberExpression':
      return parent.firstChild?.from !== node.from;
    case 'TupleExpression':
      return true;
    case 'ArgList':
      return node.prevSibling?.name !== 'AssignOp';
    case 'AssignStatement':
      return (
        node.prevSibling !== null &&
        (node.name === 'BinaryExpression' || statementOf(node).firstChild?.name !== 'MemberExpression')
      );
    case 'ReturnStatement':
      return node.name === 'BinaryExpression';
    default:
      return false;
  }
}
