/** Something too much, or in the wrong place of a list: a call, a subscript, an argument, a bound, two items exchanged. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes, isTarget, listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { splitSlice } from '../../scope/splitSlice';
import { argumentsOf } from '../../scope/argumentsOf';
import { subscriptItems } from '../../scope/subscriptItems';

const COST = 5;

export function* surplus(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    yield* unwrapped(scope, call);
    yield* namedArguments(scope, call);
  }
  for (const member of scope.all('MemberExpression')) yield* unindexed(scope, member);
  for (const product of scope.all('BinaryExpression')) yield* operandOrder(scope, product);
  for (const list of scope.all(['TupleExpression', 'ArrayExpression', 'ArgList', 'ReturnStatement']))
    yield* exchanged(scope, list);
}

/** Functions that no layer applies to its arrays. */
const UNUSUAL = /(?:^|\.)(?:arg)?(?:sort(?:ed)?|unique|abs|sign|round|floor|ceil|cumsum|normalize)$/;

/** `f(x)` and `x.f()` for `x`. */
function* unwrapped(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const callee = call.firstChild;
  if (!callee || call.parent?.name === 'ForStatement') return;
  const name = scope.text(callee.name === 'MemberExpression' ? (callee.lastChild ?? callee) : callee);
  const [first] = argumentsOf(scope, call);
  const isMethod = callee.name === 'MemberExpression' && !/^(?:np|numpy|math)\./.test(scope.text(callee));
  const inner = isMethod ? scope.text(callee.firstChild!) : first;
  if (inner === undefined || /^\w+\s*=[^=]/.test(inner)) return;
  yield {
    id: 'extra-call',
    detail: msg('{0} must not be applied', name),
    edits: [editOf(call, inner)],
    // `int(row)` of the rows of all maxima, which may be equal.
    cost: UNUSUAL.test(name) || (name === 'int' && /^\w+$/.test(inner)) ? COST - 2.5 : COST,
  };
}

/** An argument with a name that does not belong there: `keepdims=True`, `dtype=int`. */
function* namedArguments(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const list = call.getChild('ArgList');
  const items = list ? listItems(list, '(', ')') : [];
  for (const [k, item] of items.entries()) {
    if (item.length < 3 || item[1]?.name !== 'AssignOp') continue;
    const before = items[k - 1]?.at(-1);
    const text = scope.tree.source.slice(item[0]!.from, item.at(-1)!.to);
    yield {
      id: 'extra-argument',
      detail: msg('{0} is to be left out', text),
      edits: [editOf({ from: before?.to ?? item[0]!.from, to: item.at(-1)!.to }, '')],
      cost: COST - 0.5,
    };
  }
}

/** `x[...]` for `x`; a bound or a step too much. */
function* unindexed(scope: FunctionScope, member: SyntaxNode): Iterable<Candidate> {
  const items = subscriptItems(scope, member);
  const array = member.firstChild;
  if (items.length === 0 || !array) return;
  if (!isTarget(member)) {
    yield {
      id: 'extra-index',
      detail: msg('{0} must be {1}', scope.text(member), scope.text(array)),
      edits: [editOf(member, scope.text(array))],
      cost: COST,
    };
  }
  for (const item of items) {
    for (const text of shorterSlices(item.text)) {
      yield {
        id: 'wrong-window',
        detail: msg('{0} must be indexed with {1}, not {2}', scope.text(array), text, item.text),
        edits: [editOf(item, text)],
        cost: COST - 0.4,
      };
    }
  }
}

/** `a:b:c` without one of its parts; none for an index. */
function shorterSlices(text: string): string[] {
  const parts = splitSlice(text);
  if (parts.length < 2) return [];
  const [lower = '', upper = '', step = ''] = parts;
  const tail = step === '' ? '' : `:${step}`;
  const shorter = [`:${upper}${tail}`, `${lower}:${tail}`, `${lower}:${upper}`];
  return [...new Set(shorter)].filter((other) => other !== text.replace(/\s/g, ''));
}

/** `b - a` for `a - b`, also for a quotient, a remainder and a matrix product. */
function* operandOrder(scope: FunctionScope, product: SyntaxNode): Iterable<Candidate> {
  const [left, operator, right] = childNodes(product);
  if (!left || operator?.name !== 'ArithOp' || !right || /^[+*]$/.test(scope.text(operator))) return;
  yield {
    id: 'operands-swapped',
    detail: msg('{0} and {1} are swapped', scope.text(left), scope.text(right)),
    edits: [editOf(left, scope.text(right)), editOf(right, scope.text(left))],
    isOne: true,
    cost: 4.4,
  };
}

/** Any two items of a list that are not too long. */
function* exchanged(scope: FunctionScope, list: SyntaxNode): Iterable<Candidate> {
  const items = itemsOf(list).filter(({ from, to }) => to - from < 60);
  if (items.length > 8) return;
  for (const [k, a] of items.entries()) {
    for (const b of items.slice(k + 1)) {
      if (scope.text(a) === scope.text(b)) continue;
      yield {
        id: 'order-of-values',
        detail: msg('{0} and {1} are in the wrong order', scope.text(a), scope.text(b)),
        edits: [editOf(a, scope.text(b)), editOf(b, scope.text(a))],
        isOne: true,
        cost: 4.6,
      };
    }
  }
}

function itemsOf(list: SyntaxNode): SyntaxNode[] {
  switch (list.name) {
    case 'ReturnStatement':
      return childNodes(list).filter(({ name }) => name !== ',' && name !== 'return');
    case 'ArrayExpression':
      return listItems(list, '[', ']').flatMap((item) => (item.length === 1 ? item : []));
    default:
      return listItems(list, '(', ')').flatMap((item) => (item.length === 1 ? item : []));
  }
}
