/** An iterator that is made before the outer loop: it is empty after the first of its steps. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../message';
import { childNodes } from '../../source/PythonTree';
import { editOf, type Candidate } from '../Candidate';
import type { FunctionScope } from '../FunctionScope';

export function* exhausted(scope: FunctionScope): Iterable<Candidate> {
  for (const loop of scope.all('ForStatement')) {
    const separator = loop.getChild('in');
    const given = separator?.nextSibling;
    // `enumerate(windows)`
    const iterable = given?.name === 'CallExpression' ? given.getChild('ArgList')?.getChild('VariableName') : given;
    if (iterable?.name !== 'VariableName') continue;
    const name = scope.text(iterable);
    const made = scope.all('AssignStatement').flatMap((statement) => {
      const [target, , value] = childNodes(statement);
      const isMaker = value?.name === 'CallExpression' || value?.name === 'ComprehensionExpression';
      return target && scope.text(target) === name && isMaker ? [{ statement, value }] : [];
    });
    const [first] = made;
    if (!first || made.length > 1 || !isRepeated(loop, first.statement)) continue;
    yield {
      id: 'exhausted-iterator',
      detail: msg('{0} can be read once only, and is empty after the first pass: list(…) keeps its items', name),
      edits: [editOf(first.value, `list(${scope.text(first.value)})`)],
      cost: 1.6,
    };
  }
}

/** Whether the loop is inside another one that begins after the statement. */
function isRepeated(loop: SyntaxNode, { to }: SyntaxNode): boolean {
  for (let at = loop.parent; at && at.from > to; at = at.parent) {
    if (at.name === 'ForStatement' || at.name === 'WhileStatement') return true;
  }
  return false;
}
