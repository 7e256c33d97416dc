/**
 * Lists of plain numbers, `[[1, 2], [3, 4]]`, are read by the fast scanner, with the place of every number, and left out of
 * what the Python parser sees: it gets `[]` in their place. The point of `1.` becomes a digit there, which it can read.
 */
import { python } from '../../../text/languages/python';
import type { Nested } from '../../../text/types/Nested';
import { scanNested } from '../../../text/literals/scanNested';
import type { TextRange } from '../../../ParseResult';
import { endOfBarePoint } from './barePoints';
import { endOfComment, endOfString } from './lexemes';

export type ListDisplay = Pick<Nested, 'array' | 'ranges' | 'kind'>;

export interface MaskedText {
  /** What is parsed. */
  readonly text: string;
  readonly original: string;
  /** The range of a part of `text` in `original`. */
  readonly origin: (start: number, end: number) => TextRange;
  /** By the offset of the opening bracket in `text`. */
  readonly displays: ReadonlyMap<number, ListDisplay>;
}

/** Bound on unsuccessful scans of the text, in multiples of its length. */
const PATIENCE = 3;
/** Printed arrays, whose numbers are separated by spaces, are not Python. */
const PYTHON = { ...python, spaces: false };
const BEFORE_SUBSCRIPT = /[\p{L}\p{M}\p{N}_)\]}"']/u;
const KEYWORD = /(?:^|[^\w.])(?:in|return|and|or|not|if|else|is|print|yield)$/;

export function maskDisplays(text: string): MaskedText {
  const displays = new Map<number, ListDisplay>();
  const cuts: Cut[] = [];
  const pieces: string[] = [];
  let copied = 0;
  let removed = 0;
  let wasted = 0;
  for (let at = 0; at < text.length;) {
    const character = text[at]!;
    if (character === '#') at = endOfComment(text, at);
    else if (character === '"' || character === "'") at = endOfString(text, at);
    else if (character >= '0' && character <= '9') {
      const end = endOfBarePoint(text, at);
      if (end > 0) {
        pieces.push(text.slice(copied, end - 1), '0');
        copied = end;
      }
      at = Math.max(at + 1, end);
    } else if (character !== '[' || wasted > PATIENCE * text.length || isSubscript(text, at)) at += 1;
    else {
      const found = scanNested(text, at, PYTHON);
      // Tuples inside of a list are other values than lists.
      if ('problem' in found || text.slice(at, found.end).includes('(')) {
        wasted += found.end - at;
        at += 1;
        continue;
      }
      displays.set(at - removed, found);
      pieces.push(text.slice(copied, at), '[]');
      copied = found.end;
      cuts.push({ from: at - removed + 2, removed: (removed += found.end - at - 2) });
      at = found.end;
    }
  }
  pieces.push(text.slice(copied));
  return {
    text: pieces.join(''),
    original: text,
    displays,
    origin: (start, end) => [origin(cuts, start), origin(cuts, end)],
  };
}

/** Number of characters of the original that are removed up to the offset `from`. */
interface Cut {
  readonly from: number;
  readonly removed: number;
}

function origin(cuts: readonly Cut[], offset: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cuts[middle]!.from <= offset) low = middle + 1;
    else high = middle;
  }
  return offset + (cuts[low - 1]?.removed ?? 0);
}

function isSubscript(text: string, bracket: number): boolean {
  let at = bracket - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  if (at < 0 || !BEFORE_SUBSCRIPT.test(text[at]!)) return false;
  return !KEYWORD.test(text.slice(Math.max(0, at - 7), at + 1));
}
