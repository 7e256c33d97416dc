/** Gradients that an object keeps from one call to the next: `self.dW += …` without zeros at the start of the method. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { isBackward, type CourseFunction } from '../../../CourseFunction';
import { statementOf } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';

export function* kept(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (!isBackward(operation)) {
    yield* buffers(scope);
    return;
  }
  const assigned = new Set(
    scope.all('AssignStatement').map((statement) => scope.text(statement.firstChild ?? statement)),
  );
  const updates = scope.all('UpdateStatement').filter((statement) => {
    const target = arrayOf(scope, statement);
    return /^self\./.test(target) && !assigned.has(target);
  });
  // An update that runs once is repaired by an assignment.
  if (
    !updates.some((statement) => scope.loops.some(({ node }) => node.from < statement.from && node.to >= statement.to))
  )
    return;
  const [first] = updates;
  const place = first && outermost(scope, first);
  if (!place) return;
  const attributes = [...new Set(updates.map((statement) => arrayOf(scope, statement)))];
  const indent = indentOf(scope, place);
  const lines = attributes.map((attribute) => `${attribute} = np.zeros_like(${attribute})`);
  for (const chosen of attributes.length > 1 ? [lines, ...lines.map((line) => [line])] : [lines]) {
    const before = place.prevSibling;
    const edit =
      before && before.name !== ':'
        ? editOf({ from: before.to, to: before.to }, chosen.map((line) => `\n${indent}${line}`).join(''))
        : editOf({ from: place.from, to: place.from }, chosen.map((line) => `${line}\n${indent}`).join(''));
    yield {
      id: 'kept-from-call',
      detail: msg('{0} is added to that of the call before: it must start from zeros', attributes.join(', ')),
      edits: [edit],
      cost: chosen.length === attributes.length ? 1.4 : 1.6,
    };
  }
}

/** An array of the object that a forward method adds to, and makes only once. */
function* buffers(scope: FunctionScope): Iterable<Candidate> {
  for (const update of scope.all('UpdateStatement')) {
    const target = arrayOf(scope, update);
    if (!/^self\./.test(target)) continue;
    const place = outermost(scope, update);
    if (place === update) continue;
    yield {
      id: 'kept-from-call',
      detail: msg('{0} is added to that of the call before: it must start from zeros', target),
      edits: [editOf({ from: place.from, to: place.from }, `${target}[...] = 0\n${indentOf(scope, place)}`)],
      cost: 1.5,
    };
  }
}

/** `self.dW` of `self.dW[k] += …`. */
function arrayOf(scope: FunctionScope, statement: SyntaxNode): string {
  return scope.text(statement.firstChild ?? statement).split('[')[0]!;
}

/** The statement of the function's own body that holds a statement. */
function outermost(scope: FunctionScope, statement: SyntaxNode): SyntaxNode {
  let at = statementOf(statement);
  while (at.parent && at.parent.from > scope.node.from && at.parent.parent?.from !== scope.node.from) {
    at = statementOf(at.parent.parent ?? at.parent);
  }
  return at;
}
