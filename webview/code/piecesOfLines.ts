/** The lines of a listing, each in pieces of one colour. */
import type { ShownListing } from '../../core/panel/protocol';

export interface LineOfCode {
  /** Number of spaces at its start, which are in no piece. */
  readonly indent: number;
  readonly pieces: readonly { readonly kind?: ShownListing['tokens'][number]['kind']; readonly text: string }[];
}

export function piecesOfLines({ text, tokens }: Pick<ShownListing, 'text' | 'tokens'>): LineOfCode[] {
  let start = 0;
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const from = start + line.length - line.trimStart().length;
      const to = start + line.trimEnd().length;
      const indent = from - start;
      start += line.length + 1;
      return { indent, pieces: piecesBetween(text, tokens, from, Math.max(from, to)) };
    });
}

function piecesBetween(text: string, tokens: ShownListing['tokens'], from: number, to: number): LineOfCode['pieces'] {
  const pieces: LineOfCode['pieces'][number][] = [];
  let end = from;
  for (const token of tokens) {
    // A string may go on over several lines.
    const [first, last] = [Math.max(token.from, from), Math.min(token.to, to)];
    if (first >= last) continue;
    if (first > end) pieces.push({ text: text.slice(end, first) });
    pieces.push({ kind: token.kind, text: text.slice(first, last) });
    end = last;
  }
  if (end < to) pieces.push({ text: text.slice(end, to) });
  return pieces;
}
