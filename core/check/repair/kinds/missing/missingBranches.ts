/** A branch of a pooling that writes no cells: the line of the other branch with what its own mode computes. */
import type { SyntaxNode } from '@lezer/common';
import { roleOf } from '../../../adapt/roles/roles';
import { isBackward, isPooling, type CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import type { Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { writtenArray } from '../../scope/writtenArray';
import { missingLineAfter } from './missingLine';
import { isWritten } from './unchangedZeros';
import { unreadNames } from './values/unreadNames';

export function* missingBranches(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (!isPooling(operation)) return;
  for (const branches of scope.all('IfStatement').map((statement) => statement.getChildren('Body'))) {
    for (const empty of branches.filter((each) => !writerIn(scope, each))) {
      const last = childNodes(empty).at(-1);
      const writer = branches.flatMap((each) => writerIn(scope, each) ?? [])[0];
      if (!last || !writer) continue;
      const lines = isBackward(operation) ? spreadAs(scope, writer) : computedAs(scope.text(writer));
      for (const [k, line] of [...new Set(lines)].entries()) yield missingLineAfter(scope, last, line, 1.5 + k / 50);
    }
  }
}

/** The last statement of a branch that writes cells of an array. */
function writerIn(scope: FunctionScope, branch: SyntaxNode): SyntaxNode | undefined {
  return childNodes(branch)
    .filter(({ name, firstChild }) => {
      const isCell = firstChild?.lastChild?.name === ']';
      return /^(?:Assign|Update)Statement$/.test(name) && isCell && isWritten(scope, writtenArray(scope, firstChild));
    })
    .at(-1);
}

/** `A[i, h, w, c] = np.max(window)` for `np.mean`, and the reverse. */
function computedAs(line: string): string[] {
  return [line.replace(/\bmean\b|\baverage\b/, 'max'), line.replace(/\ba?max\b/, 'mean')].filter(
    (each) => each !== line,
  );
}

/** `dA_prev[window] += da / (f * f)` for `+= mask * dA[i, h, w, c]`, and the reverse. */
function* spreadAs(scope: FunctionScope, writer: SyntaxNode): Iterable<string> {
  const [target, operator] = childNodes(writer);
  if (!target || !operator) return;
  const start = `${scope.text(target)} ${scope.text(operator)} `;
  const parts = unreadNames(scope);
  const cells = scope.all('MemberExpression').flatMap((member) => {
    const text = scope.text(member);
    return roleOf(writtenArray(scope, member)) === 'gradient' && text.endsWith(']') && !text.includes(':')
      ? [text]
      : [];
  });
  const sizes = [...scope.names, ...scope.attributes].filter(
    (each) => roleOf(each.replace(/^self\./, ''), ['kernel']) === 'kernel' && scope.isScalar(each),
  );
  for (const cell of new Set([...parts, ...cells])) {
    for (const part of parts) if (part !== cell) yield `${start}${part} * ${cell}`;
    for (const size of sizes) yield `${start}${cell} / (${size} * ${size})`;
  }
}
