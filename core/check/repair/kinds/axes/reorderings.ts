/** Axes in a wrong order: transposed, not transposed, reshaped the other way. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { isTarget } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';

const MAX_LENGTH = 40;

/** Permutations of the axes in `transpose(0, 3, 1, 2)`; `.T` added or removed. */
export function* reorderings(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    if (!call.firstChild) continue;
    yield* untransposedReshape(scope, call, call.firstChild);
    yield* movedAxis(scope, call, call.firstChild);
    yield* interleaved(scope, call, call.firstChild);
  }
  for (const member of scope.all('MemberExpression')) {
    if (member.lastChild?.name !== 'PropertyName' || scope.text(member.lastChild) !== 'T') continue;
    yield {
      id: 'transposed',
      detail: msg('{0} must not be transposed', scope.text(member.firstChild!)),
      edits: [editOf(member, scope.text(member.firstChild!))],
      cost: 3,
    };
    yield* transposedReshape(scope, member);
  }
  yield* untransposed(scope);
  for (const call of scope.all('CallExpression')) {
    if (!/transpose$/.test(scope.text(call.firstChild ?? call))) continue;
    const list = call.getChild('ArgList');
    const numbers = list ? scope.tree.all('Number', list) : [];
    if (numbers.length < 3 || numbers.length > 6) continue;
    const current = numbers.map((node) => scope.text(node));
    for (const order of permutations(current.length <= 4 ? current : [])) {
      if (order.join() === current.join()) continue;
      yield {
        id: 'wrong-axes',
        detail: msg('The axes must be ({0}), not ({1})', order.join(', '), current.join(', ')),
        edits: numbers.map((node, k) => editOf(node, order[k]!)),
        cost: 2.8,
      };
    }
    if (current.length <= 4) continue;
    for (const order of withBlocksExchanged(current)) {
      yield {
        id: 'wrong-axes',
        detail: msg('The axes must be ({0}), not ({1})', order.join(', '), current.join(', ')),
        edits: numbers.map((node, k) => editOf(node, order[k]!)),
        cost: 2.8,
      };
    }
  }
}

/** Two axes exchanged, or two blocks of axes that follow each other. */
function withBlocksExchanged(axes: readonly string[]): string[][] {
  const orders = new Map<string, string[]>();
  const add = (order: string[]): void => void orders.set(order.join(), order);
  for (let a = 0; a < axes.length; a++) {
    for (let b = a + 1; b < axes.length; b++) {
      add(axes.map((axis, k) => (k === a ? axes[b]! : k === b ? axes[a]! : axis)));
      for (let end = b + 1; end <= axes.length; end++)
        add([...axes.slice(0, a), ...axes.slice(b, end), ...axes.slice(a, b), ...axes.slice(end)]);
    }
  }
  return [...orders.values()];
}

/** `w` for `w.T`, and `w[i]` for `w[i].T`. */
function* untransposed(scope: FunctionScope): Iterable<Candidate> {
  for (const node of scope.all(['VariableName', 'MemberExpression'])) {
    const text = scope.text(node);
    const array = /^(?:self\.)?\w+/.exec(text)?.[0] ?? '';
    const isWhole = node.name === 'VariableName' ? isRead(node) : !isTarget(node) && /\]$|^self\.\w+$/.test(text);
    const isPart = node.parent?.name === 'MemberExpression' || node.parent?.name === 'CallExpression';
    const isNumber = scope.kindOf(array) === 'scalar' || (node.name === 'MemberExpression' && /\.shape\[/.test(text));
    if (!isWhole || isPart || isNumber || text.length > MAX_LENGTH) continue;
    yield {
      id: 'transposed',
      detail: msg('{0} must be {1}', text, `${text}.T`),
      edits: [editOf({ from: node.to, to: node.to }, '.T')],
      cost: 4.2,
    };
  }
}

/** `w.reshape(-1, n)` for `w.reshape(n, -1).T`. */
function* untransposedReshape(scope: FunctionScope, call: SyntaxNode, callee: SyntaxNode): Iterable<Candidate> {
  const [a, b, ...rest] = argumentsOf(scope, call);
  if (a !== '-1' || b === undefined || rest.length > 0 || !/\.reshape$/.test(scope.text(callee))) return;
  const text = `${scope.text(callee)}(${b}, ${a}).T`;
  yield {
    id: 'wrong-reshape',
    detail: msg('{0} must be {1}', scope.text(call), text),
    edits: [editOf(call, text)],
    cost: 2.4,
  };
}

/** `out.reshape(n, -1, h, w)` for `out.reshape(n, h, w, -1).transpose(0, 3, 1, 2)`: one extent at another place. */
function* movedAxis(scope: FunctionScope, call: SyntaxNode, callee: SyntaxNode): Iterable<Candidate> {
  const args = argumentsOf(scope, call);
  if (args.length < 3 || args.length > 4 || !/\.reshape$/.test(scope.text(callee))) return;
  for (const from of args.keys()) {
    for (const to of args.keys()) {
      if (Math.abs(from - to) < 2) continue;
      const moved = args.filter((_, k) => k !== from);
      moved.splice(to, 0, args[from]!);
      // Axis of the moved shape at each place of the wanted one.
      const axes = args.map((_, k) => k).filter((k) => k !== from);
      axes.splice(to, 0, from);
      const order = args.map((_, k) => axes.indexOf(k)).join(', ');
      const text = `${scope.text(callee)}(${moved.join(', ')}).transpose(${order})`;
      yield {
        id: 'wrong-reshape',
        detail: msg('{0} must be {1}', scope.text(call), text),
        edits: [editOf(call, text)],
        cost: 3,
      };
    }
  }
}

/** `x.reshape(n, h // k, k, w // k, k)` without the exchange of two axes that brings the cells of a window together. */
function* interleaved(scope: FunctionScope, call: SyntaxNode, callee: SyntaxNode): Iterable<Candidate> {
  if (!/\.reshape$/.test(scope.text(callee)) || /^\.(?:transpose|swapaxes)/.test(after(scope, call))) return;
  const [first, ...rest] = argumentsOf(scope, call);
  const items = rest.length === 0 ? listed(first ?? '') : [first, ...rest];
  const object = callee.firstChild!;
  // Axes that become one, `x.reshape(n, c, oh, ow, k * k)`, must be next to each other before.
  for (let axis = items.length - 1; /\*|^-1$/.test(items.at(-1) ?? '') && axis > 0 && items.length < 7; axis--) {
    yield {
      id: 'wrong-axes',
      detail: msg('The axes {0} and {1} are swapped', axis - 1, axis),
      edits: [editOf({ from: object.to, to: object.to }, `.swapaxes(${axis - 1}, ${axis})`)],
      cost: 2.4,
    };
  }
  if (items.length < 4 || items.length > 6) return;
  for (let axis = items.length - 3; axis >= items.length - 5 && axis > 0; axis--) {
    yield {
      id: 'wrong-axes',
      detail: msg('The axes {0} and {1} are swapped', axis, axis + 1),
      edits: [editOf({ from: call.to, to: call.to }, `.swapaxes(${axis}, ${axis + 1})`)],
      cost: 2.2,
    };
  }
}

/** What follows a node. */
function after(scope: FunctionScope, { to }: SyntaxNode): string {
  return scope.tree.source.slice(to, to + 12).trimStart();
}

/** Items of `(a, b, c)`. */
function listed(text: string): string[] {
  return /^\([^()]*\)$/.test(text) ? text.slice(1, -1).split(',') : [];
}

/** `w.reshape(n, -1).T` for `w.reshape(-1, n)`: two views with the same shape and other cells. */
function* transposedReshape(scope: FunctionScope, member: SyntaxNode): Iterable<Candidate> {
  const call = member.firstChild;
  if (call?.name !== 'CallExpression' || !/\.reshape$/.test(scope.text(call.firstChild ?? call))) return;
  const args = argumentsOf(scope, call);
  const [a, b] = args;
  if (args.length !== 2 || a === undefined || b === undefined) return;
  const text = `${scope.text(call.firstChild!)}(${b}, ${a})`;
  yield {
    id: 'wrong-reshape',
    detail: msg('{0} must be {1}', scope.text(member), text),
    edits: [editOf(member, text)],
    cost: 2.4,
  };
}

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [];
  if (items.length === 1) return [[...items]];
  return items.flatMap((item, k) =>
    permutations(items.filter((_, other) => other !== k)).map((rest) => [item, ...rest]),
  );
}
