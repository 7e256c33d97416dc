/** The comments behind `#` of languages that the C-like reading does not know as such. */
import { oneOf } from '../../../anyOf';

const LANGUAGES = oneOf('ruby crystal elixir perl nim php python');
const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#\[[^]*?\]#|#[^\n]*/g;

/** The text with blanks in their places, and everything else where it was. */
export function withoutHashes(text: string, languageId: string | undefined): string {
  if (languageId === undefined || !LANGUAGES.test(languageId)) return text;
  return text.replace(STRING_OR_COMMENT, (part) => (part.startsWith('#') ? part.replace(/[^\n]/g, ' ') : part));
}
