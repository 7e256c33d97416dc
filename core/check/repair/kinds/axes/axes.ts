/** Wrong axes of a reduction or of `np.tensordot`: `np.sum(x)` for `np.sum(x, axis=(1, 2))`, `axis=(0, 1)` for `axis=(1, 2)`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';

const REDUCTIONS = /(?:^|\.)(?:sum|mean|max|amax|min|amin|average|argmax|any|all|prod)$/;

/** The axes that layers reduce, the likeliest first. */
const AXES = [
  '(1, 2)',
  '(2, 3)',
  '(0, 1)',
  '(1, 2, 3)',
  '(0, 2, 3)',
  '(0, 1, 2)',
  '0',
  '1',
  '(3, 4)',
  '(4, 5)',
  '(2, 4)',
  '(3, 5)',
  '2',
  '3',
  '-1',
  '(-2, -1)',
  '(3, 4, 5)',
  '(0, 2)',
  '4',
  '5',
];

/** Axes of windows that are kept, so that the result is compared with the cells. */
const KEPT = ['(1, 2)', '(2, 3)', '(-2, -1)', '(3, 5)', '(2, 4)'];

export function* axes(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const callee = call.firstChild && scope.text(call.firstChild);
    const list = call.getChild('ArgList');
    if (!callee || !list) continue;
    if (REDUCTIONS.test(callee)) yield* reduced(scope, callee, list);
    if (/(?:^|\.)tensordot$/.test(callee)) yield* contracted(scope, list);
    if (/(?:^|\.)(?:rot90|flip)$/.test(callee)) yield* turned(scope, call, list);
    if (/^np\.flip(?:ud|lr)$/.test(callee)) yield flippedOnce(call.firstChild!, callee);
  }
}

/** Rows or columns in reverse order, where both are meant. */
function flippedOnce(node: SyntaxNode, callee: string): Candidate {
  return {
    id: 'wrong-function',
    detail: msg('{0} is used where {1} belongs', callee, 'np.flip'),
    edits: [editOf(node, 'np.flip')],
    cost: 1.8,
  };
}

/** `np.rot90(w, 2)` turns the first two axes: those of the window are named. */
function* turned(scope: FunctionScope, call: SyntaxNode, list: SyntaxNode): Iterable<Candidate> {
  const args = argumentsOf(scope, call).filter((text) => !/^ax[ei]s *=/.test(text));
  const name = scope.text(call.firstChild!);
  const isFlip = name.endsWith('flip');
  // By 90° where the number of turns is left out.
  if (!isFlip && args.length === 1) {
    const [, ...others] = argumentsOf(scope, call);
    const text = `${name}(${[args[0]!, '2', ...others].join(', ')})`;
    yield {
      id: 'wrong-function',
      detail: msg('{0} turns by 90°: {1} turns by 180°', scope.text(call), text),
      edits: [editOf(call, text)],
      cost: 1.7,
    };
  }
  for (const axes of ['(2, 3)', '(0, 1)', '(1, 2)']) {
    const text = `(${[...args.slice(0, isFlip ? 1 : 2), `${isFlip ? 'axis' : 'axes'}=${axes}`].join(', ')})`;
    if (text === scope.text(list)) continue;
    yield {
      id: 'wrong-axes',
      detail: msg('{0} must be {1}', scope.text(call), `${name}${text}`),
      edits: [editOf(list, text)],
      cost: 2.2,
    };
  }
}

function* reduced(scope: FunctionScope, callee: string, list: SyntaxNode): Iterable<Candidate> {
  const name = callee.replace(/^.*\./, '');
  const value = keywordValue(scope, list, 'axis') ?? positionalAxis(callee, list);
  if (value) {
    const present = scope.text(value);
    for (const [k, axis] of AXES.entries()) {
      if (axis === present.replace(/\s*,\s*/g, ', ')) continue;
      yield {
        id: 'wrong-axes',
        detail: msg('{0} is taken over the axes {1}: it must be {2}', name, present, axis),
        edits: [editOf(value, axis)],
        cost: 2.2 + k / 20,
      };
    }
    if (!keywordValue(scope, list, 'keepdims')) {
      yield {
        id: 'axes-dropped',
        detail: msg('The result of {0} lacks the axes {1}: keepdims=True keeps them', name, present),
        edits: [editOf({ from: list.to - 1, to: list.to - 1 }, ', keepdims=True')],
        cost: 2.4,
      };
    }
    yield {
      id: 'wrong-axes',
      detail: msg('{0} is taken over the axes {1}: it must be over all cells', name, present),
      edits: [editOf(value, 'None')],
      cost: 2.6,
    };
    return;
  }
  const items = listItems(list, '(', ')');
  const given = items.filter((item) => item.length === 1).length;
  // The built-in functions have no axes.
  if (!callee.includes('.') || given > 1) return;
  const isMethod = items.length === 0;
  for (const [k, axis] of AXES.slice(0, 10).entries()) {
    yield {
      id: 'all-axes',
      detail: msg('{0} is taken over all axes: it must be over {1} only', name, axis),
      edits: [editOf({ from: list.to - 1, to: list.to - 1 }, isMethod ? `axis=${axis}` : `, axis=${axis}`)],
      cost: 2.4 + k / 20,
    };
  }
  for (const axis of KEPT) {
    yield {
      id: 'all-axes',
      detail: msg('{0} is taken over all axes: it must be over {1} only', name, axis),
      edits: [editOf({ from: list.to - 1, to: list.to - 1 }, `${isMethod ? '' : ', '}axis=${axis}, keepdims=True`)],
      cost: 2.6,
    };
  }
}

/** `([4, 5, 3], [2, 0, 1])`: the axes of one array in another order. */
function* reorderedAxes(scope: FunctionScope, value: SyntaxNode): Iterable<Candidate> {
  for (const list of scope.tree.all(['ArrayExpression', 'TupleExpression'], value)) {
    const numbers = list.from === value.from ? [] : scope.tree.all('Number', list);
    if (numbers.length !== 3) continue;
    const present = numbers.map((number) => scope.text(number));
    for (const [a, b, c] of [
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const) {
      const order = [present[a]!, present[b]!, present[c]!];
      yield {
        id: 'wrong-axes',
        detail: msg('The axes must be {0}, not {1}', order.join(', '), present.join(', ')),
        edits: numbers.map((number, k) => editOf(number, order[k]!)),
        isOne: true,
        // Axes are listed in their order.
        cost: order.every((axis, k) => k === 0 || Number(order[k - 1]) < Number(axis)) ? 1.9 : 2.4,
      };
    }
  }
}

/** `axes=` of a contraction: every pair of one axis, or the last and first axes together. */
function* contracted(scope: FunctionScope, list: SyntaxNode): Iterable<Candidate> {
  const items = listItems(list, '(', ')');
  const value = keywordValue(scope, list, 'axes') ?? items[2]?.[0];
  if (!value) return;
  yield* reorderedAxes(scope, value);
  const present = scope.text(value);
  const single = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].map((b) => `(${a}, ${b})`));
  const several = ['3', '2', '([1, 2, 3], [0, 1, 2])', '([1, 2, 3], [1, 2, 3])', '([0, 1, 2], [0, 1, 2])'];
  for (const axes of [...single, ...several]) {
    if (axes === present.replace(/\s*,\s*/g, ', ')) continue;
    yield {
      id: 'wrong-axes',
      detail: msg('The axes must be {0}, not {1}', axes, present),
      edits: [editOf(value, axes)],
      cost: single.includes(axes) === /^\(\d/.test(present) ? 2.3 : 3.2,
    };
  }
}

function keywordValue(scope: FunctionScope, list: SyntaxNode, keyword: string): SyntaxNode | undefined {
  for (const item of listItems(list, '(', ')')) {
    const [name, operator, value] = item;
    if (name && value && operator?.name === 'AssignOp' && scope.text(name) === keyword) return value;
  }
  return undefined;
}

/** `np.sum(x, 0)`, `x.sum(0)`. */
function positionalAxis(callee: string, list: SyntaxNode): SyntaxNode | undefined {
  const items = listItems(list, '(', ')').filter((item) => item.length === 1);
  const [value] = items[/^(?:np|numpy)\./.test(callee) ? 1 : 0] ?? [];
  return value && /^(?:Number|TupleExpression|UnaryExpression)$/.test(value.name) ? value : undefined;
}
