/** A source whose document was edited: the marks of its lines, its other exercises and the options in its words are read again. */
import type { TextSource } from '../../source/LensSource';
import { ofOnePart } from './layerParts';
import { withoutLineMarks } from './lineMarks';
import { isText, readDocument } from './pieces';
import { statedAt } from './withStated';

/** `text` and `languageId`: of the document. */
export function restated(source: TextSource, text: string, languageId: string): TextSource {
  if (!isText(languageId)) return source;
  const cursor = source.line?.[0];
  const read = ofOnePart(withoutLineMarks(text, languageId), languageId, cursor);
  const { stated: _, ...rest } = source;
  const stated = statedAt(readDocument(read, languageId), cursor);
  const segments = source.segments.map(({ offset, text: own }) => ({
    offset,
    text: read.slice(offset, offset + own.length),
  }));
  return { ...rest, segments, ...(stated && { stated }) };
}
