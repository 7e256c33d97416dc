/** Values of a name that no line binds and that is a bound of a window, the window, or a part of an array for one step. */
import type { SyntaxNode } from '@lezer/common';
import { roleOf, type Role } from '../../../../adapt/roles/roles';
import { childNodes } from '../../../../source/PythonTree';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { splitSlice } from '../../../scope/splitSlice';
import { subscriptItems } from '../../../scope/subscriptItems';
import { isTwin } from '../../../../source/twins';
import { alikeFirst } from './alikeFirst';

/** The window, or a part of an array for one step. */
export function* partValues(scope: FunctionScope, name: string, use: SyntaxNode): Iterable<string> {
  // Lists of lists have an index for each axis.
  const isNested = scope.all('MemberExpression').some((member) => /\w\]\[[^\]]*\]$/.test(scope.text(member)));
  const indices = indicesOf(scope, use).map((index) => (isNested ? index.replaceAll(', ', '][') : index));
  for (const array of alikeFirst(scope, name, use)) for (const index of indices) yield `${array}[${index}]`;
}

/** `vert_start = h * stride` and `vert_end = vert_start + f`, for a name that is a bound of a slice. */
export function* boundValues(scope: FunctionScope, name: string, use: SyntaxNode): Iterable<string> {
  const slices = scope.all('MemberExpression').flatMap((member) => subscriptItems(scope, member));
  const parts = slices.map(({ text }) => splitSlice(text)).find((each) => each.length > 1 && each.includes(name));
  const isStart = new RegExp(`=\\s*${name} \\+`).test(scope.text(scope.node));
  if (!parts && !isStart) return;
  if (isStart || parts?.[0] === name) {
    for (const loop of scope.loopsAround(use).reverse()) {
      if (scope.stride !== undefined) yield `${loop} * ${scope.stride}`;
      yield loop;
    }
  } else if (parts?.[0]) {
    for (const size of kernelSizes(scope)) yield `${parts[0]} + ${size}`;
  }
}

/** Names and attributes that hold the size of the window: of rows and columns each, or one for both. */
export function kernelSizes(scope: FunctionScope): string[] {
  const unpacked = unpackedSizes(scope);
  const filters = unpacked.flatMap(({ name, array }) => (isFilter(array) ? [name] : []));
  const names = [...scope.names, ...scope.attributes].filter(
    (each) =>
      scope.isScalar(each) &&
      !scope.isLoopVariable(each) &&
      !unpacked.some(({ name, array }) => name === each || array === each),
  );
  const sizesOf = (role: Role): string[] =>
    names.filter((each) => roleOf(each.replace(/^self\./, ''), [role]) === role);
  const [rows, cols] = [sizesOf('kernelRows'), sizesOf('kernelCols')];
  if (rows.length > 0 && cols.length > 0) return [rows[0]!, cols[0]!];
  return filters.length > 0 ? rowsAndColumns(filters) : [...rows, ...cols, ...sizesOf('kernel')];
}

/** `h` and `w` of `h, w = K.shape`. */
export function unpackedSizes(scope: FunctionScope): { readonly name: string; readonly array: string }[] {
  return scope.all('AssignStatement').flatMap((statement) => {
    const [, names, array] = /^\(?([\w, ]+)\)?\s*=\s*([\w.]+)\.shape\b/.exec(scope.text(statement)) ?? [];
    if (names === undefined || array === undefined) return [];
    return names.split(/\W+/).map((name) => ({ name, array }));
  });
}

function isFilter(array: string): boolean {
  return roleOf(array.replace(/^self\./, ''), ['filter']) === 'filter';
}

/** Subscripts of a window or of a part at a place of the text: those of other arrays first, then those of the loops. */
function indicesOf(scope: FunctionScope, use: SyntaxNode): string[] {
  const loops = scope.loopsAround(use);
  const [example] = loops;
  const pair = rowsAndColumns(loops);
  const channel = loops.filter((each) => !pair.includes(each)).at(-1);
  const cells = [
    [example],
    [':', ':', ':', channel],
    [channel],
    ['0', '0', '0', channel],
    [example, ...pair, channel],
    [example, channel, ...pair],
    pair,
  ].filter((items) => items.length > 0 && !items.includes(undefined));
  return [...new Set([...windowIndices(scope, use), ...cells.map((items) => items.join(', '))])];
}

/** Subscripts of a window at a place of the text: those of other arrays first, then those of the loops. */
export function windowIndices(scope: FunctionScope, use: SyntaxNode): string[] {
  const loops = scope.loopsAround(use);
  const written = scope.all('MemberExpression').flatMap((member) => {
    const items = subscriptItems(scope, member).map(({ text }) => text);
    return items.some((text) => text.includes(':')) ? [items, items.slice(1)] : [];
  });
  const [example] = loops;
  const pair = rowsAndColumns(loops);
  const channel = loops.filter((each) => !pair.includes(each)).at(-1);
  const windows = sidesOf(scope, use).flatMap((sides) => [
    [sides, ':'],
    [sides],
    [example, sides, ':'],
    [example, sides, channel],
    [example, channel, sides],
    [example, ':', sides],
    [':', sides, ':'],
    [':', ':', sides],
    [':', sides],
    [sides, channel],
    [channel, sides],
  ]);
  const all = [...written, ...windows].filter((items) => items.length > 0 && !items.includes(undefined));
  return [...new Set(all.map((items) => items.join(', ')))];
}

/** The loops over rows and columns. */
export function rowsAndColumns(loops: readonly string[]): string[] {
  for (const row of loops)
    for (const col of loops)
      if (isTwin(row, col)) return loops.indexOf(row) < loops.indexOf(col) ? [row, col] : [col, row];
  return loops.slice(-2);
}

/** `vert_start:vert_end, horiz_start:horiz_end`, from the bounds that the function computes; `i * s:i * s + f` without them. */
function sidesOf(scope: FunctionScope, use: SyntaxNode): string[] {
  const bounds = scope.all('AssignStatement').flatMap((statement): string[] => {
    const [target, , value] = childNodes(statement);
    const [, start] = /^(\w+) \+ /.exec(value ? scope.text(value) : '') ?? [];
    return target && start !== undefined && scope.names.includes(start) ? [`${start}:${scope.text(target)}`] : [];
  });
  if (bounds.length === 2) return [bounds.join(', ')];
  const [row, col] = rowsAndColumns(scope.loopsAround(use));
  if (row === undefined || col === undefined) return [];
  const starts = new Map(startsOf(scope));
  const side = (loop: string, size: string): string => {
    const start = starts.get(loop) ?? (scope.stride === undefined ? loop : `${loop} * ${scope.stride}`);
    return `${start}:${start} + ${size}`;
  };
  const sizes = kernelSizes(scope);
  const same = sizes.map((each) => [each, each]);
  const pairs = sizes.length === 2 && isTwin(sizes[0]!, sizes[1]!) ? [sizes, ...same] : same;
  return pairs.slice(0, 3).map(([rows, cols]) => `${side(row, rows!)}, ${side(col, cols!)}`);
}

/** `top` of the loop of `i`, for `top = i * stride`, also for `top, left = i * stride, j * stride`. */
export function startsOf(scope: FunctionScope): [string, string][] {
  return scope.all('AssignStatement').flatMap((statement) => {
    const children = childNodes(statement).filter(({ name }) => name !== ',');
    const operator = children.findIndex(({ name }) => name === 'AssignOp');
    return children.slice(0, operator).flatMap((target, k): [string, string][] => {
      const value = children[operator + 1 + k];
      const [, loop] = /^(\w+) ?\* ?[\w.]+$/.exec(value ? scope.text(value) : '') ?? [];
      return loop !== undefined && scope.isLoopVariable(loop) ? [[loop, scope.text(target)]] : [];
    });
  });
}
