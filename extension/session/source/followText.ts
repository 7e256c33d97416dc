/** How a range moves when the text around or in it is edited. */
import type { TextRange } from '../../../core/read/ParseResult';

/** As VS Code reports it: `length` characters at `offset` became `text`. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** Text typed at either end of the range belongs to it; a range whose text is removed becomes empty. */
export function movedRange([start, end]: TextRange, { offset, length, text }: TextChange): TextRange {
  const grown = text.length - length;
  const changeEnd = offset + length;
  if (changeEnd < start) return [start + grown, end + grown];
  if (offset > end) return [start, end];
  const newStart = Math.min(start, offset);
  const newEnd = changeEnd > end ? offset + text.length : end + grown;
  return [newStart, Math.max(newStart, newEnd)];
}
