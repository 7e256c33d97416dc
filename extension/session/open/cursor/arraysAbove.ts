/** A cell that only shows arrays of the cells above it: those that the line at the cursor names, else those of the cell. */
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import type { ParseResult } from '../../../../core/read/ParseResult';
import type { TextSource } from '../../source/LensSource';
import { readSource } from '../../source/readSource';
import { textInSegments } from '../../source/textInSegments';

/** Undefined where none is named, or the cell defines functions. */
export function arraysAbove(source: TextSource): ParseResult | undefined {
  const { name, languageId, line, segments, surroundings = [] } = source;
  const above = surroundings.flatMap(({ offset, text }) => (offset === undefined ? [] : [{ offset, text }]));
  const cell = segments.map(({ text }) => text).join('\n');
  const isCode = languageId === 'python' || arraysOnly(languageId) !== undefined;
  if (above.length === 0 || !line || !isCode || /^[ \t]*(?:def|class)\b/m.test(cell)) return undefined;
  const read = readSource({ kind: 'text', name, segments: above, ...(languageId !== undefined && { languageId }) });
  for (const written of [textInSegments(segments, line), cell]) {
    const names = new Set(written.replace(/(["']).*?\1|#.*/g, '').match(NAME));
    const arrays = read.arrays.filter((each) => each.array.shape.length > 0 && names.has(each.name ?? ''));
    if (arrays.length > 0) return { ...read, arrays, values: {} };
  }
  return undefined;
}

/** A name that is read: neither a member nor an argument's name. */
const NAME = /(?<![\w.])[A-Za-z_]\w*(?!\w*[ \t]*=(?!=))/g;
