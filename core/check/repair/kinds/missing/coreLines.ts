/** The line of a layer that computes its cells: `Z[i, h, w, c] = np.sum(window * W[..., c]) + b[..., c]`. */
import type { SyntaxNode } from '@lezer/common';
import { roleOf, type Role } from '../../../adapt/roles/roles';
import { isBackward, isPooling, type CourseFunction } from '../../../CourseFunction';
import type { FunctionScope } from '../../scope/FunctionScope';
import { alikeFirst } from './values/alikeFirst';
import { rowsAndColumns, startsOf, windowIndices } from './values/windowValues';
import { unreadNames } from './values/unreadNames';
import { isSide, windowAxes } from './values/windowAxes';

/** Windows that are written out where no name holds one. */
const MOST_WINDOWS = 8;

/** The likeliest first; `last`: the line after which they are inserted. */
export function* coreLines(
  scope: FunctionScope,
  operation: CourseFunction,
  name: string,
  last: SyntaxNode,
): Iterable<string> {
  if (operation === 'pool_backward') yield* spread(scope, name, last);
  if (isBackward(operation)) return;
  for (const cell of cellsOf(scope, name, last)) {
    const values = isPooling(operation) ? pooled(scope, last) : convolved(scope, cell, last);
    for (const value of values) yield `${name}[${cell}] = ${value}`;
  }
}

/** `np.max(window)`; of all examples and channels `np.max(window, axis=(1, 2))`. */
function* pooled(scope: FunctionScope, last: SyntaxNode): Iterable<string> {
  for (const window of windowsOf(scope, last)) {
    const axes = windowAxes(scope, window);
    for (const name of ['max', 'mean'])
      yield axes === undefined ? `np.${name}(${window})` : `np.${name}(${window}, axis=(${axes}))`;
  }
}

/** `np.sum(window * W[..., c]) + b[..., c]`. */
function* convolved(scope: FunctionScope, cell: string, last: SyntaxNode): Iterable<string> {
  const [, weights, bias] = partsOfStep(scope);
  const channels = channelsOf(scope, cell);
  const filters = weights === undefined ? partsOf(scope, 'filter', channels) : [weights];
  const biases = bias === undefined ? partsOf(scope, 'bias', channels) : [`np.sum(${bias})`];
  for (const window of windowsOf(scope, last)) {
    for (const filter of filters) {
      const products = cell.includes(':')
        ? [
            `np.tensordot(${window}, ${filter}, axes=([1, 2, 3], [1, 2, 3]))`,
            `np.tensordot(${window}, ${filter}, axes=3)`,
          ]
        : [`np.sum(${window} * ${filter})`];
      for (const product of products) yield* [...biases.map((each) => `${product} + ${each}`), product];
    }
  }
}

/** Loop variables that may count the output channels of a cell: those of its last axis, and of the axis before rows and columns. */
function channelsOf(scope: FunctionScope, cell: string): string[] {
  const items = cell.split(', ');
  return [items.at(-1), items.at(-3)].flatMap((item) =>
    items.length > 2 && item !== undefined && scope.isLoopVariable(item) ? [item] : [],
  );
}

/** The array of a role, and its part for an output channel. */
function partsOf(scope: FunctionScope, role: Role, channels: readonly string[]): string[] {
  const arrays = [...scope.names, ...scope.attributes].filter(
    (each) => roleOf(each.replace(/^self\./, ''), [role]) === role && scope.kindOf(each) !== 'scalar',
  );
  return arrays.flatMap((array) => [
    ...channels.flatMap((channel) => [`${array}[..., ${channel}]`, `${array}[${channel}]`]),
    array,
  ]);
}

/** `dx[window] += mask * dA[i, h, w, c]`, of a mask that nothing reads. */
function* spread(scope: FunctionScope, name: string, last: SyntaxNode): Iterable<string> {
  const gradient = scope.names.find((each) => roleOf(each) === 'gradient');
  for (const part of partsOfStep(scope)) {
    for (const window of windowIndices(scope, last)) {
      const cells = [...wholeCells(scope, window, last), ...cellsOf(scope, name, last)];
      for (const cell of cells) yield `${name}[${window}] += ${part} * ${gradient}[${cell}]`;
      yield `${name}[${window}] += ${part}`;
    }
  }
}

/** `:, :, i:i + 1, j:j + 1` for the window `:, :, top:bottom, left:right`. */
function wholeCells(scope: FunctionScope, window: string, last: SyntaxNode): string[] {
  const items = window.split(', ');
  const pair = rowsAndColumns([...new Set(scope.loopsAround(last))]);
  if (!items.includes(':') || pair.length !== 2 || items.filter(isSide).length !== 2) return [];
  const sides = pair.map((loop) => `${loop}:${loop} + 1`);
  return [items.map((item) => (isSide(item) ? sides.shift()! : item)).join(', ')];
}

/** Arrays of one step that nothing reads. */
function partsOfStep(scope: FunctionScope): string[] {
  const names = scope.all('AssignStatement').flatMap((statement) => {
    const { firstChild } = statement;
    const isOfStep = scope.loopsAround(statement).length > 0 && firstChild?.nextSibling?.name === 'AssignOp';
    return isOfStep ? [scope.text(firstChild)] : [];
  });
  const starts = startsOf(scope).map(([, start]) => start);
  const isPart = (each: string): boolean => names.includes(each) && !starts.includes(each);
  return unreadNames(scope).filter((each) => isPart(each) && scope.kindOf(each) !== 'scalar');
}

/** The name that nothing reads, which holds the window; otherwise the windows of the input. */
function windowsOf(scope: FunctionScope, last: SyntaxNode): string[] {
  const [unread] = partsOfStep(scope);
  if (unread !== undefined) return [unread];
  const arrays = alikeFirst(scope, 'window', last).filter((array) => roleOf(array.replace(/^self\./, '')) === 'input');
  const indices = windowIndices(scope, last);
  return arrays.flatMap((array) => indices.map((index) => `${array}[${index}]`)).slice(0, MOST_WINDOWS);
}

/** The cell of the output at a step: as its array is made; otherwise the loops, rows and columns at the end or before the channel. */
function cellsOf(scope: FunctionScope, name: string, last: SyntaxNode): string[] {
  const made = madeCell(scope, name);
  if (made !== undefined) return [made];
  const loops = [...new Set(scope.loopsAround(last))];
  const pair = rowsAndColumns(loops);
  const others = loops.filter((each) => !pair.includes(each));
  const orders = [
    [...others.slice(0, 1), ...pair, ...others.slice(1)],
    [...others, ...pair],
    [...pair, ...others],
  ];
  return [...new Set(orders.map((order) => order.join(', ')))];
}

/** `i, j, :` for `np.zeros((rows, cols, channels))` where the loops are over rows and columns. */
function madeCell(scope: FunctionScope, name: string): string | undefined {
  const start = scope.all('AssignStatement').find(({ firstChild }) => firstChild && scope.text(firstChild) === name);
  const [, tuple, list] = /zeros\(\s*(?:\((.*?)\)|\[(.*?)\])\s*[,)]/s.exec(start ? scope.text(start) : '') ?? [];
  const sizes = tuple ?? list;
  if (sizes === undefined) return undefined;
  const items = sizes.split(/\s*,\s*/).filter((size) => size !== '');
  const cell = items.map((size, axis) => {
    const bounds = [size, `${name}.shape[${axis}]`];
    return scope.loops.find(({ node }) => bounds.includes(boundOf(scope, node) ?? ''))?.name ?? ':';
  });
  return cell.every((item) => item === ':') ? undefined : cell.join(', ');
}

function boundOf(scope: FunctionScope, loop: SyntaxNode): string | undefined {
  return /\brange\((?:[^(),]+,\s*)?([^(),]+)\)\s*:/.exec(scope.text(loop).split('\n')[0]!)?.[1];
}
