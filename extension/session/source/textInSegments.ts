/** The text of a range of a source of several segments. */
import type { TextRange } from '../../../core/read/TextRange';
import type { Segment } from './LensSource';

/** `range`: offsets in the joined text. Empty where no segment holds its start. */
export function textInSegments(segments: readonly Segment[], [start, end]: TextRange): string {
  const segment = segments.find(({ offset, text }) => offset <= start && start < offset + text.length);
  return segment?.text.slice(start - segment.offset, end - segment.offset) ?? '';
}
