/** Window starts without the stride: `vert_start = h` becomes `vert_start = h * stride`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { rolesOf } from '../../../adapt/roles/roles';
import { childNodes, statementOf } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';

export function* windowStartFormula(scope: FunctionScope): Iterable<Candidate> {
  const stride = scope.stride ?? writtenSize(scope);
  if (stride === undefined) return;
  const divided = dividedIndices(scope);
  const groups = new Map<string, SyntaxNode[]>();
  for (const node of scope.all('VariableName')) {
    const name = scope.text(node);
    if (!(scope.isLoopVariable(name) || scope.isIndex(name) || divided.has(name)) || !isRead(node) || !isPosition(node))
      continue;
    groups.set(name, [...(groups.get(name) ?? []), node]);
  }
  const edits = [...groups].map(([name, nodes]) => nodes.map((node) => editOf(node, `${name} * ${stride}`)));
  for (const [k, first] of edits.entries()) {
    for (const second of edits.slice(k + 1)) yield ignored([...first, ...second], stride, 1);
    yield ignored(first, stride, 1.2);
  }
  yield* added(scope, stride);
  yield* positions(scope, stride);
  yield* startsByWindow(scope, stride);
  for (const nodes of groups.values()) {
    if (nodes.length < 2) continue;
    for (const node of nodes) yield ignored([editOf(node, `${scope.text(node)} * ${stride}`)], stride, 3);
  }
}

/** The number in `x[i:i + 2]`: windows side by side start as far apart. */
function writtenSize(scope: FunctionScope): string | undefined {
  const [, loop = '', size] = /[[,] *(\w+) ?: ?\1 ?\+ ?([2-9])\b/.exec(scope.text(scope.node)) ?? [];
  return scope.isLoopVariable(loop) ? size : undefined;
}

/** `i * f` for `i * stride`, at every start and end of a window. */
function* startsByWindow(scope: FunctionScope, stride: string): Iterable<Candidate> {
  const edits = scope.all('BinaryExpression').flatMap((node) => {
    const [left, operator, right] = childNodes(node);
    if (!left || !right || scope.text(operator!) !== '*') return [];
    const size = [left, right].find((each) => roleOfWindow(scope.text(each)));
    const index = size === left ? right : left;
    return size && scope.isLoopVariable(scope.text(index)) && scope.text(size) !== stride ? [editOf(size, stride)] : [];
  });
  if (edits.length < 2) return;
  yield {
    id: 'stride-ignored',
    detail: msg('The windows start {0} apart, not their own size apart', stride),
    edits,
    cost: 1.3,
  };
}

function roleOfWindow(name: string): boolean {
  return rolesOf(name).some((role) => role === 'kernel' || role === 'kernelRows' || role === 'kernelCols');
}

/** The names in `r, c = divmod(k, width)`. */
function dividedIndices(scope: FunctionScope): ReadonlySet<string> {
  const names = scope.all('AssignStatement').flatMap((statement) => {
    const match = /^\(?(\w+),\s*(\w+)\)?\s*=\s*(?:divmod|np\.unravel_index)\(/.exec(scope.text(statement));
    return match ? [match[1]!, match[2]!] : [];
  });
  return new Set(names);
}

/** `np.tile(np.arange(out_w), out_h)` for `stride * np.tile(…)`: all window starts as an array. */
function* positions(scope: FunctionScope, stride: string): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    if (!/(?:^|\.)(?:arange|tile|repeat)$/.test(scope.text(call.firstChild ?? call))) continue;
    if (call.parent?.name !== 'AssignStatement') continue;
    yield ignored([editOf(call, `${stride} * ${scope.text(call)}`)], stride, 2.2);
  }
}

/** `h + stride` for `h * stride`, and an extent in a strided slice without its stride. */
function* added(scope: FunctionScope, stride: string): Iterable<Candidate> {
  const edits = scope.all('BinaryExpression').flatMap((node) => {
    const text = scope.text(node).replace(/\s/g, '');
    const name = text.replace(`+${stride}`, '');
    return text === `${name}+${stride}` && scope.isLoopVariable(name) ? [editOf(node, `${name} * ${stride}`)] : [];
  });
  if (edits.length > 0) yield ignored(edits, stride, 1.2);
  for (const node of scope.all('VariableName')) {
    const { parent } = node;
    if (scope.isLoopVariable(scope.text(node)) || parent?.name !== 'BinaryExpression' || !isInSlice(node)) continue;
    if (parent.lastChild?.from === node.from && operatorOf(parent) === '+') {
      yield ignored([editOf(node, `${scope.text(node)} * ${stride}`)], stride, 3.5);
    }
  }
}

function ignored(edits: Candidate['edits'], stride: string, cost: number): Candidate {
  return {
    id: 'stride-ignored',
    detail: msg('The stride is not applied to the start of the window: multiply the output index by {0}', stride),
    edits,
    cost,
  };
}

/** A start of a window: in a slice, or in the value of a plain variable; not already multiplied. */
function isPosition(node: SyntaxNode): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (parent.name === 'BinaryExpression' && /\*|\//.test(operatorOf(parent))) return false;
  if (isInSlice(node) || isSliceArgument(node) || isSummedIndex(node)) return true;
  const statement = statementOf(node);
  if (statement.name !== 'AssignStatement') return false;
  for (let at: SyntaxNode | null = node.parent; at && at !== statement && at.from >= statement.from; at = at.parent) {
    if (at.name === 'MemberExpression' || at.name === 'CallExpression') return false;
  }
  return statement.getChild('MemberExpression')?.from !== statement.from;
}

/** The start in `slice(h, h * s + f)`. */
function isSliceArgument(node: SyntaxNode): boolean {
  const { parent } = node;
  return (
    parent?.name === 'ArgList' &&
    parent.prevSibling?.name === 'VariableName' &&
    parent.prevSibling.to - parent.prevSibling.from === 5 &&
    node.prevSibling?.name === '('
  );
}

/** `h` in `x[h + i]`. */
function isSummedIndex(node: SyntaxNode): boolean {
  let at: SyntaxNode = node;
  while (at.parent && at.parent.name === 'BinaryExpression') at = at.parent;
  return at !== node && at.parent?.name === 'MemberExpression' && at.parent.firstChild?.from !== at.from;
}

function isInSlice(node: SyntaxNode): boolean {
  let at: SyntaxNode = node;
  while (at.parent && at.parent.name === 'BinaryExpression') at = at.parent;
  if (at.parent?.name !== 'MemberExpression') return false;
  return at.prevSibling?.name === ':' || at.nextSibling?.name === ':';
}

function operatorOf(node: SyntaxNode): string {
  const operator = node.getChild('ArithOp');
  return operator?.firstChild?.name ?? operator?.name ?? '';
}
