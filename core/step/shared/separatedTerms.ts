/** Updates of several cells side by side: the first few, the others behind a fold. */
import { msg } from '../../message';
import type { Span } from '../Frame';
import { say, text } from './spans';

const shownTerms = 3;

export function separatedTerms(items: readonly (readonly Span[])[]): Span[] {
  const spaced = items.map((item, index) => (index === 0 ? [...item] : [text('   '), ...item]));
  if (items.length <= shownTerms) return spaced.flat();
  const hidden = spaced.slice(shownTerms - 1).flat();
  const summary = [say(msg('and {0} more cells', items.length - shownTerms + 1))];
  return [...spaced.slice(0, shownTerms - 1).flat(), text('   '), { kind: 'fold', summary, spans: hidden.slice(1) }];
}
