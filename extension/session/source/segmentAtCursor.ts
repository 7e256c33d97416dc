/** The piece of a text that the cursor means: a layer's call with the code before it, an array literal, else everything. */
import type { ParseResult } from '../../../core/read/ParseResult';
import type { Segment } from './LensSource';

/** Longer texts are not searched for the array at the cursor. */
const longestSearched = 2_000_000;

export function segmentAtCursor(text: string, cursor: number, read: (text: string) => ParseResult): Segment {
  const whole = { offset: 0, text };
  if (text.length > longestSearched) return whole;
  const { arrays, calls } = read(text);
  const line = lineAt(text, cursor);
  const call = calls.find(({ range: [start, end] }) => start <= line.end && end >= line.start);
  if (call) return { offset: 0, text: text.slice(0, Math.max(call.range[1], line.end)) };
  const array = arrays.find(({ range: [start, end] }) => start <= cursor && cursor <= end);
  if (!array) return whole;
  const start = withName(text, array.range[0]);
  return { offset: start, text: text.slice(start, array.range[1]) };
}

/** The start of `name = ` before a literal, on its line. */
export function withName(text: string, start: number): number {
  const before = text.slice(lineAt(text, start).start, start);
  const name = /(?:(?:const|let|var)\s+)?[\p{L}_$][\p{L}\p{N}_$.]*\s*(?::[^=]*)?=\s*$/u.exec(before);
  return name ? start - name[0].length : start;
}

/** `end` is before the line break. */
export function lineAt(text: string, offset: number): { start: number; end: number } {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
}
