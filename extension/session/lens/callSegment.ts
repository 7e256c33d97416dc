/** The text that a layer call needs: the code before it in its cell, to the end of its line. */
import type { TextRange } from '../../../core/read/ParseResult';
import { lineAt } from '../source/assignment';

/** For the calls of one text: its cells are found once, however many calls it has. */
export function callSegments(text: string): (call: TextRange) => TextRange {
  // The lines of `# %%`, which begin cells; the document's start begins one too.
  const starts = [0, ...Array.from(text.matchAll(/^#\s?%%/gm), ({ index }) => index)];
  return ([start, end]) => [starts[cellAt(starts, start)]!, lineAt(text, end).end];
}

/** The last of the ascending `starts` at or before `offset`. */
function cellAt(starts: readonly number[], offset: number): number {
  let [from, to] = [0, starts.length - 1];
  while (from < to) {
    const middle = (from + to + 1) >>> 1;
    if (starts[middle]! <= offset) from = middle;
    else to = middle - 1;
  }
  return from;
}
