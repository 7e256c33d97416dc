/** Numbers that end with their point, which the parser cannot read: it knows `1.0`, not `1.` */
import { endOfComment, endOfString } from './lexemes';

const BARE_POINT = /\d[\d_]*\.(?![\w.])|\d[\d_]*\.(?=[eE][+-]?\d)/y;

/** Position after the point of a number at `at` that has no digit behind its point; 0 without one. */
export function endOfBarePoint(text: string, at: number): number {
  if (/[\w.]/.test(text[at - 1] ?? '')) return 0;
  BARE_POINT.lastIndex = at;
  return BARE_POINT.test(text) ? BARE_POINT.lastIndex : 0;
}

/** A text of the same length, in which a digit replaces each such point. */
export function withoutBarePoints(text: string): string {
  if (!/\d\.(?:\W|[eE]|$)/.test(text)) return text;
  const pieces: string[] = [];
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const character = text[at]!;
    if (character === '#') at = endOfComment(text, at);
    else if (character === '"' || character === "'") at = endOfString(text, at);
    else {
      const end = character >= '0' && character <= '9' ? endOfBarePoint(text, at) : 0;
      if (end > 0) {
        pieces.push(text.slice(copied, end - 1), '0');
        copied = end;
      }
      at = Math.max(at + 1, end);
    }
  }
  return pieces.join('') + text.slice(copied);
}
