/** Whether a line is words without an equation: it takes one line on screen in narrow rows too. */
import type { Line } from '../../core/step/Frame';

export function isSentence({ spans }: Line): boolean {
  return spans.length === 1 && spans[0]!.kind === 'message';
}
