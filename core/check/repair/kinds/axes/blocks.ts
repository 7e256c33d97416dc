/** Consecutive blocks of channels and of cells: every n-th one is taken, or a block is split at the wrong place. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { tuple4 } from '../../../../tuples';
import type { TextEdit } from '../../../FunctionCheck';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';
import { subscriptItems } from '../../scope/subscriptItems';

export function* blocks(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) yield* groups(scope, member);
  for (const call of scope.all('CallExpression')) {
    yield* tiles(scope, call);
    yield* splitAxes(scope, call);
    yield* gatheredTiles(scope, call);
  }
}

/** `x[g::groups]` and `x[g : g + size]` for `x[g * size : (g + 1) * size]`. */
function* groups(scope: FunctionScope, member: SyntaxNode): Iterable<Candidate> {
  for (const item of subscriptItems(scope, member)) {
    const [, group, added] = /^(\w+)\s*(?:::\s*\w+|:\s*\1\s*\+\s*([\w.]+))$/.exec(item.text) ?? [];
    if (group === undefined || !scope.isLoopVariable(group)) continue;
    // `x[i:i + 2]` is a window, unless the text has groups.
    if (/^\d/.test(added ?? '') && !/group|grupo/i.test(scope.text(scope.node))) continue;
    const sizes = added
      ? [added]
      : scope.names.filter((name) => scope.kindOf(name) !== 'array' && !scope.parameters.includes(name));
    for (const size of sizes) {
      if (size === group || scope.isLoopVariable(size)) continue;
      const text = `${group} * ${size}:(${group} + 1) * ${size}`;
      yield {
        id: 'wrong-group',
        detail: msg('A group has consecutive channels: {0} must be {1}', item.text, text),
        edits: [editOf(item, text)],
        cost: added ? 2.4 : 2.8,
      };
    }
  }
}

/** `x.reshape(h, w, k, k).mean(axis=(2, 3))` for `x.reshape(h, k, w, k).mean(axis=(1, 3))`. */
function* tiles(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const member = call.firstChild;
  const inner = member?.name === 'MemberExpression' ? member.firstChild : undefined;
  if (!member || inner?.name !== 'CallExpression' || !/\.reshape$/.test(scope.text(inner.firstChild!))) return;
  const shape = argumentsOf(scope, inner);
  if (shape.length < 4 || shape.length > 6 || !/^axis\s*=\s*\(/.test(argumentsOf(scope, call)[0] ?? '')) return;
  const method = scope.text({ from: inner.to, to: call.getChild('ArgList')!.from });
  for (let at = 0; at + 3 < shape.length; at++) {
    const [a, b, c, d] = tuple4(shape.slice(at, at + 4));
    for (const [sizes, axes] of [
      [
        [a, c, b, d],
        [at + 1, at + 3],
      ],
      [
        [a, c, b, d],
        [at, at + 2],
      ],
      [
        [b, a, d, c],
        [at + 1, at + 3],
      ],
    ] as const) {
      const ordered = [...shape.slice(0, at), ...sizes, ...shape.slice(at + 4)].join(', ');
      const text = `${scope.text(inner.firstChild!)}(${ordered})${method}(axis=(${axes.join(', ')}))`;
      yield {
        id: 'wrong-reshape',
        detail: msg('The cells of a window are not next to each other: {0} must be {1}', scope.text(call), text),
        edits: [editOf(call, text)],
        cost: 2.2,
      };
    }
  }
}

/** `x.reshape(n, k, h // k, k, w // k)` for `x.reshape(n, h // k, k, w // k, k)`: k neighbours are a window, not every k-th cell. */
function* splitAxes(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const shape = argumentsOf(scope, call);
  if (shape.length < 4 || shape.length > 6 || !/\.reshape$/.test(scope.text(call.firstChild!))) return;
  const [a, b, c, d] = tuple4(shape.slice(-4));
  if (!b.includes('/') || !d.includes('/') || a.includes('/') || c.includes('/')) return;
  const text = `${scope.text(call.firstChild!)}(${[...shape.slice(0, -4), b, a, d, c].join(', ')})`;
  // What brought the axes of the wrong shape into the right order is left out too.
  const outer = call.parent?.parent;
  const reduced = reducedAxes(scope, call, shape.length - 4);
  const isReordered = outer?.name === 'CallExpression' && /\)\.transpose$/.test(scope.text(call.parent!));
  for (const node of isReordered ? [call, outer] : [call]) {
    yield {
      id: 'wrong-reshape',
      detail: msg('The cells of a window are not next to each other: {0} must be {1}', scope.text(node), text),
      edits: [editOf(node, text), ...(node === call ? reduced : [])],
      isOne: true,
      cost: 2,
    };
  }
}

/** `x.reshape(rows, k, cols, k).transpose(0, 2, 1, 3)` for `x.reshape(rows, cols, k, k)`: the result has the same shape. */
function* gatheredTiles(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const shape = argumentsOf(scope, call);
  if (shape.length < 4 || shape.length > 6 || !/\.reshape$/.test(scope.text(call.firstChild!))) return;
  const [rows, cols, height, width] = tuple4(shape.slice(-4));
  if (shape.some((size) => size === '-1') || new Set([rows, cols, height]).size < 3) return;
  const at = shape.length - 4;
  const sizes = [...shape.slice(0, at), rows, height, cols, width].join(', ');
  const axes = [...shape.slice(0, at).keys(), at, at + 2, at + 1, at + 3].join(', ');
  const text = `${scope.text(call.firstChild!)}(${sizes}).transpose(${axes})`;
  yield {
    id: 'wrong-reshape',
    detail: msg('The cells of a window are not next to each other: {0} must be {1}', scope.text(call), text),
    edits: [editOf(call, text)],
    cost: 2.3,
  };
}

/** `tiles.max(axis=3).max(axis=4)` for `tiles.max(axis=2).max(axis=3)`: the axes of the rows and columns of the windows. */
function reducedAxes(scope: FunctionScope, call: SyntaxNode, first: number): TextEdit[] {
  const target = call.parent?.name === 'AssignStatement' ? call.parent.firstChild : undefined;
  if (target?.name !== 'VariableName') return [];
  const name = scope.text(target);
  const body = scope.text(scope.node);
  const chained = new RegExp(`\\b${name}(\\.\\w+\\(axis ?= ?)${first}(\\)\\.\\w+\\(axis ?= ?)${first + 1}\\)`).exec(
    body,
  );
  const both = new RegExp(`\\b${name}(\\.\\w+\\(axis ?= ?\\()${first}, ?${first + 2}\\)`).exec(body);
  const found = chained ?? both;
  if (!found) return [];
  const [whole, before, between] = found;
  const text = chained
    ? `${name}${before}${first + 1}${between}${first + 2})`
    : `${name}${before}${first + 1}, ${first + 3})`;
  const from = scope.node.from + found.index;
  return [editOf({ from, to: from + whole.length }, text)];
}
