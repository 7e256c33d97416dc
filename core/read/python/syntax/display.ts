/**
 * Lists of plain numbers, `[[1, 2], [3, 4]]`, are read by the fast scanner, with the place of every number, and left out of
 * what the Python parser sees: blanked, so that all offsets stay.
 */
import { dialect } from '../../text/dialect';
import { scanNested, type Nested } from '../../text/scanNested';
import { endOfComment, endOfString } from './lexemes';

export type Display = Pick<Nested, 'array' | 'ranges' | 'kind'>;

export interface MaskedText {
  /** As long as the text that was given. */
  readonly text: string;
  /** By the offset of the opening bracket. */
  readonly displays: ReadonlyMap<number, Display>;
}

/** How often the text may be looked at in vain, in multiples of its length. */
const PATIENCE = 8;
/** Prints, whose numbers are parted by spaces, are no Python. */
const PYTHON = { ...dialect('python'), spaces: false };
const BEFORE_SUBSCRIPT = /[\w)\]}"']/;
const KEYWORD = /(?:^|[^\w.])(?:in|return|and|or|not|if|else|is|print|yield)$/;

export function maskDisplays(text: string): MaskedText {
  const displays = new Map<number, Display>();
  const pieces: string[] = [];
  let copied = 0;
  let wasted = 0;
  for (let at = 0; at < text.length;) {
    const character = text[at]!;
    if (character === '#') at = endOfComment(text, at);
    else if (character === '"' || character === "'") at = endOfString(text, at);
    else if (character !== '[' || wasted > PATIENCE * text.length || isSubscript(text, at)) at += 1;
    else {
      const found = scanNested(text, at, PYTHON);
      if ('problem' in found) {
        wasted += found.end - at;
        at += 1;
        continue;
      }
      displays.set(at, found);
      pieces.push(text.slice(copied, at), '[', ' '.repeat(found.end - at - 2), ']');
      copied = found.end;
      at = found.end;
    }
  }
  pieces.push(text.slice(copied));
  return { text: pieces.join(''), displays };
}

function isSubscript(text: string, bracket: number): boolean {
  let at = bracket - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  if (at < 0 || !BEFORE_SUBSCRIPT.test(text[at]!)) return false;
  return !KEYWORD.test(text.slice(Math.max(0, at - 7), at + 1));
}
