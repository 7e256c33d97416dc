/** Applies edits to a text. */
import type { TextEdit } from '../FunctionCheck';

/** Undefined where two edits overlap. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string | undefined {
  const ordered = [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  let result = '';
  let at = 0;
  for (const { range, text } of ordered) {
    if (range[0] < at) return undefined;
    result += source.slice(at, range[0]) + text;
    at = range[1];
  }
  return result + source.slice(at);
}
