/** An iterator that is read more than once: it is empty after the first pass. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';

const MAKERS =
  /^(?:(?:itertools\.)?(?:product|permutations|combinations|chain(?:\.from_iterable)?|islice|starmap)|zip|map|filter|enumerate|iter|reversed|np\.(?:ndindex|ndenumerate))$/;

export function* exhausted(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (target?.name !== 'VariableName' || !value || !isIterator(scope, value)) continue;
    const name = scope.text(target);
    const reads = scope
      .all('VariableName')
      .filter((node) => node.from > statement.to && scope.text(node) === name && isRead(node));
    const isReadTwice = reads.length > 1 || reads.some((node) => isRepeated(node, statement));
    if (!isReadTwice) continue;
    yield {
      id: 'exhausted-iterator',
      detail: msg('{0} can be read once only, and is empty after the first pass: list(…) keeps its items', name),
      edits: [editOf(value, `list(${scope.text(value)})`)],
      cost: 1.6,
    };
  }
}

/** A generator, or the result of a function of Python, NumPy or the text that returns an iterator. */
function isIterator(scope: FunctionScope, value: SyntaxNode): boolean {
  if (value.name === 'ComprehensionExpression') return true;
  if (value.name !== 'CallExpression') return false;
  const callee = scope.text(value.firstChild ?? value);
  const [, own] = /^(?:self\.)?(\w+)$/.exec(callee) ?? [];
  const isGenerator = own !== undefined && /\byield\b/.test(scope.tree.source);
  return MAKERS.test(callee) || (isGenerator && new RegExp(`\\bdef ${own}\\(`).test(scope.tree.source));
}

/** Whether a loop that begins after the statement reads the iterator in each of its steps. */
function isRepeated(node: SyntaxNode, { to }: SyntaxNode): boolean {
  for (let at = node.parent; at && at.from > to; at = at.parent) {
    const body = at.name === 'ForStatement' || at.name === 'WhileStatement' ? at.getChild('Body') : null;
    if (body && body.from <= node.from) return true;
  }
  return false;
}
