/** The array of a target: `array[...]` and `array`. */
import type { SyntaxNode } from '@lezer/common';
import type { FunctionScope } from './FunctionScope';

export function writtenArray(scope: Pick<FunctionScope, 'text'>, node: SyntaxNode | null): string {
  const array = node?.lastChild?.name === ']' ? node.firstChild : node;
  return array ? scope.text(array) : '';
}
