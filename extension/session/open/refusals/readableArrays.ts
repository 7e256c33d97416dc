/** The arrays of a text that opens no layer, which can be inspected. */
import { findArrays } from '../../../../core/read/text/findArrays';
import { arraysInCode } from '../../../../core/read/text/code/readCodeCalls';
import type { ParsedArray } from '../../../../core/read/ParseResult';
import { withName } from '../../source/assignment';
import type { ArraySource, TextSource } from '../../source/LensSource';
import { readSource } from '../../source/readSource';

/** A source to inspect: the same one, or the literals of a text of which nothing else is read; undefined without arrays. */
export function readableArrays(source: TextSource): TextSource | ArraySource | undefined {
  const { name, languageId } = source;
  const arrays = arraysOfCode(source);
  if (arrays.length > 0) return { kind: 'arrays', name, arrays };
  if (hasArrays(readSource(source).arrays)) return source;
  const options = languageId === undefined ? {} : { languageId };
  const segments = source.segments.flatMap(({ offset, text }) =>
    findArrays(text, options)
      .filter(({ shape }) => shape.length > 0)
      .map((found) => {
        const [start, end] = found.range;
        const from = withName(text, start, found.name);
        return { offset: from + offset, text: text.slice(from, end) };
      }),
  );
  if (segments.length === 0) return undefined;
  const literals: TextSource = { ...source, segments, surroundings: [] };
  return hasArrays(readSource(literals).arrays) ? literals : undefined;
}

/** The arrays that a C-like text makes or fills: `T << 0, -1, 1, 0;`. */
export function arraysOfCode({ segments, languageId }: TextSource): ParsedArray[] {
  return segments.flatMap(({ offset, text }) =>
    arraysInCode(text, languageId).map((each): ParsedArray => ({
      ...each,
      range: [each.range[0] + offset, each.range[1] + offset],
    })),
  );
}

function hasArrays(arrays: readonly ParsedArray[]): boolean {
  return arrays.some(({ array }) => array.shape.length > 0);
}
