/** The text of a range of a source of several segments. */
import { labelsColumns } from '../../../core/read/text/tables/gridNames';
import type { TextRange } from '../../../core/read/TextRange';
import type { Segment } from './LensSource';

/** `range`: offsets in the joined text. Empty where no segment holds its start. */
export function textInSegments(segments: readonly Segment[], [start, end]: TextRange): string {
  const segment = segments.find(({ offset, text }) => offset <= start && start < offset + text.length);
  return segment?.text.slice(start - segment.offset, end - segment.offset) ?? '';
}

/** The last sentence of the last line with words before a range: what an array is called there. */
export function sentenceBefore(segments: readonly Segment[], [start]: TextRange): string {
  const segment = segments.find(({ offset, text }) => offset <= start && start <= offset + text.length);
  const lines = segment?.text.slice(0, start - segment.offset).split('\n') ?? [];
  const line = lines.filter((each) => /[^\s\d$|\\[\](){}.,;:-]/.test(each) && !labelsColumns(each)).at(-1) ?? '';
  return line.split(/[.!?]\s+(?=\S)/).at(-1)!;
}
