/** An array that is viewed with its sizes in another order before it is transposed: `x.reshape(n, c, -1)` for `x.reshape(n, -1, c)`. */
import { msg } from '../../../../message';
import { argumentsOf } from '../../scope/argumentsOf';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

/** `x.reshape(d, n, -1).transpose(1, 0, 2)` becomes `x.reshape(d, -1, n).transpose(2, 0, 1)`: the result has the same shape. */
export function* reshapedOrder(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const [method, name] = [call.firstChild, call.firstChild?.lastChild];
    const view =
      method?.name === 'MemberExpression' && name && scope.text(name) === 'transpose' ? method.firstChild : undefined;
    const callee = view?.name === 'CallExpression' ? view.firstChild : undefined;
    if (!view || !callee || !/\.reshape$/.test(scope.text(callee))) continue;
    const sizes = argumentsOf(scope, view);
    const axes = argumentsOf(scope, call).map(Number);
    if (sizes.length !== axes.length || sizes.length < 3 || !axes.every((axis) => axis in sizes)) continue;
    // Of more axes those in the order of the result.
    for (const order of sizes.length === 3 ? OTHER_ORDERS : [axes]) {
      const viewed = `${scope.text(callee)}(${order.map((axis) => sizes[axis]!).join(', ')})`;
      const text =
        order === axes ? viewed : `${viewed}.transpose(${axes.map((axis) => order.indexOf(axis)).join(', ')})`;
      yield {
        id: 'wrong-reshape',
        detail: msg('{0} must be {1}', scope.text(call), text),
        edits: [editOf(call, text)],
        cost: 2.4,
      };
    }
  }
}

/** Of three axes. */
const OTHER_ORDERS: readonly (readonly number[])[] = [
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/**
 * `col.reshape(n * rows * cols, -1)` of `col = np.zeros((n, c, kh, kw, rows, cols))` becomes
 * `col.transpose(0, 4, 5, 1, 2, 3).reshape(…)`: the axes that become one are not next to each other.
 */
export function* unorderedReshape(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const [, array, list] = /^(\w+)\.reshape\(\(?([^()]*)\)?\)$/.exec(scope.text(call)) ?? [];
    const object = call.firstChild?.firstChild;
    const sizes = array === undefined ? undefined : sizesOfZeros(scope, array);
    if (!object || !sizes) continue;
    const parts = list!.split(',').map((part) => part.trim().split(/\s*\*\s*/));
    const named = parts.flat().filter((size) => sizes.includes(size));
    const others = sizes.filter((size) => !named.includes(size));
    const wanted = parts.flatMap((part) => (part[0] === '-1' ? others : part));
    const order = wanted.map((size) => sizes.indexOf(size));
    if (order.length !== sizes.length || new Set(order).size !== order.length || order.includes(-1)) continue;
    if (order.every((axis, k) => axis === k)) continue;
    const axes = order.join(', ');
    yield {
      id: 'wrong-axes',
      detail: msg('{0} is reshaped in the order of its axes: they must be ({1}) first', array!, axes),
      edits: [editOf({ from: object.to, to: object.to }, `.transpose(${axes})`)],
      cost: 1.9,
    };
  }
}

/** The sizes with which an array is made. */
function sizesOfZeros(scope: FunctionScope, array: string): string[] | undefined {
  const made = scope.all('AssignStatement').map((statement) => scope.text(statement));
  const sizes = made.flatMap((text) => {
    const [, name, list] = /^(\w+)\s*=\s*np\.(?:zeros|empty|ones)\(\s*[([]([^()[\]]*)[)\]]/.exec(text) ?? [];
    return name === array && list !== undefined ? [list.split(',').map((size) => size.trim())] : [];
  });
  return sizes[0];
}

/** `g[0].sum(axis=(1, 2))` becomes `g.sum(axis=(0, 2, 3))`: the sum is taken over one example of several. */
export function* firstExamples(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const text = scope.text(call);
    const [, array, method, list] =
      /^([\w.]+)\[0\]\.(sum|mean)\(\s*(?:axis\s*=\s*)?(\d|\(\s*\d\s*,\s*\d\s*\))\s*\)$/.exec(text) ??
      swapped(/^np\.(sum|mean)\(\s*([\w.]+)\[0\]\s*,\s*(?:axis\s*=\s*)?(\d|\(\s*\d\s*,\s*\d\s*\))\s*\)$/.exec(text)) ??
      [];
    if (array === undefined || method === undefined || list === undefined) continue;
    const axes = [0, ...[...list.matchAll(/\d/g)].map(([axis]) => Number(axis) + 1)].join(', ');
    const whole = `${array}.${method}(axis=(${axes}))`;
    yield {
      id: 'one-example',
      detail: msg('{0} is of the first example only: {1} is of all', text, whole),
      edits: [editOf(call, whole)],
      cost: 1.9,
    };
  }
}

function swapped(match: readonly string[] | null): readonly string[] | undefined {
  return match ? [match[0]!, match[2]!, match[1]!, match[3]!] : undefined;
}

/** Of windows `(m, h, w, c, f, f)` in the order of a filter `(f, f, c)`; of `(m, c, h, w, f, f)` with the position first. */
const WINDOW_ORDERS: readonly (readonly number[])[] = [
  [0, 1, 2, 4, 5, 3],
  [0, 2, 3, 1, 4, 5],
  [0, 2, 3, 4, 5, 1],
  [0, 1, 3, 4, 2],
  [1, 2, 0, 3, 4],
];

/** `win.reshape(n, -1)` becomes `win.transpose(0, 1, 2, 4, 5, 3).reshape(n, -1)`: rows of windows in the order of their view. */
export function* viewedRows(scope: FunctionScope): Iterable<Candidate> {
  if (!/sliding_window_view|as_strided/.test(scope.tree.source)) return;
  for (const call of scope.all('CallExpression')) {
    const object = /^[\w.]+\.reshape\(.*-1\)?\)$/s.test(scope.text(call)) ? call.firstChild?.firstChild : undefined;
    if (!object || argumentsOf(scope, call).length > 3) continue;
    for (const order of WINDOW_ORDERS) {
      const axes = order.join(', ');
      yield {
        id: 'wrong-axes',
        detail: msg('{0} is reshaped in the order of its axes: they must be ({1}) first', scope.text(object), axes),
        edits: [editOf({ from: object.to, to: object.to }, `.transpose(${axes})`)],
        cost: 2.3,
      };
    }
  }
}
