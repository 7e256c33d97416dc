/** The text that a layer call needs: the code before it in its cell, to the end of its line. */
import type { TextRange } from '../../../core/read/ParseResult';
import { lineAt } from '../source/segmentAtCursor';

/** undefined for a call that has no arguments to show: in a function's body, or a layer that is only made. */
export function callSegment(text: string, callee: string, [start, end]: TextRange): TextRange | undefined {
  if (isInDefinition(text, start)) return undefined;
  if (isConstructor(callee) && !/^\s?\(/.test(text.slice(end, end + 2))) return undefined;
  return [cellStart(text, start), lineAt(text, end).end];
}

/** `nn.Conv2d(…)` makes a layer; only `nn.Conv2d(…)(x)` runs it. */
function isConstructor(callee: string): boolean {
  return /^[A-Z]/.test(callee.slice(callee.lastIndexOf('.') + 1)) && !/^F\./.test(callee);
}

/** The line of the `# %%` that begins the cell around `offset`, else the document's start. */
function cellStart(text: string, offset: number): number {
  let start = 0;
  for (const { index } of text.slice(0, offset).matchAll(/^#\s?%%/gm)) start = index;
  return start;
}

/** Whether a `def` or `class` with less indentation holds the line of `offset`. */
function isInDefinition(text: string, offset: number): boolean {
  let { start } = lineAt(text, offset);
  let indent = indentAt(text, start);
  while (indent > 0 && start > 0) {
    start = lineAt(text, start - 1).start;
    const own = indentAt(text, start);
    if (own >= indent || isBlankAt(text, start + own)) continue;
    if (/^(?:async\s+def|def|class)\b/.test(text.slice(start + own, start + own + 12))) return true;
    indent = own;
  }
  return false;
}

function indentAt(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - start;
}

function isBlankAt(text: string, at: number): boolean {
  const character = text[at];
  return character === undefined || character === '\n' || character === '\r' || character === '#';
}
