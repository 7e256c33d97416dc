/** The language of a text that comes without one: the first in whose terms all of it can be read. */
import { parseArrays } from './parseArrays';
import type { ParseOptions } from './ParseResult';

/** Languages whose notation is read only where the language is known. */
const CANDIDATES = ['matlab', 'r', 'julia', 'mathematica', 'rust', 'javascript'];

/** Options for `parseArrays`: none where the text is readable as it is, or in no language. */
export function guessLanguage(text: string): ParseOptions {
  if (isRead(text, {})) return {};
  const languageId = CANDIDATES.find((candidate) => isRead(text, { languageId: candidate }));
  return languageId === undefined ? {} : { languageId };
}

function isRead(text: string, options: ParseOptions): boolean {
  const { arrays, calls, errors } = parseArrays(text, options);
  return errors.length === 0 && arrays.length + calls.length > 0;
}
