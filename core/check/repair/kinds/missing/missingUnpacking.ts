/** Several names that are read and that no line binds: the sizes of an array, or the items of the cache. */
import type { SyntaxNode } from '@lezer/common';
import { roleOf } from '../../../adapt/roles/roles';
import { twinOf } from '../../../source/twins';
import type { Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { namesWithoutValue } from '../loops/unboundNames';
import { missingLineBefore } from './missingLine';
import { permutations } from '../../permutations';

/** Names that one line binds. */
const MOST_NAMES = 4;

export function* missingUnpacking(scope: FunctionScope): Iterable<Candidate> {
  const missing = namesWithoutValue(scope);
  const [first] = missing;
  const use = first === undefined ? undefined : readOf(scope, first);
  if (use && missing.length <= MOST_NAMES) {
    const lines = [...shapeLines(scope, missing)];
    for (const [k, line] of lines.entries()) yield missingLineBefore(scope, use, line, 1.5 + k / 200);
  }
  yield* cacheLines(scope);
}

function readOf(scope: FunctionScope, name: string): SyntaxNode | undefined {
  return scope.all('VariableName').find((node) => scope.text(node) === name && isRead(node));
}

/** `m, n_H, n_W, n_C = A_prev.shape`, and `.strides` for a view: the sizes of rows and columns are next to each other. */
function* shapeLines(scope: FunctionScope, missing: readonly string[]): Iterable<string> {
  const row = missing.find((name) => twinOf(name) !== name);
  const col = missing.find((name) =>
    row === undefined ? missing.some((each) => twinOf(each) === name) : twinOf(row) === name,
  );
  if (row === undefined && col === undefined) return;
  const others = missing.filter((name) => name !== row && name !== col);
  const arrays = [...scope.parameters, ...scope.attributes].filter(
    (name) => name !== 'self' && scope.kindOf(name) !== 'scalar',
  );
  const kinds = /as_strided|strides/.test(scope.text(scope.node)) ? ['strides', 'shape'] : ['shape'];
  for (const rank of [4, 3, 2]) {
    for (const order of arrangements([row ?? '_', col ?? '_'], others, rank))
      for (const array of arrays) for (const kind of kinds) yield `${order.join(', ')} = ${array}.${kind}`;
  }
}

/** Places of a pair of names side by side and of further names, in a list of a length. */
function arrangements(pair: readonly string[], others: readonly string[], rank: number): string[][] {
  const free = rank - pair.length;
  if (others.length > free) return [];
  const filled = permutations([...others, ...Array<string>(free - others.length).fill('_')]);
  const orders = filled.flatMap((rest) =>
    Array.from({ length: free + 1 }, (_, k) => [...rest.slice(0, k), ...pair, ...rest.slice(k)]),
  );
  return [...new Map(orders.map((order) => [order.join(), order])).values()];
}

/** `A_prev, W, b, hparameters = cache`, where nothing reads the cache. */
function* cacheLines(scope: FunctionScope): Iterable<Candidate> {
  const cache = scope.parameters.find((name) => roleOf(name) === 'cache');
  if (cache === undefined || readOf(scope, cache)) return;
  const free = freeNames(scope);
  const [first] = free;
  const use = first === undefined ? undefined : readOf(scope, first);
  if (!use) return;
  for (const names of packed(scope, free)) {
    const line = names.length === 1 ? `${names[0]} = ${cache}` : `${names.join(', ')} = ${cache}`;
    yield missingLineBefore(scope, use, line, 1.4);
  }
}

/** Names that the function reads and does not bind, though the text may bind them elsewhere as data. */
function freeNames(scope: FunctionScope): string[] {
  const { source } = scope.tree;
  const isOwn = (name: string): boolean => scope.names.includes(name) || scope.isLoopVariable(name);
  const isDefined = (name: string): boolean =>
    new RegExp(`^(?:\\s*def |class |(?:from|import) (?:.*\\b)?)${name}\\b`, 'm').test(source);
  const read = scope.all('VariableName').flatMap((node) => (isRead(node) ? scope.text(node) : []));
  return [...new Set(read)].filter(
    (name) => !isOwn(name) && !isDefined(name) && !/^(?:np|self|int|float|range|len)$/.test(name),
  );
}

/** Tuples of the text that hold the names, as the forward function packs them; otherwise the names in every order. */
function packed(scope: FunctionScope, names: readonly string[]): string[][] {
  const tuples = scope.tree.all('TupleExpression').map((tuple) =>
    scope
      .text(tuple)
      .slice(1, -1)
      .split(/\s*,\s*/),
  );
  const whole = tuples.filter(
    (items) => items.every((item) => /^\w+$/.test(item)) && names.every((name) => items.includes(name)),
  );
  if (names.length > MOST_NAMES) return whole;
  // The bias may be packed too, and not be needed.
  const orders = permutations(names);
  const withUnused = orders.flatMap((order) => order.map((_, k) => [...order.slice(0, k), '_', ...order.slice(k)]));
  return [...whole, ...orders, ...(names.length < MOST_NAMES ? withUnused : [])];
}
