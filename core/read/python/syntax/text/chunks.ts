/**
 * Cuts text into statements that can be parsed one by one, so that pasted output or prose between them does not affect other statements:
 * a line with the lines that its brackets and triple quotes hold together, and below a `:` the deeper lines of its block.
 */
import type { TextRange } from '../../../ParseResult';
import { scanLexemes } from './lexemes';

export interface Chunk {
  /** In the masked text: from the start of the first line to the end of the last. */
  readonly range: TextRange;
  readonly indent: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  /** The line without comment and trailing space ends with `:`. */
  readonly opens: boolean;
  /** Begins with the keyword of a statement that may have an `else`. */
  readonly compound: boolean;
  readonly decorates: boolean;
  readonly continues: boolean;
}

export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  const lines = logicalLines(text);
  for (let i = 0; i < lines.length;) {
    const first = lines[i]!;
    let head = i;
    while (lines[head]!.decorates && head + 1 < lines.length) head += 1;
    let last = head;
    // The body of `if x: y` is on the line itself; its `else` is below.
    const below = lines[head + 1];
    if (lines[head]!.opens || (lines[head]!.compound && below?.continues && below.indent === first.indent)) {
      while (last + 1 < lines.length && belongs(lines[last + 1]!, first.indent)) last += 1;
    }
    chunks.push({ range: [first.start, lines[last]!.end], indent: first.indent });
    i = last + 1;
  }
  return chunks;
}

function belongs(line: Line, indent: number): boolean {
  return line.indent > indent || (line.indent === indent && line.continues);
}

/** Lines that hold more than space and comments. */
function logicalLines(text: string): Line[] {
  const breaks = scanLexemes(text);
  const lines: Line[] = [];
  let start = 0;
  for (const { end, code } of breaks) {
    if (code) {
      const indent = /^[ \t]*/.exec(text.slice(start, Math.min(end, start + 200)))![0].length;
      const word = text.slice(start + indent, start + indent + 8);
      lines.push({
        start,
        end,
        indent,
        opens: code.last === ':',
        compound: /^(if|try|for|while)\b/.test(word),
        decorates: word.startsWith('@'),
        continues: /^(else|elif|except|finally)\b/.test(word),
      });
    }
    start = end;
  }
  return lines;
}
