/** Results that are not returned, or returned or unpacked in the wrong order. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { resultNames } from '../../../cases/expected';
import type { CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import { isTwin, twinOf } from '../../../source/twins';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* returns(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  yield* missingReturn(scope, operation);
  yield* returnedOrder(scope);
  yield* unpackedOrder(scope);
  yield* returnedLists(scope);
}

function* missingReturn(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  const detail = msg('The function does not return its result');
  const wanted = resultNames(operation);
  const returns = scope.all('ReturnStatement');
  if (returns.length === 0) {
    const body = scope.node.getChild('Body');
    const last = body && childNodes(body).at(-1);
    if (!last) return;
    const indent = indentOf(scope, childNodes(body).find(({ name }) => name !== ':') ?? last);
    const end = body.from + scope.text(body).trimEnd().length;
    for (const value of returnedValues(scope, wanted)) {
      yield {
        id: 'missing-return',
        detail,
        edits: [editOf({ from: end, to: end }, `\n${indent}return ${value}`)],
        cost: 1,
      };
    }
    return;
  }
  for (const statement of returns) {
    for (const value of returnedValues(scope, wanted)) {
      yield {
        id: 'wrong-return',
        detail: msg('The function returns the wrong value'),
        edits: [editOf(statement, `return ${value}`)],
        cost: 3,
      };
    }
  }
}

function returnedValues(scope: FunctionScope, wanted: readonly string[]): string[] {
  const values = wanted.every((name) => scope.names.includes(name)) ? [wanted.join(', ')] : [];
  const own = bestNames(scope, wanted);
  if (own) values.push(own);
  if (wanted.length === 1) {
    values.push(
      ...scope.names.filter((name) =>
        /^(?:z|a|out\w*|output|result|res|y|h|x_?pad\w*|da_prev|dx\w*|mask|s|ret|total|cols?|patches|pooled\w*|feature\w*)$/i.test(
          name,
        ),
      ),
    );
  }
  return [...new Set(values)];
}

/** Names of the function that mean the wanted results: `dx, dw, db`. */
function bestNames({ names }: FunctionScope, wanted: readonly string[]): string | undefined {
  const patterns: Readonly<Record<string, RegExp>> = {
    dA_prev: /^d(?:a_prev|x|in|input)$/i,
    dW: /^d(?:w|k|f|filters?)$/i,
    db: /^db(?:ias)?$/i,
  };
  if (wanted.length < 2) return undefined;
  const own = wanted.map((name) => names.find((candidate) => patterns[name]?.test(candidate)));
  return own.every((name) => name !== undefined) ? own.join(', ') : undefined;
}

/** `return dW, dA_prev, db`: two of the values exchanged. */
function* returnedOrder(scope: FunctionScope): Iterable<Candidate> {
  const lists = scope.all(['ReturnStatement', 'AssignStatement', 'TupleExpression']);
  for (const list of lists) {
    const items = childNodes(list).filter(
      ({ name, prevSibling }) =>
        name === 'VariableName' ||
        (/^(?:Member|Call)Expression$/.test(name) && list.name !== 'ReturnStatement') ||
        (list.name === 'TupleExpression' && name === 'BinaryExpression') ||
        (list.name === 'ReturnStatement' && name === 'BinaryExpression' && prevSibling !== null),
    );
    for (const [k, a] of items.entries()) {
      for (const b of items.slice(k + 1)) {
        const between = scope.tree.source.slice(a.to, b.from);
        if (!between.includes(',') || between.includes('=')) continue;
        yield {
          id: 'order-of-values',
          detail: msg('{0} and {1} are in the wrong order', scope.text(a), scope.text(b)),
          edits: [editOf(a, scope.text(b)), editOf(b, scope.text(a))],
          isOne: true,
          cost: orderCost(scope, list, a, b),
        };
      }
    }
  }
}

/** `n - n // 2`, then `- n // 2`. */
const HALVES = /^(\w+) - \1 \/\/ 2 - \1 \/\/ 2$/;
const ROWS = /^(?:\w*_)?(?:h|ih|height|rows?)$/i;
const COLUMNS = /^(?:\w*_)?(?:w|wd|iw|width|cols?)$/i;

function orderCost(scope: FunctionScope, list: SyntaxNode, a: SyntaxNode, b: SyntaxNode): number {
  const [first, second] = [scope.text(a), scope.text(b)];
  // Two options that are read in one statement.
  if (/["']\]$/.test(first) && isTwin(first, second)) return 0.7;
  // The halves of a number that may be odd.
  if ([`${second} - ${first}`, `${first} - ${second}`].some((each) => HALVES.test(each))) return 1;
  // `kh, kw = len(kernel[0]), len(kernel)`
  if (list.name === 'AssignStatement' && /^len\(/.test(first) && /^len\(/.test(second)) return 1.4;
  const isShape = list.name === 'AssignStatement' && /\.shape$/.test(scope.text(list));
  // `kw, kh = w.shape`
  if (isShape && twinOf(second) === first) return 1.2;
  // `n, c, h, w = x.shape` has them in their usual order.
  return isShape && ROWS.test(first) && COLUMNS.test(second) ? 4 : 2.5;
}

/** `A_prev, W, b, options = cache` where the options are the second item: one of the names is moved. */
function* unpackedOrder(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const children = childNodes(statement);
    const list = children[0]?.name === 'TupleExpression' ? childNodes(children[0]) : children.slice(0, -1);
    const items = list.filter(({ name }) => name === 'VariableName');
    if (items.length < 3 || statement.lastChild?.name !== 'VariableName') continue;
    const names = items.map((item) => scope.text(item));
    for (const [from, name] of names.entries()) {
      for (const [to, place] of names.entries()) {
        // Neighbours are exchanged above.
        if (Math.abs(from - to) < 2) continue;
        const rest = names.filter((_, k) => k !== from);
        const order = [...rest.slice(0, to), name, ...rest.slice(to)];
        yield {
          id: 'order-of-values',
          detail: msg('{0} and {1} are in the wrong order', name, place),
          edits: items.flatMap((item, k) => (order[k] === names[k] ? [] : [editOf(item, order[k]!)])),
          isOne: true,
          cost: 2.6,
        };
      }
    }
  }
}

/** `return rows, h, w` for `return np.array(rows), h, w`: a list has no shape. */
function* returnedLists(scope: FunctionScope): Iterable<Candidate> {
  const lists = scope
    .all('AssignStatement')
    .flatMap((statement) => /^(\w+) *= *\[/.exec(scope.text(statement))?.[1] ?? []);
  for (const statement of scope.all('ReturnStatement')) {
    const [, value, ...rest] = childNodes(statement);
    const items = value?.name === 'TupleExpression' ? childNodes(value) : value ? [value, ...rest] : [];
    for (const item of items.filter((each) => each.name === 'VariableName' && lists.includes(scope.text(each)))) {
      const text = `np.array(${scope.text(item)})`;
      yield {
        id: 'wrong-return',
        detail: msg('{0} must be {1}', scope.text(item), text),
        edits: [editOf(item, text)],
        cost: 2,
      };
    }
  }
}
