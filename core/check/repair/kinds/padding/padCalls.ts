/** Calls of `np.pad`: the value of the padding, its mode, the axes that are padded. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import type { TextEdit } from '../../../FunctionCheck';
import { childNodes, listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';

export function* padCalls(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    if (!/(?:^|\.)pad$/.test(scope.text(call.firstChild ?? call))) continue;
    const list = call.getChild('ArgList');
    if (!list) continue;
    yield* constantValues(scope, list);
    yield* modes(scope, list);
    yield* widths(scope, list);
    yield* halvedTotals(scope, list);
    yield* paddedAxes(scope, call);
    yield* flatWidths(scope, call);
  }
}

function* constantValues(scope: FunctionScope, list: SyntaxNode): Iterable<Candidate> {
  const detail = msg('The frame is filled with a value other than 0');
  for (let child = list.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'VariableName' || scope.text(child) !== 'constant_values') continue;
    const value = child.nextSibling?.nextSibling;
    if (value) yield { id: 'pad-value', detail, edits: [editOf(value, '0')], cost: 1 };
  }
}

function* modes(scope: FunctionScope, list: SyntaxNode): Iterable<Candidate> {
  const detail = msg('The padding repeats or reflects values: zero padding has mode "constant"');
  for (const string of scope.tree.all('String', list)) {
    if (/edge|reflect|symmetric|wrap|mean|maximum/.test(scope.text(string))) {
      yield { id: 'pad-mode', detail, edits: [editOf(string, "'constant'")], cost: 1 };
    }
  }
}

/** `(p // 2, p // 2)` for `(p // 2, p - p // 2)`: the halves of an odd number of cells differ. */
function* halvedTotals(scope: FunctionScope, list: SyntaxNode): Iterable<Candidate> {
  const pairs = scope.tree.all('TupleExpression', list).flatMap((tuple) => {
    const [, total] = /^\((\w+) \/\/ 2, \1 \/\/ 2\)$/.exec(scope.text(tuple)) ?? [];
    return total === undefined ? [] : [{ tuple, total }];
  });
  const [first] = pairs;
  if (!first) return;
  yield {
    id: 'odd-padding',
    detail: msg('Twice {0} is one cell less than {1} where {1} is odd', `${first.total} // 2`, first.total),
    edits: pairs.map(({ tuple, total }) => editOf(tuple, `(${total} // 2, ${total} - ${total} // 2)`)),
    isOne: true,
    cost: 1.4,
  };
}

/** A pair of amounts in the place of another: `(0, 0)` for `(pad, pad)`. */
function* widths(scope: FunctionScope, list: SyntaxNode): Iterable<Candidate> {
  const pairs = scope.tree.all('TupleExpression', list).filter((tuple) => tuple.getChild('TupleExpression') === null);
  const texts = [
    ...new Set([
      ...pairs.map((pair) => scope.text(pair)),
      '(0, 0)',
      ...(scope.pad ? [`(${scope.pad}, ${scope.pad})`] : []),
    ]),
  ];
  const detail = (from: string, to: string): Candidate['detail'] =>
    msg('The wrong axis or side is padded: {0} must be {1}', from, to);
  for (const pair of pairs) {
    for (const text of texts) {
      if (text.replace(/\s/g, '') === scope.text(pair).replace(/\s/g, '')) continue;
      yield { id: 'pad-axes', detail: detail(scope.text(pair), text), edits: [editOf(pair, text)], cost: 2 };
    }
  }
  yield* exchangedSides(scope, pairs);
  for (const [k, a] of pairs.entries()) {
    for (const b of pairs.slice(k + 1)) {
      if (scope.text(a) === scope.text(b)) continue;
      const edits = [editOf(a, scope.text(b)), editOf(b, scope.text(a))];
      yield { id: 'pad-axes', detail: detail(scope.text(a), scope.text(b)), edits, cost: 2 };
    }
  }
  yield* crossedWidths(scope, pairs);
}

/** Names of the side that comes first, and of the other one: a pair that begins with it is in order. */
const FIRST_SIDE = /top|left|before|begin|start|oben|links|vor|arriba|izq|haut|gauche/i;
const SECOND_SIDE = /bottom|right|after|end|unten|rechts|abajo|der|bas|droite/i;

/** `(a, b)` for `(b, a)`. */
function* exchangedSides(scope: FunctionScope, pairs: readonly SyntaxNode[]): Iterable<Candidate> {
  for (const pair of pairs) {
    const items = listItems(pair, '(', ')').map((item) => item.map((node) => scope.text(node)).join(' '));
    const [before, after] = items;
    if (before === undefined || after === undefined || items.length !== 2 || before === after) continue;
    const text = `(${after}, ${before})`;
    const detail = msg('The wrong axis or side is padded: {0} must be {1}', scope.text(pair), text);
    const isTurned = before === '0' || after === '0' || (SECOND_SIDE.test(before) && FIRST_SIDE.test(after));
    const cost = isTurned ? 1.2 : FIRST_SIDE.test(before) ? 4 : 2.6;
    yield { id: 'pad-axes', detail, edits: [editOf(pair, text)], cost };
  }
}

/** `(ph, pw), (ph, pw)` for `(ph, ph), (pw, pw)`: each axis has one amount before it and one after it. */
function* crossedWidths(scope: FunctionScope, pairs: readonly SyntaxNode[]): Iterable<Candidate> {
  for (const [k, pair] of pairs.entries()) {
    const next = pairs[k + 1];
    const [a, b] = listItems(pair, '(', ')').map((item) => item.map((node) => scope.text(node)).join(' '));
    if (!next || a === undefined || b === undefined || a === b) continue;
    const items = listItems(next, '(', ')').map((item) => item.map((node) => scope.text(node)).join(' '));
    if (items.length !== 2 || !items.includes(a) || !items.includes(b)) continue;
    for (const [rows, cols] of [
      [a, b],
      [b, a],
    ]) {
      const text = `(${rows}, ${rows}), (${cols}, ${cols})`;
      yield {
        id: 'pad-axes',
        detail: msg(
          'The wrong axis or side is padded: {0} must be {1}',
          scope.text({ from: pair.from, to: next.to }),
          text,
        ),
        edits: [editOf({ from: pair.from, to: next.to }, text)],
        cost: 1.8,
      };
    }
  }
}

/** `np.pad(X, pad)` pads every axis. */
function* paddedAxes(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const [array, width] = argumentsOf(scope, call);
  const list = call.getChild('ArgList');
  if (array === undefined || width === undefined || !list || !scope.pad) return;
  const given = childNodes(list).find((child) => scope.text(child) === width && child.from > list.from + array.length);
  const node = given && (writtenWidths(scope, given) ?? given);
  if (!node) return;
  const detail = msg('Only rows and columns are padded, not examples and channels');
  const pair = `(${scope.pad}, ${scope.pad})`;
  for (const widths of [`((0, 0), ${pair}, ${pair}, (0, 0))`, `((0, 0), (0, 0), ${pair}, ${pair})`]) {
    yield { id: 'pad-axes', detail, edits: changedItems(scope, node, widths), cost: 1.5 };
  }
}

/** `np.pad(X, (ph, pw))` pads every axis with `ph` before it and `pw` after it. */
function* flatWidths(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const given = call.getChild('ArgList')?.getChild('TupleExpression');
  const [, rows, cols] = (given && /^\(\s*([\w.]+)\s*,\s*([\w.]+)\s*\)$/.exec(scope.text(given))) ?? [];
  if (!given || rows === undefined || cols === undefined || rows === cols) return;
  const text = `((${rows}, ${rows}), (${cols}, ${cols}))`;
  yield {
    id: 'pad-axes',
    detail: msg('The wrong axis or side is padded: {0} must be {1}', scope.text(given), text),
    edits: [editOf(given, text)],
    cost: 1.6,
  };
}

/** `widths = [(0, 0), …]`: the list that a name is assigned, where it is assigned once. */
function writtenWidths(scope: FunctionScope, given: SyntaxNode): SyntaxNode | undefined {
  if (given.name !== 'VariableName') return undefined;
  const assigned = scope
    .all('AssignStatement')
    .filter((statement) => statement.firstChild && scope.text(statement.firstChild) === scope.text(given));
  const [value] = assigned.map(({ lastChild }) => lastChild);
  const isList = value?.name === 'ArrayExpression' || value?.name === 'TupleExpression';
  return assigned.length === 1 && isList ? value : undefined;
}

/** The items of a list of widths that differ, each at its own line; the whole list where it has not one item an axis. */
function changedItems(scope: FunctionScope, node: SyntaxNode, widths: string): TextEdit[] {
  const wanted = widths.slice(1, -1).match(/\([^)]*\)/g) ?? [];
  const items = childNodes(node).filter(({ name }) => name === 'TupleExpression');
  if (items.length !== wanted.length) return [editOf(node, widths)];
  const plain = (text: string): string => text.replace(/\s/g, '');
  return items.flatMap((item, k) => (plain(scope.text(item)) === plain(wanted[k]!) ? [] : [editOf(item, wanted[k]!)]));
}
