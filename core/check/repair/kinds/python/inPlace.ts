/** A view that is changed in place, so that the array behind it changes; and a stride that multiplies too much. */
import { escapePattern } from '../../../../escapePattern';
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* inPlace(scope: FunctionScope): Iterable<Candidate> {
  yield* changedViews(scope);
  yield* aliases(scope);
  yield* overwrittenInputs(scope);
  yield* sharedItems(scope);
  yield* distributed(scope);
  yield* viewedMemory(scope);
}

/** Strides that are computed from sizes need an array whose cells are in that order: a transposed one is a view of others. */
function* viewedMemory(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const first = call.getChild('ArgList')?.firstChild?.nextSibling;
    if (first?.name !== 'VariableName' || !/\bas_strided$/.test(scope.text(call.firstChild!))) continue;
    const text = `np.ascontiguousarray(${scope.text(first)})`;
    yield {
      id: 'not-contiguous',
      detail: msg(
        'The strides belong to the cells of {0} in order: a transposed array needs {1}',
        scope.text(first),
        text,
      ),
      edits: [editOf(first, text)],
      cost: 1.8,
    };
  }
}

/** `window *= w` for `window = window * w`. */
function* changedViews(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('UpdateStatement')) {
    const [target, operator, value] = childNodes(statement);
    if (target?.name !== 'VariableName' || !operator || !value) continue;
    const name = scope.text(target);
    const sign = scope.text(operator).slice(0, -1);
    if (scope.isLoopVariable(name)) continue;
    const right = scope.factor(value);
    yield {
      id: 'changed-in-place',
      detail: msg(
        '{0} changes the array that {1} is a part of: later steps see other values',
        scope.text(statement),
        name,
      ),
      edits: [editOf(statement, `${name} = ${name} ${sign} ${right}`)],
      cost: sign === '+' || sign === '-' ? 3 : 2,
    };
    yield* otherViews(scope, statement, target, operator);
  }
}

/** `window += …`, with `window = x[…]`, for `dx[…] += …`. */
function* otherViews(
  scope: FunctionScope,
  statement: SyntaxNode,
  target: SyntaxNode,
  operator: SyntaxNode,
): Iterable<Candidate> {
  const name = scope.text(target);
  for (const assigned of scope.all('AssignStatement')) {
    const [bound, , value] = childNodes(assigned);
    const array = value?.name === 'MemberExpression' ? value.firstChild : undefined;
    if (!bound || !value || !array || scope.text(bound) !== name || value.lastChild?.name !== ']') continue;
    for (const other of scope.names.filter((each) => scope.kindOf(each) === 'array')) {
      if (other === name || other === scope.text(array)) continue;
      const view = `${other}${scope.text({ from: array.to, to: value.to })}`;
      yield {
        id: 'wrong-array',
        detail: msg('{0} is a part of {1}: {2} is meant', name, scope.text(array), view),
        edits: [editOf({ from: statement.from, to: operator.to }, `${view} ${scope.text(operator)}`)],
        cost: 2.8,
      };
    }
  }
}

/** `out = image` for `out = image.copy()`, where cells of `out` are assigned. */
function* aliases(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (target?.name !== 'VariableName' || !value) continue;
    if (
      (value.name !== 'VariableName' && !isView(scope, value)) ||
      !isWritten(scope, scope.text(target), scope.text(value))
    )
      continue;
    for (const copy of [`${scope.text(value)}.copy()`, `[row[:] for row in ${scope.text(value)}]`]) {
      yield {
        id: 'aliased-array',
        detail: msg('{0} is the same array as {1}: writing to one changes both', scope.text(target), scope.text(value)),
        edits: [editOf(value, copy)],
        // A second name for the same array has hardly another purpose than to keep the first one.
        cost: value.name === 'VariableName' ? 0.9 : 1.6,
      };
    }
  }
}

/** `image[r, c] = (image[r - 1:r + 2, …] * k).sum()`: the results are written to a copy, which is returned. */
function* overwrittenInputs(scope: FunctionScope): Iterable<Candidate> {
  const copy = 'result';
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    const array = target?.lastChild?.name === ']' ? rootOf(target) : undefined;
    const name = array && scope.text(array);
    const loop = outermostLoop(statement, scope.node);
    if (!name || !value || !loop || !scope.parameters.includes(name) || scope.names.includes(copy)) continue;
    if (!new RegExp(`(?<![\\w.])${name}\\[`).test(scope.text(value))) continue;
    const { source } = scope.tree;
    const indent = ' '.repeat(loop.from - source.lastIndexOf('\n', loop.from) - 1);
    const returned = scope.all('ReturnStatement').filter((each) => scope.text(each) === `return ${name}`);
    for (const made of [`${name}.copy()`, `[row[:] for row in ${name}]`])
      yield {
        id: 'overwritten-input',
        detail: msg('{0} is overwritten while later windows read it: the results belong into a copy', name),
        edits: [
          editOf(array, copy),
          editOf({ from: loop.from, to: loop.from }, `${copy} = ${made}\n${indent}`),
          ...returned.map((each) => editOf(each, `return ${copy}`)),
        ],
        isOne: true,
        cost: 1.2,
      };
  }
}

/** `image` of `image[r][c]`. */
function rootOf(target: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | null = target;
  while (at?.name === 'MemberExpression') at = at.firstChild;
  return at?.name === 'VariableName' ? at : undefined;
}

function outermostLoop(node: SyntaxNode, within: SyntaxNode): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  for (let at = node.parent; at && at.from > within.from; at = at.parent) if (at.name === 'ForStatement') found = at;
  return found;
}

/** `rows.append(buffer)` in a loop that writes to `buffer`: every item is the same array. */
function* sharedItems(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const items = call.getChild('ArgList');
    const [value, ...others] = items ? childNodes(items).filter(({ name }) => !/^[(),]$/.test(name)) : [];
    const written = value && /^(\w+)(?:\.(?:reshape|ravel|T|transpose|view)\b.*)?$/s.exec(scope.text(value))?.[1];
    if (!written || others.length > 0 || !/\.(?:append|add)$/.test(scope.text(call.firstChild!))) continue;
    if (scope.kindOf(written) !== 'array' || !isWritten(scope, written)) continue;
    const text = `${scope.text(value)}.copy()`;
    yield {
      id: 'aliased-array',
      detail: msg('{0} is the same array as {1}: writing to one changes both', scope.text(value), written),
      edits: [editOf(value, text)],
      cost: 1.6,
    };
  }
}

/** A slice, a reshaped array, or what a function of the text returns: it can share its cells with another array. */
function isView(scope: FunctionScope, value: SyntaxNode): boolean {
  const text = scope.text(value);
  if (value.name === 'MemberExpression') return /:.*\]$|\.T$|^self\.\w+$/.test(text);
  if (value.name !== 'CallExpression') return false;
  const callee = scope.text(value.firstChild ?? value);
  return !callee.startsWith('np.') && (!callee.includes('.') || VIEWING.test(callee));
}

const VIEWING = /\.(?:reshape|transpose|ravel|view|squeeze|swapaxes|asarray|as_strided|sliding_window_view|pop|get)$/;

/** Whether cells of one of two arrays are assigned, or one of them is changed as a whole. */
function isWritten(scope: FunctionScope, ...names: readonly string[]): boolean {
  const isOutput = scope
    .all('ArgList')
    .some((list) =>
      names.some((name) => new RegExp(`\\bout\\s*=\\s*${escapePattern(name)}\\b`).test(scope.text(list))),
    );
  if (isOutput) return true;
  return scope.all(['AssignStatement', 'UpdateStatement']).some((statement) => {
    const [written] = childNodes(statement);
    const isCell = written?.lastChild?.name === ']';
    const array = isCell ? written.firstChild : statement.name === 'UpdateStatement' ? written : undefined;
    return array ? names.includes(scope.text(array)) : false;
  });
}

/** `(row + a) * stride` for `row * stride + a`, and the reverse. */
function* distributed(scope: FunctionScope): Iterable<Candidate> {
  for (const product of scope.all('BinaryExpression')) {
    const [left, operator, right] = childNodes(product);
    if (!left || !operator || !right || scope.text(operator) !== '*') continue;
    for (const [sum, factor] of [
      [left, right],
      [right, left],
    ] as const) {
      const inner = sum.name === 'ParenthesizedExpression' ? childNodes(sum)[1] : undefined;
      const [a, sign, b] = inner?.name === 'BinaryExpression' ? childNodes(inner) : [];
      if (!a || !sign || !b || !/^[-+]$/.test(scope.text(sign))) continue;
      for (const [first, second] of [
        [a, b],
        [b, a],
      ] as const) {
        const text = `${scope.text(first)} * ${scope.text(factor)} ${scope.text(sign)} ${scope.text(second)}`;
        yield {
          id: 'factor-of-sum',
          detail: msg('{0} belongs to {1} only: {2}', scope.text(factor), scope.text(first), text),
          edits: [editOf(product, text)],
          cost: 1.9,
        };
      }
    }
  }
}
