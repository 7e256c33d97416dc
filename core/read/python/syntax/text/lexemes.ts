/** Finds the ends of logical lines in one pass, with regard to strings, comments and brackets. */

interface LogicalEnd {
  /** Just after the line break. */
  readonly end: number;
  /** Absent where the line holds only space and comments. `last` is its last character that is neither. */
  readonly code?: { readonly last: string };
}

const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

interface OpenBracket {
  readonly character: string;
  /** How many line ends had been found when it opened. */
  readonly lines: number;
}

/** Open brackets and their number by kind, so that a closing bracket without a partner needs no search. */
interface OpenBrackets {
  readonly stack: OpenBracket[];
  readonly counts: Map<string, number>;
}

/** A bracket that never closes holds no lines together. */
export function scanLexemes(text: string): LogicalEnd[] {
  const ends: LogicalEnd[] = [];
  const open: OpenBrackets = { stack: [], counts: new Map() };
  let last = '';
  const endLine = (end: number): void => {
    ends.push(last === '' ? { end } : { end, code: { last } });
    last = '';
  };
  let at = 0;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '\n') {
      at += 1;
      endLine(at);
    } else if (character === '#') {
      at = endOfComment(text, at);
    } else if (character === '"' || character === "'") {
      at = endOfString(text, at);
      last = character;
    } else if (character === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) {
      at = text.indexOf('\n', at) + 1;
    } else {
      if (character === '(' || character === '[' || character === '{') {
        open.stack.push({ character, lines: ends.length });
        open.counts.set(character, (open.counts.get(character) ?? 0) + 1);
      } else if (CLOSERS[character] !== undefined) {
        const opener = closeBracket(open, CLOSERS[character]);
        // The line ends inside the brackets were none: the line goes on from where the bracket opened.
        if (opener) ends.length = Math.min(ends.length, opener.lines);
      }
      if (!isBlank(character)) last = character;
      at += 1;
    }
  }
  endLine(text.length);
  return ends;
}

/** Takes the nearest bracket of the kind off the stack, with those inside it that were never closed. */
function closeBracket({ stack, counts }: OpenBrackets, character: string): OpenBracket | undefined {
  while ((counts.get(character) ?? 0) > 0) {
    const opener = stack.pop()!;
    counts.set(opener.character, counts.get(opener.character)! - 1);
    if (opener.character === character) return opener;
  }
  return undefined;
}

/** Other spaces than ASCII's come with text pasted from web pages. */
function isBlank(character: string): boolean {
  return character <= ' ' || (character > '\u007f' && character.trim() === '');
}

export function endOfComment(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** The end of the string that opens at `start`; an unclosed one ends with its line, or with the text if it has three quotes. */
export function endOfString(text: string, start: number): number {
  const quote = text[start]!;
  const triple = text.startsWith(quote.repeat(3), start);
  const closer = triple ? quote.repeat(3) : quote;
  let at = start + closer.length;
  while (at < text.length) {
    if (text[at] === '\\') at += 2;
    else if (text.startsWith(closer, at)) return at + closer.length;
    else if (!triple && text[at] === '\n') return at;
    else at += 1;
  }
  return text.length;
}
