/** An array that is reshaped before its axes are in the right order, and a filter that is not turned. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { statedFilter } from '../../../adapt/layout/namedLayout';
import { roleOf } from '../../../adapt/roles/roles';
import { GRADIENTS } from '../../../adapt/roles/returnedResults';
import type { CourseFunction } from '../../../CourseFunction';
import { childNodes, isTarget, statementOf } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';
import { indentOf } from '../../scope/indentOf';

/** Channels to the end and to the front, and the examples exchanged with the channels. */
const ORDERS = ['0, 2, 3, 1', '0, 3, 1, 2', '1, 2, 3, 0', '3, 0, 1, 2', '1, 0, 2, 3', '0, 2, 1, 3'];

export function* layout(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    yield* untransposed(scope, call);
    yield* tiled(scope, call);
    yield* repeated(scope, call);
    yield* reversedAxes(scope, call);
  }
  for (const name of scope.all(['VariableName', 'MemberExpression'])) {
    const isFilter = roleOf(scope.text(name), ['filter']) === 'filter' || isTurnedByCall(scope, name);
    const isOwn = name.name === 'MemberExpression' && !isTarget(name);
    if (!isFilter || !(isOwn || isRead(name)) || isKept(scope, name)) continue;
    const isShape = name.parent?.name === 'MemberExpression' && /\.(?:shape|size|ndim)/.test(scope.text(name.parent));
    if (isShape) continue;
    yield* turned(scope, name);
    yield* flattened(scope, name);
  }
  if (operation === 'conv_backward') yield* gradientShapes(scope);
  yield* otherThanStated(scope);
}

/** A filter that the text states in another order than the code reads it: `cin, cout, k, _ = W.shape` under `W: (out, in, k, k)`. */
function* otherThanStated(scope: FunctionScope): Iterable<Candidate> {
  if (statedFilter(scope.text(scope.node)) === undefined) return;
  const first = scope
    .all('VariableName')
    .find((name) => isRead(name) && scope.parameters.includes(scope.text(name)) && isFilterName(scope.text(name)));
  const statement = first && statementOf(first);
  if (!first || !statement || statement.parent?.parent?.from !== scope.node.from) return;
  const name = scope.text(first);
  for (const order of ['1, 0, 2, 3', '2, 3, 1, 0', '3, 2, 0, 1']) {
    yield {
      id: 'stated-axes',
      detail: msg('{0} is read in another order of its axes than the text states', name),
      edits: [
        editOf(
          { from: statement.from, to: statement.from },
          `${name} = ${name}.transpose(${order})\n${indentOf(scope, statement)}`,
        ),
      ],
      cost: 2,
    };
  }
}

function isFilterName(name: string): boolean {
  return roleOf(name, ['filter']) === 'filter';
}

/** An array that is given to a function which turns it: `fftconvolve(x, g)` for `fftconvolve(x, g[::-1, ::-1])`. */
function isTurnedByCall(scope: FunctionScope, { name, parent }: SyntaxNode): boolean {
  if (name !== 'VariableName' || parent?.name !== 'ArgList' || !parent.prevSibling) return false;
  return /(?:^|\.)(?:fft|oa)?convolve(?:2d)?$/.test(scope.text(parent.prevSibling));
}

/** `self.W = W`, `w, b = self.w, self.b`: not `w = self.w` alone. */
function isKept(scope: FunctionScope, { parent, from }: SyntaxNode): boolean {
  if (parent?.name !== 'AssignStatement') return false;
  const [target, operator, value] = childNodes(parent);
  return operator?.name !== 'AssignOp' || value?.from !== from || scope.text(target!).startsWith('self.');
}

/** `x.reshape(n, -1)` for `x.transpose(0, 2, 3, 1).reshape(n, -1)`, and the reverse. */
function* untransposed(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const callee = call.firstChild;
  const array = callee?.name === 'MemberExpression' ? callee.firstChild : undefined;
  if (!callee || !array || !/\.(?:reshape|ravel|flatten)$/.test(scope.text(callee))) return;
  for (const [k, order] of ORDERS.entries()) {
    yield {
      id: 'wrong-axes',
      detail: msg('{0} is reshaped in the order of its axes: they must be ({1}) first', scope.text(array), order),
      edits: [editOf({ from: array.to, to: array.to }, `.transpose(${order})`)],
      cost: 2.8 + k / 10,
    };
  }
  yield {
    id: 'wrong-axes',
    detail: msg('{0} is reshaped in the order of its axes: it must be transposed first', scope.text(array)),
    edits: [editOf({ from: array.to, to: array.to }, '.T')],
    cost: 2.9,
  };
  if (argumentsOf(scope, call).length < 3) return;
  for (const [k, order] of ORDERS.entries()) {
    yield {
      id: 'wrong-axes',
      detail: msg('The axes of {0} must be in the order ({1})', scope.text(call), order),
      edits: [editOf({ from: call.to, to: call.to }, `.transpose(${order})`)],
      cost: 3.2 + k / 10,
    };
  }
}

/** `np.tile(g, (1, k, k, 1))` puts whole arrays side by side; every cell is to be repeated. */
function* tiled(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  if (!/(?:^|\.)tile$/.test(scope.text(call.firstChild ?? call))) return;
  const [array, counts] = argumentsOf(scope, call);
  const factors = counts && /^[([].*[)\]]$/.test(counts) ? counts.slice(1, -1).split(',') : [];
  if (array === undefined || factors.length < 2) return;
  let text = array;
  for (const [axis, factor] of factors.entries()) {
    if (factor.trim() !== '1') text = `np.repeat(${text}, ${factor.trim()}, axis=${axis})`;
  }
  const detail = msg('np.tile repeats the whole array: np.repeat repeats each value');
  yield { id: 'tiled-for-repeated', detail, edits: [editOf(call, text)], cost: 2.4 };
}

/** `np.repeat(g, n, axis=1)` for `np.tile(g, (1, n))`, where the copies are put one after the other. */
function* repeated(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const [array, count, axis] = argumentsOf(scope, call);
  const place = /^(?:axis\s*=\s*)?(\d)$/.exec(axis ?? '')?.[1];
  if (!/\.repeat$/.test(scope.text(call.firstChild ?? call)) || count === undefined || place === undefined) return;
  const text = `np.tile(${array}, (${'1, '.repeat(Number(place))}${count}))`;
  const detail = msg('{0} repeats each value: {1} repeats the whole array', scope.text(call), text);
  yield { id: 'repeated-for-tiled', detail, edits: [editOf(call, text)], cost: 1.6 };
}

/** `w.T.reshape(-1, n)` for `w.reshape(n, -1).T`: the transpose reverses all axes, those of the window too. */
function* reversedAxes(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const [, array] = /^(.+)\.T\.reshape$/.exec(scope.text(call.firstChild ?? call)) ?? [];
  const [first, second, ...rest] = argumentsOf(scope, call);
  if (array === undefined || second === undefined || rest.length > 0) return;
  const text = `${array}.reshape(${second}, ${first}).T`;
  const detail = msg('{0} is used where {1} belongs', `${array}.T`, text);
  yield { id: 'wrong-axes', detail, edits: [editOf(call, text)], cost: 0.9 };
}

/** `w @ cols` for `w.reshape(w.shape[0], -1) @ cols`: the filter is a matrix with one row, or one column, a channel. */
function* flattened(scope: FunctionScope, name: SyntaxNode): Iterable<Candidate> {
  const text = scope.text(name);
  const isFactor =
    /^(?:BinaryExpression|ArgList)$/.test(name.parent?.name ?? '') &&
    /@|dot\(|matmul\(/.test(scope.text(statementOf(name)));
  if (!isFactor) return;
  for (const end of ['.reshape({0}.shape[0], -1)', '.reshape({0}.shape[0], -1).T', '.reshape(-1, {0}.shape[-1])']) {
    const matrix = text + end.replace('{0}', text);
    yield {
      id: 'wrong-reshape',
      detail: msg('{0} must be {1}', text, matrix),
      edits: [editOf(name, matrix)],
      cost: 2.6,
    };
  }
}

/** `dw = …` for `dw = (…).reshape(w.shape)`: a gradient has the shape of its array. */
function* gradientShapes(scope: FunctionScope): Iterable<Candidate> {
  const filters = [...scope.names, ...scope.attributes].filter((name) => roleOf(name, ['filter']) === 'filter');
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (!target || !value || !GRADIENTS.filter.test(scope.text(target).replace(/^self\./, ''))) continue;
    // The function gives it a shape already.
    if (scope.text(scope.node).includes(`${scope.text(target)}.reshape(`)) continue;
    const source = scope.factor(value);
    for (const filter of filters) {
      if (filter === scope.text(target)) continue;
      for (const end of [`.reshape(${filter}.shape)`, `.T.reshape(${filter}.shape)`]) {
        yield {
          id: 'wrong-reshape',
          detail: msg('{0} must be {1}', scope.text(value), source + end),
          edits: [editOf(value, source + end)],
          cost: 2.6,
        };
      }
    }
  }
}

/** The gradient of the input takes the filter turned by 180 degrees. */
function* turned(scope: FunctionScope, name: SyntaxNode): Iterable<Candidate> {
  const text = scope.text(name);
  // It is turned already.
  if (name.parent && /\.flip$/.test(scope.text(name.parent))) return;
  const isTensor = /\b(?:torch|F)\.\w/.test(scope.ownerText);
  for (const end of isTensor ? ['.flip(-2, -1)'] : ['[::-1, ::-1]', '[:, :, ::-1, ::-1]']) {
    yield {
      id: 'filter-not-turned',
      detail: msg('{0} must be turned by 180 degrees', text),
      edits: [editOf(name, `${text}${end}`)],
      cost: 3.6,
    };
  }
}
