/** Statements at a wrong place: inside or outside a loop or a branch, in the wrong order, or one too many. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* statements(scope: FunctionScope): Iterable<Candidate> {
  for (const body of scope.all('Body')) {
    const items = childNodes(body).filter(({ name }) => name !== ':');
    for (const [k, statement] of items.entries()) {
      yield* indented(scope, items, k);
      yield* dedented(scope, statement);
      yield* removed(scope, statement);
      yield* startsFromArray(scope, statement);
      yield* exchanged(scope, statement, items[k + 1]);
      yield* hoisted(scope, statement, items[k + 1]);
    }
  }
}

/** A statement after a loop belongs into the loop. */
function* indented(scope: FunctionScope, items: readonly SyntaxNode[], k: number): Iterable<Candidate> {
  const statement = items[k]!;
  const loop = items[k - 1];
  if (loop?.name === 'IfStatement') yield* intoBranch(scope, statement, loop);
  if (loop?.name !== 'ForStatement') return;
  const isBlock = statement.name === 'IfStatement' || readsVariable(scope, statement, loop);
  if (isCompound(statement) && !isBlock) return;
  const body = loop.getChild('Body');
  const last = body?.lastChild;
  if (!body || !last) return;
  const indents = new Set<string>();
  for (let at: SyntaxNode | null = loop; at?.name === 'ForStatement';) {
    const inner: SyntaxNode | null = at.getChild('Body');
    const first = inner && childNodes(inner).find(({ name }) => name !== ':');
    if (!first) break;
    indents.add(indentOf(scope, first));
    at =
      childNodes(inner)
        .filter(({ name }) => name !== ':')
        .at(-1) ?? null;
  }
  for (const indent of indents) {
    yield {
      id: 'outside-the-loop',
      detail: msg('{0} runs once after the loop: it belongs inside the loop', firstLine(scope, statement)),
      edits: linesOf(scope, statement, indent),
      isOne: true,
      cost: 1.5,
    };
  }
}

/** Whether a loop that follows another one reads a variable that only the other one, or a loop in it, counts. */
function readsVariable(scope: FunctionScope, statement: SyntaxNode, loop: SyntaxNode): boolean {
  if (statement.name !== 'ForStatement') return false;
  const isIn = ({ from }: SyntaxNode, outer: SyntaxNode): boolean => outer.from <= from && from < outer.to;
  const own = scope.loops.filter(({ node }) => isIn(node, statement)).map(({ name }) => name);
  const counted = scope.loops.filter(({ name, node }) => isIn(node, loop) && !own.includes(name));
  return counted.some(({ name }) => new RegExp(`\\b${name}\\b`).test(scope.text(statement)));
}

/** The lines of a statement with another indentation. */
function linesOf(scope: FunctionScope, statement: SyntaxNode, indent: string): Candidate['edits'] {
  const own = indentOf(scope, statement).length;
  const starts = [...scope.text(statement).matchAll(/\n(?=[ \t]*\S)/g)].map(({ index }) => statement.from + index + 1);
  const added = indent.slice(own);
  return [
    editOf({ from: statement.from - own, to: statement.from }, indent),
    ...starts.map((from) => editOf({ from, to: from }, added)),
  ];
}

/** A statement after a branch belongs into it. */
function* intoBranch(scope: FunctionScope, statement: SyntaxNode, branch: SyntaxNode): Iterable<Candidate> {
  const bodies = branch.getChildren('Body');
  const last = bodies.at(-1)?.lastChild;
  if (!last || isCompound(statement)) return;
  yield {
    id: 'outside-the-branch',
    detail: msg('{0} belongs inside the branch before it', firstLine(scope, statement)),
    edits: [
      editOf({ from: statement.from - indentOf(scope, statement).length, to: statement.from }, indentOf(scope, last)),
    ],
    cost: 1.8,
  };
}

/** A statement in a loop belongs after the loop, or before it where it makes an array. */
function* dedented(scope: FunctionScope, statement: SyntaxNode): Iterable<Candidate> {
  if (isCompound(statement)) return;
  let loop = enclosingLoop(statement, scope.node);
  const isLast = statement.nextSibling === null;
  while (loop) {
    const indent = indentOf(scope, loop);
    if (isLast) {
      yield {
        id: statement.name === 'ReturnStatement' ? 'return-in-loop' : 'inside-the-loop',
        detail:
          statement.name === 'ReturnStatement'
            ? msg('The function returns in the first step of the loop')
            : msg('{0} runs in every step of the loop: it belongs after the loop', firstLine(scope, statement)),
        edits: [editOf({ from: statement.from - indentOf(scope, statement).length, to: statement.from }, indent)],
        cost: statement.name === 'ReturnStatement' ? 1 : 2.5,
      };
    }
    if (/zeros|ones|empty|= *0(?:\.0*)?$/.test(scope.text(statement)) || startsSum(scope, statement, loop)) {
      yield {
        id: 'reset-in-loop',
        detail: msg('{0} is reset in every step of the loop: it belongs before the loop', firstLine(scope, statement)),
        edits: [
          editOf(statement, 'pass'),
          editOf({ from: loop.from, to: loop.from }, `${scope.text(statement)}\n${indent}`),
        ],
        isOne: true,
        cost: 2,
      };
    }
    loop = enclosingLoop(loop, scope.node);
  }
}

function* removed(scope: FunctionScope, statement: SyntaxNode): Iterable<Candidate> {
  if (isCompound(statement) || statement.name === 'ReturnStatement' || statement.name === 'ExpressionStatement') return;
  yield {
    id: 'extra-statement',
    detail: msg('{0} is to be left out', firstLine(scope, statement)),
    edits: [editOf(statement, 'pass')],
    cost: 4,
  };
}

/** `d_padded = padded`: a gradient that starts from the values of its array. */
function* startsFromArray(scope: FunctionScope, statement: SyntaxNode): Iterable<Candidate> {
  const [target, , value] = childNodes(statement);
  if (statement.name !== 'AssignStatement' || target?.name !== 'VariableName' || !value) return;
  const name = scope.text(target);
  const text = scope.text(value);
  if (!/^(?:d_?|grad)/i.test(name) || !/^[\w.]+(?:\.copy\(\))?$/.test(text)) return;
  yield {
    id: 'not-zero-at-start',
    detail: msg('The result must start from zeros, not from {0}', text),
    edits: [editOf(value, `np.zeros_like(${text.replace('.copy()', '')})`)],
    cost: 1.8,
  };
}

function* exchanged(scope: FunctionScope, a: SyntaxNode, b: SyntaxNode | undefined): Iterable<Candidate> {
  if (!b || isCompound(a) || isCompound(b) || scope.text(a) === scope.text(b)) return;
  // Before the return: it would not run.
  if (b.name === 'ReturnStatement') return;
  yield {
    id: 'statement-order',
    detail: msg('The statements {0} and {1} are in the wrong order', firstLine(scope, a), firstLine(scope, b)),
    edits: [editOf(a, scope.text(b)), editOf(b, scope.text(a))],
    cost: readsUpdated(scope, a, b) ? 2.5 : 4.5,
  };
}

/** `mask = z > 0` before `z += b` or `z = z + b`. */
function readsUpdated(scope: FunctionScope, a: SyntaxNode, b: SyntaxNode): boolean {
  const reads = ({ lastChild }: SyntaxNode, name: string): boolean =>
    lastChild !== null && scope.tree.all('VariableName', lastChild).some((node) => scope.text(node) === name);
  const target = b.firstChild ? scope.text(b.firstChild) : '';
  const isUpdate = b.name === 'UpdateStatement' || (b.name === 'AssignStatement' && reads(b, target));
  return isUpdate && reads(a, target);
}

/** `a = arrays[0]` before the loop over `i`: `a = arrays[i]` at the start of each step. */
function* hoisted(scope: FunctionScope, statement: SyntaxNode, loop: SyntaxNode | undefined): Iterable<Candidate> {
  const [variable, body] = [loop?.getChild('VariableName'), loop?.getChild('Body')];
  const first = body && childNodes(body).find(({ name }) => name !== ':');
  if (statement.name !== 'AssignStatement' || loop?.name !== 'ForStatement' || !variable || !first) return;
  for (const index of scope.tree.all('Number', statement)) {
    if (index.parent?.name !== 'MemberExpression') continue;
    const line = `${scope.text({ from: statement.from, to: index.from })}${scope.text(variable)}${scope.text({ from: index.to, to: statement.to })}`;
    yield {
      id: 'before-the-loop',
      detail: msg('{0} runs once before the loop: it belongs to the start of each step', firstLine(scope, statement)),
      edits: [
        editOf(statement, 'pass'),
        editOf({ from: first.from, to: first.from }, `${line}\n${indentOf(scope, first)}`),
      ],
      isOne: true,
      cost: 1.8,
    };
  }
}

function enclosingLoop(node: SyntaxNode, within: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at && at.from >= within.from; at = at.parent) {
    if (at.name === 'ForStatement' || at.name === 'WhileStatement') return at;
  }
  return undefined;
}

function isCompound({ name }: SyntaxNode): boolean {
  return [
    'ForStatement',
    'IfStatement',
    'WhileStatement',
    'FunctionDefinition',
    'WithStatement',
    'TryStatement',
    'ClassDefinition',
  ].includes(name);
}

function firstLine(scope: FunctionScope, node: SyntaxNode): string {
  const [line = ''] = scope.text(node).split('\n');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

/** Whether a statement gives a value, such as a bias, to a target to which its loop adds: `y[i, j] = b`, then `y[i, j] += …`. */
function startsSum(scope: FunctionScope, statement: SyntaxNode, loop: SyntaxNode): boolean {
  const [, target] = /^([A-Za-z_][\w.]*(?:\[[^=]*\])?) = [\w.[\], ]+$/.exec(scope.text(statement)) ?? [];
  return target !== undefined && scope.text(loop).includes(`${target} +=`);
}
