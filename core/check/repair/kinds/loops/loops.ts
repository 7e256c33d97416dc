/** Loops that leave out steps, and names that are bound twice where another one was meant. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { childNodes, listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';

export function* loops(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    if (scope.text(call.firstChild!) === 'range') yield* ranges(scope, call);
  }
  yield* overOutputs(scope);
  yield* overCells(scope);
  yield* repeated(scope);
  yield* whileSteps(scope);
  yield* jumps(scope);
  yield* zipped(scope);
}

/** `for i in range(H)` and `for j in range(W)` over the input for the rows and columns of the gradient. */
function* overOutputs(scope: FunctionScope): Iterable<Candidate> {
  const gradient = scope.parameters.find((name) => roleOf(name) === 'gradient');
  const ranges = scope.all('CallExpression').filter((call) => /^range\(\s*\w+\s*\)$/.test(scope.text(call)));
  for (const [k, rows] of gradient === undefined ? [] : ranges.entries()) {
    const cols = ranges[k + 1];
    if (!cols || scope.text(rows) === scope.text(cols)) continue;
    for (const axis of [2, 1, 0]) {
      const texts = [axis, axis + 1].map((each) => `range(${gradient}.shape[${each}])`);
      const detail = (call: SyntaxNode, text: string): Candidate['detail'] =>
        msg('The loop must run over the starts of all windows: {0} must be {1}', scope.text(call), text);
      yield {
        id: 'loop-range',
        detail: detail(rows, texts[0]!),
        details: [detail(rows, texts[0]!), detail(cols, texts[1]!)],
        edits: [editOf(rows, texts[0]!), editOf(cols, texts[1]!)],
        // The mistake in a size that the function computes is in its formula.
        cost: [rows, cols].some((call) => isComputed(scope, call)) ? 3.6 : 2,
      };
    }
  }
}

/** `for i in range(x.shape[0])` for `range(y.shape[0])`, where `y[i, j]` is assigned: rows and columns together. */
function* overCells(scope: FunctionScope): Iterable<Candidate> {
  const counted = scope.loops.flatMap(({ name, node }) => {
    const call = node.name === 'ForStatement' ? scope.tree.all('CallExpression', node)[0] : undefined;
    return call && /^range\([^,]*\bshape\[-?\d\]\)$/.test(scope.text(call)) ? [{ name, call }] : [];
  });
  if (counted.length === 0) return;
  for (const target of scope.all(['AssignStatement', 'UpdateStatement'])) {
    const [, array, places = ''] = /^(\w+)\[([\w\s,:]+)\]\s*\+?=/.exec(scope.text(target)) ?? [];
    const items = places.split(',').map((item) => item.trim());
    const found = counted.flatMap(({ name, call }) => {
      const text = `range(${array}.shape[${items.indexOf(name)}])`;
      return items.includes(name) && text !== scope.text(call) ? [{ call, text }] : [];
    });
    if (found.length === 0) continue;
    const details = found.map(({ call, text }) =>
      msg('The loop must run over the starts of all windows: {0} must be {1}', scope.text(call), text),
    );
    const edits = found.map(({ call, text }) => editOf(call, text));
    yield { id: 'loop-range', detail: details[0]!, details, edits, cost: 2.6 };
  }
}

/** Whether a range ends at a name that is assigned a quotient or a difference. */
function isComputed(scope: FunctionScope, range: SyntaxNode): boolean {
  const name = /\w+(?=\s*\)$)/.exec(scope.text(range))?.[0] ?? '';
  return scope.all('AssignStatement').some((statement) => {
    const [target, value = ''] = scope.text(statement).split(/(?<![=!<>])=(?!=)/);
    return target!.split(/\W+/).includes(name) && /[-/]/.test(value);
  });
}

/** A loop whose variable nothing reads: what it adds is added several times. */
function* repeated(scope: FunctionScope): Iterable<Candidate> {
  for (const loop of scope.all('ForStatement')) {
    const [, variable, values] = /^for\s+(\w+)\s+in\s+(range\([^()]*\))\s*:/.exec(scope.text(loop)) ?? [];
    if (variable === undefined || values === undefined) continue;
    const uses = scope.tree.all('VariableName', loop).filter((node) => scope.text(node) === variable);
    const call = scope.tree.all('CallExpression', loop)[0];
    if (uses.length > 1 || !call || scope.text(call) !== values) continue;
    yield {
      id: 'repeated-step',
      detail: msg('Nothing in the loop reads {0}: the same step is done again and again', variable),
      edits: [editOf(call, 'range(1)')],
      cost: 1.3,
    };
  }
}

/** `break` for `continue` and the reverse. */
function* jumps(scope: FunctionScope): Iterable<Candidate> {
  for (const jump of scope.all(['BreakStatement', 'ContinueStatement'])) {
    const other = jump.name === 'BreakStatement' ? 'continue' : 'break';
    yield {
      id: 'wrong-jump',
      detail: msg('{0} is used where {1} belongs', scope.text(jump), other),
      edits: [editOf(jump, other)],
      cost: 1.5,
    };
  }
}

/** `zip(rows, cols)` for every row with every column. */
function* zipped(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const [a, b, ...rest] = argumentsOf(scope, call);
    if (scope.text(call.firstChild!) !== 'zip' || a === undefined || b === undefined || rest.length > 0) continue;
    yield {
      id: 'pairs-for-product',
      detail: msg('zip pairs the first with the first: every item of {0} belongs to every item of {1}', a, b),
      edits: [editOf(call, `[(_a, _b) for _a in ${a} for _b in ${b}]`)],
      cost: 1.7,
    };
  }
}

/** `x += 1` for `x += stride` in a loop over window starts, and a condition that leaves out the last window. */
function* whileSteps(scope: FunctionScope): Iterable<Candidate> {
  const { stride } = scope;
  for (const loop of scope.all('WhileStatement')) {
    const condition = childNodes(loop)[1];
    for (const operator of condition ? scope.tree.all('CompareOp', condition) : []) {
      const present = scope.text(operator);
      for (const other of ['<=', '<'].filter((each) => each !== present)) {
        yield {
          id: 'loop-range',
          detail: msg('The condition of the loop must be {0}, not {1}', other, present),
          edits: [editOf(operator, other)],
          cost: 1.4,
        };
      }
    }
    for (const update of scope.tree.all('UpdateStatement', loop)) {
      const value = update.lastChild;
      if (!value) continue;
      const step = scope.text(value);
      if (step !== '1' && /^[\w.]+$/.test(step)) {
        yield {
          id: 'counter-step',
          detail: msg('{0} counts windows: it grows by 1, not by {1}', scope.text(update.firstChild!), step),
          edits: [editOf(value, '1')],
          cost: 2,
        };
      }
      if (stride === undefined || !/^\d+$/.test(step)) continue;
      yield {
        id: 'stride-ignored',
        detail: msg('The stride is ignored: the starts of the windows are {0} apart', stride),
        edits: [editOf(value, stride)],
        cost: 1.4,
      };
    }
  }
}

/** `range(n - 1)`, `range(1, n)`, `range(n + 1)` for `range(n)`. */
function* ranges(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const list = call.getChild('ArgList');
  if (!list) return;
  const items = listItems(list, '(', ')');
  const [first] = items[0] ?? [];
  const [second] = items[1] ?? [];
  if (!first) return;
  const whole = (text: string): Candidate => ({
    id: 'loop-range',
    detail: msg('The loop leaves out steps: {0} must be {1}', scope.text(call), `range(${text})`),
    edits: [editOf(list, `(${text})`)],
    cost: 1.3,
  });
  if (items.length === 1 && first.name === 'BinaryExpression') {
    const [count, operator, one] = childNodes(first);
    if (count && operator && one && scope.text(one) === '1' && /^[-+]$/.test(scope.text(operator))) {
      yield whole(scope.text(count));
    }
  }
  if (items.length === 2 && second && scope.text(first) === '1') yield whole(scope.text(second));
  if (items.length === 3) {
    yield* fewer(scope, call, list, items);
    yield* stepped(scope, call, list, items);
  }
  yield* steps(scope, list, items.length, first);
}

/** `range(1, 0, n)` for `range(0, n)`. */
function* fewer(scope: FunctionScope, call: SyntaxNode, list: SyntaxNode, items: SyntaxNode[][]): Iterable<Candidate> {
  const texts = items.map((item) => scope.tree.source.slice(item[0]!.from, item[item.length - 1]!.to));
  for (const dropped of texts.keys()) {
    const text = texts.filter((_, k) => k !== dropped).join(', ');
    yield {
      id: 'loop-range',
      detail: msg('The loop leaves out steps: {0} must be {1}', scope.text(call), `range(${text})`),
      edits: [editOf(list, `(${text})`)],
      cost: 2.8,
    };
  }
}

/** `range(0, n, stride)` for `range(0, n_out * stride, stride)`: the loop runs over the starts of the windows of every output. */
function* stepped(
  scope: FunctionScope,
  call: SyntaxNode,
  list: SyntaxNode,
  items: SyntaxNode[][],
): Iterable<Candidate> {
  const [start, stop, step] = items.map((item) => scope.tree.source.slice(item[0]!.from, item.at(-1)!.to));
  const sizes = scope.names.filter((name) => scope.isScalar(name) && OUTPUT_SIZE.test(name) && name !== stop);
  for (const end of [...sizes.map((size) => `${size} * ${step!}`), ...lastStarts(scope, stop!)]) {
    const text = `(${start}, ${end}, ${step})`;
    yield {
      id: 'loop-range',
      detail: msg(
        'The loop must run over the starts of all windows: {0} must be {1}',
        scope.text(call),
        `range${text}`,
      ),
      edits: [editOf(list, text)],
      cost: 2.4,
    };
  }
}

/** One past the last start of a window that fits: `H - f + 1`, with padding `H + 2 * pad - f + 1`. */
function lastStarts(scope: FunctionScope, extent: string): string[] {
  if (!/^\w+$/.test(extent)) return [];
  const kernels = scope.names.filter((name) => /^kernel/.test(roleOf(name) ?? ''));
  const sums = [extent, ...(scope.pad === undefined ? [] : [`${extent} + 2 * ${scope.pad}`])];
  return sums.flatMap((sum) => kernels.map((kernel) => `${sum} - ${kernel} + 1`));
}

const OUTPUT_SIZE = /out|^o[hw]$|^n_?[hw]$|_?[hw]o$|^[hw](?:_|_?(?:o|out|new|[12p]))$|^new|rows|cols/i;

/** `range(0, n - f + 1)` for `range(0, n - f + 1, stride)`: the loop runs over the starts of windows. */
function* steps(scope: FunctionScope, list: SyntaxNode, count: number, first: SyntaxNode): Iterable<Candidate> {
  const { stride } = scope;
  if (stride === undefined || count > 2 || (count === 1 && first.name !== 'BinaryExpression')) return;
  const inner = scope.text(list).slice(1, -1);
  const repaired = count === 1 ? `(0, ${inner}, ${stride})` : `(${inner}, ${stride})`;
  yield {
    id: 'stride-ignored',
    detail: msg('The stride is ignored: the starts of the windows are {0} apart', stride),
    edits: [editOf(list, repaired)],
    cost: 1.6,
  };
}
