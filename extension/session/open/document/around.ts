/** The code of a document around segments of it, which may define their names, and the output that follows them. */
import type { Segment, Surrounding, TextSource } from '../../source/LensSource';
import { outputAfter, readDocument, type Document } from './pieces';

/** Characters; larger documents are not courses or scripts. */
const LONGEST = 1_000_000;

/** `segments` in the order of the document; `before`: other documents above it. */
export function around(
  text: string,
  languageId: string | undefined,
  segments: readonly Segment[],
  before: readonly string[] = [],
): Required<Pick<TextSource, 'surroundings' | 'printed'>> {
  if (text.length > LONGEST) return { surroundings: [], printed: [] };
  const document = readDocument(text, languageId);
  const last = segments.at(-1);
  const printed = last ? outputAfter(document, last.offset + last.text.length) : [];
  const own = document.divided || languageId === 'python' ? gapsIn(document, segments) : [];
  const all = [...before.map((each): Surrounding => ({ text: each })), ...own].filter(({ text }) => text.trim() !== '');
  const fits = all.reduce((sum, each) => sum + each.text.length, 0) <= LONGEST;
  return { surroundings: fits ? all : [], printed };
}

/** The code before the last segment that is not in a segment. */
function gapsIn({ text, pieces }: Document, segments: readonly Segment[]): Surrounding[] {
  return pieces.flatMap(({ range: [start, end], origins }) => {
    if (origins) return [];
    const gaps: Surrounding[] = [];
    let at = start;
    for (const { offset, text: own } of segments) {
      const to = Math.min(offset, end);
      if (to > at) gaps.push({ offset: at, text: text.slice(at, to) });
      at = Math.max(at, offset + own.length);
    }
    return gaps;
  });
}
