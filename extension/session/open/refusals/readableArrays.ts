/** The arrays of a text that opens no layer, which can be inspected. */
import { findArrays } from '../../../../core/read/text/findArrays';
import type { ParsedArray } from '../../../../core/read/ParseResult';
import { withName } from '../../source/assignment';
import type { TextSource } from '../../source/LensSource';
import { readSource } from '../../source/readSource';

/** A source to inspect: the same one, or the literals of a text of which nothing else is read; undefined without arrays. */
export function readableArrays(source: TextSource): TextSource | undefined {
  if (hasArrays(readSource(source).arrays)) return source;
  const options = source.languageId === undefined ? {} : { languageId: source.languageId };
  const segments = source.segments.flatMap(({ offset, text }) =>
    findArrays(text, options)
      .filter(({ shape }) => shape.length > 0)
      .map(({ name, range: [start, end] }) => {
        const from = withName(text, start, name);
        return { offset: from + offset, text: text.slice(from, end) };
      }),
  );
  if (segments.length === 0) return undefined;
  const literals: TextSource = { ...source, segments, surroundings: [] };
  return hasArrays(readSource(literals).arrays) ? literals : undefined;
}

function hasArrays(arrays: readonly ParsedArray[]): boolean {
  return arrays.some(({ array }) => array.shape.length > 0);
}
