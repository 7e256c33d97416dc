/** The last line of the loop that most others are around: what it needs is known there. */
import type { SyntaxNode } from '@lezer/common';
import { childNodes } from '../../../source/PythonTree';
import type { FunctionScope } from '../../scope/FunctionScope';

/** Undefined without a loop. */
export function innermostLine(scope: FunctionScope): SyntaxNode | undefined {
  const bodies = scope.loops.flatMap(({ node }) => (node.name === 'ForStatement' ? (node.getChild('Body') ?? []) : []));
  const depth = (body: SyntaxNode): number => scope.loopsAround(body).length;
  const [inner] = bodies.sort((a, b) => depth(b) - depth(a) || b.from - a.from);
  return inner && childNodes(inner).at(-1);
}
