/** Indentation of a statement: the spaces and tabs before it. */
import type { SyntaxNode } from '@lezer/common';
import type { FunctionScope } from './FunctionScope';

export function indentOf(scope: FunctionScope, node: SyntaxNode): string {
  const start = scope.tree.source.lastIndexOf('\n', node.from - 1) + 1;
  return /^[ \t]*/.exec(scope.tree.source.slice(start, node.from))![0];
}
