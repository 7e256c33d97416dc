/** A sum that starts at a wrong level of the loops, and rows of a list that are the same list. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* accumulators(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    yield* startedEarly(scope, statement);
    yield* notAppended(scope, statement);
    yield* notSummed(scope, statement);
  }
  for (const product of scope.all('BinaryExpression')) yield* repeatedRows(scope, product);
}

/** `rows = row` in a loop for `rows.append(row)`, where `rows = []` comes before it. */
function* notAppended(scope: FunctionScope, statement: SyntaxNode): Iterable<Candidate> {
  const [target, operator, value, ...rest] = childNodes(statement);
  if (target?.name !== 'VariableName' || !operator || !value || rest.length > 0) return;
  if (scope.loopsAround(statement).length === 0 || isStart(scope.text(value))) return;
  const name = scope.text(target);
  const text = scope.text(scope.node);
  if (!new RegExp(`^\\s*${name} = \\[\\]`, 'm').test(text) || text.includes(`${name}.append(`)) return;
  yield {
    id: 'not-accumulated',
    detail: msg('{0} is overwritten in every step: {1} belongs into the list', name, scope.text(value)),
    edits: [editOf(statement, `${name}.append(${scope.text(value)})`)],
    cost: 1.4,
  };
}

/** `self.dW = …` in a loop for `self.dW += …`, where nothing starts it before. */
function* notSummed(scope: FunctionScope, statement: SyntaxNode): Iterable<Candidate> {
  const [target, operator, value, ...rest] = childNodes(statement);
  const outer = scope.loops.find(({ node }) => node.from < statement.from && node.to >= statement.to)?.node;
  if (!target || !operator || !value || rest.length > 0 || !outer) return;
  const name = scope.text(target);
  if (!/^self\.\w+$/.test(name) || scope.all('UpdateStatement').some((each) => scope.text(each).startsWith(name)))
    return;
  yield {
    id: 'not-accumulated',
    detail: msg('{0} is overwritten in every step: its contributions have to be added with +=', name),
    edits: [
      editOf(operator, '+='),
      editOf({ from: outer.from, to: outer.from }, `${name} = 0\n${indentOf(scope, outer)}`),
    ],
    isOne: true,
    cost: 1.6,
  };
}

/** `total = 0` before the loops over the output: it belongs to the start of a loop further in. */
function* startedEarly(scope: FunctionScope, statement: SyntaxNode): Iterable<Candidate> {
  const children = childNodes(statement);
  const value = children.at(-1);
  const targets = children.filter((_, k) => k % 2 === 0).slice(0, -1);
  if (!value || !isStart(scope.text(value)) || !targets.every(({ name }) => name === 'VariableName')) return;
  for (const target of targets) yield* startedAt(scope, statement, target, targets.length === 1);
}

/** `isAlone`: the statement sets nothing else, and moves; otherwise the loop sets the target again. */
function* startedAt(
  scope: FunctionScope,
  statement: SyntaxNode,
  target: SyntaxNode,
  isAlone: boolean,
): Iterable<Candidate> {
  const name = scope.text(target);
  const updates = scope
    .all(['UpdateStatement', 'AssignStatement', 'ExpressionStatement'])
    .filter(
      (other) =>
        other.from > statement.to && other.firstChild && /^\w+/.exec(scope.text(other.firstChild))?.[0] === name,
    );
  const [first] = updates;
  if (!first) return;
  for (let at = first.parent; at && at.from > statement.from; at = at.parent) {
    const body = at.name === 'ForStatement' || at.name === 'WhileStatement' ? at.getChild('Body') : null;
    const start = body && childNodes(body).find(({ name: kind }) => kind !== ':');
    if (!start) continue;
    const text = isAlone ? scope.text(statement) : `${name} = ${scope.text(statement.lastChild!)}`;
    yield {
      id: 'started-early',
      detail: msg('{0} runs once before the loop: it belongs to the start of each step', text.split('\n')[0]!),
      edits: [
        ...(isAlone ? [editOf(statement, 'pass')] : []),
        editOf({ from: start.from, to: start.from }, `${text}\n${indentOf(scope, start)}`),
      ],
      isOne: true,
      cost: 2.1,
    };
  }
}

function isStart(text: string): boolean {
  return /^(?:-?\d+(?:\.\d*)?|\[\]|-?(?:np|math)\.inf|float\(.*\)|np\.zeros\(.*\)|np\.zeros_like\(.*\))$/.test(text);
}

/** `[[0] * cols] * rows`: every row is the same list. */
function* repeatedRows(scope: FunctionScope, product: SyntaxNode): Iterable<Candidate> {
  const [list, operator, count] = childNodes(product);
  if (list?.name !== 'ArrayExpression' || !operator || !count || scope.text(operator) !== '*') return;
  const inner = scope.text(list).slice(1, -1).trim();
  // A list, or a call of the text's own function that makes one.
  const [, maker] = /^(\w+)\(/.exec(inner) ?? [];
  if (!/^\[/.test(inner) && !(maker && scope.tree.source.includes(`def ${maker}(`))) return;
  yield {
    id: 'same-row',
    detail: msg('All rows of {0} are the same list: a value that is put into one is in all', scope.text(product)),
    edits: [editOf(product, `[${inner} for _ in range(${scope.text(count)})]`)],
    cost: 1.4,
  };
}
