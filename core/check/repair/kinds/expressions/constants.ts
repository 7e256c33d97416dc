/** Wrong constants and terms: `+ 1` missing or too many, an operand too many, a division that binds too tightly. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes, statementOf } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { type FunctionScope } from '../../scope/FunctionScope';

export function* constants(scope: FunctionScope): Iterable<Candidate> {
  // The default value of a parameter is a choice.
  for (const node of scope.all('Number')) if (node.parent?.name !== 'ParamList') yield* numbers(scope, node);
  for (const node of scope.all('TupleExpression')) yield* equalPairs(scope, node);
  for (const node of scope.all('BinaryExpression')) {
    yield* operands(scope, node);
    yield* regrouped(scope, node);
  }
  for (const statement of scope.all('AssignStatement')) yield* offsets(scope, statement);
  yield* singlePadding(scope);
  yield* sizes(scope);
}

/** `stride or (1, 1)` for `stride or self.kernel_size`. */
function* equalPairs(scope: FunctionScope, node: SyntaxNode): Iterable<Candidate> {
  const text = scope.text(node);
  if (!/^\((\d+), *\1\)$/.test(text)) return;
  for (const name of [...scope.names, ...scope.attributes])
    if (/(?:kernel|pool|window|filter)(?:_?(?:size|shape))?$/.test(name)) yield constant(node, text, name, 4);
}

function* numbers(scope: FunctionScope, node: SyntaxNode): Iterable<Candidate> {
  const text = scope.text(node);
  const value = Number(text);
  if (!Number.isInteger(value)) {
    for (const other of fractionsOf(scope)) if (Number(other) !== value) yield constant(node, text, other, 3.5);
    return;
  }
  const others = new Set([0, 1, 2, value + 1, value - 1, value + 2]);
  for (const other of others) {
    if (other === value || other < 0) continue;
    yield constant(node, text, String(other), 3.5);
  }
  if (text === '0' && node.parent?.name === 'MemberExpression') yield constant(node, text, '-1', 2.9);
  // `[0 for i in …]`
  for (const name of new Set(scope.loopsAround(node))) yield constant(node, text, name, 3.6);
  for (const name of scope.names) {
    if (/^(?:f|f_?[hw]|stride|pad|s|p|k|n_\w+|[HWChwmi]\w?|\w*size|\w*(?:stride|pad)\w*)$/.test(name))
      yield constant(node, text, name, 4);
  }
}

/** Numbers below 1 of the whole text, such as the slope of the forward function. */
function fractionsOf({ tree }: FunctionScope): string[] {
  const texts = tree.all('Number').map((node) => tree.text(node));
  return [...new Set(texts)].filter((text) => Number(text) > 0 && Number(text) < 1).slice(0, MOST_FRACTIONS);
}

const MOST_FRACTIONS = 6;

function constant(node: SyntaxNode, from: string, to: string, cost: number): Candidate {
  return { id: 'wrong-constant', detail: msg('{0} must be {1}', from, to), edits: [editOf(node, to)], cost };
}

/** `a + b` becomes `a` or `b`. */
function* operands(scope: FunctionScope, node: SyntaxNode): Iterable<Candidate> {
  const [left, operator, right] = childNodes(node);
  if (!left || operator?.name !== 'ArithOp' || !right) return;
  yield extra(scope, node, left, right);
  yield extra(scope, node, right, left);
}

/** A division by the number of examples. */
const EXAMPLES = /^\s*\/\s*(?:m|n|N|batch_?size|len\(\w+\)|\w+\.shape\[0\])$/;

function extra(scope: FunctionScope, node: SyntaxNode, kept: SyntaxNode, dropped: SyntaxNode): Candidate {
  return {
    id: /stride/.test(scope.text(dropped)) ? 'stride-too-many' : 'extra-term',
    detail: msg('{0} must be {1}', scope.text(node), scope.text(kept)),
    edits: [editOf(node, scope.text(kept))],
    cost: EXAMPLES.test(scope.text({ from: kept.to, to: node.to })) ? 2.2 : 3.5,
  };
}

/** `(a op b) op c` becomes `a op (b op c)` and back. */
function* regrouped(scope: FunctionScope, node: SyntaxNode): Iterable<Candidate> {
  const [left, operator, right] = childNodes(node);
  if (!left || operator?.name !== 'ArithOp' || !right) return;
  const outer = scope.text(operator);
  const inner = (side: SyntaxNode): SyntaxNode[] => {
    const bare = side.name === 'ParenthesizedExpression' ? childNodes(side)[1] : side;
    return bare?.name === 'BinaryExpression' ? childNodes(bare) : [];
  };
  const [a, first, b] = inner(left);
  if (a && first?.name === 'ArithOp' && b) {
    yield grouping(
      scope,
      node,
      `${scope.text(a)} ${scope.text(first)} (${scope.text(b)} ${outer} ${scope.text(right)})`,
    );
  }
  const [c, second, d] = inner(right);
  if (c && second?.name === 'ArithOp' && d) {
    yield grouping(
      scope,
      node,
      `(${scope.text(left)} ${outer} ${scope.text(c)}) ${scope.text(second)} ${scope.text(d)}`,
    );
  }
}

function grouping(scope: FunctionScope, node: SyntaxNode, text: string): Candidate {
  return {
    id: 'wrong-grouping',
    detail: msg('The parentheses are wrong: {0} must be {1}', scope.text(node), text),
    edits: [editOf(node, text)],
    cost: 3.5,
  };
}

/** `pad` for `2 * pad` in the formula of the output size. */
function* singlePadding(scope: FunctionScope): Iterable<Candidate> {
  for (const node of scope.all('VariableName')) {
    const { parent } = node;
    if (scope.text(node) !== scope.pad || parent?.name !== 'BinaryExpression') continue;
    const statement = statementOf(node);
    if (
      !/^(?:Assign|Return)Statement$/.test(statement.name) ||
      /\*/.test(scope.text(parent.getChild('ArithOp') ?? parent))
    )
      continue;
    yield {
      id: 'output-size',
      detail: msg('The padding is counted once: both sides are padded, 2 * {0}', scope.pad),
      edits: [editOf(node, `2 * ${scope.pad}`)],
      cost: /\//.test(scope.text(statement)) || parent.parent?.name === 'AssignStatement' ? 1.8 : 2.6,
    };
  }
}

/** An output size without its `+ 1` inside a shape: `np.zeros((n, (h - k) // s, c))`. */
function* sizes(scope: FunctionScope): Iterable<Candidate> {
  for (const node of scope.all('BinaryExpression')) {
    const { parent } = node;
    if (!parent || !(['TupleExpression', 'ArgList'].includes(parent.name) || isOneOfSeveral(node))) continue;
    const text = scope.text(node);
    if (!text.includes('-') || /[-+] *1$/.test(text) || /^1 *\+/.test(text)) continue;
    yield {
      id: 'output-size',
      detail: msg('The size of {0} is one too small: the formula ends with + 1', text),
      edits: [editOf({ from: node.to, to: node.to }, ' + 1')],
      cost: 2,
    };
  }
}

/** A value of `a, b = c, d`. */
function isOneOfSeveral({ parent, prevSibling, nextSibling }: SyntaxNode): boolean {
  return parent?.name === 'AssignStatement' && [prevSibling?.name, nextSibling?.name].includes(',');
}

/** A whole value of an assignment: plus one, as an integer. */
function* offsets(scope: FunctionScope, statement: SyntaxNode): Iterable<Candidate> {
  const value = statement.lastChild;
  if (!value || statement.firstChild?.name !== 'VariableName' || value.name === 'VariableName') return;
  if (statementOf(value) !== statement && statementOf(value).from !== statement.from) return;
  if (value.name !== 'BinaryExpression' && value.name !== 'CallExpression') return;
  const text = scope.text(value);
  if (!/[/]/.test(text)) return;
  const target = scope.text(statement.firstChild);
  yield {
    id: 'output-size',
    detail: msg('The size of {0} is one too small: the formula ends with + 1', target),
    edits: [editOf({ from: value.to, to: value.to }, ' + 1')],
    cost: 2,
  };
  if (!text.startsWith('int(')) {
    yield {
      id: 'not-an-integer',
      detail: msg('{0} must be an integer', target),
      edits: [editOf(value, `int(${text})`)],
      cost: 2.5,
    };
  }
}
