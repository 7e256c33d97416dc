/** A start value that is set before too many loops: `total = 0` before the loop over the positions, not inside of it. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import type { TextEdit } from '../../../FunctionCheck';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

const LOOPS = ['ForStatement', 'WhileStatement'];

export function* movedStarts(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const names = targetsOf(scope, statement);
    if (names.length === 0) continue;
    for (let next = statement.nextSibling; next; next = next.nextSibling) {
      if (!LOOPS.includes(next.name) || !isUpdated(scope, next, names)) continue;
      for (const first of innerStarts(scope, next, names)) {
        yield {
          id: 'start-outside-loop',
          detail: msg(
            '{0} must be repeated inside of the loop: the next steps go on from the last value',
            scope.text(statement),
          ),
          edits: movedInto(scope, statement, first, names),
          isOne: true,
          cost: 1.7,
        };
      }
    }
  }
}

/** The counter of an inner `while` is set back next to others after each step of the outer loop, another start is moved. */
function movedInto(
  scope: FunctionScope,
  statement: SyntaxNode,
  first: SyntaxNode,
  names: readonly string[],
): TextEdit[] {
  const inner = scope.all('WhileStatement').filter(({ from }) => from >= first.from);
  const isCounter = inner.some((loop) =>
    scope.tree.all('UpdateStatement', loop).some((each) => isStep(scope, each, names)),
  );
  const indent = indentOf(scope, first);
  const isSetBack = scope.tree
    .all('AssignStatement', first.parent!)
    .some(
      (each) => each.parent?.from === first.parent!.from && each.from > first.from && /=\s*\d+$/.test(scope.text(each)),
    );
  if (!isCounter || !isSetBack)
    return [
      editOf(statement, 'pass'),
      editOf({ from: first.from, to: first.from }, `${scope.text(statement)}\n${indent}`),
    ];
  const end = first.parent!.from + scope.text(first.parent!).trimEnd().length;
  return [editOf({ from: end, to: end }, `\n${indent}${scope.text(statement)}`)];
}

/** `col += stride` */
function isStep(scope: FunctionScope, update: SyntaxNode, names: readonly string[]): boolean {
  const [target, , value] = childNodes(update);
  return names.includes(scope.text(target!)) && /^(?:\d+|[\w.]+)$/.test(scope.text(value!));
}

/** The variables of `a = b = 0`; empty where another place is assigned. */
function targetsOf(scope: FunctionScope, statement: SyntaxNode): string[] {
  const targets = childNodes(statement).filter((_, k, all) => all[k + 1]?.name === 'AssignOp');
  return targets.every(({ name }) => name === 'VariableName') ? targets.map((target) => scope.text(target)) : [];
}

/** First statements of the bodies of a loop, and of loops in it, that change one of the variables; not of the innermost. */
function innerStarts(scope: FunctionScope, loop: SyntaxNode, names: readonly string[]): SyntaxNode[] {
  const body = loop.getChild('Body');
  const statements = body ? childNodes(body).filter(({ name }) => name !== ':') : [];
  const [first] = statements;
  const inner = statements.filter((each) => LOOPS.includes(each.name) && isUpdated(scope, each, names));
  if (!first || inner.length === 0) return [];
  return [first, ...inner.flatMap((each) => innerStarts(scope, each, names))];
}

/** `total += …` or `total = total + …` */
function isUpdated(scope: FunctionScope, node: SyntaxNode, names: readonly string[]): boolean {
  return scope.tree.all(['UpdateStatement', 'AssignStatement'], node).some((statement) => {
    const [target, ...rest] = childNodes(statement);
    if (!target || !names.includes(scope.text(target))) return false;
    const isRead = rest.some((each) => new RegExp(`\\b${scope.text(target)}\\b`).test(scope.text(each)));
    return statement.name === 'UpdateStatement' || isRead;
  });
}
