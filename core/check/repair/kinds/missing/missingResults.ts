/** A result that stays zero because the line that writes its cells is missing, or the one that takes it out of the padded array. */
import type { SyntaxNode } from '@lezer/common';
import { roleOf } from '../../../adapt/roles';
import { isBackward, isPooling, type CourseFunction } from '../../../CourseFunction';
import { isTwin } from '../../../source/twins';
import type { Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../FunctionScope';
import { missingLineAfter, missingLineBefore } from './missingLine';
import { unreadNames } from './unreadNames';
import { unchangedZeros } from './unchangedZeros';

export function* missingResults(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation === 'conv_forward') yield* reshaped(scope);
  const results = unchangedZeros(scope);
  if (results.length === 0) return;
  if (isBackward(operation)) yield* unpadded(scope, results);
  const last = lastBinding(scope);
  if (!last) return;
  for (const name of results) {
    const values = isPooling(operation) ? pooled(scope, operation, name) : convolved(scope, operation, name);
    for (const [k, line] of [...values].slice(0, 60).entries()) yield missingLineAfter(scope, last, line, 1.8 + k / 60);
  }
}

/** `dx = dx_pad[:, :, pad:…, pad:…]` before the result is returned. */
function* unpadded(scope: FunctionScope, results: readonly string[]): Iterable<Candidate> {
  const { pad } = scope;
  const padded = scope.names.find((name) => /pad/i.test(name) && /^(?:d|grad)/i.test(name));
  const returned = scope.all('ReturnStatement').at(-1);
  if (pad === undefined || padded === undefined || !returned) return;
  const side = (axis: number): string => `${pad}:${padded}.shape[${axis}] - ${pad}`;
  const indices = [
    `:, ${side(1)}, ${side(2)}, :`,
    `:, :, ${side(2)}, ${side(3)}`,
    `${side(0)}, ${side(1)}`,
    `:, ${side(1)}, ${side(2)}`,
    `${side(0)}, ${side(1)}, :`,
  ];
  for (const name of results) {
    for (const [k, index] of indices.entries()) {
      const line = `${name} = ${padded}[${index}]`;
      yield missingLineBefore(scope, returned, line, 1.5 + k / 20);
    }
  }
}

/** The last line of the innermost loop: what it binds is known there. */
function lastBinding(scope: FunctionScope): SyntaxNode | undefined {
  const inner = scope.all('AssignStatement').filter((statement) => scope.loopsAround(statement).length > 1);
  return inner.at(-1);
}

/** `A[i, h, w, c] = np.max(window)`; `dx[window] += mask * dA[i, h, w, c]`. */
function* pooled(scope: FunctionScope, operation: CourseFunction, name: string): Iterable<string> {
  const unread = unreadNames(scope);
  if (!isBackward(operation)) {
    for (const window of unread)
      for (const cell of cellsOf(scope))
        yield* [`${name}[${cell}] = np.max(${window})`, `${name}[${cell}] = np.mean(${window})`];
    return;
  }
  const gradient = scope.names.find((each) => roleOf(each) === 'gradient');
  const windows = scope
    .all('MemberExpression')
    .map((member) => scope.text(member))
    .filter((text) => text.includes(':'));
  for (const mask of unread)
    for (const window of new Set(windows.map((text) => text.slice(text.indexOf('[')))))
      for (const cell of cellsOf(scope)) yield `${name}${window} += ${mask} * ${gradient}[${cell}]`;
}

/** `Z[i, h, w, c] = np.sum(window * weights) + biases`, of the names that nothing else reads. */
function* convolved(scope: FunctionScope, operation: CourseFunction, name: string): Iterable<string> {
  if (isBackward(operation)) return;
  const [window, weights, bias] = unreadNames(scope);
  if (window === undefined || weights === undefined) return;
  const sum = `np.sum(${window} * ${weights})`;
  for (const cell of cellsOf(scope)) yield `${name}[${cell}] = ${sum}${bias === undefined ? '' : ` + np.sum(${bias})`}`;
}

/** The cell of the output at a step: the loops in their order, rows and columns at the end or before the channel. */
function cellsOf(scope: FunctionScope): string[] {
  const loops = [...new Set(scope.loops.filter(({ node }) => node.name === 'ForStatement').map(({ name }) => name))];
  const pair =
    loops
      .flatMap((row) => loops.filter((col) => isTwin(row, col)).map((col) => [row, col]))[0]
      ?.sort((a, b) => loops.indexOf(a) - loops.indexOf(b)) ?? loops.slice(-2);
  const others = loops.filter((each) => !pair.includes(each));
  const orders = [
    [...others.slice(0, 1), ...pair, ...others.slice(1)],
    [...others, ...pair],
    [...pair, ...others],
  ];
  return [...new Set(orders.map((order) => order.join(', ')))];
}

/** `out = out.reshape(N, out_h, out_w, -1)` before the result is returned, of sizes that nothing reads. */
function* reshaped(scope: FunctionScope): Iterable<Candidate> {
  const returned = scope.all('ReturnStatement').at(-1);
  const [, name] = /^return (\w+)$/.exec(returned ? scope.text(returned) : '') ?? [];
  if (!returned || name === undefined) return;
  const read = new Set(scope.all('VariableName').flatMap((node) => (isRead(node) ? scope.text(node) : [])));
  const unread = scope.names.filter(
    (each) => !read.has(each) && !scope.parameters.includes(each) && !scope.isLoopVariable(each),
  );
  for (const rows of unread) {
    for (const cols of unread.filter((each) => isTwin(rows, each))) {
      const examples = [
        ...unread.filter((each) => each !== rows && each !== cols),
        `${scope.parameters.find((each) => each !== 'self')}.shape[0]`,
      ];
      for (const [k, count] of examples.entries()) {
        for (const [j, axes] of ['.transpose(0, 3, 1, 2)', ''].entries()) {
          const line = `${name} = ${name}.reshape(${count}, ${rows}, ${cols}, -1)${axes}`;
          yield missingLineBefore(scope, returned, line, 1.6 + k / 10 + j / 20);
        }
      }
    }
  }
}
