/** Reads comprehensions and generator expressions. */
import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../../../ParseResult';
import type { Clause, Expression } from '../tree/ast';
import type { NodeReader } from './NodeReader';
import { readClauses } from './readClauses';

/** `element for target in over if …`. */
export function readComprehension(
  makes: Extract<Expression, { type: 'comprehension' }>['makes'],
  children: readonly SyntaxNode[],
  range: TextRange,
  reader: NodeReader,
): Expression {
  const first = children.findIndex(({ name }) => name === 'for');
  const head = children.slice(0, first);
  const clauses: Clause[] = readClauses(children.slice(first), reader);
  if (head[0]?.name === 'async') return { type: 'unsupported', range };
  if (makes !== 'dictionary') return { type: 'comprehension', makes, element: reader.group(head), clauses, range };
  const colon = head.findIndex(({ name }) => name === ':');
  const [key, element] = [reader.group(head.slice(0, colon)), reader.group(head.slice(colon + 1))];
  return { type: 'comprehension', makes, key, element, clauses, range };
}
