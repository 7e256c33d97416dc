/** The text that a layer call needs: the code before it in its cell, to the end of its line. */
import type { TextRange } from '../../../core/read/ParseResult';
import { lineAt } from '../source/assignment';

export function callSegment(text: string, [start, end]: TextRange): TextRange {
  return [cellStart(text, start), lineAt(text, end).end];
}

/** The line of the `# %%` that begins the cell around `offset`, else the document's start. */
function cellStart(text: string, offset: number): number {
  let start = 0;
  for (const { index } of text.slice(0, offset).matchAll(/^#\s?%%/gm)) start = index;
  return start;
}
