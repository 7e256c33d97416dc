/** Sources of the arguments of a call. */
import type { SyntaxNode } from '@lezer/common';
import { listItems } from '../../source/PythonTree';
import type { FunctionScope } from './FunctionScope';

export function argumentsOf(scope: FunctionScope, call: SyntaxNode): string[] {
  const list = call.getChild('ArgList');
  if (!list) return [];
  return listItems(list, '(', ')').map((item) => scope.tree.source.slice(item[0]!.from, item[item.length - 1]!.to));
}
