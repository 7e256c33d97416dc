/** How a range moves when the text around or in it is edited. */
import type { TextRange } from '../../../core/read/ParseResult';
import type { TextSource } from './LensSource';

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

/** The line and the test at which a source was opened, where they are after an edit. */
export function movedAim(
  { line, test }: Pick<TextSource, 'line' | 'test'>,
  change: TextChange,
): Pick<TextSource, 'line' | 'test'> {
  return {
    ...(line && { line: movedRange(line, change) }),
    ...(test && { test: { ...test, start: movedRange([test.start, test.start + 1], change)[0] } }),
  };
}
