/** Updates of several cells: the first one, the others collapsed. */
import { msg } from '../../../message';
import type { Span } from '../../Frame';
import { say, text } from './spans';

export function separatedTerms(items: readonly (readonly Span[])[]): Span[] {
  const [first = [], ...rest] = items;
  if (rest.length === 0) return [...first];
  const label = msg('{0} more cell{0||s}', rest.length);
  const spans = rest.flatMap((item, index) => (index === 0 ? item : [text('   '), ...item]));
  return [...first, text('   '), { kind: 'fold', summary: [say(label)], spans }];
}
