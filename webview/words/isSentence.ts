/**
 * Whether a line is words, with or without a result: it takes one line on screen in narrow rows too. Words after an empty text are
 * in the place of an equation.
 */
import type { Line } from '../../core/step/Frame';

export function isSentence({ spans: [first, ...others] }: Line): boolean {
  const [result, ...more] = others.filter(({ kind }) => kind !== 'text' && kind !== 'message');
  const isLabel = first?.kind === 'message' || (first?.kind === 'text' && first.text !== '');
  return isLabel && more.length === 0 && (!result || (result.kind === 'number' && result.tone === 'result'));
}
