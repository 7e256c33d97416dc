/** The layer calls that a text makes when it runs: not those in function bodies, and not layers that are only made. */
import { ownEntry } from '../../../../core/ownEntry';
import type { OperationName, TextRange } from '../../../../core/read/ParseResult';
import { findCalls, type FoundCall } from '../../../../core/read/python/findCalls';
import { lastLayer } from '../../../../core/setup/readIntent';
import { lineAt } from '../../source/assignment';

/** Calls in the order of the text. Nothing is evaluated. */
export function layerCalls(text: string, range: { from?: number; to?: number } = {}): FoundCall[] {
  const { from = 0, to = text.length } = range;
  const asked = /\.(?:backward|gradient)[ \t]*\(/.test(text.slice(from, to));
  const found = findCalls(text, asked ? { to } : range).filter(
    ({ callee, range: [start, end] }) =>
      !isInDefinition(text, start) && !isInLambda(text, start) && !isOnlyMade(text, callee, end),
  );
  if (!asked) return found;
  const all = [...found, ...gradientCalls(text, found, to)].sort((a, b) => a.range[0] - b.range[0]);
  return all.filter((call) => call.range[0] >= from);
}

type ForwardName = Extract<OperationName, `${string}_forward`>;

/** Undefined: the interpreter does not record the gradients of this layer. */
const GRADIENTS: Readonly<Record<ForwardName, OperationName | undefined>> = {
  conv_forward: 'conv_backward',
  conv_transpose_forward: undefined,
  pool_forward: 'pool_backward',
  relu_forward: 'relu_backward',
};

/** `y.backward()` and `tape.gradient(y, x)` after a call of a layer: the gradients of that layer. */
function gradientCalls(text: string, found: readonly FoundCall[], to: number): FoundCall[] {
  if (!/\b(?:torch|tensorflow|chainer|mxnet|paddle|oneflow|tinygrad|dezero)\b/.test(text)) return [];
  return [...text.slice(0, to).matchAll(/\.(backward|gradient)[ \t]*\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/g)].flatMap(
    ({ 0: written, 1: callee = '', index }): FoundCall[] => {
      const range = [index + 1, index + written.length] as const;
      const known = found.some((call) => call.range[0] <= range[0] && range[0] < call.range[1]);
      const layer = lastLayer(found.filter((call) => call.range[0] < index));
      const operation = layer && ownEntry(GRADIENTS, layer.operation);
      if (!operation || known || isInDefinition(text, index) || isCommented(text, index)) return [];
      return [{ callee, operation, range }];
    },
  );
}

function isCommented(text: string, offset: number): boolean {
  return text.slice(lineAt(text, offset).start, offset).includes('#');
}

/** The call nearest to a cursor: on its line, else by the number of lines between; of equally near ones the one above. */
export function nearestCall<T extends { readonly range: TextRange }>(
  text: string,
  calls: readonly T[],
  cursor: number,
): T | undefined {
  let nearest: T | undefined;
  let best = Infinity;
  for (const call of calls) {
    const distance = lineDistance(text, call.range, cursor);
    if (distance < best) [nearest, best] = [call, distance];
  }
  return nearest;
}

/** Number of lines between a range and an offset: 0 on the same line. */
function lineDistance(text: string, [start, end]: TextRange, offset: number): number {
  if (offset < start) return countLines(text, offset, start);
  return offset > end ? countLines(text, end, offset) : 0;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** `check(lambda x: conv_forward(x, W, b, hparameters), x)`: called by other code, if at all. */
function isInLambda(text: string, offset: number): boolean {
  const before = text.slice(lineAt(text, offset).start, offset);
  const lambda = before.lastIndexOf('lambda');
  if (lambda < 0) return false;
  const body = before.slice(lambda);
  return count(body, /[[({]/g) >= count(body, /[\])}]/g);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** `nn.Conv2d(…)` makes a layer; only `nn.Conv2d(…)(x)` runs it. */
function isOnlyMade(text: string, callee: string, end: number): boolean {
  // The nodes of a graph run in a session.
  if (callee.endsWith('make_node') && /\bmake_graph\(/.test(text)) return true;
  const isClass = /^[A-Z]/.test(callee.slice(callee.lastIndexOf('.') + 1)) && !/^F\./.test(callee);
  return isClass && !/^\s?\(/.test(text.slice(end, end + 2));
}

/**
 * Whether a `def` or `class` with less indentation holds the line of `offset`. Lines that close a bracket, `) -> Tensor:`, belong
 * to a line above.
 */
export function isInDefinition(text: string, offset: number): boolean {
  let { start } = lineAt(text, offset);
  let indent = indentAt(text, start);
  while (indent > 0 && start > 0) {
    start = lineAt(text, start - 1).start;
    const own = indentAt(text, start);
    if (own >= indent || isBlankAt(text, start + own) || ')]}'.includes(text[start + own]!)) continue;
    if (/^(?:async\s+def|def|class)\b/.test(text.slice(start + own, start + own + 12))) return true;
    indent = own;
  }
  return false;
}

function indentAt(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - start;
}

function isBlankAt(text: string, at: number): boolean {
  const character = text[at];
  return character === undefined || character === '\n' || character === '\r' || character === '#';
}
